import Consultation
import Storage
import TestSupport
import Testing

/// `majlis report profile --edition public`.
@Suite(.waitsForPrograms) struct PublicEditionTests {
  private static let line = "report profile s.json --delegation ZZA --edition public"

  /// Sampleland's session as a file, changed before it is written.
  private func program(changing: (inout Session) throws -> Void = { _ in }) throws -> Program {
    var session = try Sampleland.published().session
    try changing(&session)
    let program = try Program()
    try program.write(SessionJSON.text(session) + "\n", to: "s.json")
    return program
  }

  /// One domain changed since it was signed off, one never signed.
  private static func unsign(_ session: inout Session) throws {
    let (code, edition) = (Sampleland.code, try Questionnaire.secondEdition())
    try session.fulfil(.applied(.partly), on: "3.3.1", of: code, in: edition)
    let change = try session.change(
      setting: RecordKey(.signOff, "5"),
      to: nil,
      of: code,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(change))
  }

  @Test func printsWhatIsSignedOffAndSaysWhatIsLeftOut() throws {
    let program = try program()
    let outcome = try program.run(Self.line + " --language en")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# Migration governance profile: Republic of Sampleland"))
    #expect(!outcome.output.contains("Preview"))
    #expect(
      outcome.complaints == """
        majlis: s.json: 1 answer that says what is in place is left out: it is not shared to the \
        regional report; h on its question shares it
        majlis: s.json: 1 answer that says what is in place is left out, because it is still to verify
        majlis: s.json: 1 answer that says what is in place is left out, because an institution has a \
        reservation

        """
    )
  }

  private static let refusals = [
    "en": """
    majlis: s.json: ZZA: domain 3, Partnerships, has changed since it was signed off; look at it \
    again and sign it off anew with g on the page after its last question
    majlis: s.json: ZZA: domain 5, Mobility dimensions of crises, is not signed off; sign it off \
    with g on the page after its last question

    """,
    "fr": """
    majlis: s.json: ZZA: le domaine 3, Partenariats, a changé depuis sa validation\u{202F}; relisez-le \
    et validez-le de nouveau avec g, à la page qui suit sa dernière question
    majlis: s.json: ZZA: la validation du domaine 5, Aspects d’une crise relatifs à la mobilité, \
    manque\u{202F}; validez-le avec g, à la page qui suit sa dernière question

    """,
    "ar": """
    majlis: s.json: ZZA: المجال 3، الشراكات، تغيّر بعد الإقرار؛ راجعوه ثم جدّدوا إقراره بالمفتاح g \
    في الصفحة التي تلي سؤاله الأخير
    majlis: s.json: ZZA: المجال 5، أبعاد التنقل في الأزمات، ينقصه الإقرار؛ لإقراره اضغطوا g في \
    الصفحة التي تلي سؤاله الأخير

    """,
  ]

  @Test(arguments: ["en", "fr", "ar"])
  func refusesWithEachReasonWhileASignOffIsMissing(language: String) throws {
    let program = try program(changing: Self.unsign)
    let outcome = try program.run(Self.line + " --language \(language)")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints == Self.refusals[language])
    let preview = try program.run(Self.line + " --language \(language) --preview --format html")
    #expect(preview.status == 0)
    #expect(preview.output.contains("<p class=\"mark\""))
    #expect(preview.output.contains("@top-center"))
  }

  private static let editions = [
    "en": """
    version 2023.1 of the questionnaire has no sentences to tell a public profile in; move the \
    session to the next edition with “majlis upgrade”
    """,
    "fr": """
    la version 2023.1 du questionnaire n’a pas de phrases pour rédiger un profil public\u{202F}; \
    passez la session à l’édition suivante avec «\u{A0}majlis upgrade\u{A0}»
    """,
    "ar": """
    لا يتضمن الإصدار 2023.1 من الاستبيان جملا يُكتب بها الملف المعدّ للنشر؛ انقلوا الجلسة إلى \
    الإصدار التالي بالأمر «majlis upgrade»
    """,
  ]

  @Test(arguments: ["en", "fr", "ar"])
  func saysThatItNeedsTheSecondEdition(language: String) throws {
    let program = try Program()
    #expect(try program.run("new s.json --template cairo-2023").status == 0)
    for preview in ["", " --preview"] {
      let line = "report profile s.json --delegation MAR --edition public"
      let outcome = try program.run(line + preview + " --language \(language)")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      let reason = try #require(Self.editions[language])
      #expect(outcome.complaints == "majlis: s.json: MAR: \(reason)\n")
    }
    #expect(try program.run("upgrade s.json").status == 0)
    let line = "report profile s.json --delegation MAR --edition public --language en"
    let outcome = try program.run(line)
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        majlis: s.json: MAR: no answer that says what is in place is shared to the regional report, \
        so that the public edition would be empty; share what may be published with h on a question

        """
    )
    #expect(try program.run(line + " --preview").status == 0)
  }

  /// In the program the reasons stand above the preview.
  @Test func isReadInTheProgramWithTheReasonsAboveIt() throws {
    let program = try Program()
    #expect(try program.run("new s.json --template cairo-2023").status == 0)
    let read = try program.run(
      "open s.json --delegation MAR --language en --plain",
      input: "\nR\n2\n",
    )
    #expect(read.status == 0)
    #expect(read.output.contains("National profile, for the public"))
    #expect(read.output.contains("! Preview, not for publication\n"))
    #expect(
      read.output.contains(
        """
        It is not to be published yet:
        - version 2023.1 of the questionnaire has no sentences to tell a public
        """
      )
    )
  }

  @Test func printsTheWorkingEditionUnlessToldOtherwise() throws {
    let program = try program()
    let plain = try program.run("report profile s.json --delegation ZZA --language en")
    #expect(plain.output.contains("Key findings"))
    #expect(
      try program.run("report profile s.json --delegation ZZA --language en --edition working")
        == plain
    )
  }

  @Test(arguments: [
    "report gcm s.json --delegation ZZA --edition public",
    "report workshop s.json --preview",
    "report synthesis s.json --annex answers",
    "report profile s.json --delegation ZZA --annex answers",
    "report workshop s.json --annex other",
    "report profile s.json --delegation ZZA --preview",
    "report profile s.json --delegation ZZA --edition working --preview",
    "report profile s.json --delegation ZZA --edition other",
    "report profile s.json --edition public",
  ])
  func isToldWhereItMakesNoSense(line: String) throws {
    let outcome = try program().run(line)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.hasPrefix("majlis: "))
  }
}
