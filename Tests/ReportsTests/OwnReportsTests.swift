import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

/// What a delegation's own reports say of it.
@Suite struct OwnReportsTests {
  private func document(
    _ report: Report,
    of session: Session,
    _ questionnaire: Questionnaire,
    delegation: DelegationCode? = .havenia,
    language: Language = .english,
    beside: Language? = nil,
    hasNames: Bool = false,
  ) throws -> Document? {
    report.document(
      of: session,
      delegation: delegation,
      Report.Setting(
        questionnaire: questionnaire,
        words: try Words.shipped(language),
        beside: try beside.map { try Words.shipped($0) },
        date: CalendarDate(CairoDay.start),
        hasNames: hasNames,
      ),
    )
  }

  @Test func isMadeOnlyForADelegationOfTheSession() throws {
    for report in Report.allCases where report.isOfDelegation {
      for code in [nil, DelegationCode.sample("FRA")] {
        #expect(
          try document(report, of: .sample, .everyKind, delegation: code) == nil,
          "\(report)",
        )
      }
    }
  }

  @Test func isWholeWithoutAnyAnswer() throws {
    for report in Report.allCases {
      let document = try #require(try document(report, of: .sample, .everyKind))
      #expect(document.markdown.contains("imply no opinion"), "\(report)")
      #expect(document.markdown.contains("A sample for tests."), "\(report)")
    }
  }

  /// Where the questionnaire has statements, the profile prints them, with the law in its place.
  @Test func printsStatementsWithWhatIsTickedAndTheLaw() throws {
    let edition = try Questionnaire.secondEdition()
    var session = Session.sample(answering: edition)
    try session.fulfil(.elements(["courts", "legalAid"]), on: "1.2.1", in: edition)
    let law = Evidence(id: "e", title: "Law 34-09", year: 2011, article: "art. 3")
    try session.fulfil(.evidence(id: "e", law), on: "1.2.1", in: edition)
    try session.fulfil(.elements([]), on: "1.1.1", in: edition)
    try session.fulfil(.answer(.step(.partial)), on: "1.1.3", in: edition)
    let text = try #require(try document(.profile, of: session, edition)).plainText(width: 2000)
    let sentence = """
      The law provides for the following on the same terms for migrants as for nationals: access to \
      the courts and legal aid (
      """
    #expect(text.contains(sentence), "\(text)")
    #expect(text.contains("Law 34-09"))
    let absent = "to publicly funded health services on the same terms as nationals."
    #expect(text.contains("The law makes no provision for access by migrants \(absent)"))
    #expect(!text.contains("{"))
  }

  /// A question whose condition does not hold is in no report, whatever was answered to it before.
  @Test func saysNothingOfWhatIsNotAsked() throws {
    var session = Session.sample
    for code in [DelegationCode.havenia, .dorania] {
      try session.fulfil(.answer(.step(.established)), on: "1.1.1", of: code)
      try session.fulfil(.answer(.step(.established)), on: "1.1.2", of: code)
      let law = Evidence(id: "e", kind: .practice, title: "HIDDEN")
      try session.fulfil(.evidence(id: "e", law), on: "1.1.2", of: code)
      try session.fulfil(.sharing(.report), on: "1.1.2", of: code)
    }
    let delegation = try #require(session.delegations[.havenia])
    let baseline = delegation.frozen(
      in: .everyKind,
      at: CairoDay.start,
      by: "a",
      fingerprint: "f",
    )
    let change = try session.change(
      setting: RecordKey(.baseline, "b"),
      to: .baseline(baseline),
      of: .havenia,
      stamp: session.nextStamp(by: "a"),
    )
    session.apply(try #require(change))
    for isAsked in [true, false] {
      for code in [DelegationCode.havenia, .dorania] {
        let level: Step = isAsked ? .partial : .absent
        try session.fulfil(.answer(.step(level)), on: "1.1.1", of: code)
      }
      let shared = SharedView(of: session, for: .report, in: .everyKind)
      #expect(shared.delegations.contains { $0.answers[.sample("1.1.2")] != nil } == isAsked)
      for report in Report.allCases where report != .sdg {
        let setting = Report.Setting(
          questionnaire: .everyKind,
          words: try Words.shipped(.english),
          date: CalendarDate(CairoDay.start),
          annex: report == .workshop ? .answers : nil,
        )
        let document = report.document(of: session, delegation: .havenia, setting)
        let text = try #require(document).plainText(width: 2000)
        let isTold = text.contains("HIDDEN") || text.contains("1.1.2")
        if !isAsked { #expect(!isTold, "\(report)") }
        if isAsked, report == .workshop || report == .profile { #expect(isTold, "\(report)") }
      }
    }
  }

  /// An objective has a heading only where something is told of it, and a challenge or a lesson stands
  /// under its round table; what is absent, declined, to verify or reserved is no progress.
  @Test func reviewsTheCompactOnlyWhereThereIsSomethingToSay() throws {
    var (session, questionnaire) = try Sampleland.published()
    let wishes: [(String, Wish)] = [
      ("1.1.1", .answer(.declined)), ("1.1.2", .answer(.step(.absent))),
      ("1.1.3", .status(.toVerify)), ("1.2.1", .reservation(institution: "Justice", "No")),
    ]
    for (number, wish) in wishes {
      try session.fulfil(wish, on: number, of: Sampleland.code, in: questionnaire)
    }
    let document = try document(.gcm, of: session, questionnaire, delegation: Sampleland.code)
    let blocks = try #require(document).blocks
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .heading(let heading) = block, case .heading(let below) = next else { continue }
      #expect(below.level > heading.level, "\(heading.anchor)")
    }
    let text = try #require(document).plainText(width: 4000)
    for objective in [8, 13, 20, 21] { #expect(!text.contains("Objective \(objective):")) }
    #expect(text.contains("Objective 23:"))
    #expect(!text.contains("publicly funded health services"))
    #expect(!text.contains("public schooling"))
    #expect(!text.contains("access to the courts"))
    let (challenge, lesson) = (
      "Long procedures for work permits", "إشراك السلطات المحلية من البداية",
    )
    let chapter = text.split(separator: "Challenges and lessons learned").last ?? ""
    #expect(chapter.contains(challenge) && chapter.contains(lesson))
  }

  /// Nothing that stayed as it was, and of what did not the law that explains it.
  @Test func followsUpOnChangesAlone() throws {
    var (session, questionnaire) = try Sampleland.published()
    let before = try #require(
      try document(.followup, of: session, questionnaire, delegation: Sampleland.code)
    ).plainText(width: 4000)
    #expect(before.contains("primary education") && before.contains("Decree 118"))
    let delegation = try #require(session.delegations[Sampleland.code])
    let now = delegation.frozen(
      in: questionnaire,
      at: CairoDay.start,
      by: "a",
      fingerprint: "f",
    )
    let change = try session.change(
      setting: RecordKey(.baseline, "b"),
      to: .baseline(now),
      of: Sampleland.code,
      stamp: session.nextStamp(by: "a"),
    )
    session.apply(try #require(change))
    let after = try #require(
      try document(.followup, of: session, questionnaire, delegation: Sampleland.code)
    ).plainText(width: 4000)
    #expect(after.contains("Nothing that was assessed has changed since the baseline."))
    #expect(!after.contains("primary education"))
    try session.fulfil(.elements([]), on: "1.1.3", of: Sampleland.code, in: questionnaire)
    let changed = try #require(
      try document(.followup, of: session, questionnaire, delegation: Sampleland.code)
    ).plainText(width: 4000)
    #expect(changed.contains("1.1.3") && changed.contains("Answers that were reassessed"))
    #expect(!changed.contains("1.1.2"))
  }

  /// What institutions hold, and what is to verify, is in the working file; nothing over nothing is.
  @Test func hasAllThatBelongsToAnAnswerInTheWorkingFile() throws {
    let (session, questionnaire) = try Sampleland.session()
    let document = try document(
      .profile,
      of: session,
      questionnaire,
      delegation: Sampleland.code,
    )
    let text = try #require(document).plainText(width: 4000)
    for words in ["Which hospitals?", "وزارة الداخلية", "Answers to verify", "1.1.3"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Nothing was recorded here."))
    let blocks = try #require(document).blocks
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .heading(let heading) = block, case .heading(let below) = next else { continue }
      #expect(below.level > heading.level, "\(heading.anchor)")
    }
  }

  @Test func noHeadingSkipsALevel() throws {
    let day = try CairoDay()
    let own = try Sampleland.session()
    for (session, questionnaire, code) in [
      (day.session, day.questionnaire, DelegationCode.havenia),
      (own.session, own.questionnaire, Sampleland.code),
    ] {
      for report in Report.allCases {
        let document = try document(report, of: session, questionnaire, delegation: code)
        var level = 0
        for case .heading(let heading) in try #require(document).blocks {
          #expect((1...level + 1).contains(heading.level), "\(report) \(heading.anchor)")
          level = heading.level
        }
      }
    }
  }

  @Test func holdsNothingOfOtherDelegations() throws {
    var session = Session.sample
    try session.fulfil(
      .note(TranslatedText("Doranian note", language: .english)),
      on: "1.1.1",
      of: .dorania,
    )
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1", of: .dorania)
    for report in Report.allCases where report.isOfDelegation {
      let text = try #require(try document(report, of: session, .everyKind)).markdown
      #expect(!text.contains("Dorania"), "\(report)")
    }
    let profile = try document(.profile, of: session, .everyKind, delegation: .dorania)
    #expect(profile?.markdown.contains("Doranian note") == true)
  }

  @Test func namesPeopleOnlyWhereThatIsAskedFor() throws {
    let day = try CairoDay()
    let without = try document(.profile, of: day.session, day.questionnaire)
    #expect(without?.markdown.contains("Delegate A") == false)
    let with = try document(.profile, of: day.session, day.questionnaire, hasNames: true)
    #expect(with?.markdown.contains("Delegate A of QNG") == true)
  }

  @Test(arguments: Report.allCases)
  func putsEveryThingOfASecondLanguageBelowTheFirst(report: Report) throws {
    let day = try CairoDay()
    let arabic = try #require(
      try document(report, of: day.session, day.questionnaire, language: .arabic)
    )
    let french = try #require(
      try document(report, of: day.session, day.questionnaire, language: .french)
    )
    #expect(arabic.blocks.count == french.blocks.count)
    let both = try #require(
      try document(
        report,
        of: day.session,
        day.questionnaire,
        language: .arabic,
        beside: .french,
      )
    )
    #expect(Outline(of: both) == Outline(of: arabic))
    let second = both.blocks.compactMap { block -> Language? in
      if case .aside(let language, _) = block { language } else { nil }
    }
    #expect(second.count > french.blocks.count / 2)
    #expect(Set(second) == [.french])
  }

  @Test func saysOfATextInWhichLanguageItIsAndHowATranslationStands() throws {
    let text = ReportText(words: try Words.shipped(.english), questionnaire: .everyKind)
    var note = TranslatedText("نص", language: .arabic)
    #expect(text.text(note) == Passage("نص", .arabic, marker: "in the original language"))
    for (standing, marker) in [
      (TranslatedText.Standing.machine, "machine translation, not reviewed"),
      (.human, "translation"), (.approved, "approved translation"),
    ] {
      note.translations[.english] = .init("text", standing: standing)
      #expect(text.text(note) == Passage("text", .english, marker: marker))
    }
    let own = TranslatedText("ours", language: .english)
    #expect(text.text(own) == Passage("ours", .english))
  }

  @Test func marksATitleOfTheWorkshopOnlyWhereThatHelps() throws {
    let text = ReportText(words: try Words.shipped(.english), questionnaire: .everyKind)
    var title = TranslatedText("غداء", language: .arabic)
    #expect(text.title(title).marker == "in the original language")
    for (standing, isOlder, marker) in [
      (TranslatedText.Standing.human, false, nil), (.approved, false, nil),
      (.machine, false, "machine translation, not reviewed"),
      (.human, true, "translation of an earlier text"),
    ] as [(TranslatedText.Standing, Bool, String?)] {
      title.translations[.english] = .init("Lunch", standing: standing, isOlder: isOlder)
      #expect(text.title(title) == Passage("Lunch", .english, marker: marker))
    }
  }

  @Test func writesTheDigitsOfTheReaderButLeavesTheCodeOfASubcategory() throws {
    let words = try Words.shipped(.arabic, digits: .arabic)
    let text = ReportText(words: words, questionnaire: .everyKind)
    let subcategory = try #require(SDGSubcategory("1a"))
    #expect(text.subcategory(subcategory).text.hasPrefix("1a "))
    let objective = try #require(CompactObjective(12))
    #expect(text.objective(objective).text.contains("١٢"))
  }

  @Test func tellsAChangeFromOneThatNoNewEvidenceExplains() throws {
    let wording = try #require(Self.wording(of: "1.1.1"))
    let then = Baseline.Answer(
      value: "absent",
      note: nil,
      evidence: ["Old law"],
      wording: wording,
    )
    func development(_ answer: Answer) throws -> Development {
      var delegation = try #require(Session.sample.delegations[.havenia])
      delegation.answers[.sample("1.1.1")] = answer
      let baseline = Baseline(
        at: CairoDay.start,
        by: "a",
        fingerprint: "f",
        version: "1",
        answers: ["1.1.1": then],
      )
      return try #require(
        Development.all(since: baseline, of: delegation, in: .everyKind).first
      )
    }
    let old = Evidence(id: "e1", title: "Old law")
    let new = Evidence(id: "e2", title: "New law")
    let reassessed = try development(Answer(value: .step(.partial), evidence: [old]))
    #expect(reassessed.kind == .reassessed)
    let moved = try development(Answer(value: .step(.partial), evidence: [old, new]))
    #expect(moved.kind == .moved)
    #expect(moved.newEvidence == [new])
    #expect(try development(Answer(value: .step(.absent))).kind == .stayed)
    #expect(try development(Answer()).kind == .opened)
  }

  /// The wording that a baseline keeps of a question.
  private static func wording(of number: String) -> String? {
    let session = Session.sample.answering(number, .absent)
    return session.delegations[.havenia]?.frozen(
      in: .everyKind,
      at: CairoDay.start,
      by: "a",
      fingerprint: "f",
    ).answers[number]?.wording
  }
}
