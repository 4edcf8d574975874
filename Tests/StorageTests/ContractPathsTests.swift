import Consultation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

@Suite struct ContractPathsTests {
  private func whole() throws -> Session {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(
      .note(
        TranslatedText(
          "سطر أول\nline two \"quoted\" \\ \u{2028}",
          language: .arabic,
          translations: [.french: TranslatedText.Translation("ligne", standing: .human)],
        )
      ),
      on: "1.1.1",
    )
    let law = Evidence(
      id: "e1",
      kind: .law,
      title: "Loi 34-09",
      year: 2011,
      article: "5",
      link: "x:y",
    )
    try session.fulfil(.evidence(id: "e1", law), on: "1.1.1")
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.sharing(.room), on: "1.1.1")
    try session.fulfil(.applied(.partly), on: "1.1.1")
    try session.fulfil(
      .position(
        institution: "الصحة",
        Position(value: .step(.absent), applied: .notYet, reason: "r"),
      ),
      on: "1.1.1",
    )
    try session.fulfil(.reservation(institution: "الداخلية", "تحفظ"), on: "1.1.1")
    let comment = Comment(id: "c1", text: "why", by: "f", at: Timestamp(milliseconds: 5))
    try session.fulfil(.comment(id: "c1", comment), on: "1.1.1")
    try session.fulfil(.instrument("CRC", .established), on: "1.2.1")
    try session.fulfil(.answer(.option("b")), on: "1.2.2")
    try session.fulfil(.answer(.options(["x", "z"])), on: "2.1.1")
    try session.fulfil(.answer(.number(12.5)), on: "2.1.2")
    try session.fulfil(.answer(CalendarDate("2023-06-15").map(AnswerValue.date)), on: "2.1.3")
    try session.fulfil(.answer(.text("declined in part")), on: "2.1.4")
    try session.fulfil(.answer(.notApplicable(reason: "no coast")), on: "1.1.2")
    try session.fulfil(.answer(.declined), on: "1.1.1", of: .dorania)
    for change in try session.undoing(stamp: session.nextStamp(), for: .havenia) {
      session.apply(change)
    }
    return session
  }

  @Test func writesTheContractsPaths() throws {
    let root = try JSONReader.read(SessionFile.text(try whole()))
    let answer = root["delegations"]?["QNG"]?["answers"]?["1.1.1"]
    #expect(root["format"]?.string == "majlis-session")
    #expect(root["version"]?.wholeNumber == 1)
    #expect(root["questionnaire"]?["id"]?.string == "sample")
    #expect(root["workshop"]?["title"]?.string == "ورشة")
    #expect(root["delegations"]?["QNG"]?["mode"]?.string == "inPerson")
    #expect(answer?["value"]?.string == "partial")
    #expect(answer?["note"]?.string?.hasPrefix("سطر") == true)
    #expect(answer?["noteLanguage"]?.string == "ar")
    #expect(answer?["status"]?.string == "agreed")
    #expect(answer?["sharing"]?.string == "room")
    #expect(answer?["evidence"]?.elements?.first?["title"]?.string == "Loi 34-09")
    #expect(answer?["positions"]?.elements?.first?["institution"]?.string == "الصحة")
    let first = root["history"]?.elements?.first
    for key in ["id", "at", "by", "delegation", "question", "what"] {
      #expect(first?[key]?.string != nil, "\(key)")
    }
  }

  @Test func oneAnswerTouchesFewLines() throws {
    var session = try whole()
    let before = String(decoding: SessionFile.text(session), as: UTF8.self).split(separator: "\n")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1", of: .dorania)
    let after = String(decoding: SessionFile.text(session), as: UTF8.self).split(separator: "\n")
    let difference = after.difference(from: before)
    #expect(difference.count < 30, "\(difference.count) lines")
  }
}
