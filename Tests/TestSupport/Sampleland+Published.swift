package import Consultation

extension Sampleland {
  /// Sampleland after its assessment: answered in the second edition, shared as far as it is to be
  /// published, signed off and approved; with a baseline of the year before.
  package static func published() throws -> (session: Session, questionnaire: Questionnaire) {
    try madePublished.get()
  }

  private static let madePublished = Result { try makePublished() }

  private static func makePublished() throws -> (session: Session, questionnaire: Questionnaire) {
    let questionnaire = try Questionnaire.secondEdition()
    var session = Session(
      id: "sampleland",
      questionnaire: questionnaire.identity,
      workshop: Workshop(title: TranslatedText("تقييم دولة مثال", language: .arabic)),
      delegations: [delegation],
    )
    try session.publish("1.1.3", ["primary"], [schools], in: questionnaire)
    try session.publish("2.1.1", nil, [], in: questionnaire, sharing: .private)
    try session.freeze(in: questionnaire)
    for (number, elements, sources) in inPlace {
      try session.publish(number, elements, sources, in: questionnaire)
    }
    for (instrument, standing) in instruments {
      try session.fulfil(
        .instrument(instrument, standing),
        on: "1.7.1",
        by: author,
        of: code,
        in: questionnaire,
      )
    }
    try session.fulfil(.sharing(.report), on: "1.7.1", by: author, of: code, in: questionnaire)
    try session.leaveOut(in: questionnaire)
    try session.set(.card(card), "card")
    for (index, note) in reviewNotes.enumerated() {
      try session.set(.reviewNote(note), "n\(index + 1)")
    }
    try session.set(.priority(priority), "priority")
    let consulted = Consulted(domain: 1, institution: "Ministère de la Santé", manner: .letter)
    try session.set(.consulted(consulted), "consulted")
    try session.set(.profile(frame), "profile")
    for (id, record) in session.delegations[code].map({ texts(answering: questionnaire, $0) }) ?? []
    {
      try session.set(record, id)
    }
    for domain in questionnaire.domains {
      let stamp = session.nextStamp(by: author)
      if let change = try session.signing(domain.number, of: code, stamp: stamp) {
        session.apply(change)
      }
    }
    return (session, questionnaire)
  }

  fileprivate static let author = "ليلى سالم"

  private static let frame = ProfileFrame(
    standing: .approved,
    context: TranslatedText(
      "دولة مثال بلد منشأ وعبور ومقصد. ويقيم فيها مهاجرون من ثلاثين دولة، ويعمل كثير من مواطنيها في الخارج.",
      language: .arabic,
      translations: [
        .english: .init(
          """
          Sampleland is a country of origin, transit and destination. Migrants of thirty \
          nationalities live in it, and many of its nationals work abroad.
          """,
          standing: .approved,
        ),
        .french: .init("Traduction automatique à ne pas imprimer.", standing: .machine),
      ],
    ),
  )

  private static var card: ExperienceCard {
    var card = ExperienceCard(question: .sample("1.1.2"), title: "Des médiatrices à l’hôpital")
    card.done = "Vingt médiatrices accompagnent les patientes qui ne parlent pas la langue du pays."
    card.by = "Ministère de la Santé"
    card.costAndTime = "À ne pas imprimer : deux ans"
    card.contact = "À ne pas imprimer : Karim B."
    card.sharing = .report
    return card
  }

  private static let reviewNotes = [
    ReviewNote(
      title: "Des données dispersées",
      text: "Cinq administrations recueillent des données sans définitions communes.",
    ),
    ReviewNote(
      title: "إشراك السلطات المحلية من البداية",
      kind: .lesson,
      roundTable: RoundTable(3),
      text: "أسهمت المشاورات المبكرة مع البلديات في تيسير تنفيذ الخدمات.",
    ),
    ReviewNote(
      title: "Long procedures for work permits",
      roundTable: RoundTable(1),
    ),
  ]

