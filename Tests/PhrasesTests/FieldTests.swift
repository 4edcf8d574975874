import Consultation
import Phrases
import TestSupport
import Testing

/// What every description of a record's fields promises, whichever record it is.
@Suite struct FieldTests {
  private let setting: FieldSetting

  init() throws {
    setting = FieldSetting(
      words: try .english(),
      questionnaire: try Words.shippedQuestionnaire(),
      agenda: [
        AgendaItem(
          id: "a",
          kind: .welcome,
          title: TranslatedText("Welcome", language: .english),
          start: 540,
          minutes: 30,
        )
      ],
    )
  }

  @Test func whatIsWrittenOrChosenStandsThereAndNothingElseIsChanged() throws {
    let number = try #require(setting.questionnaire.questions.first?.number)
    let code = try #require(DelegationCode("QNG"))
    try holds(Evidence(id: "e", title: "Law 1"), Evidence.fields)
    try holds(Consulted(domain: 1, institution: "A ministry"), Consulted.fields)
    try holds(Priority(title: "One window"), Priority.fields)
    try holds(DraftRemark(institution: "A ministry"), DraftRemark.fields)
    try holds(ReviewNote(title: "Data"), ReviewNote.fields)
    try holds(Interest(isInterested: true), Interest.fields)
    try holds(ProfileFrame(), ProfileFrame.fields)
    try holds(Verification(question: number), Verification.fields)
    try holds(ExperienceCard(question: number, title: "One window"), ExperienceCard.fields)
    try holds(Exchange(question: number, tells: code, hears: []), Exchange.fields)
    try holds(NextStep(id: "n", text: "Write", owner: ""), NextStep.fields)
    try holds(
      Delegate(id: "d", name: "A", institution: "", role: "", isOnline: false),
      Delegate.fields,
    )
    try holds(setting.agenda[0], AgendaItem.fields)
    try holds(
      WorkshopFrame(title: setting.agenda[0].title, place: nil, days: []),
      WorkshopFrame.fields,
    )
    for kind in [
      Record.Kind.priority, .remark, .reviewNote, .interest, .profile, .imprint, .keyFigure,
      .acronym,
    ] {
      let blank = try #require(Record.blank(RecordKey(kind, "r"), named: "A name"))
      try holds(blank, Record.fields(of: kind))
    }
  }

  /// One field after the other is written or chosen in each way that it can be.
  private func holds<Whole>(_ whole: Whole, _ fields: [Field<Whole>]) throws {
    #expect(!fields.isEmpty)
    for (index, field) in fields.enumerated() {
      switch field.content {
      case .written:
        let text = try #require(
          samples.first { field.writing($0, in: whole, setting) != nil },
          "\(Whole.self) \(index) takes no text",
        )
        let changed = try #require(field.writing(text, in: whole, setting))
        #expect(field.text(in: changed, setting) == text)
        #expect(!field.shown(in: changed, setting).isEmpty)
        expectOthersAsTheyWere(index, fields, whole, changed)
      case .chosen(let choosing):
        for choice in choosing.choices(setting).indices {
          let changed = field.choosing(choice, in: whole, setting)
          #expect((field.chosen(in: changed, setting) ?? 0) == choice)
          #expect(field.writing("x", in: whole, setting) == nil)
          expectOthersAsTheyWere(index, fields, whole, changed)
        }
      }
    }
  }

  /// Texts of which each field that is written takes one: the narrowest first.
  private let samples = ["2024-06-15", "1999", "10:45", "1.1.2", "45", "some words"]

  private func expectOthersAsTheyWere<Whole>(
    _ index: Int,
    _ fields: [Field<Whole>],
    _ before: Whole,
    _ after: Whole,
  ) {
    for (other, field) in fields.enumerated() where other != index {
      #expect(field.text(in: before, setting) == field.text(in: after, setting))
      #expect(field.chosen(in: before, setting) == field.chosen(in: after, setting))
    }
  }

  @Test func aDayThatIsNoneAndANameThatIsLeftOutAreRefused() throws {
    let step = NextStep(id: "n", text: "Write", owner: "")
    #expect(NextStep.fields[0].writing("", in: step, setting) == nil)
    #expect(NextStep.fields[2].writing("2024-02-30", in: step, setting) == nil)
    #expect(NextStep.fields[2].writing("", in: step, setting) != nil)
  }

  @Test(arguments: [("999", false), ("1000", true), ("9999", true), ("10000", false)])
  func aYearHasFourDigits(text: String, isTaken: Bool) throws {
    let piece = Evidence(id: "e", title: "Law 1")
    let field = try #require(Evidence.fields.first { $0.label == .evidenceYear })
    #expect((field.writing(text, in: piece, setting)?.year != nil) == isTaken)
  }

  @Test func theSearchFindsWhatPeopleWroteAndNoNumbers() {
    var piece = Evidence(id: "e", title: "Law 1", year: 2011)
    piece.article = "article 5"
    #expect(setting.texts(of: piece, Evidence.fields) == ["Law 1", "article 5"])
  }
}
