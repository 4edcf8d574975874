package import Consultation
import Phrases
import Storage

/// A filled Cairo day: ten delegations with answers of every kind, some of them released to the
/// report; cards, offers, wishes, exchanges, priorities, a baseline, and the agenda as it was held.
///
/// What is said is made up, by a rule and not by chance, so that it is the same in each run.
package struct CairoDay {
  package let questionnaire: Questionnaire
  package private(set) var session: Session

  /// 09:00 in Cairo on 15 June 2023.
  package static let start = Timestamp(milliseconds: 1_686_808_800_000)

  package init() throws {
    let stored = try Assets(folder: Words.assetsFolder).template("cairo-2023", id: "cairo-day")
    questionnaire = stored.questionnaire
    var workshop = stored.session.workshop
    workshop.parkingLot = [
      ParkedMatter(id: "p1", text: "ما الذي يُعد دليلا على التطبيق؟"),
      ParkedMatter(id: "p2", text: "Who translates the context notes?"),
    ]
    workshop.actions = [
      NextStep(
        id: "a1",
        text: "إرسال قائمة المصادر إلى جميع الوفود",
        owner: "المنظمة الدولية للهجرة",
        due: CalendarDate(year: 2023, month: 6, day: 22),
      ), NextStep(id: "a2", text: "Proposer une date pour la prochaine réunion", owner: "Tunisie"),
    ]
    let questionnaire = questionnaire
    session = Session(
      id: "cairo-day",
      questionnaire: stored.session.questionnaire,
      workshop: workshop,
      delegations: stored.session.orderedDelegations.enumerated().map { place, delegation in
        Self.filled(delegation, at: place, in: questionnaire)
      },
    )
    try holdTheDay()
  }

  // MARK: Delegations

  private static func filled(
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
    where delegation.code == .morocco || index % 3 == place % 3 {
      delegation.answers[question.number] = answer(to: question, index, place)
    }
    for number in ["1.1.1", "2.3.1", "3.2.1", "4.4.1", "6.4.1"] where place % 2 == 1 {
      delegation.answers[.sample(number)] =
        Answer(value: .step(.established), sharing: .report)
    }
    if delegation.code == .morocco { tellAll(&delegation, in: questionnaire) }
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
    delegation.answers[.sample("1.1.1")] = Answer(
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
}

extension CairoDay {
  // MARK: Records

  private static func addRecords(to delegation: inout Delegation, at place: Int) {
    func set(_ kind: Record.Kind, _ id: String, _ record: Record) {
      delegation.records[RecordKey(kind, id)] = record
    }
    let health = QuestionNumber.sample("1.1.1")
    if place % 3 == 0 {
      set(
        .offer,
        "1.1.1",
        .offer(Offer(question: health, text: "خبرة في التغطية الصحية", sharing: .report)),
      )
      var card = ExperienceCard(question: health, title: "تغطية صحية للجميع")
      card.linked = [.sample("1.1.4")]
      card.done = "أُدرج المهاجرون في نظام التأمين الصحي على مراحل."
      card.by = "وزارة الصحة"
      card.instrument = "القانون رقم 34-09"
      card.costAndTime = "سنتان"
      card.obstacles = "Le coût des soins spécialisés"
      card.contact = "contact-\(delegation.code)@example.org"
      card.sharing = place == 6 ? .private : .report
      set(.card, "c1", .card(card))
    } else {
      let wish = WishToHear(question: health, sharing: .report, isAnonymous: place % 4 == 1)
      set(.wish, "1.1.1", .wish(wish))
    }
    if place % 2 == 1 {
      var priority = Priority(title: "بيانات الهجرة \(place)", domain: 2, sharing: .report)
      priority.support = "Training in statistics"
      priority.nextStep = "إنشاء فريق عمل"
      priority.owner = "جهاز الإحصاء"
      priority.due = CalendarDate(year: 2023, month: 12, day: 31)
      set(.priority, "p1", .priority(priority))
    }
    set(
      .interest,
      "next",
      .interest(
        Interest(
          isInterested: place % 4 != 3,
          deadline: CalendarDate(year: 2023, month: 6, day: 30),
          sharing: place % 2 == 0 ? .report : .private,
        )
      ),
    )
    let isNamed: Set<DelegationCode> = [.morocco, .iraq, .sample("TUN")]
    set(
      .profile,
      "profile",
      .profile(
        ProfileFrame(
          standing: delegation.code == .morocco ? .consulted : .draft,
          context: delegation.code == .morocco
            ? TranslatedText(
              "بلد منشأ وعبور واستقبال في آن واحد.",
              language: .arabic,
              translations: [
                .french: .init(
                  "À la fois pays d’origine, de transit et de destination.",
                  standing: .human,
                )
              ],
            ) : nil,
          mayBeNamed: isNamed.contains(delegation.code),
        )
      ),
    )
    if delegation.code == .morocco { consult(set) }
  }

  private static func consult(_ set: (Record.Kind, String, Record) -> Void) {
    let day = CalendarDate(year: 2023, month: 5, day: 4)
    set(
      .consulted,
      "c1",
      .consulted(Consulted(domain: 1, institution: "وزارة الصحة", manner: .meeting, on: day)),
    )
    set(
      .consulted,
      "c2",
      .consulted(
        Consulted(
          domain: 2,
          question: .sample("2.5.1"),
          institution: "Haut-Commissariat au plan",
          manner: .letter,
        )
      ),
    )
    set(
      .remark,
      "r1",
      .remark(
        DraftRemark(
          institution: "وزارة العدل",
          domain: 1,
          comment: "Préciser l’article cité.",
          response: "أُضيفت المادة.",
          on: day,
        )
      ),
    )
    set(.remark, "r2", .remark(DraftRemark(institution: "Haut-Commissariat au plan")))
    set(
      .verification,
      "1.1.3",
      .verification(Verification(question: .sample("1.1.3"), by: "وزارة التربية", due: day)),
    )
  }

  // MARK: The day

  /// Begins each item of the agenda some minutes late, and lets everybody come, tell and hear.
  private mutating func holdTheDay() throws {
    for (index, code) in session.order.enumerated() {
      try set(
        .attendance(of: code),
        .attendance(
          Attendance(
            delegation: code,
            arrivedAt: Self.at(minutes: index),
            leftAt: index == 4 ? Self.at(minutes: 300) : nil,
          )
        ),
      )
    }
    for (index, item) in session.workshop.agenda.enumerated() where index < 11 {
      let begins = Self.at(minutes: item.start - 540 + index)
      try set(.room, .room(RoomState().beginning(item, at: begins)))
    }
    var exchange = Exchange(
      question: .sample("1.1.1"),
      tells: .morocco,
      hears: [.iraq, .sample("TUN")],
    )
    exchange.acceptedBy = [.morocco, .iraq, .sample("TUN")]
    exchange.said = "عُرضت مراحل إدراج المهاجرين في نظام التأمين."
    exchange.takenHome = "Commencer par les soins d’urgence."
    try set(RecordKey(.exchange, "x1"), .exchange(exchange))
    exchange.acceptedBy = [.morocco]
    exchange.said = "not agreed"
    try set(RecordKey(.exchange, "x2"), .exchange(exchange))
  }

  private static func at(minutes: Int) -> Timestamp {
    Timestamp(milliseconds: start.milliseconds + Int64(minutes) * 60_000)
  }

  private mutating func set(_ key: RecordKey, _ record: Record) throws {
    let number = session.history.count
    let change = try session.change(
      setting: key,
      to: record,
      stamp: Change.Stamp(
        id: "day-\(number)",
        at: Timestamp(milliseconds: Self.start.milliseconds + Int64(number)),
        by: "facilitator",
        role: .facilitator,
      ),
    )
    if let change { session.apply(change) }
  }
}
