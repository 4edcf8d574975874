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
      ("told", DelegationCode.morocco, [DelegationCode.iraq]),
      ("heard", .iraq, [.morocco]),
      ("others", .iraq, [.sample("TUN")]),
    ] {
      var exchange = Exchange(question: question, tells: tells, hears: hears)
      exchange.said = "SAID-\(id)"
      exchange.takenHome = "HOME-\(id)"
      try set(RecordKey(.exchange, id), .exchange(exchange))
    }
    var mark = UsefulMark(owner: .iraq, card: "c")
    mark.asks = "ASKED"
    try set(RecordKey(.useful, "m"), .useful(mark), of: .morocco)
    let before = session
    try session.withdraw(
      Receipt(delegation: .morocco, at: Timestamp(milliseconds: 1), by: "a", fingerprint: "0")
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
}
