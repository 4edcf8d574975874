import TestSupport
import Testing

@testable import Spreadsheets

/// Workbooks from anywhere: read to rows that are the same when they are written and read again,
/// or refused, and never anything else.
@Suite struct WorkbookMutationTests {
  private static let tries = LongRuns.count(600, long: 100_000)

  @Test func readsWhatOtherProgramsWrite() throws {
    let workbook = try Workbook(reading: ZipArchive(ForeignWorkbook.entries).bytes)
    #expect(
      workbook
        == Workbook([
          Workbook.Sheet(
            "Réponses & notes",
            isRightToLeft: true,
            rows: [
              ["رمز", " a  b ", "two runs\r"], [], ["", "3", "", "sum"],
              ["TRUE", "#N/A", "2", "x < y"],
            ],
          ),
          Workbook.Sheet("الثانية", rows: [[], Array(repeating: "", count: 26) + ["1"]]),
        ])
    )
  }

  @Test func readsOrRefusesAContainerWithAnyDamage() {
    let bytes = ZipArchive(ForeignWorkbook.entries).bytes
    tryMutations(called: "workbook as bytes") { $0.bytes.mutated(bytes) }
  }

  @Test func readsOrRefusesAWorkbookWhosePartsSayAnything() {
    tryMutations(called: "parts of a workbook") { mutations in
      var entries = ForeignWorkbook.entries
      for _ in 0..<Int.random(in: 1...2, using: &mutations.bytes.generator) {
        let place = Int.random(in: entries.indices, using: &mutations.bytes.generator)
        let content = mutations.mutated(entries[place].content)
        entries[place] = ZipArchive.Entry(name: entries[place].name, content: content)
      }
      if Int.random(in: 0..<20, using: &mutations.bytes.generator) == 0 {
        entries.remove(at: Int.random(in: entries.indices, using: &mutations.bytes.generator))
      }
      return ZipArchive(entries).bytes
    }
  }

  private func tryMutations(
    called name: String,
    _ mutated: (inout XMLMutations) -> [UInt8],
  ) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = XMLMutations(seed: seed)
    var refused: [String: Int] = [:]
    var accepted = 0
    var longest = Duration.zero
    for number in 0..<Self.tries {
      let bytes = mutated(&mutations)
      longest = max(
        longest,
        ContinuousClock().measure {
          do throws(WorkbookFailure) {
            let workbook = try Workbook(reading: bytes)
            accepted += 1
            expectTheSameAgain(workbook, "seed \(seed), \(number)")
          } catch {
            refused["\(error)".prefix { $0 != "(" }.description, default: 0] += 1
          }
        },
      )
    }
    print(
      "mutated \(name): \(Self.tries), \(accepted) accepted, refused "
        + "\(refused.sorted { $0.key < $1.key }), longest \(longest), seed \(seed)"
    )
    #expect(longest < .seconds(5), "seed \(seed)")
    #expect(accepted > 0 && !refused.isEmpty, "seed \(seed)")
  }

  private func expectTheSameAgain(_ workbook: Workbook, _ context: String) {
    do throws(WorkbookFailure) {
      let again = try Workbook(reading: workbook.bytes)
      #expect(again.sheets.map(\.rows) == workbook.sheets.map(\.rows), "\(context)")
      #expect(again.sheets.map(\.isRightToLeft) == workbook.sheets.map(\.isRightToLeft))
      // A name with signs that a name of a sheet cannot have is written without them.
      #expect(try Workbook(reading: again.bytes) == again, "\(context)")
    } catch {
      Issue.record("\(context): \(error)")
    }
  }
}
