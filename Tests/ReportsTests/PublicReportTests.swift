import Consultation
import Foundation
import Phrases
import Storage
import TestSupport
import Testing

@testable import Reports

/// The edition of a profile that a ministry publishes.
@Suite struct PublicReportTests {
  static func document(
    of session: Session,
    _ questionnaire: Questionnaire,
    in language: Language,
    beside: Language? = nil,
    isPreview: Bool = false,
  ) throws -> Document {
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      beside: try beside.map { try Words.shipped($0) },
      date: CalendarDate(CairoDay.start),
      hasNames: true,
      edition: .public,
      isPreview: isPreview,
    )
    return try #require(
      Report.profile.document(of: session, delegation: Sampleland.code, setting)
    )
  }

  private static func texts(_ document: Document) -> [String] {
    [
      document.markdown, document.html(style: ""), document.plainText(width: 80),
      document.plainText(width: 4000), document.csv,
    ]
  }

  @Test(arguments: Language.allCases)
  func tellsSamplelandInProse(language: Language) throws {
    let (session, questionnaire) = try Sampleland.published()
    let document = try Self.document(of: session, questionnaire, in: language)
    let name = "profile-public.\(language.rawValue)"
    try GoldenReport.expect(document.markdown, "\(name).md")
    try GoldenReport.expect(document.plainText(width: 80), "\(name).txt")
    try GoldenReport.expect(document.html(style: "/* report.css */"), "\(name).html")
  }

  /// The session of the goldens as a file, from which `.ci/pages` makes its pages.
  @Test func keepsSamplelandAsAFile() throws {
    let session = try Sampleland.published().session
    try GoldenReport.expect(SessionJSON.text(session) + "\n", "sampleland-published.json")
  }

  // MARK: What is not for the public

  @Test(arguments: Language.allCases)
  func holdsNothingThatIsNotForThePublic(language: Language) throws {
    let (session, questionnaire) = try SecretProfile.session()
    let working = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
    )
    let all = Report.profile.document(of: session, delegation: Sampleland.code, working)
    #expect(all?.markdown.contains(SecretProfile.secret) == true)
    for isPreview in [false, true] {
      let document = try Self.document(
        of: session,
        questionnaire,
        in: language,
        beside: language == .arabic ? .french : .arabic,
        isPreview: isPreview,
      )
      for text in Self.texts(document) {
        #expect(!text.contains(SecretProfile.secret), "\(text.prefix(4000))")
        for word in SecretProfile.publicTexts {
          #expect(text.contains(word), "\(word)")
        }
      }
    }
  }

  /// No word of the working file for what is not in place, or for how far an answer is.
  @Test(arguments: Language.allCases)
  func saysNothingOfStandingOrOfWhatIsAbsent(language: Language) throws {
    let (session, questionnaire) = try Sampleland.published()
    let text = try Self.document(of: session, questionnaire, in: language).plainText(width: 4000)
    let words = try Words.shipped(language)
    let phrases: [Phrase] = [
      .reportStandingDraft, .reportDeclined, .reportNothing, .reportToVerify,
      .reportReservationOf, .reportOpen, .reportMachine,
    ]
    for phrase in phrases {
      #expect(!text.localizedStandardContains(words(phrase)), "\(words(phrase))")
    }
    for question in questionnaire.questions {
      #expect(!text.contains(words.text(question.text)), "\(question.number)")
      let absent = try #require(question.statements[.absent])
      let sentence = words.text(absent).replacing("{source}.", with: "")
      #expect(!text.contains(sentence), "\(question.number)")
    }
    #expect(!text.contains("{"))
  }

  /// Neither a heading above nothing nor a word in the place of what was not recorded.
  @Test(arguments: Language.allCases)
  func printsNothingOfWhatIsEmpty(language: Language) throws {
    let (full, questionnaire) = try Sampleland.published()
    let bare = Session.sampleland(answering: questionnaire)
    for session in [bare, full] {
      let blocks = try Self.document(of: session, questionnaire, in: language).blocks
      for (block, next) in zip(blocks, blocks.dropFirst()) {
        guard case .heading(let heading) = block, case .heading(let below) = next else { continue }
        #expect(below.level > heading.level, "\(heading.anchor)")
      }
      if case .heading(let last)? = blocks.last { Issue.record("\(last.anchor)") }
    }
    let headings = try Self.document(of: bare, questionnaire, in: language).blocks.filter {
      if case .heading = $0 { true } else { false }
    }
    #expect(headings.count == 1)
  }

  // MARK: The mark

  @Test func marksAPreviewOnEveryPageAndBeforeEveryPart() throws {
    let (session, questionnaire) = try Sampleland.published()
    let plain = try Self.document(of: session, questionnaire, in: .english)
    let marked = try Self.document(of: session, questionnaire, in: .english, isPreview: true)
    let mark = "Preview, not for publication"
    for text in Self.texts(plain) { #expect(!text.contains(mark)) }
    let parts = plain.blocks.count { block in
      if case .heading(let heading) = block { heading.level == 1 } else { false }
    }
    for text in [marked.markdown, marked.plainText(), marked.csv] {
      #expect(text.ranges(of: mark).count == parts + 1)
    }
    let page = marked.html(style: "")
    #expect(page.contains("<p class=\"mark\" role=\"note\">\(mark)</p>"))
    #expect(page.contains("@page { @top-center { content: \"Preview\\2c  not for publication\""))
  }

  /// Whoever makes the document without asking whether it may be published gets the mark.
  @Test func isMarkedWhileAnythingStandsAgainstIt() throws {
    var (session, questionnaire) = try Sampleland.published()
    try session.fulfil(.applied(.partly), on: "3.3.1", of: Sampleland.code, in: questionnaire)
    let document = try Self.document(of: session, questionnaire, in: .french)
    #expect(document.mark?.text == "Aperçu, à ne pas publier")
  }

  // MARK: Prose

  /// `412 000` on a line of Arabic is not `000 412`.
  @Test func groupsOfDigitsStayInTheirOrder() throws {
    let (session, questionnaire) = try Sampleland.published()
    let page = try Self.document(of: session, questionnaire, in: .arabic).html(style: "")
    #expect(page.contains("412\u{A0}000"))
  }

  @Test func namesASourceOnceHoweverOftenItIsCited() throws {
    let (session, questionnaire) = try Sampleland.published()
    let text = try Self.document(of: session, questionnaire, in: .french).plainText(width: 4000)
    #expect(text.contains("(Loi n° 34-09, 2011, art. 3)"))
    #expect(text.contains("(Loi n° 34-09, 2011, art. 17)"))
    #expect(text.ranges(of: "- Loi n° 34-09, 2011").count == 1)
  }

  /// "One of the forums" is said of one: where a delegation set the level below what it ticked, each
  /// element is told by itself.
  @Test func tellsMoreThanAPartElementByElement() throws {
    var (session, questionnaire) = try Sampleland.published()
    let wishes: [Wish] = [
      .elements(["reviewForum", "council", "refugeeForum"]), .answer(.step(.partial)),
    ]
    for wish in wishes {
      try session.fulfil(wish, on: "3.3.4", of: Sampleland.code, in: questionnaire)
    }
    let text = try Self.document(of: session, questionnaire, in: .english).plainText(width: 4000)
    let elements = try #require(questionnaire[.sample("3.3.4")]?.elements)
    #expect(!text.contains("one of the global forums"))
    for element in elements.ticked(["reviewForum", "council", "refugeeForum"]) {
      // Behind its subject, for which a pronoun may stand.
      let predicate = element.statement[.english].replacing("{source}.", with: "").suffix(30)
      #expect(text.contains(predicate), "\(predicate)")
    }
  }

  @Test func givesOneElementItsOwnSentence() throws {
    let (session, questionnaire) = try Sampleland.published()
    let text = try Self.document(of: session, questionnaire, in: .english).plainText(width: 4000)
    let element = try #require(
      questionnaire[.sample("1.4.1")]?.elements?.all.first { $0.code == "longTermResidents" }
    )
    let sentence = element.statement[.english].replacing("{source}.", with: "")
    #expect(text.contains(sentence))
  }
}

extension Session {
  /// Sampleland before anything is answered.
  fileprivate static func sampleland(answering questionnaire: Questionnaire) -> Session {
    Session(
      id: "sampleland",
      questionnaire: questionnaire.identity,
      workshop: Workshop(title: TranslatedText("تقييم", language: .arabic)),
      delegations: [Sampleland.delegation],
    )
  }
}
