package import Consultation

/// A delegation with a secret in every field that is not for the public, and another word in every
/// one that is.
package enum SecretProfile {
  package static let secret = "SECRET"
  /// What the public edition has to say in each language.
  package static let publicTexts = [
    "PUBLIC-LAW", "PUBLIC-ARTICLE", "PUBLIC-ISSUER", "PUBLIC-CONTEXT", "PUBLIC-TITLE",
    "PUBLIC-DONE", "PUBLIC-BY", "PUBLIC-INSTRUMENT", "PUBLIC-FOREWORD", "PUBLIC-AREA",
    "PUBLIC-PARAGRAPH", "PUBLIC-MINISTRY",
    "PUBLIC-FIGURE", "PUBLIC-ACRONYM", "PUBLIC-SOURCE",
  ]

  package static func session() throws -> (session: Session, questionnaire: Questionnaire) {
    try made.get()
  }

  private static let made = Result { try makeSession() }

  private static func makeSession() throws -> (session: Session, questionnaire: Questionnaire) {
    let questionnaire = try Questionnaire.secondEdition()
    var delegation = Sampleland.delegation
    delegation.delegates = [
      Delegate(id: "d", name: secret, institution: secret, role: secret, isOnline: false)
    ]
    var session = Session(
      id: secret,
      questionnaire: questionnaire.identity,
      workshop: Workshop(title: TranslatedText(secret, language: .english)),
      delegations: [delegation],
    )
    for (number, wishes) in answers {
      for wish in wishes {
        try session.fulfil(
          wish,
          on: number,
          by: secret,
          of: Sampleland.code,
          in: questionnaire,
        )
      }
    }
    for (id, record) in records {
      let change = try session.change(
        setting: RecordKey(record.kind, id),
        to: record,
        of: Sampleland.code,
        stamp: session.nextStamp(by: secret),
      )
      if let change { session.apply(change) }
    }
    return (session, questionnaire)
  }

  // MARK: Answers

  private static let answers: [(String, [Wish])] =
    [("1.1.1", [.elements(["refugees"]), .sharing(.report), .evidence(id: "law", law)] + around)]
    + [
      ("1.1.2", [.answer(.step(.established))]),
      ("1.1.3", [.answer(.step(.established)), .sharing(.room)]),
      ("1.1.4", [.answer(.step(.absent)), .sharing(.report)]),
      ("1.2.1", [.answer(.declined), .sharing(.report)]),
      ("1.2.2", [.answer(.notApplicable(reason: secret)), .sharing(.report)]),
      ("1.4.2", [.answer(.step(.partial)), .sharing(.report)]),
      ("1.5.1", [.answer(.step(.established)), .sharing(.report), .status(.toVerify)]),
      ("1.5.2", [.answer(.step(.established)), .sharing(.report), reservation]),
      ("1.7.1", [.instrument("ICRMW", .partial), .sharing(.report)]),
      ("2.1.1", [.sharing(.report)]),
    ].map { ($0.0, $0.1 + around + [.evidence(id: "s", source)]) }

  private static let law = Evidence(
    id: "law",
    title: "PUBLIC-LAW",
    year: 2011,
    article: "PUBLIC-ARTICLE",
    issuer: "PUBLIC-ISSUER",
  )
  private static let source = Evidence(
    id: "s",
    kind: .policy,
    title: secret,
    article: secret,
    link: secret,
    issuer: secret,
  )
  private static let reservation = Wish.reservation(institution: secret, secret)

  /// What stands around an answer and is never for the public.
  private static let around: [Wish] = [
    .note(TranslatedText(secret, language: .english)), .applied(.partly),
    .position(institution: secret, Position(value: .step(.partial), reason: secret)),
    .comment(
      id: secret,
      Comment(id: secret, text: secret, by: secret, at: Timestamp(milliseconds: 0)),
    ),
  ]

  // MARK: Records

  private static var card: ExperienceCard {
    var card = ExperienceCard(question: .sample("1.1.1"), title: "PUBLIC-TITLE")
    card.done = "PUBLIC-DONE"
    card.by = "PUBLIC-BY"
    card.instrument = "PUBLIC-INSTRUMENT"
    card.costAndTime = secret
    card.obstacles = secret
    card.contact = secret
    card.sharing = .report
    return card
  }

  private static var keptCard: ExperienceCard {
    var card = ExperienceCard(question: .sample("1.1.1"), title: secret)
    card.done = secret
    card.sharing = .room
    return card
  }

  private static let baseline = Baseline(
    at: Timestamp(milliseconds: 0),
    by: secret,
    fingerprint: secret,
    version: "2026.1",
    answers: [
      "1.1.1": Baseline.Answer(value: "absent", note: secret, evidence: [secret], wording: secret)
    ],
  )

  private static let records: [(String, Record)] =
    [
      ("card", .card(card)), ("kept", .card(keptCard)),
      (
        "profile",
        .profile(
          ProfileFrame(
            context: TranslatedText(
              "PUBLIC-CONTEXT",
              language: .english,
              translations: [
                .arabic: .init(secret, standing: .machine),
                .french: .init(secret, standing: .approved, isOlder: true),
              ],
            )
          )
        ),
      ), ("baseline", .baseline(baseline)),
      (
        "1.1.1",
        .offer(Offer(question: .sample("1.1.1"), text: secret, sharing: .report)),
      ), ("consulted", .consulted(Consulted(domain: 1, institution: secret))),
      ("interest", .interest(Interest(isInterested: true, note: secret, sharing: .report))),
      ("priority", .priority(Priority(title: secret, sharing: .report))),
      ("verification", .verification(Verification(question: .sample("1.1.1"), by: secret))),
      ("review", .reviewNote(ReviewNote(title: secret, text: secret))),
      ("remark", .remark(DraftRemark(institution: secret, comment: secret, response: secret))),
      ("1.1.2", .firstRound(FirstRound(question: .sample("1.1.2"), isHidden: true))),
    ] + texts

  // MARK: What it writes of its profile

  private static let left = PassagePlace(isPrinted: false)

  private static func passage(
    _ section: ProfileSection,
    _ text: String,
    domain: Int? = nil,
  ) -> Record {
    let translations: [Language: TranslatedText.Translation] = [
      .arabic: .init(secret, standing: .machine),
      .french: .init(secret, standing: .approved, isOlder: true),
    ]
    return .passage(
      ProfilePassage(
        section: section,
        domain: domain,
        text: TranslatedText(text, language: .english, translations: translations),
      )
    )
  }

  /// What is left out, or not chosen, is for nobody, whoever wrote it.
  private static let texts: [(String, Record)] = [
    ("own-1", passage(.foreword, "PUBLIC-FOREWORD")),
    ("own-2", passage(.developed, "PUBLIC-AREA", domain: 1)),
    ("own-3", passage(.text, "PUBLIC-PARAGRAPH", domain: 1)),
    ("own-4", passage(.process, secret)), ("own-4", .passagePlace(left)),
    ("own-5", passage(.text, secret, domain: 1)), ("own-5", .passagePlace(left)),
    ("own-6", passage(.potential, secret, domain: 1)), ("own-6", .passagePlace(left)),
    ("own-7", passage(.text, secret, domain: 900)), ("own-8", passage(.text, secret)),
    // Worded, and never chosen.
    ("priority-priority", passage(.potential, secret, domain: 1)),
    ("practice-card", .passagePlace(PassagePlace(isPrinted: true))),
    ("practice-kept", .passagePlace(PassagePlace(isPrinted: true))),
    (
      "imprint",
      .imprint(
        Imprint(
          ministry: TranslatedText("PUBLIC-MINISTRY", language: .english),
          approvedBy: TranslatedText(secret, language: .english),
        )
      ),
    ),
    (
      "figure",
      .keyFigure(
        KeyFigure(
          title: TranslatedText(
            "PUBLIC-FIGURE",
            language: .english,
            translations: [.arabic: .init(secret, standing: .machine)],
          ),
          source: "PUBLIC-SOURCE",
        )
      ),
    ), ("acronym", .acronym(Acronym(short: "PUBLIC-ACRONYM"))),
  ]
}
