import Consultation

extension Sampleland {
  /// What Sampleland writes and chooses of its profile, by the identifiers of the records.
  static func texts(
    answering questionnaire: Questionnaire,
    _ delegation: Delegation,
  ) -> [(
    String, Record
  )] {
    let standing = GroundStanding(of: delegation, answering: questionnaire)
    let publication = Publication(of: delegation, answering: questionnaire)
    let suggested = ProfileText(of: delegation, publication, answering: questionnaire)
    let theme = suggested.entry("text-2.5")?.grounds ?? []
    return [
      ("text-2.5", .passage(passage(.text, 2, evidenceBase, standing.fingerprints(of: theme)))),
      ("text-4.3", .passagePlace(PassagePlace(isPrinted: false))),
      ("own-1", .passage(passage(.text, 1, trained))),
      ("developed-1.1.2", .passagePlace(PassagePlace(rank: 2, isPrinted: true))),
      (
        "developed-1.3.1",
        .passage(
          passage(
            .developed,
            1,
            families,
            standing.fingerprints(of: [.answer(QuestionNumber(domain: 1, theme: 3, question: 1))]),
          )
        ),
      ), ("developed-1.3.1", .passagePlace(PassagePlace(rank: 1, isPrinted: true))),
      ("developed-2.3.1", .passagePlace(PassagePlace(isPrinted: true))),
      ("own-2", .passage(passage(.potential, 2, data))),
      ("practice-card", .passagePlace(PassagePlace(isPrinted: true))),
      ("own-3", .passage(passage(.foreword, nil, foreword))),
      ("own-4", .passage(passage(.process, nil, process))),
      ("own-5", .passage(passage(.nextSteps, nil, nextSteps))),
      ("own-6", .passage(passage(.acknowledgements, nil, thanks))),
      ("imprint", .imprint(imprint)), ("f1", .keyFigure(migrants)),
      ("f2", .keyFigure(remittances)), ("a1", .acronym(acronym)),
    ]
  }

  private static func passage(
    _ section: ProfileSection,
    _ domain: Int?,
    _ text: TranslatedText,
    _ grounds: [Ground: String] = [:],
  ) -> ProfilePassage {
    ProfilePassage(section: section, domain: domain, text: text, grounds: grounds)
  }

  private static func text(_ arabic: String, _ english: String, _ french: String) -> TranslatedText
  {
    TranslatedText(
      arabic,
      language: .arabic,
      translations: [
        .english: .init(english, standing: .approved), .french: .init(french, standing: .human),
      ],
    )
  }

  private static let evidenceBase = text(
    "تُجرى دراسة استقصائية للقوى العاملة كل سنة، وفيها أسئلة عن الهجرة.\nوتُنشر نتائجها للجميع.",
    """
    A labour force survey is held every year, with questions on migration.
    Its results are published for everybody.
    """,
    """
    Une enquête sur la population active a lieu chaque année, avec des questions sur la migration.
    Ses résultats sont publiés pour tous.
    """,
  )
  private static let trained = text(
    "دُرّب في عام 2022 موظفو جميع المستشفيات العامة على استقبال المهاجرين.",
    "In 2022, the staff of all public hospitals were trained to receive migrants.",
    "En 2022, le personnel de tous les hôpitaux publics a été formé à l’accueil des migrants.",
  )
  private static let families = text(
    "لم شمل الأسرة",
    "Family reunification",
    "Le regroupement familial",
  )
  private static let data = TranslatedText(
    "Partager les données entre les ministères",
    language: .french,
  )
  private static let foreword = text(
    "يعرض هذا الملف ما بنته دولة مثال في عشر سنوات.",
    "This profile shows what Sampleland has built in ten years.",
    "Ce profil montre ce que l’Exemplie a construit en dix ans.",
  )
  private static let process = text(
    "أُجري التقييم بين كانون الثاني/يناير وأيار/مايو 2023، وشاركت فيه تسع وزارات.",
    "The assessment was made from January to May 2023; nine ministries took part in it.",
    "L’évaluation a été menée de janvier à mai 2023\u{202F}; neuf ministères y ont participé.",
  )
  private static let nextSteps = text(
    "تُعرض النتائج على اللجنة الوطنية في تشرين الأول/أكتوبر.",
    "The results go to the national committee in October.",
    "Les résultats seront présentés au comité national en octobre.",
  )
  private static let thanks = text(
    "المجلس الأعلى للهجرة؛ الجهاز الوطني للإحصاء",
    "High Council for Migration; National Statistics Office",
    "Haut Conseil de la migration\u{202F}; Office national de la statistique",
  )

  private static let imprint = Imprint(
    ministry: text("وزارة الداخلية", "Ministry of the Interior", "Ministère de l’Intérieur"),
    year: 2023,
    approvedBy: text("مجلس الوزراء", "Council of Ministers", "Conseil des ministres"),
    approvedOn: CalendarDate(year: 2023, month: 6, day: 1),
    citation: nil,
  )
  private static let migrants = KeyFigure(
    title: text("المهاجرون المقيمون", "Migrants who reside", "Migrants résidents"),
    figure: "412 000",
    year: 2022,
    source: "Labour Force Survey",
  )
  private static let remittances = KeyFigure(
    title: text(
      "التحويلات المالية من الخارج",
      "Remittances from abroad",
      "Envois de fonds de l’étranger",
    ),
    figure: "3.1\u{A0}%",
    year: 2021,
    source: "البنك المركزي",
  )
  private static let acronym = Acronym(
    short: "LFS",
    meaning: text(
      "الدراسة الاستقصائية للقوى العاملة",
      "Labour Force Survey",
      "Enquête sur la population active",
    ),
  )
}
