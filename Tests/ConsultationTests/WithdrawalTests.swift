import Consultation
import TestSupport
import Testing

@Suite struct WithdrawalTests {
  @Test func whatWasSaidInItsExchangesGoesWithADelegation() throws {
    var session = Session.sample
    var count = 0
    func set(_ key: RecordKey, _ record: Record, of code: DelegationCode? = nil) throws {
      count += 1
      let stamp = Change.Stamp(id: "c\(count)", at: Timestamp(milliseconds: 0), by: "f")
      let change = try session.change(setting: key, to: record, of: code, stamp: stamp)
      if let change { session.apply(change) }
    }
    let question = QuestionNumber.sample("1.1.1")
    for (id, tells, hears) in [
      ("told", DelegationCode.havenia, [DelegationCode.dorania]),
      ("heard", .dorania, [.havenia]),
      ("others", .dorania, [.sample("QNI")]),
    ] {
      var exchange = Exchange(question: question, tells: tells, hears: hears)
      exchange.said = "SAID-\(id)"
      exchange.takenHome = "HOME-\(id)"
      try set(RecordKey(.exchange, id), .exchange(exchange))
    }
    var mark = UsefulMark(owner: .dorania, card: "c")
    mark.asks = "ASKED"
    try set(RecordKey(.useful, "m"), .useful(mark), of: .havenia)
    let before = session
    try session.withdraw(
      Receipt(delegation: .havenia, at: Timestamp(milliseconds: 1), by: "a", fingerprint: "0")
    )
    // Nor does it come back with a copy from before.
    let merged = try session.merged(with: before)
    for left in ["\(session)", "\(merged)"] {
      for text in ["SAID-told", "HOME-told", "SAID-heard", "HOME-heard", "ASKED"] {
        #expect(!left.contains(text), "\(text)")
      }
      #expect(left.contains("SAID-others") && left.contains("HOME-others"))
    }
  }

  @Test func theNamesOfItsPeopleGoFromWhatTheyDidForTheWorkshop() throws {
    var session = Session.sample
    func set(_ record: Record, _ key: RecordKey, by author: String, _ code: DelegationCode?) throws
    {
      let stamp = Change.Stamp(
        id: "c\(session.history.count)",
        at: Timestamp(milliseconds: 0),
        by: author,
        terminal: "pts/7",
      )
      let change = try session.change(setting: key, to: record, of: code, stamp: stamp)
      if let change { session.apply(change) }
    }
    let delegate = Delegate(
      id: "d",
      name: "Fatima-Name",
      institution: "",
      role: "",
      isOnline: false,
    )
    try set(.delegate(delegate), RecordKey(.delegate, "d"), by: "fatima-login", .havenia)
    try set(.priority(Priority(title: "p")), RecordKey(.priority, "p"), by: "shared", .havenia)
    try set(.priority(Priority(title: "p")), RecordKey(.priority, "p"), by: "shared", .dorania)
    for (id, author) in [("a", "fatima-login"), ("b", "shared"), ("c", "somebody")] {
      let step = NextStep(id: id, text: "text", owner: id == "a" ? "Fatima-Name" : "Other")
      try set(.nextStep(step), RecordKey(.nextStep, id), by: author, nil)
    }
    let before = session
    try session.withdraw(
      Receipt(delegation: .havenia, at: Timestamp(milliseconds: 1), by: "a", fingerprint: "0")
    )
    for left in [
      session, try session.merged(with: before), try before.merged(with: session),
    ] {
      #expect(!"\(left)".contains("Fatima-Name") && !"\(left)".contains("fatima-login"))
      #expect(left.history.map(\.stamp.by).contains("QNG"))
      // Who also wrote for another delegation is not taken for one of them.
      #expect(left.history.map(\.stamp.by).contains("shared"))
      #expect(left.workshop.actions.map(\.owner).sorted() == ["Other", "Other", "QNG"])
    }
  }
}
