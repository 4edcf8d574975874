package import Consultation
import Phrases
import Storage

/// A state that there is not, for whatever shows answers: three people at its table, and answers
/// of every standing.
package enum Sampleland {
  /// One of the codes that ISO 3166-1 leaves to its users.
  package static let code = DelegationCode.sample("ZZA")

  /// The questionnaire that is shipped, and a session of Sampleland alone.
  package static func session() throws -> (session: Session, questionnaire: Questionnaire) {
    try made.get()
  }

  private static let made = Result { try makeSession() }

  private static func makeSession() throws -> (session: Session, questionnaire: Questionnaire) {
    let stored = try Assets.fictitiousWorkshop(id: "sampleland")
    var session = Session(
      id: "sampleland",
      questionnaire: stored.questionnaire.identity,
      workshop: stored.session.workshop,
      delegations: [delegation],
    )
    for (number, wishes) in answers {
      for wish in wishes {
        try session.fulfil(wish, on: number, by: "ليلى سالم", of: code, in: stored.questionnaire)
      }
    }
    return (session, stored.questionnaire)
  }

  /// The delegation before anything is answered.
  package static let delegation = Delegation(
    code: code,
    shortName: LocalizedText(arabic: "دولة مثال", english: "Sampleland", french: "Exemplie"),
    officialName: LocalizedText(
      arabic: "جمهورية دولة مثال",
      english: "Republic of Sampleland",
      french: "République d’Exemplie",
    ),
    digits: .western,
    delegates: [
      Delegate(
        id: "d1",
        name: "ليلى سالم",
        institution: "وزارة الداخلية",
        role: "رئيسة الوفد",
        isOnline: false,
      ),
      Delegate(
        id: "d2",
        name: "Karim B.",
        institution: "Ministère de la Santé",
        role: "",
        isOnline: true,
      ),
      Delegate(
        id: "d3",
        name: "Nour Q.",
        institution: "National Statistics Office",
        role: "adviser",
        isOnline: false,
      ),
    ],
  )

  private static let answers: [(String, [Wish])] = [
    (
      "1.1.1",
      [
        .position(institution: "وزارة الداخلية", Position(value: .step(.partial))),
        .position(
          institution: "Ministère de la Santé",
          Position(value: .step(.established), reason: "Couverture élargie en 2019"),
        ),
        .answer(.step(.partial)),
        .note(TranslatedText("Circulaire de 2019, étendue en 2021.", language: .french)),
        .evidence(id: "e1", Evidence(id: "e1", title: "Loi n° 12", year: 2019)),
        .evidence(
          id: "e2",
          Evidence(id: "e2", title: "قانون الصحة", link: "https://example.org/health"),
        ), .status(.agreed),
        .comment(
          id: "c1",
          Comment(
            id: "c1",
            text: "Which hospitals?",
            by: "Nour Q.",
            at: Timestamp(milliseconds: 1_686_823_200_000),
          ),
        ),
      ],
    ), ("1.1.2", [.answer(.step(.established)), .applied(.partly)]),
    (
      "1.1.3",
      [
        .answer(.step(.absent)), .status(.toVerify),
        .note(TranslatedText("يُراجع مع وزارة التعليم", language: .arabic)),
      ],
    ), ("1.1.4", [.answer(.declined)]),
    ("2.1.1", [.answer(.step(.partial)), .sharing(.report)]),
    ("2.1.2", [.answer(.notApplicable(reason: nil))]),
  ]
}

extension AppDriver {
  /// Sits down at the table of Sampleland, where nobody is asked who they are unless said so.
  package static func sampleland(
    language: Language? = .english,
    width: Int = 80,
    height: Int = 24,
    isAsked: Bool = false,
    changing: (inout Session) throws -> Void = { _ in },
  ) throws -> AppDriver {
    var (session, questionnaire) = try Sampleland.session()
    try changing(&session)
    return try AppDriver(
      session,
      of: questionnaire,
      language: language,
      delegation: Sampleland.code,
      width: width,
      height: height,
      isAuthorGiven: !isAsked,
    )
  }
}
