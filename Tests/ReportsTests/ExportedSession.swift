import Consultation
import Phrases
import TestSupport

@testable import Reports

/// Sessions that are exported in these tests, and the words they are exported in.
enum ExportedSession {
  static func words(_ language: Language = .english) throws -> Words { try .shipped(language) }

  /// Havenia's answers, one of every kind, all shared as said.
  static func everyKind(_ sharing: Sharing = .report) throws -> Session {
    var session = Session.sample
    let values: [(String, AnswerValue)] = [
      ("1.1.1", .step(.partial)), ("1.1.2", .notApplicable(reason: "no border, none")),
      ("1.2.2", .option("b")), ("2.1.1", .options(["x", "z"])), ("2.1.2", .number(12.5)),
      ("2.1.4", .text("=SUM(A1)\n\"two\"; lines,")),
    ]
    for (number, value) in values { try session.fulfil(.answer(value), on: number) }
    if let day = CalendarDate("2023-06-15") {
      try session.fulfil(.answer(.date(day)), on: "2.1.3")
    }
    try session.fulfil(.answer(.step(.partial)), on: "1.2.1")
    try session.fulfil(.instrument("CRC", .established), on: "1.2.1")
    try session.fulfil(.applied(.partly), on: "1.1.1")
    let note = TranslatedText(
      "تعميم 108\nوسطر ثان",
      language: .arabic,
      translations: [.french: TranslatedText.Translation("circulaire", standing: .human)],
    )
    try session.fulfil(.note(note), on: "1.1.1")
    let piece = Evidence(
      id: "e",
      title: "Law 34-09",
      year: 2011,
      article: "art. 3",
      issuer: "Parliament",
    )
    try session.fulfil(.evidence(id: "e", piece), on: "1.1.1")
    try session.fulfil(.status(.agreed), on: "1.1.1")
    let position = Position(value: .step(.absent), reason: "not yet")
    try session.fulfil(.position(institution: "Health", position), on: "1.1.1")
    try session.fulfil(.reservation(institution: "Labour", "in part"), on: "1.1.1")
    for (number, _) in values + [("2.1.3", .declined), ("1.2.1", .declined)] {
      try session.fulfil(.sharing(sharing), on: number)
    }
    return session
  }

  static func own(_ session: Session, hasNames: Bool = false) throws -> AnswerTable {
    let havenia = session.delegations[.havenia]
    return AnswerTable(
      of: havenia ?? session.orderedDelegations[0],
      in: .everyKind,
      words: try words(),
      hasNames: hasNames,
    )
  }

  static func view(_ session: Session) -> SharedView {
    SharedView(of: session, for: .report, in: .everyKind)
  }
}
