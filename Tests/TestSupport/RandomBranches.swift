package import Consultation

/// Copies of one session that go on apart from each other, by chance.
package struct RandomBranches {
  package var generator: SeededGenerator
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
        at: Timestamp(milliseconds: Int64.random(in: 1000...1100, using: &generator)),
        by: one(["amina", "omar"]),
      )
      guard let change = change(in: session, stamp) else { continue }
      session.apply(change)
    }
    return session
  }

  private mutating func change(in session: Session, _ stamp: Change.Stamp) -> Change? {
    let code = one(session.order)
    // What cannot be done now is not done.
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return try? session.undoing(stamp: stamp, for: code)
    case 1: return try? session.redoing(stamp: stamp, for: code)
    case 2:
      guard let conflict = session.conflicts().first else { return nil }
      return try? session.settling(conflict, for: one(conflict.changes), stamp: stamp)
    case 3:
      guard let earlier = session.history.first else { return nil }
      return try? session.restoring(earlier, stamp: stamp)
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
