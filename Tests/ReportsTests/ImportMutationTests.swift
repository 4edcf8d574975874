import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Reports
@testable import Spreadsheets
@testable import Storage

/// Files of other people's programs with anything in them: taken in so that they come back the
/// same, or refused with a place, and nothing else.
@Suite struct ImportMutationTests {
  // MARK: XLSForm

  private static let cells = [
    "", "note", "begin group", "end group", "begin_group", "end_group", "end", "select_one",
    "select_one scale_presence", "select_one scale_ratification", "select_one instrument",
    "select_one applied", "select_multiple q_2_1_1", "select_one q_1_2_2", "integer", "date",
    "text", "domain_1", "domain_0", "domain_-5", "domain_9223372036854775807", "theme_1_2",
    "theme_1_9223372036854775807", "theme_1_-1", "theme_1_999", "q_1_1_1", "q_1_1_999",
    "q_999_999_999", "q_1_1_2_applied", "q_1_1_2_note", "q_1_2_1_i3", "notice", "questionnaire",
    "level", "regional", "earlier 2020", "1.1.1", "9.9.9", "-", "gcm", "1 23 24", "sdg",
    "framework",
    "notApplicable", "declined", "established", "a b", "a,b", "selected(${q_1_1_1}, 'a')",
    "not(selected(${q_1_1_1}, 'partial'))", "${q_1_1_1} = 'partial' and ${q_1_1_1} != 'absent'",
    "not(${q_1_1_1} = 'partial' or ${q_1_1_1} = 'absent')", "(${q_1_1_1} = 'partial')",
    "((((((((((((((((((((((((((((((((((((((((", "it's \"both\"", " spaced ", "\n", "\u{301}",
    "\u{202E}", "\u{FFFD}", "_x0041_", "label::en", "label::Arabic (ar)", "survey", "type",
  ]