  private static var priority: Priority {
    var priority = Priority(title: "Un registre commun des données migratoires", domain: 2)
    priority.support = "Expertise statistique"
    priority.nextStep = "Réunir un groupe de travail interministériel"
    priority.owner = "Institut national de la statistique"
    priority.due = CalendarDate(year: 2023, month: 12, day: 31)
    return priority
  }

  private static let instruments: [(String, Standing)] = [
    ("ICRMW", .partial), ("CSR51", .established), ("CSR67", .established), ("CSSP54", .absent),
    ("CRS61", .absent), ("ICERD", .established), ("CEDAW", .established), ("CRC", .established),
    ("Trafficking2000", .established), ("Smuggling2000", .absent),
  ]

  // MARK: Sources

  private static let constitution = Evidence(
    id: "",
    title: "الدستور",
    year: 2011,
    article: "المادة 30",
    issuer: "البرلمان",
  )
  private static let health = Evidence(
    id: "",
    title: "قانون الصحة",
    year: 2019,
    article: "المادة 4",
    issuer: "البرلمان",
  )
  private static let schools = Evidence(id: "", title: "Law 07-12", year: 2012, article: "art. 2")
  private static let schoolDecree = Evidence(
    id: "",
    title: "Decree 118",
    year: 2021,
    link: "https://example.org/decrees/118",
    issuer: "Ministry of the Interior",
  )
  private static let aliens = Evidence(
    id: "",
    title: "Loi n° 34-09",
    year: 2011,
    article: "art. 3",
    issuer: "البرلمان",
  )
  private static let aliensAgain = Evidence(
    id: "",
    title: "Loi n° 34-09",
    year: 2011,
    article: "art. 17",
  )
  private static let labour = Evidence(id: "", title: "قانون العمل رقم 65 لسنة 2003", year: 2003)
  private static let strategy = Evidence(
    id: "",
    kind: .strategy,
    title: "National Migration Strategy",
    year: 2014,
    link: "https://example.org/strategy",
    issuer: "Ministry of the Interior",
  )
  private static let council = Evidence(
    id: "",
    kind: .institution,
    title: "المجلس الأعلى للهجرة",
    year: 2015,
  )
  private static let agreement = Evidence(
    id: "",
    kind: .agreement,
    title: "Accord de main-d’œuvre avec la République d’Essai",
    year: 2018,
  )
  private static let survey = Evidence(
    id: "",
    kind: .dataSource,
    title: "Labour Force Survey",
    year: 2022,
    issuer: "National Statistics Office",
  )

  /// The number, the elements where some are ticked, and the sources.
  private static let inPlace: [(String, [String]?, [Evidence])] = [
    ("1.1.1", ["longTermResidents", "refugees"], [health]),
    ("1.1.2", nil, [health, constitution]),
    ("1.1.3", ["primary", "laterStages"], [schools, schoolDecree]),
    ("1.1.4", ["workInjury"], [labour]),
    ("1.2.1", ["courts", "legalAid", "interpretation"], [constitution, aliens]),
    ("1.2.2", ["discrimination"], []), ("1.3.1", nil, [aliensAgain]),
    ("1.4.1", ["longTermResidents"], [labour]), ("1.4.2", nil, [labour]),
    ("1.4.3", ["selfEmployment", "founding"], []), ("1.5.1", nil, [aliensAgain]),
    ("1.5.3", ["birthRegistration", "lateRegistration"], [aliens]), ("1.5.5", nil, []),
    ("2.1.1", nil, [council]), ("2.1.2", nil, []), ("2.1.3", nil, [council]),
    ("2.1.5", ["law", "rights"], []), ("2.1.6", ["implementation"], []),
    ("2.2.1", nil, [aliens]), ("2.3.1", nil, [strategy]),
    ("2.3.3", ["activities", "bodies", "timetable"], [strategy]), ("2.5.1", nil, [survey]),
    ("2.5.2", nil, []), ("3.1.1", ["recruitment", "terms"], [agreement]),
    ("3.1.2", ["consultations", "consular"], []), ("3.2.1", nil, []),
    ("3.2.3", ["data", "labour"], []), ("3.3.1", nil, []), ("3.3.3", nil, []),
    ("3.3.4", ["reviewForum", "refugeeForum"], []), ("3.4.1", nil, [strategy]),
    ("4.1.1", nil, [survey]), ("4.1.5", nil, [survey]),
    ("4.1.7", ["licensing", "fees"], [labour]),
    ("4.3.2", nil, [aliens]), ("4.3.3", nil, []), ("5.1.2", ["shelter", "health"], []),
    ("5.2.3", nil, []), ("5.2.4", ["grounds", "nonRefoulement"], [constitution]),
    ("6.1.1", nil, [aliens]), ("6.1.3", nil, []), ("6.1.4", nil, []),
    ("6.4.1", ["law", "body", "referral"], []), ("6.4.3", nil, []),
  ]
}

