package import Consultation
package import Display
import BidiText
package import Phrases

/// The screen for the room: large, calm, few words; it follows the room by itself.
///
/// It has what was shared and nothing else: no session comes near it.
package struct Presenter: Equatable, Sendable {
  private(set) var setting: App.Setting
  private(set) var shared: SharedView
  private var language: Language
  private var width: Int
  private var height: Int
  private var now = Timestamp(milliseconds: 0)

  package init(
    setting: App.Setting,
    shared: SharedView,
    language: Language,
    width: Int,
    height: Int,
  ) {
    self.setting = setting
    self.shared = shared
    self.language = language
    self.width = width
    self.height = height
  }

  /// The words for the one who sits at it.
  package var words: Words { words(in: language) }

  func words(in language: Language) -> Words { setting.words(in: language, digits: .western) }

  /// The language that stands under the first one, where its words can be read.
  var second: Language? {
    let second = Self.language(under: language)
    return setting.catalogues[second] == nil ? nil : second
  }

  /// The language that belongs under another one.
  package static func language(under first: Language) -> Language {
    first == .arabic ? .english : .arabic
  }

  /// Goes on in a language, for which these words could be read; in the one after it where its own
  /// are not among them.
  package mutating func goOn(in wanted: Language, with catalogues: [Catalogue]) {
    for catalogue in catalogues { setting.catalogues[catalogue.language] = catalogue }
    let languages = [wanted, wanted.next, wanted.next.next]
    language = languages.first { setting.catalogues[$0] != nil } ?? language
  }

  /// Takes in what is shared now.
  package mutating func show(_ shared: SharedView) { self.shared = shared }

  package mutating func tick(_ now: Timestamp) { self.now = now }

  /// Takes in what happened at the terminal.
  ///
  /// - Returns: what should be done outside.
  package mutating func update(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resized(let width, let height):
      self.width = width
      self.height = height
    case .resumed: return [.redraw]
    case .ended: return [.leave]
    case .key(let key):
      switch ActionTable.action(for: key, in: [.everywhere]) {
      case .back, .leaveAtOnce: return [.leave]
      case .suspend: return [.suspend]
      case .redraw: return [.redraw]
      case .nextLanguage:
        let next = language.next
        let languages = [next, Self.language(under: next)]
        guard languages.allSatisfy({ setting.catalogues[$0] != nil }) else {
          return [.readWords(of: next)]
        }
        goOn(in: next, with: [])
      default: break
      }
    case .paste, .mouse: break
    }
    return []
  }

  // MARK: View

  package func view() -> Canvas {
    var layouts = LayoutCache()
    return view(keeping: &layouts)
  }

  /// The screen as it is now, drawn with what was laid out for the last ones.
  package func view(keeping layouts: inout LayoutCache) -> Canvas {
    Canvas(
      width: width,
      height: height,
      direction: language.direction,
      keeping: &layouts,
      draw,
    )
  }

  private func draw(on canvas: inout Canvas) {
    guard width >= App.leastWidth, height >= App.leastHeight else {
      canvas.writeWrapped(
        words(.tooSmall(height: App.leastHeight, width: App.leastWidth)),
        in: canvas.area,
      )
      return
    }
    let area = canvas.area.inset(start: 2, end: 2)
    drawTop(on: &canvas, in: area)
    let foot = LaidOutFlow(footFlow(width: area.width), &canvas.layouts)
    let footRow = height - 1 - foot.height
    foot.draw(
      on: &canvas,
      in: Area(row: footRow, start: area.start, width: area.width, height: foot.height),
      symbols: setting.symbols,
    )
    let bodyArea =
      Area(row: 4, start: area.start, width: area.width, height: max(0, footRow - 5))
    var body = Flow(width: area.width, direction: language.direction)
    addBody(to: &body, rows: bodyArea.height, &canvas.layouts)
    LaidOutFlow(body, &canvas.layouts)
      .draw(on: &canvas, in: bodyArea, symbols: setting.symbols)
  }

  private var plan: DayPlan {
    DayPlan(shared.workshop.agenda, shared.room, now: now, minutesFromUTC: setting.minutesFromUTC)
  }

  var roomWords: RoomWords {
    RoomWords(
      words,
      names: Dictionary(
        shared.delegations.map { ($0.code, words.text($0.shortName)) },
        uniquingKeysWith: { first, _ in first },
      ),
      list: shared.speakingList,
      room: shared.room,
    )
  }

  /// What runs, and how long it has left.
  private func drawTop(on canvas: inout Canvas, in area: Area) {
    let first = Area(row: 0, start: area.start, width: area.width, height: 1)
    canvas.write(words.text(shared.workshop.title), in: first, style: .quiet)
    let second = Area(row: 2, start: area.start, width: area.width, height: 1)
    guard let running = plan.running else { return }
    let style: Style = roomWords.isOver(running) ? .attention : .strong
    let taken = canvas.writeAtEnd(roomWords.left(running), in: second, style: style)
    canvas.write(
      words.text(running.item.title),
      in: second.inset(end: taken + 2),
      style: .heading,
    )
  }

  private func addBody(to flow: inout Flow, rows: Int, _ layouts: inout LayoutCache) {
    let domain = shared.room.domain.flatMap { setting.questionnaire.domain(numbered: $0) }
    let item = plan.running?.item
    switch item?.kind {
    case .experience where hasExperience: addExperience(to: &flow, rows: rows, &layouts)
    case .closing: addClosing(to: &flow)
    case .priorities where shared.delegations.contains { !$0.priorities.isEmpty }:
      addPriorities(to: &flow)
    case .welcome, .pause, .experience:
      addInBothLanguages(to: &flow) { words in
        item.map { words.text($0.title) } ?? words(.presenterWelcome)
      }
    case .domain, .discussion, .priorities, .compact, nil:
      if let question = shared.room.question.flatMap({ setting.questionnaire[$0] }) {
        return add(question, to: &flow)
      }
      addInBothLanguages(to: &flow) { words in
        if let domain { return words.text(domain.title) }
        return item.map { words.text($0.title) } ?? words(.presenterWelcome)
      }
    }
  }

  /// A text in two languages, one under the other, each in its own direction.
  private func addInBothLanguages(to flow: inout Flow, _ text: (Words) -> String) {
    for language in [language, second].compactMap(\.self) {
      flow.text(
        text(words(in: language)),
        style: .strong,
        direction: language.direction,
      )
      flow.gap()
    }
  }

  private func add(_ question: Question, to flow: inout Flow) {
    flow.text(
      [roomWords.place(in: setting.questionnaire)].compactMap(\.self).joined(),
      style: .quiet,
    )
    flow.gap()
    addInBothLanguages(to: &flow) { $0.text(question.text) }
    let answers = shared.delegations.compactMap { delegation in
      delegation.answers[question.number].map { (delegation, $0) }
    }
    guard !answers.isEmpty else { return }
    flow.text(words(.presenterShared), style: .heading)
    for (delegation, answer) in answers {
      flow.row([
        Flow.Column(text: words.text(delegation.shortName), width: 18, isOneLine: true),
        Flow.Column(
          text: words.title(
            of: answer.value,
            ticking: answer.parts.elements,
            to: question,
            in: setting.questionnaire,
          ),
          start: 20,
          style: .strong,
          isOneLine: true,
        ),
      ])
    }
  }

  /// What each delegation put first itself, as far as it told the room.
  private func addPriorities(to flow: inout Flow) {
    flow.text(words(.prioritiesTitle), style: .heading)
    flow.gap()
    for delegation in shared.delegations {
      for priority in delegation.priorities {
        let parts = [priority.title, priority.support].filter { !$0.isEmpty }
          .map(TextSanitizer.isolated)
        flow.row([
          Flow.Column(text: words.text(delegation.shortName), width: 18, isOneLine: true),
          Flow.Column(
            text: parts.joined(separator: " \(setting.symbols.separator) "),
            start: 20,
            style: .strong,
          ),
        ])
      }
    }
  }

  private func addClosing(to flow: inout Flow) {
    addInBothLanguages(to: &flow) { $0(.presenterThanks) }
    guard !shared.workshop.actions.isEmpty else { return }
    flow.text(words(.nextStepsTitle), style: .heading)
    for step in shared.workshop.actions {
      let due = step.due.map { words.date($0) }
      let owner = step.owner.isEmpty ? nil : TextSanitizer.isolated(step.owner)
      let parts = [TextSanitizer.isolated(step.text), owner, due].compactMap(\.self)
      flow.text(parts.joined(separator: " \(setting.symbols.separator) "))
    }
  }

  /// Who speaks, who is next, who was not heard yet.
  private func footFlow(width: Int) -> Flow {
    var flow = Flow(width: width, direction: language.direction)
    for (index, line) in roomWords.speaking.enumerated() {
      flow.text(line, style: index == 0 ? .strong : .quiet)
    }
    return flow
  }
}
