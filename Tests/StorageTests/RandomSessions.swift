import Consultation
import TestSupport

/// Sessions of the small questionnaire made by chance, with every part that a session can have.
struct RandomSessions {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  static let questions = [
    "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5",
    "9.9.9",
  ].compactMap { QuestionNumber($0) }

  private static let fingerprint = String(repeating: "0a", count: 32)

  mutating func next() -> Session {
    let codes = ["MAR", "IRQ", "MAR-RBA", "YEM"].shuffled(using: &generator).prefix(below(5))
    let delegations = codes.compactMap { DelegationCode($0) }.map { delegation($0) }
    return Session(
      id: text(),
      questionnaire: Questionnaire.Identity(id: "small", version: "1"),
      workshop: workshop(),
      delegations: delegations,
      history: (0..<below(8)).map { number in
        below(3) == 0
          ? recordChange("c\(number)", order: Int64(number))
          : change("c\(number)", order: Int64(number))
      },
      receipts: (0..<below(2)).map { _ in
        Receipt(
          delegation: .sample("IRQ"),
          at: moment(),
          by: text(),
          fingerprint: Self.fingerprint,
        )
      },
      handOver: maybe {
        HandOver(delegation: .sample("IRQ"), at: $0.moment(), fingerprint: Self.fingerprint)
      },
    )
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func one<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func maybe<Value>(
    _ make: (inout RandomSessions) -> Value
  ) -> Value? { below(2) == 0 ? nil : make(&self) }

  private mutating func ids(_ limit: Int) -> [String] { (0..<below(limit)).map { "i\($0)" } }

  mutating func text() -> String {
    let parts = [
      "قانون", " ", "é", "e\u{301}", "\n", "\"", "\\", "\u{2028}", "\u{0}", "1", "😀", "{",
    ]
    return (0..<below(6)).map { _ in one(parts) }.joined()
  }

  private mutating func translated() -> TranslatedText {
    var translations: [Language: TranslatedText.Translation] = [:]
    for language in Language.allCases where below(3) == 0 {
      translations[language] = TranslatedText.Translation(
        text(),
        standing: one(TranslatedText.Standing.allCases),
        isOlder: below(4) == 0,
      )
    }
    return TranslatedText(text(), language: one(Language.allCases), translations: translations)
  }

  private mutating func names() -> LocalizedText {
    LocalizedText(arabic: "ا" + text(), english: "E" + text(), french: "F" + text())
  }

  private mutating func date() -> CalendarDate {
    CalendarDate(year: 1 + below(9999), month: 1 + below(12), day: 1 + below(28))
      ?? one(CalendarDate("2023-06-15").map { [$0] } ?? [])
  }

  private mutating func moment() -> Timestamp {
    Timestamp(
      milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator)
    )
  }

  private mutating func workshop() -> Workshop {
    var workshop = Workshop(title: translated(), place: maybe { $0.translated() })
    workshop.days = (0..<below(3)).map { _ in date() }
    workshop.agenda = ids(4).map { id in
      AgendaItem(
        id: id,
        kind: one(AgendaItem.Kind.allCases),
        title: translated(),
        start: below(1440),
        minutes: below(1441),
      )
    }
    workshop.parkingLot = ids(3).map { ParkedMatter(id: $0, text: text()) }
    workshop.actions = ids(3).map {
      NextStep(id: $0, text: text(), owner: text(), due: maybe { $0.date() })
    }
    return workshop
  }

  private mutating func delegation(_ code: DelegationCode) -> Delegation {
    Delegation(
      code: code,
      kind: one(Delegation.Kind.allCases),
      shortName: names(),
      officialName: names(),
      mode: one(Delegation.Mode.allCases),
      languages: Language.allCases.shuffled(using: &generator),
      digits: one(Delegation.Digits.allCases),
      delegates: ids(3).map {
        Delegate(
          id: $0,
          name: text(),
          institution: text(),
          role: text(),
          isOnline: below(2) == 0,
        )
      },
      answers: Dictionary(
        uniqueKeysWithValues: Self.questions.filter { _ in below(2) == 0 }.map { ($0, answer($0)) }
      ),
    )
  }