extension Session {
  /// What Sampleland answers to a question: these elements, or all of it.
  fileprivate mutating func publish(
    _ number: String,
    _ elements: [String]?,
    _ sources: [Evidence],
    in questionnaire: Questionnaire,
    sharing: Sharing = .report,
  ) throws {
    var wishes: [Wish] = [
      elements.map { .elements(Set($0)) } ?? .answer(.step(.established)), .sharing(sharing),
    ]
    for (index, source) in sources.enumerated() {
      let piece = Evidence(
        id: "\(number)-\(index)",
        kind: source.kind,
        title: source.title,
        year: source.year,
        article: source.article,
        link: source.link,
        issuer: source.issuer,
      )
      wishes.append(.evidence(id: piece.id, piece))
    }
    for wish in wishes {
      try fulfil(
        wish,
        on: number,
        by: Sampleland.author,
        of: Sampleland.code,
        in: questionnaire,
      )
    }
  }

  /// What stays out of the public edition, each for another reason.
  fileprivate mutating func leaveOut(in questionnaire: Questionnaire) throws {
    let wishes: [(String, [Wish])] = [
      ("1.6.1", [.answer(.declined), .sharing(.report)]),
      ("1.6.3", [.answer(.step(.absent)), .sharing(.report)]),
      ("2.4.1", [.answer(.step(.established)), .sharing(.room)]),
      ("3.4.2", [.answer(.step(.established)), .sharing(.report), .status(.toVerify)]),
      (
        "6.2.1",
        [
          .answer(.step(.established)), .sharing(.report),
          .reservation(institution: "Ministère de la Santé", "À ne pas imprimer"),
        ],
      ), ("5.1.1", [.answer(.step(.partial)), .sharing(.report)]),
      ("4.4.1", [.answer(.notApplicable(reason: "À ne pas imprimer")), .sharing(.report)]),
    ]
    for (number, wishes) in wishes {
      for wish in wishes {
        try fulfil(wish, on: number, by: Sampleland.author, of: Sampleland.code, in: questionnaire)
      }
    }
  }

  /// Freezes what is answered as a baseline of the year before.
  fileprivate mutating func freeze(in questionnaire: Questionnaire) throws {
    guard let delegation = delegations[Sampleland.code] else { return }
    let baseline = delegation.frozen(
      in: questionnaire,
      at: Timestamp(milliseconds: 1_655_280_000_000),
      by: Sampleland.author,
      fingerprint: "0",
    )
    try set(.baseline(baseline), "baseline")
  }

  fileprivate mutating func set(_ record: Record, _ id: String) throws {
    let change = try change(
      setting: RecordKey(record.kind, id),
      to: record,
      of: Sampleland.code,
      stamp: nextStamp(by: Sampleland.author),
    )
    if let change { apply(change) }
  }
}
