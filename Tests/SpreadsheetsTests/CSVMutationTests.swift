import TestSupport
import Testing

@testable import Spreadsheets

/// Tables from anywhere: read to cells with places, or refused at a place.
@Suite struct CSVMutationTests {
  private static let good = #"""
    delegation,question,value,note\#r
    QNG,1.1.1,partial,"تعميم 108، ""كما نُشر"""\#r
    QND,1.1.2,absent,"two
    lines; one cell"\#r
    "QNG",2.1.2,12.5,\#r

    """#

  @Test func readsTheSameAgainOrTellsWhere() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    let count = LongRuns.count(3000, long: 100_000)
    var (accepted, longest) = (0, Duration.zero)
    for number in 0..<count {
      var bytes = mutations.mutated(Array(Self.good.utf8))
      // Signs of the format in places where they mean something else.
      for _ in 0..<Int.random(in: 0...2, using: &mutations.generator) {
        let sign = "\",;\t\r\n\u{FEFF}".utf8.randomElement(using: &mutations.generator)
        bytes.insert(sign ?? 0, at: Int.random(in: 0...bytes.count, using: &mutations.generator))
      }
      let context = "seed \(seed), \(number)"
      longest = max(
        longest,
        ContinuousClock().measure {
          do throws(CSVTable.Failure) {
            let rows = try CSVTable(bytes).rows
            accepted += 1
            expectTheSameAgain(rows, context)
          } catch {
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
            #expect((1...lines).contains(error.line) && error.column > 0, "\(context)")
          }
        },
      )
    }
    print("mutated CSV: \(count), \(accepted) accepted, longest \(longest), seed \(seed)")
    #expect(longest < .seconds(5), "seed \(seed)")
    #expect(accepted > 0 && accepted < count, "seed \(seed)")
  }

  /// The cells with every one of them in quotation marks, whose places grow one after the other.
  private func expectTheSameAgain(_ rows: [[CSVTable.Cell]], _ context: String) {
    let places = rows.flatMap { $0 }.map { ($0.line, $0.column) }
    for (one, next) in zip(places, places.dropFirst()) { #expect(one < next, "\(context)") }
    let lines = rows.map { row in
      row.map { cell in
        let quoted = cell.text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
        return "\"\(quoted.joined())\""
      }.joined(separator: ",") + "\n"
    }
    do throws(CSVTable.Failure) {
      let again = try CSVTable(Array(lines.joined().utf8)).rows
      #expect(again.map { $0.map(\.text) } == rows.map { $0.map(\.text) }, "\(context)")
    } catch {
      Issue.record("\(context): \(error)")
    }
  }
}
