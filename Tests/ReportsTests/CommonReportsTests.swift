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
    annex: ReportAnnex? = nil,
  ) throws -> String {
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
      hasNames: hasNames,
      annex: annex,
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
          annex: report == .workshop ? .answers : nil,
        )
        #expect(!text.contains("SECRET"), "\(report)")
      }
    }
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
          Evidence(
            id: "e",
            kind: .practice,
            title: secret,
            article: secret,
            link: secret,
            issuer: secret,
          )
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
        .reviewNote(ReviewNote(title: secret, text: secret)),
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