  /// A workbook with one to four cells or rows changed.
  private static func mutated(_ workbook: Workbook, _ generator: inout SeededGenerator) -> Workbook
  {
    var workbook = workbook
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let sheet = Int.random(in: workbook.sheets.indices, using: &generator)
      let rows = workbook.sheets[sheet].rows.indices
      guard let row = rows.randomElement(using: &generator),
        let other = rows.randomElement(using: &generator),
        let column = workbook.sheets[sheet].rows[row].indices.randomElement(using: &generator)
      else { continue }
      let cell = workbook.sheets[sheet].rows[row][column]
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: workbook.sheets[sheet].rows.swapAt(row, other)
      case 1: workbook.sheets[sheet].rows.remove(at: row)
      case 2: workbook.sheets[sheet].rows.insert(workbook.sheets[sheet].rows[row], at: other)
      case 3: workbook.sheets[sheet].rows[row].remove(at: column)
      case 4:
        let numbers = ["0", "-1", "999", "1000", "9223372036854775807", "9223372036854775808"]
        let number = numbers.randomElement(using: &generator) ?? ""
        workbook.sheets[sheet].rows[row][column] = cell.replacing(/[0-9]+$/, with: number)
      default:
        workbook.sheets[sheet].rows[row][column] = cells.randomElement(using: &generator) ?? ""
      }
    }
    return workbook
  }

  @Test func takesInAFormThatComesBackTheSameOrTellsWhere() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = XMLMutations(seed: seed)
    let catalogues = try Words.catalogues()
    let words = try Words.english()
    let form = XLSForm(.everyKind, in: catalogues).workbook
    let entries = try ZipArchive(reading: form.bytes) { _ in true }.entries
    let path = NSTemporaryDirectory() + "majlis-forms-\(seed).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let count = LongRuns.count(60, long: 100_000, or: "MAJLIS_MUTATIONS")
    var (accepted, longest) = (0, Duration.zero)
    for number in 0..<count {
      let context = "seed \(seed), \(number)"
      var bytes = Self.mutated(form, &mutations.bytes.generator).bytes
      if number % 3 == 0 {
        var entries = entries
        let place = Int.random(in: 2..<entries.count, using: &mutations.bytes.generator)
        let content = mutations.mutated(entries[place].content)
        entries[place] = ZipArchive.Entry(name: entries[place].name, content: content)
        bytes = ZipArchive(entries).bytes
      }
      longest = try max(
        longest,
        ContinuousClock().measure {
          let reading = XLSFormReading(bytes, usual: .everyKind)
          if let questionnaire = reading.questionnaire {
            accepted += 1
            let form = XLSForm(questionnaire, in: catalogues).workbook
            let again = XLSFormReading(form.bytes, usual: .everyKind)
            #expect(again.faults == [], "\(context)")
            #expect(again.questionnaire == questionnaire, "\(context)")
            try Data(QuestionnaireFile.text(questionnaire)).write(to: URL(fileURLWithPath: path))
            #expect(try QuestionnaireFile.read(path) == questionnaire, "\(context)")
          } else {
            expectPlaceAndRemedy(reading.faults, words, context)
          }
        },
      )
    }
    print("mutated forms: \(count), \(accepted) accepted, longest \(longest), seed \(seed)")
    #expect(longest < .seconds(10), "seed \(seed)")
    #expect(accepted > 0 && accepted < count, "seed \(seed)")
  }

  private func expectPlaceAndRemedy(_ faults: [Fault], _ words: Words?, _ context: String) {
    #expect(!faults.isEmpty, "\(context)")
    for fault in faults {
      let line = words?.line(fault, file: "f") ?? ""
      #expect(line.hasPrefix("f:"), "\(context): \(line)")
      // What is wrong in a questionnaire says itself what is to be done.
      guard case .table(let what) = fault.what else { continue }
      if case .refused = what { continue }
      #expect(line.contains("; "), "\(context): \(line)")
    }
  }

  // MARK: Tables

  /// The bytes with something done to them that makes a table of other answers now and then.
  private static func mutated(_ text: String, _ mutations: inout Mutations) -> [UInt8] {
    var cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard Bool.random(using: &mutations.generator) else {
      return mutations.mutated(Array(text.utf8))
    }
    let values = [
      "", "QNG", "QND", "XXX", "1.1.1", "1.1.2", "2.1.2", "partial", "absent", "established",
      "notApplicable", "declined", "x;z", "a", "12.5", "1e308", "-0", "2023-06-15", "9999-99-99",
      "agreed", "toVerify", "CRC=partial", "CRC=partial;CRC=absent", "ar", "fr", "'=1", "'", "\"\"",
      "\"a\nb\"", "\u{301}", "\u{FEFF}", " partial ", "inPerson", "online", "report",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &mutations.generator) {
      let place = Int.random(in: cells.indices, using: &mutations.generator)
      switch Int.random(in: 0..<5, using: &mutations.generator) {
      case 0: cells.swapAt(place, Int.random(in: cells.indices, using: &mutations.generator))
      default: cells[place] = values.randomElement(using: &mutations.generator) ?? ""
      }
    }
    return Array(cells.joined(separator: ",").utf8)
  }

  /// What an import took in, so that it can be taken in again.
  private func tryTables(
    called name: String,
    _ good: String,
    into session: Session,
    _ read: ([UInt8], Session) throws -> (changes: [Change], faults: [Fault]),
  ) throws {
    let words = try ExportedSession.words()
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    let count = LongRuns.count(200, long: 100_000, or: "MAJLIS_MUTATIONS")
    var (accepted, changed, longest) = (0, 0, Duration.zero)
    for number in 0..<count {
      let bytes = Self.mutated(good, &mutations)
      let context = "seed \(seed), \(number)"
      longest = try max(
        longest,
        ContinuousClock().measure {
          let (changes, faults) = try read(bytes, session)
          var after = session
          for change in changes { after.apply(change) }
          if faults.isEmpty { accepted += 1 } else { expectPlaceAndRemedy(faults, words, context) }
          if !changes.isEmpty { changed += 1 }
          let again = try read(bytes, after)
          // Nor does a reason why it does not apply fit where it does by now.
          let reason = TableFault.notImported(column: "not_applicable_reason")
          #expect(
            again.faults.filter { $0.what != .table(reason) }
              == faults.filter { $0.what != .table(reason) },
            "\(context)",
          )
          // An agreed answer with another value is a draft again, which a second time agrees to.
          for change in again.changes {
            if case .answered(_, _, .agreed) = change.what {
              after.apply(change)
            } else {
              Issue.record("\(context): taken in a second time: \(change)")
            }
          }
          #expect(try read(bytes, after).changes == [], "\(context): taken in a third time")
          #expect(after.faults(in: .everyKind) == session.faults(in: .everyKind), "\(context)")
        },
      )
    }
    print(
      "mutated \(name): \(count), \(accepted) without faults, \(changed) with changes, "
        + "longest \(longest), seed \(seed)"
    )
    #expect(longest < .seconds(10), "seed \(seed)")
    #expect(accepted > 0 && changed > 0 && accepted < count, "seed \(seed)")
  }

  private static func stamps(after session: Session) -> () -> Change.Stamp {
    let earlier = session.history.count
    var count = 0
    return {
      count += 1
      return Change.Stamp(
        id: "import-\(earlier)-\(count)",
        at: Timestamp(milliseconds: 1_686_900_000_000 + Int64(1000 * earlier + count)),
        by: "omar",
      )
    }
  }

  @Test func takesInAnswersOnceOrTellsWhere() throws {
    let session = try ExportedSession.everyKind()
    let columns: Set<AnswerTable.Column> = [.delegation, .question, .value, .status, .note]
    let table = try ExportedSession.own(session)
    let kept = table.columns.indices.filter { columns.contains(table.columns[$0]) }
    let rows = ([table.columns.map(\.rawValue)] + table.rows).map { row in kept.map { row[$0] } }
    let words = try ExportedSession.words()
    for (name, good) in [("answers", CSV.text(rows)), ("tables of answers", table.csv())] {
      try tryTables(called: name, good, into: session) { bytes, session in
        let answers = AnswerImport(
          bytes,
          into: session,
          in: .everyKind,
          words: words,
          stamp: Self.stamps(after: session),
        )
        return (answers.lines.flatMap(\.changes), answers.faults)
      }
    }
  }

  @Test func takesInPeopleOnceOrTellsWhere() throws {
    let good = """
      delegation,name,institution,role,mode
      QNG,أحمد,وزارة الداخلية,head,inPerson
      QNG,Leïla,"Ministère, de la Santé",,online
      QND,Omar,Interior,"a ""role\""",

      """
    try tryTables(called: "delegates", good, into: .sample) { bytes, session in
      let delegates = DelegateImport(bytes, into: session, stamp: Self.stamps(after: session))
      return (delegates.changes, delegates.faults)
    }
  }
}
