import BidiText
import Consultation
import Display
import Phrases

/// The two lines at the foot: what stands, and what can be done.
struct Foot {
  let context: PageContext
  let page: any PageContent

  private var words: Words { context.words }
  private var notice: String? { context.notice }
  private var width: Int { context.width }
  private var height: Int { context.height }

  func draw(on canvas: inout Canvas) {
    drawStatus(on: &canvas)
    drawHints(on: &canvas)
  }

  private func drawStatus(on canvas: inout Canvas) {
    let area = statusArea
    if let notice, isLong(notice, &canvas.layouts) { return drawLong(notice, on: &canvas) }
    let languages = languagePlaces(&canvas.layouts)
    for (language, place) in languages {
      canvas.write(sign(of: language), in: place, style: .quiet)
    }
    if let clock {
      let end = languagesWidth(&canvas.layouts) + 3
      canvas.writeAtEnd(clock, in: area.inset(end: end), style: .quiet)
    }
    let rest = area.inset(end: endWidth(&canvas.layouts) + 2)
    if let notice {
      canvas.write(notice, in: rest, style: .attention)
    } else {
      let isTrouble: Bool
      if case .notKept = context.keeping { isTrouble = true } else { isTrouble = false }
      if isTrouble, isLong(standing, &canvas.layouts) { return drawLong(standing, on: &canvas) }
      canvas.write(standing, in: rest, style: isTrouble ? .attention : .quiet)
    }
  }

  /// The time on the clock of this place, and what remains of what runs in the room.
  ///
  /// On a narrow screen what remains alone; nothing while nothing runs.
  private var clock: String? {
    guard let running = context.dayPlan.running else { return nil }
    let left = RoomWords(words, desk: context.desk).left(running)
    guard width >= 76 else { return left }
    let time = TimeOfDay(context.now, minutesFromUTC: context.setting.minutesFromUTC)
    let text = words.time(hour: time.hour, minute: time.minute)
    return "\(text) \(context.setting.symbols.separator) \(left)"
  }

  private var statusArea: Area { Area(row: height - 2, start: 1, width: width - 2, height: 1) }

  private func isLong(_ text: String, _ layouts: inout LayoutCache) -> Bool {
    layouts.width(of: text) > statusArea.width - endWidth(&layouts) - 2
  }

  /// What is too long for the line, in as many rows above it as it needs: nobody should have to
  /// guess how an error ends.
  private func drawLong(_ text: String, on canvas: inout Canvas) {
    let width = statusArea.width
    let lines = canvas.layouts.lines(text, direction: context.direction, width: max(1, width))
    let rows = min(lines.count, height - 4)
    let area = Area(row: height - 1 - rows, start: 1, width: width, height: rows)
    canvas.fill(area, style: .text)
    canvas.writeWrapped(text, in: area, style: .attention)
  }

  /// What the languages take of the line, and the clock before them.
  private func endWidth(_ layouts: inout LayoutCache) -> Int {
    languagesWidth(&layouts) + (clock.map { layouts.width(of: $0) + 3 } ?? 0)
  }

  // MARK: The languages

  private func languagesWidth(_ layouts: inout LayoutCache) -> Int {
    languagePlaces(&layouts).map(\.1.width).reduce(0, +) + 2 * (Language.allCases.count - 1)
  }

  /// Where each language stands at the end of the status line.
  private func languagePlaces(_ layouts: inout LayoutCache) -> [(Language, Area)] {
    let signs = Language.allCases.map { ($0, layouts.width(of: sign(of: $0))) }
    let whole = signs.map(\.1).reduce(0, +) + 2 * (signs.count - 1)
    var start = statusArea.start + statusArea.width - whole
    return signs.map { language, width in
      defer { start += width + 2 }
      return (language, Area(row: statusArea.row, start: start, width: width, height: 1))
    }
  }

  /// The language that stands in a cell of the status line.
  func language(atRow row: Int, start: Int) -> Language? {
    var layouts = LayoutCache()
    guard row == statusArea.row, !(notice.map { isLong($0, &layouts) } ?? false) else {
      return nil
    }
    return languagePlaces(&layouts).first {
      ($0.1.start..<$0.1.start + $0.1.width).contains(start)
    }?.0
  }

  private func sign(of language: Language) -> String {
    let isCode = context.setting.symbols == .ascii
    let sign = isCode ? language.rawValue.uppercased() : language.traits.sign
    return language == context.language ? "[\(sign)]" : sign
  }

