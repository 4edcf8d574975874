import Consultation

extension CairoDay {
  static func filled(
    _ delegation: Delegation,
    at place: Int,
    in questionnaire: Questionnaire,
  ) -> Delegation {
    var delegation = delegation
    delegation.delegates = [
      Delegate(
        id: "d1",
        name: "Delegate A of \(delegation.code)",
        institution: delegation.languages.contains(.french)
          ? "Ministère de l’intérieur" : "وزارة الداخلية",
        role: "نقطة اتصال",
        isOnline: false,
      ),
      Delegate(
        id: "d2",
        name: "Delegate B of \(delegation.code)",
        institution: "وزارة الخارجية",
        role: "عضو",
        isOnline: true,
      ),
    ]
    for (index, question) in questionnaire.questions.enumerated()
    where delegation.code == .havenia || index % 3 == place % 3 {
      delegation.answers[question.number] = answer(to: question, index, place)
    }
    for number in ["1.1.1", "2.3.1", "3.2.1", "4.4.1", "6.4.1"] where place % 2 == 1 {
      delegation.answers[.sample(number)] =
        Answer(value: .step(.established), sharing: .report)
    }
    if delegation.code == .havenia { tellAll(&delegation, in: questionnaire) }
    addRecords(to: &delegation, at: place)
    return delegation
  }

  /// Answers of every kind, and none at all to every ninth question.
  private static func answer(to question: Question, _ index: Int, _ place: Int) -> Answer? {
    let values: [AnswerValue?] = [
      .step(.established), .step(.established), .step(.partial), .step(.absent),
      .step(.established), .notApplicable(reason: "لا حالات من هذا النوع"), .step(.partial),
      .declined, nil,
    ]
    guard let value = values[(index * 4 + place * 7) % values.count] else { return nil }
    let sharing: [Sharing] = [.report, .private, .room]
    return Answer(
      value: value,
      applied: index % 4 == 0 ? .partly : nil,
      evidence: index % 5 == 0
        ? [
          Evidence(
            id: "e",
            kind: Evidence.Kind.allCases[index % 7],
            title: "Loi relative au thème \(question.number.domain).\(question.number.theme)",
            year: 2005 + index % 18,
            article: "art. \(1 + index % 9)",
          )
        ] : [],
      sharing: sharing[(index + place) % 3],
    )
  }

  /// What one delegation says in full.
  private static func tellAll(_ delegation: inout Delegation, in questionnaire: Questionnaire) {
    let frozen = delegation.frozen(
      in: questionnaire,
      at: Timestamp(milliseconds: start.milliseconds - 86_400_000 * 365),
      by: "amina",
      fingerprint: String(repeating: "0123456789abcdef", count: 4),
    )
    var then = frozen.answers
    then["1.1.3"] = Baseline.Answer(
      value: "partial",
      note: nil,
      evidence: [],
      wording: "What was asked before",
    )
    for (number, value) in [("1.1.1", "absent"), ("1.2.1", "absent"), ("2.1.1", "partial")] {
      then[number] = Baseline.Answer(
        value: value,
        note: nil,
        evidence: [],
        wording: then[number]?.wording ?? "",
      )
    }
    then["2.1.2"] = nil
    then["9.9.9"] = Baseline.Answer(value: "absent", note: nil, evidence: [], wording: "")
    delegation.records[RecordKey(.baseline, "b")] = .baseline(
      Baseline(
        at: frozen.at,
        by: frozen.by,
        fingerprint: frozen.fingerprint,
        version: frozen.version,
        answers: then,
      )
    )
    answerInFull(&delegation)
  }

  private static func answerInFull(_ delegation: inout Delegation) {
    delegation.answers[.sample("1.1.1")] = onHealth
    delegation.answers[.sample("1.2.1")]?.value = .step(.partial)
    delegation.answers[.sample("1.2.1")]?.note =
      TranslatedText("L’aide juridictionnelle a été étendue en 2022.", language: .french)
    delegation.answers[.sample("1.1.3")] = Answer(value: .step(.established), status: .toVerify)
    delegation.answers[.sample("1.7.1")] = Answer(
      value: .step(.partial),
      instruments: ["ICRMW": .established, "CSR51": .partial, "CRC": .established],
      sharing: .report,
    )
    delegation.answers[.sample("2.1.1")] = Answer(
      value: .step(.established),
      evidence: [
        Evidence(id: "e", kind: .strategy, title: "الاستراتيجية الوطنية للهجرة", year: 2023)
      ],
      status: .agreed,
      sharing: .report,
    )
    delegation.answers[.sample("2.1.2")] = Answer(value: .step(.established))
  }

  /// One answer with everything that an answer can have.
  private static let onHealth = Answer(
    value: .step(.established),
    applied: .partly,
    note: TranslatedText(
      "يستفيد المهاجرون من خدمات الرعاية الصحية الأولية أيا كان وضعهم القانوني.",
      language: .arabic,
      translations: [
        .english: .init(
          "Migrants have access to primary health care whatever their status.",
          standing: .machine,
        ),
        .french: .init(
          "Les migrants ont accès aux soins de santé primaires, quel que soit leur statut.",
          standing: .approved,
        ),
      ],
    ),
    evidence: [
      Evidence(
        id: "e1",
        title: "Loi-cadre n° 34-09 | système de santé",
        year: 2011,
        article: "art. 2",
        link: "https://example.org/34-09",
      ),
      Evidence(id: "e2", kind: .practice, title: "حملات صحية متنقلة", year: 2022),
    ],
    positions: ["Health": Position(value: .step(.partial), reason: "position of Health")],
    reservations: ["Ministère de la santé": "Le texte d’application reste à publier."],
    status: .agreed,
    sharing: .report,
  )
}
