import Consultation

extension CairoDay {
  /// What a delegation holds beside its answers; each kind of it is released by some.
  static func addRecords(to delegation: inout Delegation, at place: Int) {
    func set(_ kind: Record.Kind, _ id: String, _ record: Record) {
      delegation.records[RecordKey(kind, id)] = record
    }
    exchangeExperience(of: delegation.code, at: place, set)
    if place % 2 == 1 { set(.priority, "p1", .priority(priority(place))) }
    let interest = Interest(
      isInterested: place % 4 != 3,
      deadline: CalendarDate(year: 2023, month: 6, day: 30),
      sharing: place % 2 == 0 ? .report : .private,
    )
    set(.interest, "next", .interest(interest))
    let isNamed: Set<DelegationCode> = [.havenia, .dorania, .sample("QNI")]
    var frame = ProfileFrame(mayBeNamed: isNamed.contains(delegation.code))
    if delegation.code == .havenia {
      frame.standing = .consulted
      frame.context = TranslatedText(
        "بلد منشأ وعبور واستقبال في آن واحد.",
        language: .arabic,
        translations: [
          .french: .init(
            "À la fois pays d’origine, de transit et de destination.",
            standing: .human,
          )
        ],
      )
      consult(set)
    }
    set(.profile, "profile", .profile(frame))
  }

  /// Every third one offers and tells, the others wish to hear, some of them without a name.
  private static func exchangeExperience(
    of code: DelegationCode,
    at place: Int,
    _ set: (Record.Kind, String, Record) -> Void,
  ) {
    let health = QuestionNumber.sample("1.1.1")
    guard place % 3 == 0 else {
      let wish = WishToHear(question: health, sharing: .report, isAnonymous: place % 4 == 1)
      return set(.wish, "1.1.1", .wish(wish))
    }
    let offer = Offer(question: health, text: "خبرة في التغطية الصحية", sharing: .report)
    set(.offer, "1.1.1", .offer(offer))
    var card = ExperienceCard(question: health, title: "تغطية صحية للجميع")
    card.linked = [.sample("1.1.4")]
    card.done = "أُدرج المهاجرون في نظام التأمين الصحي على مراحل."
    card.by = "وزارة الصحة"
    card.instrument = "القانون رقم 34-09"
    card.costAndTime = "سنتان"
    card.obstacles = "Le coût des soins spécialisés"
    card.contact = "contact-\(code)@example.org"
    card.sharing = place == 6 ? .private : .report
    set(.card, "c1", .card(card))
  }

  private static func priority(_ place: Int) -> Priority {
    var priority = Priority(title: "بيانات الهجرة \(place)", domain: 2, sharing: .report)
    priority.support = "Training in statistics"
    priority.nextStep = "إنشاء فريق عمل"
    priority.owner = "جهاز الإحصاء"
    priority.due = CalendarDate(year: 2023, month: 12, day: 31)
    return priority
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
}
