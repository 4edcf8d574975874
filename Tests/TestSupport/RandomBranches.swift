package import Consultation

/// Copies of one session that go on apart from each other, by chance.
package struct RandomBranches {
  package var generator: SeededGenerator
  /// About when things are done, as far as the clocks know.
  package var clock: Int64 = 1000
  private var count = 0

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  /// The session after some more things that someone did, on a clock that is not to be trusted.
  package mutating func goingOn(_ session: Session, steps: Int) -> Session {
    var session = session
    for _ in 0..<steps {
      count += 1
      let stamp = Change.Stamp(
        id: "change-\(count)-\(generator.next())",
        at: Timestamp(milliseconds: clock + Int64.random(in: 0...100, using: &generator)),
        by: one(["amina", "omar"]),
      )
      for change in changes(in: session, stamp) { session.apply(change) }
    }
    return session
  }

  private mutating func changes(in session: Session, _ stamp: Change.Stamp) -> [Change] {
    let code = one(session.order)
    // What cannot be done now is not done.
    switch Int.random(in: 0..<17, using: &generator) {
    case 0: return (try? session.undoing(stamp: stamp, for: code)) ?? []
    case 1: return (try? session.redoing(stamp: stamp, for: code)) ?? []
    case 16:
      let wishes = ["1.1.1", "1.1.2"].map { (QuestionNumber.sample($0), wish()) }
      let act = try? session.changes(
        fulfilling: wishes,
        of: code,
        in: .everyKind,
        stamp: stamp,
      )
      return act ?? []
    default: return [change(in: session, of: code, stamp)].compactMap(\.self)
    }
  }

  private mutating func change(
    in session: Session,
    of code: DelegationCode,
    _ stamp: Change.Stamp,
  ) -> Change? {
    switch Int.random(in: 2..<16, using: &generator) {
    case 2:
      guard let conflict = session.conflicts().first else { return nil }
      return try? session.settling(conflict, for: one(conflict.changes), stamp: stamp)
    case 3:
      guard let earlier = session.history.first else { return nil }
      return try? session.restoring(earlier, stamp: stamp)
    case 4, 5, 6, 7:
      let (key, record) = record()
      return try? session.change(
        setting: key,
        to: record,
        of: key.kind.isOfDelegation ? code : nil,
        stamp: stamp,
      )
    default:
      return try? session.change(
        fulfilling: wish(),
        of: code,
        on: .sample(one(["1.1.1", "1.1.2"])),
        in: .everyKind,
        stamp: stamp,
      )
    }
  }

  /// A record that is set, or taken away.
  private mutating func record() -> (RecordKey, Record?) {
    let text = one(["قانون", "circular", "loi"])
    let id = one(["r1", "r2"])
    let isTakenAway = Int.random(in: 0..<3, using: &generator) == 0
    let (key, record): (RecordKey, Record) =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: (RecordKey(.parked, id), .parked(ParkedMatter(id: id, text: text)))
      case 1: (RecordKey(.nextStep, id), .nextStep(NextStep(id: id, text: text, owner: "")))
      case 2:
        (
          RecordKey(.agendaItem, id),
          .agendaItem(
            AgendaItem(
              id: id,
              kind: .discussion,
              title: TranslatedText(text, language: .french),
              start: Int.random(in: 500...600, using: &generator),
              minutes: 10,
            )
          ),
        )
      case 3: (RecordKey(.offer, "1.1.1"), .offer(Offer(question: .sample("1.1.1"), text: text)))
      case 4: (RecordKey(.priority, id), .priority(Priority(title: text)))
      case 5: (.room, .room(RoomState(item: text)))
      case 6:
        (
          RecordKey(.delegate, id),
          .delegate(
            Delegate(id: id, name: text, institution: "", role: "", isOnline: false)
          ),
        )
      default: identity(called: text)
      }
    return (key, isTakenAway ? nil : record)
  }

  /// A delegation that is added, or gets another name or place.
  private mutating func identity(called name: String) -> (RecordKey, Record) {
    let code = one([DelegationCode.havenia, .sample("EGY"), .sample("SDN")])
    let names = LocalizedText(inEach: { _ in name })
    return (
      .identity(of: code),
      .identity(
        DelegationIdentity(
          code: code,
          rank: Int.random(in: 0..<6, using: &generator),
          kind: .state,
          shortName: names,
          officialName: names,
        )
      ),
    )
  }

  private mutating func wish() -> Wish {
    let text = one(["قانون", "circular", "loi"])
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return .answer(nil)
    case 1, 2: return .answer(.step(one(Step.allCases)))
    case 3: return .applied(one(Applied.allCases))
    case 4: return .note(one([nil, TranslatedText(text, language: .french)]))
    case 5:
      let id = one(["e1", "e2"])
      return .evidence(id: id, one([nil, Evidence(id: id, title: text)]))
    case 6: return .status(one(AnswerStatus.allCases))
    case 7: return .sharing(one(Sharing.allCases))
    default:
      return .position(
        institution: one(["Health", "Interior"]),
        one([nil, Position(value: .step(one(Step.allCases)))]),
      )
    }
  }
}