  /// A value that the question can have; for the unknown question one of those that need none.
  private mutating func value(_ number: QuestionNumber) -> AnswerValue {
    if below(6) == 0 { return .declined }
    if below(6) == 0 { return .notApplicable(reason: maybe { $0.text() }) }
    switch number.description {
    case "2.1.1": return .option(one(["a", "b"]))
    case "2.1.2": return .options(["x", "y", "z"].filter { _ in below(2) == 0 })
    case "2.1.3": return .number(one([0, -1, 12.5, 1e15, 0.1, 123_456_789, -2.5e-300, 1.7e308]))
    case "2.1.4": return .date(date())
    case "2.1.5": return .text("t" + text())
    case "9.9.9": return .text("u" + text())
    default: return .step(one(Step.allCases))
    }
  }

  private mutating func position(_ number: QuestionNumber) -> Position {
    Position(
      value: value(number),
      applied: maybe { $0.one(Applied.allCases) },
      reason: maybe { $0.text() },
      elements: parts().elements,
    )
  }

  private mutating func parts() -> AnsweredParts {
    AnsweredParts(
      elements: Set(["courts", "legalAid", "interpretation"].filter { _ in below(3) == 0 }),
      instruments: below(2) == 0 ? [:] : ["CRC": standing()],
    )
  }

  private mutating func standing() -> Standing {
    Standing(
      one(Step.allCases),
      hasReservations: below(2) == 0,
      date: maybe { $0.date() },
    )
  }

  private mutating func evidence(_ id: String) -> Evidence {
    Evidence(
      id: id,
      kind: one(Evidence.Kind.allCases),
      title: text(),
      year: maybe { $0.below(3000) },
      article: maybe { $0.text() },
      link: maybe { $0.text() },
      issuer: maybe { $0.text() },
    )
  }

  private mutating func comment(_ id: String) -> Comment {
    Comment(id: id, text: text(), by: text(), at: moment(), isResolved: below(2) == 0)
  }

  private mutating func answer(_ number: QuestionNumber) -> Answer {
    var answer = Answer(
      value: maybe { $0.value(number) },
      applied: maybe { $0.one(Applied.allCases) },
      note: maybe { $0.translated() },
      evidence: ids(3).map { evidence($0) },
      status: one(AnswerStatus.allCases),
      sharing: one(Sharing.allCases),
      comments: ids(3).map { comment($0) },
      by: maybe { $0.text() },
      at: maybe { $0.moment() },
    )
    answer.elements = parts().elements
    for code in ["CRC", "C097"] where below(3) == 0 {
      answer.instruments[code] = standing()
    }
    for institution in ["الصحة", "Intérieur", ""] where below(3) == 0 {
      answer.positions[institution] = position(number)
      answer.reservations[institution] = maybe { $0.text() }
    }
    return answer
  }

  private mutating func change(_ id: String, order: Int64) -> Change {
    let number = one(Self.questions)
    let kind = below(9)
    return Change(
      stamp: Change.Stamp(
        id: id,
        at: moment(),
        by: text(),
        terminal: maybe { $0.text() },
        role: one(Change.Role.allCases),
        order: ChangeOrder(clamping: Int(order)),
        act: maybe { $0.text() },
      ),
      delegation: one(["MAR", "TUN"].compactMap { DelegationCode($0) }),
      question: number,
      what: part(kind, number),
      was: part(kind, number),
      undoes: maybe { $0.text() },
      settles: ids(3),
    )
  }

  private mutating func recordChange(_ id: String, order: Int64) -> Change {
    let record = record()
    let key = RecordKey(record.kind, record.kind == .identity ? "IRQ" : "r")
    return Change(
      stamp: Change.Stamp(
        id: id,
        at: moment(),
        by: text(),
        order: ChangeOrder(clamping: Int(order)),
      ),
      delegation: record.kind.isOfDelegation ? .sample("MAR") : nil,
      question: nil,
      what: .record(key, record),
      was: .record(key, nil),
    )
  }

