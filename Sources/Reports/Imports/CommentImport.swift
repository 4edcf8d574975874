package import Consultation
import Phrases

/// Comments on the draft of a profile, and what was answered to each, from a table:
/// `delegation,institution,domain,comment,response,date`.
///
/// Whoever read the draft as a file to edit sends a table back. A comment is known by delegation,
/// institution, domain and its own words: taken in twice it is there once, with the newer response.
/// Without a comment, the institution has none, which is an answer too. Nothing is taken in where any
/// row has a fault.
package struct CommentImport {
  package enum Column: String, CaseIterable, Hashable, Sendable {
    case delegation, institution, domain, comment, response, date
  }

  package private(set) var changes: [Change] = []
  package private(set) var faults: [Fault] = []

  private var session: Session
  private let domains: [Int]
  private let stamp: () -> Change.Stamp
  private var seen: [String: Int] = [:]

  private typealias Row = ImportedTable<Column>.Row

  package init(
    _ bytes: [UInt8],
    into session: Session,
    in questionnaire: Questionnaire,
    stamp: @escaping () -> Change.Stamp,
  ) {
    self.session = session
    domains = questionnaire.domains.map(\.number)
    self.stamp = stamp
    let table = ImportedTable<Column>(bytes, needing: [.delegation, .institution, .comment])
    faults = table.faults
    for row in table.rows { take(row) }
    if !faults.isEmpty { changes = [] }
  }

  private mutating func take(_ row: Row) {
    for column in [Column.delegation, .institution] where row[column].isEmpty {
      return report(.emptyCell(column: column.rawValue), row, column)
    }
    guard let code = DelegationCode(row[.delegation]), let delegation = session.delegations[code]
    else {
      let allowed = session.order.map(\.description)
      return report(.unknownDelegation(row[.delegation], allowed: allowed), row, .delegation)
    }
    guard row[.domain].isEmpty || Int(row[.domain]).map(domains.contains) ?? false else {
      let allowed = domains.map(String.init)
      return report(.unknownCode(row[.domain], allowed: allowed), row, .domain)
    }
    let date = CalendarDate(row[.date])
    guard row[.date].isEmpty || date != nil else {
      return report(.noDate(row[.date]), row, .date)
    }
    let remark = DraftRemark(
      institution: row[.institution],
      domain: Int(row[.domain]),
      comment: row[.comment].isEmpty ? nil : row[.comment],
      response: row[.response],
      on: date,
    )
    let id = id(of: remark, in: delegation)
    if let line = seen["\(code) \(id)"] { return report(.repeatedRow(line: line), row, .comment) }
    seen["\(code) \(id)"] = row.line
    set(remark, id, of: code, row)
  }

  private mutating func set(
    _ remark: DraftRemark,
    _ id: String,
    of code: DelegationCode,
    _ row: Row,
  ) {
    do throws(Refusal) {
      let change = try session.change(
        setting: RecordKey(.remark, id),
        to: .remark(remark),
        of: code,
        stamp: stamp(),
      )
      guard let change else { return }
      session.apply(change)
      changes.append(change)
    } catch {
      report(.refused(error), row, .delegation)
    }
  }

  private mutating func report(_ what: TableFault, _ row: Row, _ column: Column) {
    faults.append(Fault(row.place(of: column), .table(what)))
  }

  /// The identifier of the comment that is there already, or one that is made of its words (FNV-1a).
  private func id(of remark: DraftRemark, in delegation: Delegation) -> String {
    let wanted = Self.folded(remark)
    for (key, record) in delegation.records where key.kind == .remark {
      if case .remark(let there) = record, Self.folded(there) == wanted { return key.id }
    }
    let hash = "\(delegation.code)\u{1F}\(wanted)".utf8.reduce(0xcbf2_9ce4_8422_2325) {
      (hash: UInt64, byte) in (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return "c-" + String(hash, radix: 16)
  }

  /// What a comment is known by, whatever the accents and forms of alef it is written with.
  private static func folded(_ remark: DraftRemark) -> String {
    [
      LetterFolding.fold(remark.institution), remark.domain.map(String.init) ?? "",
      LetterFolding.fold(remark.comment ?? ""),
    ].joined(separator: "\u{1F}")
  }
}
