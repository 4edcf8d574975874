import BidiText
import Consultation
import Display
import Phrases

extension RoomPage {
  /// The agenda and its clock over the delegations in their order, and under them who speaks.
  ///
  /// On a low screen who speaks stands above them, where it is seen.
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: area(in: context).width, direction: context.direction)
    let isLow = area(in: context).height < 16
    context.addClock(isShort: isLow, to: &flow, &layouts)
    var speaking = RoomWords(context.words, desk: context.desk).speaking
    if isLow { flow.text(speaking.removeFirst()) }
    let view = context.sharedView
    let columns = RoomColumns(width: flow.width)
    context.addHeads(columns, to: &flow)
    for (index, delegation) in view.delegations.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(delegation, columns, to: &flow)
      }
    }
    flow.gap()
    for line in speaking { flow.text(line) }
    let consenting = context.desk.identities.filter { context.desk.hasConsented($0.code) }
    if !consenting.isEmpty, context.desk.seat == .facilitator {
      let names = context.words.list(consenting.map { context.words.text($0.shortName) })
      flow.text(context.words(.consentOfThese(names: .own(names))), style: .attention)
    }
    flow.text(
      context.words(
        .roomCounts(
          exchanges: context.desk.exchanges.count,
          parked: context.desk.workshop.parkingLot.count,
          steps: context.desk.workshop.actions.count,
        )
      ),
      style: .quiet,
    )
    return flow
  }
}

extension RoomContext {
  /// Whether the whole agenda has room beside the delegations.
  var hasAgendaPane: Bool { width >= 120 }

  /// The day beside the delegations: what has been, what runs, and when the rest begins now.
  func drawAgenda(on canvas: inout Canvas) {
    let area = wholeArea.inset(start: 86, end: 1).centred(maximumWidth: 60)
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

  fileprivate func addClock(isShort: Bool, to flow: inout Flow, _ layouts: inout LayoutCache) {
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
          .roomNext(
            time: .own(words.time(ofDay: next.start)),
            title: .own(words.text(next.item.title)),
          )
        ),
        start: 2,
        style: .quiet,
      )
    }
    if let place = roomWords.place(in: questionnaire) { flow.text(place, start: 2) }
  }

  /// The day as it is at the time that the screen knows.
  var dayPlan: DayPlan {
    DayPlan(desk.workshop.agenda, desk.room, now: now, minutesFromUTC: setting.minutesFromUTC)
  }
}