  /// A record of any kind.
  private mutating func record() -> Record {
    let number = one(Self.questions)
    switch below(24) {
    case 0: return .room(RoomState(item: text(), startedAt: moment(), question: number))
    case 1: return .speech(Speech(delegation: .sample("IRQ"), askedAt: moment()))
    case 2:
      return .attendance(Attendance(delegation: .sample("IRQ"), arrivedAt: moment(), leftAt: nil))
    case 3:
      return .exchange(Exchange(question: number, tells: .sample("IRQ"), hears: [.sample("MAR")]))
    case 4: return .offer(Offer(question: number, text: text(), sharing: one(Sharing.allCases)))
    case 5: return .wish(WishToHear(question: number, sharing: .room, isAnonymous: true))
    case 6: return .card(ExperienceCard(question: number, title: text()))
    case 7: return .consulted(Consulted(domain: 1, institution: text(), on: date()))
    case 8: return .signOff(SignOff(domain: 2, by: text(), at: moment(), after: nil))
    case 9: return .interest(Interest(isInterested: true, deadline: date(), note: text()))
    case 10: return .useful(UsefulMark(owner: .sample("IRQ"), card: text()))
    case 11: return .priority(Priority(title: text(), domain: 3, sharing: .room))
    case 12: return .verification(Verification(question: number, by: text(), due: date()))
    case 13: return .profile(ProfileFrame(standing: .consulted, context: translated()))
    case 14: return .remark(DraftRemark(institution: text(), comment: maybe { $0.text() }))
    case 15:
      return .identity(
        DelegationIdentity(
          code: .sample("IRQ"),
          rank: below(20),
          kind: .state,
          shortName: LocalizedText(arabic: "ا", english: text(), french: text()),
          officialName: LocalizedText(arabic: "ب", english: text(), french: text()),
        )
      )
    case 16: return .workshop(WorkshopFrame(title: translated(), place: nil, days: [date()]))
    case 17: return .passage(passage(number))
    case 18:
      return .passagePlace(PassagePlace(rank: maybe { $0.below(9) }, isPrinted: below(2) == 0))
    case 19:
      return .imprint(Imprint(title: maybe { $0.translated() }, year: 2020, approvedOn: date()))
    case 20: return .keyFigure(KeyFigure(title: translated(), figure: text(), source: text()))
    case 21: return .acronym(Acronym(short: text(), meaning: maybe { $0.translated() }))
    case 22:
      return .reviewNote(
        ReviewNote(
          title: text(),
          kind: one(ReviewNote.Kind.allCases),
          roundTable: maybe { $0.one(RoundTable.all) },
          text: text(),
        )
      )
    default:
      return .frame(DelegationFrame(mode: .online, languages: [.french], digits: .arabic))
    }
  }

  private mutating func passage(_ number: QuestionNumber) -> ProfilePassage {
    ProfilePassage(
      section: one(ProfileSection.allCases),
      domain: maybe { $0.below(6) + 1 },
      text: translated(),
      grounds: [.answer(number): text(), .record(RecordKey(.card, text())): text()],
    )
  }

  private mutating func part(_ kind: Int, _ number: QuestionNumber) -> Change.What {
    switch kind {
    case 0:
      .answered(
        maybe { $0.value(number) },
        parts: parts(),
        status: one(AnswerStatus.allCases),
      )
    case 1: .applied(maybe { $0.one(Applied.allCases) })
    case 2: .noted(maybe { $0.translated() }, status: maybe { $0.one(AnswerStatus.allCases) })
    case 3: .evidence(id: "e", maybe { $0.evidence("e") }, status: .draft)
    case 4: .position(institution: text(), maybe { GivenPosition($0.position(number)) })
    case 5: .reservation(institution: text(), maybe { $0.text() })
    case 6: .status(one(AnswerStatus.allCases))
    case 7: .sharing(one(Sharing.allCases))
    default: .comment(id: "k", maybe { $0.comment("k") })
    }
  }
}