  /// What the status line says while nothing else has to be said.
  var standing: String {
    var parts: [String] = []
    if context.setting.isReadOnly {
      parts.append(words(.readOnlySign))
    } else {
      switch context.keeping {
      case .nothingYet: break
      case .beingKept: parts.append(words(.beingKept))
      case .kept(let time):
        let text = words.time(hour: time.hour, minute: time.minute, second: time.second)
        parts.append(words(.kept(time: .own(text))))
      case .notKept(let reason): parts.append(words(.notKept(reason: .own(reason))))
      }
    }
    if context.isBringingTogether { parts.append(words(.togetherGoesOn)) }
    if let standing = page.standing(in: context) { parts.append(standing) }
    if let sitterLine = context.sitterLine { parts.append(sitterLine) }
    if !context.alsoHere.isEmpty {
      let names = words.list(context.alsoHere.map(TextSanitizer.isolated))
      parts.append(words(.alsoHere(names: .own(names))))
    }
    for absence in context.goneFromHere {
      let minutes = context.setting.minutesFromUTC
      let time = words.time(of: absence.since, minutesFromUTC: minutes)
      parts.append(words(.alsoGone(name: .foreign(absence.last.by), time: .own(time))))
    }
    return parts.joined(separator: " \(context.setting.symbols.separator) ")
  }

  /// One thing that can be done, as the last line says it.
  struct Hint {
    /// The key that does it; none where it is one of several.
    let key: Key?
    let name: String
    let words: String

    func width(_ layouts: inout LayoutCache) -> Int {
      layouts.width(of: name) + 1 + layouts.width(of: words)
    }
  }

  /// The keys that matter here, as many as fit, from the action table.
  private func drawHints(on canvas: inout Canvas) {
    for (hint, area) in placedHints(&canvas.layouts) {
      let taken = canvas.write(hint.name, in: area, style: .key)
      canvas.write(hint.words, in: area.inset(start: taken + 1), style: .quiet)
    }
  }

  /// The hints that fit, and where each stands: the one for help always, as the last.
  private func placedHints(_ layouts: inout LayoutCache) -> [(Hint, Area)] {
    let line = Area(row: height - 1, start: 1, width: width - 2, height: 1)
    let all = hints
    let help = all.filter { $0.key == Self.helpKey }
    let reserved = help.reduce(0) { $0 + $1.width(&layouts) + 2 }
    var start = line.start
    var placed: [(Hint, Area)] = []
    func place(_ hint: Hint, upTo end: Int) -> Bool {
      let width = hint.width(&layouts)
      guard start + width <= end else { return false }
      placed.append((hint, Area(row: line.row, start: start, width: width, height: 1)))
      start += width + 2
      return true
    }
    let end = line.start + line.width
    for hint in all where hint.key != Self.helpKey {
      guard place(hint, upTo: end - reserved) else { break }
    }
    for hint in help { _ = place(hint, upTo: end) }
    return placed
  }

  private static let helpKey = Key.character("?")

  /// The key of the hint that stands in a cell of the last line.
  func hintedKey(atRow row: Int, start: Int) -> Key? {
    guard row == height - 1 else { return nil }
    var layouts = LayoutCache()
    return placedHints(&layouts).first {
      ($0.1.start..<$0.1.start + $0.1.width).contains(start)
    }?.0.key
  }

  var hints: [Hint] {
    actionsToHint.compactMap { action in
      guard let row = ActionTable.row(of: action), let hint = row.hint, let key = keyToHint(row)
      else { return nil }
      if case .choose = action {
        let last = AnswerChoice.choices(for: context.currentQuestion?.kind ?? .text).count
        return Hint(
          key: nil,
          name: "\(words.number(1))-\(words.number(min(9, last)))",
          words: words(hint),
        )
      }
      if case .tick = action, let elements = context.currentQuestion?.elements {
        let keys = ActionTable.tickKeys.prefix(elements.all.count).map(String.init)
        return Hint(key: nil, name: keys.joined(), words: words(hint))
      }
      return Hint(
        key: key,
        name: words.name(of: key),
        words: words(action == .open ? hintOfOpening : hint),
      )
    }
  }

  /// In a field of one line, Enter keeps what is written.
  private func keyToHint(_ row: ActionTable.Row) -> Key? {
    if row.action == .keepText, case .field(let field) = context.overlay, !field.isMultiline {
      return Key(.enter)
    }
    return row.keys.first
  }

  /// What Enter does here.
  private var hintOfOpening: Phrase {
    if case .chooser = context.overlay { return .hintChooseEntry }
    return context.overlay == nil ? page.hintOfOpening : .hintOpen
  }

  /// What a person most likely wants next, first.
  private var actionsToHint: [Action] {
    switch context.overlay {
    case .field: [.keepText, .leaveText]
    case .chooser: [.open, .back]
    case .help, .palette, .search: [.back]
    case nil: page.hints(in: context)
    }
  }
}
