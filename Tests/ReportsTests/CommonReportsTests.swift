import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

/// What common reports tell, and what they keep to themselves.
@Suite struct CommonReportsTests {
  private static let common = Report.allCases.filter { !$0.isOfDelegation }

  private func markdown(
    _ report: Report,
    of session: Session,
    _ questionnaire: Questionnaire,
    in language: Language = .english,
    hasNames: Bool = false,
  ) throws -> String {
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
      hasNames: hasNames,
    )
    return try #require(report.document(of: session, setting)).markdown
  }

  @Test(arguments: Language.allCases)
  func tellsNoSecretOfAnybody(language: Language) throws {
    let day = try CairoDay()
    let session = day.session.withSecrets
    #expect("\(session)".contains("SECRET"))
    for report in Self.common {
      for hasNames in [false, true] {
        let text = try markdown(
          report,
          of: session,
          day.questionnaire,
          in: language,
          hasNames: hasNames,
        )
        #expect(!text.contains("SECRET"), "\(report)")
      }
    }
  }

  @Test func isMadeOfNothingWhereNothingWasReleased() throws {
    let day = try CairoDay()
    let nothing = day.session.replacing { delegation in
      delegation.answers = delegation.answers.mapValues { answer in
        var answer = answer
        answer.sharing = .room
        return answer
      }
      delegation.records = [:]
    }
    let statements = Statements(SharedView(of: nothing, for: .report, in: day.questionnaire))
    #expect(statements.made.isEmpty)
    #expect(statements.leftOut == 0)
  }

  /// Who said what makes no difference but to names.
  @Test func changesNothingButNamesWhereStatesChangePlaces() throws {
    let day = try CairoDay()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("synthesis: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let unnamed = day.session.replacing { $0.records[.profile] = nil }
    let before = try markdown(.synthesis, of: unnamed, day.questionnaire)
    for delegation in unnamed.orderedDelegations {
      #expect(!before.contains(delegation.shortName[.english]), "\(delegation.code)")
    }
    let named = Statements(
      SharedView(of: day.session, for: .report, in: day.questionnaire)
    )
    for _ in 0..<20 {
      let order = unnamed.order.shuffled(using: &generator)
      #expect(
        try markdown(.synthesis, of: unnamed.permuted(order), day.questionnaire) == before,
        "seed \(seed)",
      )
      let permuted = Statements(
        SharedView(of: day.session.permuted(order), for: .report, in: day.questionnaire)
      )
      #expect(permuted.made.map(\.statement) == named.made.map(\.statement), "seed \(seed)")
      #expect(permuted.leftOut == named.leftOut, "seed \(seed)")
    }
  }

  @Test func namesOnlyWhoAgreedAndTakesThreeStates() throws {
    let day = try CairoDay()
    let shared = SharedView(of: day.session, for: .report, in: day.questionnaire)
    let statements = Statements(shared)
    #expect(!statements.made.isEmpty)
    for (statement, named) in statements.made {
      #expect(named.allSatisfy { $0.mayBeNamed }, "\(statement)")
      if case .answer(let number, let step) = statement {
        let states = shared.delegations.filter { $0.answers[number]?.value == .step(step) }
        #expect(states.count >= 3, "\(statement)")
      }
    }
  }

  @Test func countsTheAuthoritiesOfOneStateAsOneVoice() throws {
    func delegation(_ code: String) -> Delegation {
      Delegation(
        code: .sample(code),
        shortName: LocalizedText(code),
        officialName: LocalizedText(code),
        answers: [.sample("1.1.1"): Answer(value: .step(.partial), sharing: .report)],
      )
    }
    func statements(_ codes: String...) -> Statements {
      let session = Session(
        id: "s",
        questionnaire: Questionnaire.everyKind.identity,
        workshop: Workshop(title: TranslatedText("w", language: .english)),
        delegations: codes.map(delegation),
      )
      return Statements(SharedView(of: session, for: .report, in: .everyKind))
    }
    #expect(statements("QNG", "QNG-RBA", "QNG-FEZ").leftOut == 1)
    #expect(statements("QNG", "QNG-RBA", "QND").leftOut == 1)
    #expect(statements("QNG", "QNI", "QND").made.count == 1)
  }

  @Test func givesTheContactOfACardOnlyWhereNamesAreAskedFor() throws {
    let day = try CairoDay()
    let contact = "contact-QND"
    #expect(try !markdown(.exchange, of: day.session, day.questionnaire).contains(contact))
    #expect(
      try markdown(.exchange, of: day.session, day.questionnaire, hasNames: true)
        .contains(contact)
    )
  }

  @Test func tellsInNoPlaceWhoWishesWithoutAName() throws {
    let day = try CairoDay()
    let text = try markdown(.exchange, of: day.session, day.questionnaire)
    let row = try #require(
      text.split(separator: "\n").first { $0.contains("delegations, not named") }
    )
    // Boralia and Falconia wish anonymously, and are said nowhere in the row.
    #expect(!row.contains("Boralia") && !row.contains("Falconia"))
    #expect(row.contains("2 delegations, not named"))
  }
}

