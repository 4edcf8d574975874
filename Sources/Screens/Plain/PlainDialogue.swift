import Consultation
import Display
import Phrases

/// The front end as lines of text: for a screen reader, for a terminal that cannot move its
/// cursor, for a script.
///
/// The same ``App`` is underneath. A line that is typed does what its key does there, and the
/// page is printed as it then is, each text in the order in which it is written: who reads the
/// lines puts Arabic in its order.
package struct PlainDialogue: Sendable {
  package private(set) var app: App

  package init(_ app: App) {
    // High enough that nothing has to be scrolled.
    self.app = app.resized(width: 80, height: 1_000_000)
  }

  /// Takes in what happened outside, such as that a change is on the disk.
  package mutating func take(_ message: Message, at moment: Moment) -> [Effect] {
    app.update(message, at: moment)
  }

  /// Takes in a line: a number, the letter of a key, nothing for Enter, or the text asked for.
  package mutating func take(line: String, at moment: Moment) -> [Effect] {
    switch app.overlay {
    case .field: return write(line, at: moment)
    case .search, .palette: return paste(line, at: moment) + press(Key(.enter), at: moment)
    case .help: return press(Key(.escape), at: moment)
    case .chooser, nil: break
    }
    let word = line.filter { !$0.isWhitespace }
    if let number = Int(word), number > 0 { return choose(number, at: moment) }
    guard let key = word.first else { return press(Key(.enter), at: moment) }
    if word.count == 1 { return press(.character(key), at: moment) }
    if let named = self.key(named: word) { return press(named, at: moment) }
    app.notice = app.words(.unknownKey(help: .own("?")))
    return []
  }

  /// A key by the name that the hints have for it, such as `Esc` or `F2`.
  private func key(named name: String) -> Key? {
    ActionTable.rows.flatMap(\.keys).first {
      app.words.name(of: $0).lowercased() == name.lowercased()
    }
  }

  private mutating func press(_ key: Key, at moment: Moment) -> [Effect] {
    app.update(.terminal(.key(key)), at: moment)
  }

  private mutating func paste(_ text: String, at moment: Moment) -> [Effect] {
    app.update(.terminal(.paste(text)), at: moment)
  }

  /// A line in the place of the text that was there; an empty one leaves that as it is.
  private mutating func write(_ line: String, at moment: Moment) -> [Effect] {
    guard !line.isEmpty else { return press(Key(.escape), at: moment) }
    return press(.control("a"), at: moment) + paste(line, at: moment)
      + press(.control("s"), at: moment)
  }

  /// A number is that of an answer, or of an entry of the list.
  private mutating func choose(_ number: Int, at moment: Moment) -> [Effect] {
    if !isList, number < 10 {
      return press(.character(Character("\(number)")), at: moment)
    }
    var effects = press(Key(.home), at: moment)
    for _ in 1..<max(2, min(number, 1000)) where number > 1 {
      effects += press(Key(.down), at: moment)
    }
    return effects + press(Key(.enter), at: moment)
  }

  /// Whether the entries of the page have no numbers of their own.
  private var isList: Bool {
    guard app.overlay == nil else { return false }
    return app.page.content.isList
  }

  /// What the page says now, line by line, and at the end what can be typed.
  package var lines: [String] {
    let place = app.page.content.heading(in: app.context)
    var lines = [""] + [app.context.consentBanner].compactMap(\.self)
    lines.append([place.start, place.end].filter { !$0.isEmpty }.joined(separator: "  "))
    switch app.overlay {
    case nil:
      lines += self.lines(of: app.bodyTexts)
    case .help: lines += self.lines(of: app.helpFlow(width: 78).texts)
    case .chooser(let chooser):
      lines.append(chooser.purpose.title(in: app.context))
      lines += chooser.purpose.sentences(in: app.context)
      lines += chooser.purpose.entries(in: app.context).enumerated().map { "\($0 + 1)  \($1)" }
    case .field(let field):
      lines.append(field.purpose.title(in: app.context))
      if !field.editor.text.isEmpty { lines.append(field.editor.text) }
      if let problem = field.problem { lines.append(problem) }
    case .search: lines.append(app.words(.searchTitle))
    case .palette: lines.append(app.words(.paletteTitle))
    }
    lines.append(app.notice ?? app.foot.standing)
    lines.append(whatCanBeTyped)
    return lines.filter { !$0.isEmpty || $0 == lines.first }
  }

  private var whatCanBeTyped: String {
    if case .field = app.overlay { return app.words(.plainField) }
    return app.foot.hints.map { "\($0.name) \($0.words)" }.joined(separator: "  ")
  }

  private func lines(of texts: [(text: String, entry: Int?)]) -> [String] {
    texts.map { row in
      guard isList, let index = row.entry else { return row.text }
      return "\(index + 1)  \(row.text)"
    }
  }
}
