package import Consultation

/// What a delegation does by chance in its own session: answers, texts, positions, cards, each of
/// which it shares or not; and what a facilitator does.
package struct RandomSharing {
  package var generator: SeededGenerator
  package var clock: Int64
  private let questionnaire: Questionnaire
  private let questions: [QuestionNumber]
  private let machine: String
  private var count = 0

  /// `machine` tells the changes of one machine from those of others.
  package init(
    seed: UInt64,
    machine: String,
    clock: Int64,
    in questionnaire: Questionnaire,
    questions: Int = 12,
  ) {
    generator = SeededGenerator(seed: seed)
    self.machine = machine
    self.clock = clock
    self.questionnaire = questionnaire
    self.questions = questionnaire.domains.flatMap(\.themes).flatMap(\.questions)
      .filter { if case .scale = $0.kind { true } else { false } }.prefix(questions).map(\.number)
  }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func stamp(_ role: Change.Role) -> Change.Stamp {
    count += 1
    clock += Int64.random(in: 0...2000, using: &generator)
    return Change.Stamp(
      id: (role == .facilitator ? "" : "SECRET-") + "\(machine)-\(count)",
      at: Timestamp(milliseconds: clock),
      by: role == .facilitator ? "facilitator" : "SECRET-\(machine)",
      terminal: "SECRET-pts",
      role: role,
    )
  }

  private mutating func sharing() -> Sharing { one([.private, .private, .room, .report]) }

  /// The session after some more things that people of a delegation did.
  package mutating func goingOn(_ session: Session, as code: DelegationCode, steps: Int) -> Session
  {
    var session = session
    for _ in 0..<steps {
      let stamp = stamp(.delegate)
      let change =
        Int.random(in: 0..<4, using: &generator) == 0
        ? recordChange(in: session, of: code, stamp) : answerChange(in: session, of: code, stamp)
      if let change { session.apply(change) }
    }
    return session
  }

  private mutating func answerChange(
    in session: Session,
    of code: DelegationCode,
    _ stamp: Change.Stamp,
  ) -> Change? {
    let number = one(questions)
    let text = "\(one(["قانون", "law", "loi"])) \(Int.random(in: 0..<100, using: &generator))"
    let id = one(["e1", "e2", "e3"])
    let wish: Wish =
      switch Int.random(in: 0..<10, using: &generator) {
      case 0, 1: .answer(.step(one(Step.allCases)))
      case 2: .answer(one([nil, .declined, .notApplicable(reason: text)]))
      case 3: .note(one([nil, TranslatedText(text, language: .french)]))
      case 4: .evidence(id: id, one([nil, Evidence(id: id, title: text, article: "1")]))
      case 5: .status(one(AnswerStatus.allCases))
      case 6: .applied(one([nil, .fully, .notYet]))
      case 7: .position(institution: "SECRET", Position(value: .declined, reason: "SECRET"))
      case 8:
        one([
          .reservation(institution: "SECRET", "SECRET"),
          .comment(
            id: "SECRET",
            Comment(id: "SECRET", text: "SECRET", by: "SECRET", at: stamp.at),
          ),
        ])
      default: .sharing(sharing())
      }
    // What cannot be done now is not done.
    return try? session.change(
      fulfilling: wish,
      of: code,
      on: number,
      in: questionnaire,
      stamp: stamp,
    )
  }

  private mutating func recordChange(
    in session: Session,
    of code: DelegationCode,
    _ stamp: Change.Stamp,
  ) -> Change? {
    let number = one(questions)
    let sharing = sharing()
    let text = sharing == .private ? "SECRET" : "told"
    let id = "\(machine)\(Int.random(in: 0..<4, using: &generator))"
    let (key, record): (RecordKey, Record)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      let offer = Offer(question: number, text: text, sharing: sharing)
      (key, record) = (RecordKey(.offer, number.description), .offer(offer))
    case 1:
      let isAnonymous = Bool.random(using: &generator)
      let wish = WishToHear(question: number, sharing: sharing, isAnonymous: isAnonymous)
      (key, record) = (RecordKey(.wish, number.description), .wish(wish))
    case 2:
      var card = ExperienceCard(question: number, title: text)
      (card.done, card.contact, card.sharing) = (text, "SECRET", sharing)
      (key, record) = (RecordKey(.card, id), .card(card))
    case 3:
      var priority = Priority(title: text, sharing: sharing)
      priority.owner = "SECRET"
      (key, record) = (RecordKey(.priority, id), .priority(priority))
    case 4:
      let interest = Interest(isInterested: true, note: text, sharing: sharing)
      (key, record) = (RecordKey(.interest, "interest"), .interest(interest))
    default:
      let remark = DraftRemark(institution: "SECRET", comment: "SECRET")
      (key, record) = (RecordKey(.remark, id), .remark(remark))
    }
    let isTakenAway = Int.random(in: 0..<4, using: &generator) == 0
    return try? session.change(
      setting: key,
      to: isTakenAway ? nil : record,
      of: code,
      stamp: stamp,
    )
  }

  /// The session after some more things that the facilitator did.
  package mutating func facilitated(_ session: Session, steps: Int) -> Session {
    var session = session
    for _ in 0..<steps {
      let id = one(["m1", "m2", "m3"])
      let stamp = stamp(.facilitator)
      let code = one(session.order)
      let (key, record): (RecordKey, Record?) =
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
          (RecordKey(.parked, id), one([nil, .parked(ParkedMatter(id: id, text: "matter"))]))
        case 1:
          (RecordKey(.nextStep, id), .nextStep(NextStep(id: id, text: "step", owner: "")))
        case 2: (.room, .room(RoomState(question: one(questions))))
        case 3:
          (
            RecordKey(.attendance, code.description),
            .attendance(Attendance(delegation: code, arrivedAt: stamp.at, leftAt: nil)),
          )
        default:
          (
            RecordKey(.delegate, id),
            .delegate(
              Delegate(id: id, name: "SECRET", institution: "SECRET", role: "", isOnline: false)
            ),
          )
        }
      let change = try? session.change(
        setting: key,
        to: record,
        of: key.kind.isOfDelegation ? code : nil,
        stamp: stamp,
      )
      if let change { session.apply(change) }
    }
    return session
  }
}

