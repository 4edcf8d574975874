import Consultation
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Numbers that do not fit are told with what does, and what is private is not told at all.
@Suite struct NumberFaultTests {
  private static let good = RichSession.text()

  private func faults(replacing old: String, with new: String) throws -> [Fault] {
    let folder = try TemporaryFolder()
    try #require(Self.good.contains(old))
    do throws(StorageError) {
      let text = Self.good.replacingFirst(old, with: new)
      _ = try SessionFile.read(bytes: Array(text.utf8), assets: folder.assets)
      return []
    } catch {
      return error.faults
    }
  }

  static let order = "\"order\": 1686825728010"

  @Test(
    arguments: [
      (order, "\"order\": 9223372036854775807", Fault.What.orderDoesNotFit(ChangeOrder.range)),
      (order, "\"order\": 9223372036854775808", .orderDoesNotFit(ChangeOrder.range)),
      (order, "\"order\": 9007199254740992", .orderDoesNotFit(ChangeOrder.range)),
      (order, "\"order\": -1", .orderDoesNotFit(ChangeOrder.range)),
      ("\"QND\": 4", "\"QND\": 9223372036854775807", .doesNotFit(0...999_999)),
      ("\"year\": 2003", "\"year\": 10000", .doesNotFit(0...9999)),
      ("\"minutes\": 30", "\"minutes\": 1441", .doesNotFit(0...1440)),
      (
        "\"minutes\": 30,", "\"minutes\": 30, \"x\": 1\(String(repeating: "0", count: 1000)),",
        .numberTooGreat,
      ),
      ("\"domain\": 1, \"nextStep\"", "\"domain\": -5, \"nextStep\"", .doesNotFit(1...999)),
      ("\"year\": 2003", "\"year\": 2003.5", .wrongType(expected: .wholeNumber)),
      (
        "\"at\": \"2023-06-15T10:42:07.123Z\"", "\"at\": \"0001-01-01T00:00:00Z+23:59\"",
        .wrongForm("0001-01-01T00:00:00Z+23:59"),
      ),
      (
        "\"at\": \"2023-06-15T10:42:07.123Z\"", "\"at\": \"0001-01-01T00:00:00+23:59\"",
        .wrongForm("0001-01-01T00:00:00+23:59"),
      ),
    ]
  )
  func areTold(old: String, new: String, what: Fault.What) throws {
    #expect(try faults(replacing: old, with: new).first?.what == what)
  }

  @Test func theEndsOfTheRangesAreRead() throws {
    for order in [0, ChangeOrder.range.upperBound] {
      #expect(try faults(replacing: Self.order, with: "\"order\": \(order)") == [])
    }
    #expect(try faults(replacing: "\"year\": 2003", with: "\"year\": 9999") == [])
  }

  @Test func aPrivateRecordThatIsMalformedIsToldByItsPlaceAlone() throws {
    let faults = try faults(
      replacing: "{\"question\": \"1.1.1\", \"text\": \"o\"",
      with: "{\"question\": \"1.1.1\", \"text\": [\"secret\"]",
    )
    #expect(faults.count == 1)
    #expect(faults.first?.what == .wrongValue)
    #expect(
      faults.first?.place.suffix(4) == [
        .key("records"), .key("offer"), .key("1.1.1"), .key("text"),
      ]
    )
    #expect(!"\(faults)".contains("secret"))
  }
}
