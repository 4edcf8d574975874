import Consultation
import TestSupport
import Testing

@testable import Storage

@Suite struct TimestampTextTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_686_825_727_123, "2023-06-15T10:42:07.123Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)]
  )
  func isISO8601(milliseconds: Int64, text: String) {
    let moment = Timestamp(milliseconds: milliseconds)
    #expect(moment.text == text)
    #expect(Timestamp(text) == moment)
  }

  @Test func everyMomentComesBack() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100_000 {
      let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999
      let moment = Timestamp(milliseconds: Int64.random(in: range, using: &generator))
      guard Timestamp(moment.text) == moment else {
        Issue.record("\(moment.milliseconds) is written \(moment.text), seed \(seed)")
        return
      }
    }
  }

  @Test func aMomentBeyondAllCalendarsIsWrittenSoThatItCanBeRead() {
    for milliseconds in [Int64.min, .max] {
      #expect(Timestamp(Timestamp(milliseconds: milliseconds).text) != nil)
    }
  }

  @Test(
    arguments: [
      ("2023-06-15T10:42:07Z", 1_686_825_727_000), ("2023-06-15T10:42:07.1Z", 1_686_825_727_100),
      ("2023-06-15T10:42:07.123456Z", 1_686_825_727_123),
      ("2023-06-15T13:42:07.123+03:00", 1_686_825_727_123),
      ("2023-06-15T05:12:07-05:30", 1_686_825_727_000),
    ] as [(String, Int64)]
  )
  func readsOtherFormsToo(text: String, milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(
    arguments: [
      "", "2023-06-15", "2023-06-15T10:42:07", "2023-06-15T10:42Z", "2023-02-29T10:42:07Z",
      "2023-06-15T24:00:00Z", "2023-06-15T10:60:00Z", "2023-06-15T10:42:60Z",
      "2023-06-15 10:42:07Z", "2023-06-15T10:42:07.Z", "2023-06-15T10:42:07.1234567890Z",
      "2023-06-15T+1:42:07Z", "0000-06-15T10:42:07Z", "2023-06-15T10:42:07+3:00",
      "2023-06-15T10:42:07Zz", "٢٠٢٣-06-15T10:42:07Z",
    ]
  )
  func refusesWhatIsNoMoment(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