/// What of a session's delegations is shared, wherever it is read: what two machines have to agree
/// on that know of it by ``SharedPart``.
package struct SharedState: Equatable {
  private struct Told: Equatable {
    let answers: [QuestionNumber: Standing]
    let records: [RecordKey: Record]
  }

  private struct Standing: Equatable {
    let value: AnswerValue?
    let parts: AnsweredParts
    let applied: Applied?
    let note: TranslatedText?
    // In which order it stands is each machine's own.
    let evidence: Set<Evidence>
    let status: AnswerStatus

    init(_ answer: SharedAnswer) {
      value = answer.value
      parts = answer.parts
      applied = answer.applied
      note = answer.note
      evidence = Set(answer.evidence)
      status = answer.status
    }
  }

  private let told: [DelegationCode: Told]

  /// Where two differ, in words for whoever reads a failed test.
  package func differences(from other: SharedState) -> [String] {
    Set(told.keys).union(other.told.keys).sorted().flatMap { code -> [String] in
      let (one, two) = (told[code], other.told[code])
      let numbers = Set((one?.answers ?? [:]).keys).union((two?.answers ?? [:]).keys)
      let keys = Set((one?.records ?? [:]).keys).union((two?.records ?? [:]).keys)
      return numbers.sorted().filter { one?.answers[$0] != two?.answers[$0] }.map {
        "\(code) \($0): \(String(describing: one?.answers[$0])) and "
          + "\(String(describing: two?.answers[$0]))"
      }
        + keys.sorted().filter { one?.records[$0] != two?.records[$0] }.map {
          "\(code) \($0): \(String(describing: one?.records[$0])) and "
            + "\(String(describing: two?.records[$0]))"
        }
    }
  }

  package init(of session: Session, in questionnaire: Questionnaire, codes: [DelegationCode]) {
    let view = SharedView(of: session, for: .room, in: questionnaire)
    var told: [DelegationCode: Told] = [:]
    for code in codes {
      guard let shared = view[code], let delegation = session.delegations[code] else { continue }
      let records = delegation.records.filter { _, record in
        switch record {
        case .offer(let offer): offer.sharing != .private
        case .wish(let wish): wish.sharing != .private && !wish.isAnonymous
        case .card(let card): card.sharing != .private
        case .priority(let priority): priority.sharing != .private
        case .interest(let interest): interest.sharing != .private
        default: false
        }
      }
      told[code] = Told(
        answers: shared.answers.mapValues(Standing.init),
        records: records.mapValues { record in
          switch record {
          case .card(var card):
            card.contact = ""
            return .card(card)
          case .priority(var priority):
            priority.owner = ""
            return .priority(priority)
          default: return record
          }
        },
      )
    }
    self.told = told
  }
}
