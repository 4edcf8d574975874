import BidiText
import Consultation
import Display
import Phrases

extension App {
  /// The agenda and its clock over the delegations in their order, and under them who speaks.
  ///
  /// On a low screen who speaks stands above them, where it is seen.
  func roomBody(_ list: ListState, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: bodyArea.width, direction: direction)
    let isLow = bodyArea.height < 16
    addClock(isShort: isLow, to: &flow, &layouts)
    var speaking = RoomWords(words, desk: desk).speaking
    if isLow { flow.text(speaking.removeFirst()) }
    let view = sharedView
    let columns = RoomColumns(width: flow.width)
    addHeads(columns, to: &flow)
    for (index, delegation) in view.delegations.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        add(delegation, columns, to: &flow)
      }
    }
    flow.gap()
    for line in speaking { flow.text(line) }
    let consenting = desk.identities.filter { desk.hasConsented($0.code) }
    if !consenting.isEmpty, desk.seat == .facilitator {
      let names = words.list(consenting.map { words.text($0.shortName) })
      flow.text(words(.consentOfThese, ["names": .own(names)]), style: .attention)
    }
    flow.text(
      words(
        .roomCounts,
        [
          "parked": .number(desk.workshop.parkingLot.count),
          "exchanges": .number(desk.exchanges.count),
          "steps": .number(desk.workshop.actions.count),
        ],
      ),
      style: .quiet,
    )
    return flow
  }

  /// Whether the whole agenda has room beside the delegations.
  var hasAgendaPane: Bool { width >= 120 }

  /// The day beside the delegations: what has been, what runs, and when the rest begins now.
  func drawAgenda(on canvas: inout Canvas) {
    let area = Area(row: 2, start: 0, width: width, height: height - 5)
      .inset(start: 86, end: 1).centred(maximumWidth: 60)
    var flow = Flow(width: area.width, direction: direction)
    flow.text(words(.prepareAgenda), style: .heading)
    let roomWords = RoomWords(words, desk: desk)
    for line in dayPlan.lines {
      var (style, sign) = (Style.text, "")
      switch line.standing {
      case .done: style = .quiet
      case .running: (style, sign) = (.strong, setting.symbols.forward)
      case .before: break
      }
      flow.row([
        Flow.Column(text: sign, width: 1, style: style),
        Flow.Column(
          text: words.time(ofDay: line.start),
          start: 2,
          width: 6,
          style: .key,
        ),
        Flow.Column(text: words.text(line.item.title), start: 9, style: style),
      ])
      let left = roomWords.left(line)
      if !left.isEmpty {
        let isOver = roomWords.isOver(line)
        flow.text(left, start: 9, style: isOver ? .attention : .quiet)
      }
    }
    let laidOut = LaidOutFlow(flow, &canvas.layouts)
    let first = laidOut.firstRow(showing: area.height, wanted: 0)
    laidOut.draw(on: &canvas, in: area, firstRow: first, symbols: setting.symbols)
  }

  var sharedView: SharedView { desk.shared(in: questionnaire) }

  private func addClock(isShort: Bool, to flow: inout Flow, _ layouts: inout LayoutCache) {
    let roomWords = RoomWords(words, desk: desk)
    let plan = dayPlan
    guard let running = plan.running else {
      flow.text(words(.roomNothingRuns), style: .quiet)
      return
    }
    let left = roomWords.left(running)
    let leftWidth = min(flow.width / 2, layouts.width(of: left))
    flow.row([
      Flow.Column(
        text: "\(setting.symbols.forward) \(roomWords.line(running))",
        width: flow.width - leftWidth - 2,
        style: .strong,
        isOneLine: true,
      ),
      Flow.Column(
        text: left,
        start: flow.width - leftWidth,
        width: leftWidth,
        style: roomWords.isOver(running) ? .attention : .text,
        isAtEnd: true,
      ),
    ])
    if !isShort, let next = plan.lines.first(where: { $0.standing == .before }) {
      flow.text(
        words(
          .roomNext,
          [
            "time": .own(words.time(ofDay: next.start)),
            "title": .own(words.text(next.item.title)),
          ],
        ),
        start: 2,
        style: .quiet,
      )
    }
    if let place = roomWords.place(in: questionnaire) { flow.text(place, start: 2) }
  }

  /// The day as it is at the time that the screen knows.
  var dayPlan: DayPlan {
    let time = TimeOfDay(now, minutesFromUTC: setting.minutesFromUTC)
    return DayPlan(
      desk.workshop.agenda,
      desk.room,
      now: now,
      minuteOfDay: time.hour * 60 + time.minute,
    )
  }

  // MARK: What a delegation shares

  func sharedBody(_ code: DelegationCode, _ list: ListState) -> Flow {
    var flow = Flow(width: bodyArea.width, direction: direction)
    guard let shared = sharedView[code] else { return flow }
    flow.text(
      words(.sharedTitle, ["name": .own(words.text(shared.shortName))]),
      style: .strong,
    )
    flow.gap()
    let answers = shared.answers.sorted { $0.key < $1.key }
    if answers.isEmpty { flow.text(words(.sharedNothing), style: .quiet) }
    for (index, (number, answer)) in answers.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        add(answer, to: number, &flow)
      }
      flow.gap()
    }
    return flow
  }

  private func add(_ answer: SharedAnswer, to number: QuestionNumber, _ flow: inout Flow) {
    let question = questionnaire[number]
    flow.row([
      Flow.Column(text: words.number(number), width: 7, style: .key),
      Flow.Column(text: question.map { words.text($0.text) } ?? "", start: 8),
    ])
    flow.text(
      words.title(of: answer.value, to: question, in: questionnaire),
      start: 8,
      style: .strong,
    )
    if let note = answer.note?.reading(in: language) {
      flow.text(
        HarmlessText.visible(note.text),
        start: 8,
        style: .quiet,
        direction: note.language.direction,
      )
    }
    for piece in answer.evidence {
      flow.text(HarmlessText.isolated(piece.title), start: 8, style: .quiet)
    }
  }

  mutating func updateShared(
    _ code: DelegationCode,
    _ list: ListState,
    _ action: Action,
  ) -> [Effect]? {
    var list = list
    let count = sharedView[code]?.answers.count ?? 0
    if action == .add {
      let numbers = (sharedView[code]?.answers.keys).map { $0.sorted() } ?? []
      guard numbers.indices.contains(list.selected) else { return [] }
      openField(.commentTo(code, numbers[list.selected]))
      return []
    }
    guard list.move(action, count: count, pageSize: 4) else { return action == .open ? [] : nil }
    show(.sharedDelegation(code, list))
    return []
  }
}
