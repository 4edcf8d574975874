import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

/// What the regional synthesis tells, and what it has no place for.
@Suite struct SynthesisTests {
  private func document(
    of session: Session,
    _ questionnaire: Questionnaire,
    in language: Language = .english,
  ) throws -> Document {
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
    )
    return try #require(Report.synthesis.document(of: session, setting))
  }

  private func texts(_ document: Document) -> [String] {
    [
      document.markdown, document.html(style: ""), document.plainText(width: 80),
      document.plainText(width: 4000), document.csv,
    ]
  }

  /// In every answer that is absent, declined, not applicable, open, to verify or shared less far, and
  /// in all that stands beside any answer, a mark that may be in no format.
  @Test(arguments: Language.allCases)
  func namesNothingThatIsNotInPlace(language: Language) throws {
    let (day, questionnaire) = try RegionalDay.session()
    let mark = "ABSENT"
    var count = 0
    let session = day.replacing { delegation in
      for question in questionnaire.questions {
        let values: [AnswerValue?] = [
          .step(.absent), .declined, .notApplicable(reason: mark), nil, .step(.partial),
        ]
        var answer =
          delegation.answers[question.number]
          ?? Answer(value: values[count % values.count], sharing: .report)
        count += 1
        answer.note = TranslatedText(mark, language: .english)
        answer.evidence = [Evidence(id: "e", title: mark, article: mark, issuer: mark)]
        answer.reservations = [mark: mark]
        if count % 7 == 0 { answer.status = .toVerify }
        if count % 11 == 0 { answer.sharing = .room }
        delegation.answers[question.number] = answer
      }
    }
    #expect("\(session)".contains(mark))
    let document = try document(of: session, questionnaire, in: language)
    let words = try Words.shipped(language)
    for text in texts(document) { #expect(!text.contains(mark)) }
    let text = document.plainText(width: 4000)
    for question in questionnaire.questions {
      for step in [Step.absent, .partial] {
        let statement = try #require(question.statements[step])
        let sentence = words.text(statement).replacing("{source}.", with: "")
        #expect(!text.contains(sentence), "\(question.number) \(step)")
      }
      #expect(!text.contains(words.text(question.text)), "\(question.number)")
    }
    #expect(!text.contains("{"))
  }

  /// Whatever states say beside what is in place, the value is the same.
  @Test func isTheSameWhateverElseStatesSay() throws {
    let (day, questionnaire) = try RegionalDay.session()
    let silent = day.replacing { delegation in
      delegation.answers = delegation.answers.filter { $0.value.value != .step(.absent) }
    }
    let synthesis = Synthesis(of: day, answering: questionnaire)
    #expect(!synthesis.said.isEmpty)
    #expect(synthesis == Synthesis(of: silent, answering: questionnaire))
  }

  @Test func isMadeOfNothingWhereNothingWasReleased() throws {
    let (day, questionnaire) = try RegionalDay.session()
    let nothing = day.replacing { delegation in
      delegation.answers = delegation.answers.mapValues { answer in
        var answer = answer
        answer.sharing = .room
        return answer
      }
      delegation.records = [:]
    }
    #expect(Synthesis(of: nothing, answering: questionnaire).said.isEmpty)
    let text = try document(of: nothing, questionnaire).markdown
    #expect(text.contains("No sentence was released by at least three States."))
  }

  /// Who said what makes no difference but to names.
  @Test func changesNothingButNamesWhereStatesChangePlaces() throws {
    let (day, questionnaire) = try RegionalDay.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("synthesis: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let unnamed = day.replacing { $0.records[.profile] = nil }
    let before = try document(of: unnamed, questionnaire).markdown
    for delegation in unnamed.orderedDelegations {
      #expect(!before.contains(delegation.shortName[.english]), "\(delegation.code)")
    }
    let named = Synthesis(of: day, answering: questionnaire)
    for _ in 0..<20 {
      let order = unnamed.order.shuffled(using: &generator)
      #expect(
        try document(of: unnamed.permuted(order), questionnaire).markdown == before,
        "seed \(seed)",
      )
      let permuted = Synthesis(of: day.permuted(order), answering: questionnaire)
      #expect(permuted.said.map(\.statement) == named.said.map(\.statement), "seed \(seed)")
    }
  }

  @Test func namesOnlyWhoAgreedAndTakesThreeStates() throws {
    let (day, questionnaire) = try RegionalDay.session()
    let shared = SharedView(of: day, for: .report, in: questionnaire)
    let agreed = shared.delegations.filter(\.mayBeNamed).map(\.shortName)
    let synthesis = Synthesis(of: day, answering: questionnaire)
    #expect(synthesis.said.contains { !$0.named.isEmpty })
    for said in synthesis.said {
      #expect(said.named.allSatisfy(agreed.contains), "\(said.statement)")
      guard case .inPlace(let number, .whole) = said.statement else { continue }
      let states = shared.delegations.filter { $0.answers[number]?.value == .step(.established) }
      #expect(states.count >= 3, "\(said.statement)")
    }
  }

  /// Beside the whole a part would only tell who has no more than that.
  @Test func tellsNoPartOfWhatIsToldWhole() throws {
    let (day, questionnaire) = try RegionalDay.session()
    let number = QuestionNumber.sample("1.2.1")
    let session = day.replacing { delegation in
      let isWhole = delegation.rank.map { $0 % 2 == 0 } ?? false
      delegation.answers[number] = Answer(
        value: .step(isWhole ? .established : .partial),
        elements: ["courts", "legalAid"],
        sharing: .report,
      )
    }
    let parts = Synthesis(of: session, answering: questionnaire).said.compactMap { said in
      if case .inPlace(number, let part) = said.statement { part } else { nil }
    }
    #expect(parts == [.whole])
  }

  @Test func countsTheAuthoritiesOfOneStateAsOneVoice() throws {
    func delegation(_ code: String) -> Delegation {
      Delegation(
        code: .sample(code),
        shortName: LocalizedText(code),
        officialName: LocalizedText(code),
        answers: [.sample("1.1.1"): Answer(value: .step(.established), sharing: .report)],
      )
    }
    func said(_ codes: String...) -> Int {
      let session = Session(
        id: "s",
        questionnaire: Questionnaire.everyKind.identity,
        workshop: Workshop(title: TranslatedText("w", language: .english)),
        delegations: codes.map(delegation),
      )
      return Synthesis(of: session, answering: .everyKind).said.count
    }
    #expect(said("QNG", "QNG-RBA", "QNG-FEZ") == 0)
    #expect(said("QNG", "QNG-RBA", "QND") == 0)
    #expect(said("QNG", "QNI", "QND") == 1)
  }
}

extension Session {
  /// The same where each delegation says what the one at its place in another order said; whether
  /// it may be named is its own.
  fileprivate func permuted(_ order: [DelegationCode]) -> Session {
    let said = Dictionary(
      zip(self.order, order.compactMap { delegations[$0] }),
      uniquingKeysWith: { first, _ in first },
    )
    return replacing { delegation in
      guard let other = said[delegation.code] else { return }
      let profile = delegation.records[.profile]
      delegation.answers = other.answers
      delegation.records = other.records
      delegation.records[.profile] = profile
    }
  }
}
