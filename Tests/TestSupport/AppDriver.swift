package import Consultation
package import Display
package import Phrases
package import Screens
import BidiText
import Storage

/// A person at the front end: keys in, screens out, with no terminal, disk or clock.
///
/// What they change is kept at once, at 10:42:07, and the glossary is read when they ask for it.
/// Moments follow each other by one millisecond.
package struct AppDriver {
  package private(set) var app: App
  /// What the front end asked for, from the first on.
  package private(set) var effects: [Effect] = []
  private var moments = 0
  /// Read once for all tests.
  private static let glossary = try? Glossary.shipped()

  /// Sits down before a session, at the choice of language where none is given.
  package init(
    _ session: Session,
    of questionnaire: Questionnaire,
    language: Language? = .english,
    delegation: DelegationCode? = .havenia,
    width: Int = 80,
    height: Int = 24,
    digits: Digits? = nil,
    symbols: Symbols = .unicode,
    isReadOnly: Bool = false,
    isSeatFixed: Bool = false,
    isAuthorGiven: Bool = false,
    isObserver: Bool = false,
    sitter: String? = nil,
    isFacilitator: Bool = false,
    hostsMachine: HostsMachine? = nil,
    author: String = "amina",
    nextEdition: String? = nil,
    rhythms: [Publisher: TogetherRhythm]? = nil,
    languagesRead: [Language] = Language.allCases,
  ) throws {
    var catalogues: [Language: Catalogue] = [:]
    for language in languagesRead { catalogues[language] = try Words.catalogue(language) }
    app = App(
      setting: App.Setting(
        questionnaire: questionnaire,
        catalogues: catalogues,
        digits: digits,
        symbols: symbols,
        author: author,
        isAuthorGiven: isAuthorGiven,
        isReadOnly: isReadOnly,
        isSeatFixed: isSeatFixed,
        isObserver: isObserver,
        isFacilitator: isFacilitator,
        sitter: sitter,
        hostsMachine: hostsMachine,
        fileName: "/home/amina/workshop.json",
        nextEdition: nextEdition,
        rhythms: rhythms,
      ),
      session: session,
      language: language,
      delegation: delegation,
      width: width,
      height: height,
    )
  }

  /// Sits down before the Cairo workshop with the questionnaire that is shipped.
  package static func cairo(
    language: Language? = .english,
    delegation: DelegationCode? = .havenia,
    width: Int = 80,
    height: Int = 24,
    rhythms: [Publisher: TogetherRhythm]? = nil,
  ) throws -> AppDriver {
    let stored = try Assets.fictitiousWorkshop(id: "cairo")
    return try AppDriver(
      stored.session,
      of: stored.questionnaire,
      language: language,
      delegation: delegation,
      width: width,
      height: height,
      rhythms: rhythms,
    )
  }

  /// In the next millisecond, where no other time is given.
  package mutating func happens(_ message: Message, at time: Timestamp? = nil) {
    moments += 1
    let moment = Moment(
      at: time ?? Timestamp(milliseconds: 1_686_825_727_000 + Int64(moments)),
      id: "change-\(moments)",
    )
    let effects = app.update(message, at: moment)
    self.effects += effects
    for case .keep(let change) in effects {
      happens(.kept(ids: [change.stamp.id], at: TimeOfDay(hour: 10, minute: 42, second: 7)))
    }
    if effects.contains(.readGlossary), let glossary = Self.glossary {
      happens(.glossary(glossary))
    }
  }

  package mutating func press(_ keys: Key...) {
    for key in keys { happens(.terminal(.key(key))) }
  }

  package mutating func press(_ codes: Key.Code...) {
    for code in codes { press(Key(code)) }
  }

  /// Presses the key of each character, one after another.
  package mutating func type(_ text: String) {
    for character in text { press(Key.character(character)) }
  }

  package mutating func click(row: Int, column: Int) {
    happens(.terminal(.mouse(MouseEvent(.click, row: row, column: column))))
  }

  package mutating func resize(width: Int, height: Int) {
    happens(.terminal(.resized(width: width, height: height)))
  }

  /// The screen for the room, at which what is shared of this session is followed.
  package func presenter(_ language: Language, width: Int, height: Int) -> Presenter {
    Presenter(
      setting: app.setting,
      shared: SharedView(of: app.session, for: .room, in: app.context.questionnaire),
      language: language,
      width: width,
      height: height,
    )
  }

  /// The answer that the delegation's record has now.
  package func answer(_ number: String, of delegation: DelegationCode = .havenia) -> Answer {
    app.session.answer(of: delegation, to: .sample(number))
  }

  /// What stands on the screen, row by row, as the eye sees it.
  package var rows: [String] { app.view().rows }
}

extension Canvas {
  /// The rows of the screen from left to right, without the spaces at their ends.
  package var rows: [String] {
    (0..<height).map { row in
      var text = String.UnicodeScalarView()
      for column in 0..<width where !cell(row: row, column: column).isContinuation {
        let glyph = cell(row: row, column: column).glyph
        text.append(glyph.base)
        for index in glyph.marks.indices where glyph.marks[index] != 0 {
          if let mark = Unicode.Scalar(glyph.marks[index]) { text.append(mark) }
        }
      }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// The rows in which something is shown as selected.
  package var selectedRows: [Int] {
    (0..<height).filter { row in
      (0..<width).contains { cell(row: row, column: $0).style.emphasis.contains(.selected) }
    }
  }
}

extension App {
  /// The whole session, which no page has.
  package var session: Session { desk.sessionForKeeping }
}