extension Session {
  /// The same with something done to each delegation.
  fileprivate func replacing(_ change: (inout Delegation) -> Void) -> Session {
    Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: orderedDelegations.map { delegation in
        var delegation = delegation
        change(&delegation)
        return delegation
      },
      history: history,
      receipts: receipts,
      records: records,
    )
  }

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

  /// The same with a secret in everything that no common report may tell, also beside what was
  /// released.
  fileprivate var withSecrets: Session {
    replacing { delegation in
      let secret = "SECRET-\(delegation.code)"
      for number in delegation.answers.keys {
        delegation.answers[number]?.positions[secret] =
          Position(value: .declined, reason: secret, evidence: secret)
        delegation.answers[number]?.reservations[secret] = secret
        delegation.answers[number]?.by = secret
        delegation.answers[number]?.comments.append(
          Comment(id: secret, text: secret, by: secret, at: CairoDay.start)
        )
        guard delegation.answers[number]?.sharing != .report else { continue }
        delegation.answers[number]?.value = .notApplicable(reason: secret)
        delegation.answers[number]?.note = TranslatedText(secret, language: .arabic)
        delegation.answers[number]?.evidence = [
          Evidence(id: "e", kind: .practice, title: secret, article: secret, link: secret)
        ]
      }
      delegation.delegates = delegation.delegates.map { delegate in
        var delegate = delegate
        delegate.name = secret
        return delegate
      }
      for sharing in [Sharing.private, .room] {
        let key = "\(secret)-\(sharing)"
        let question = QuestionNumber.sample("3.1.1")
        var card = ExperienceCard(question: question, title: secret)
        card.sharing = sharing
        card.contact = secret
        let records: [Record] = [
          .offer(Offer(question: question, text: secret, sharing: sharing)), .card(card),
          .priority(Priority(title: secret, domain: 3, sharing: sharing)),
        ]
        for record in records { delegation.records[RecordKey(record.kind, key)] = record }
      }
      delegation.records[.interest] = .interest(
        Interest(isInterested: true, note: secret, sharing: .room)
      )
      let own: [Record] = [
        .consulted(Consulted(domain: 1, institution: secret)),
        .verification(Verification(question: .sample("1.1.1"), by: secret)),
        .remark(DraftRemark(institution: secret, comment: secret, response: secret)),
        .signOff(SignOff(domain: 1, by: secret, at: CairoDay.start, after: nil)),
        .baseline(
          Baseline(
            at: CairoDay.start,
            by: secret,
            fingerprint: secret,
            version: secret,
            answers: [:],
          )
        ),
        .profile(ProfileFrame(context: TranslatedText(secret, language: .arabic))),
      ]
      for record in own {
        let key = record.kind == .profile ? "profile" : secret
        delegation.records[RecordKey(record.kind, key)] = record
      }
    }
  }
}
