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
  package var faults: [Fault] { rows.faults }

  private var rows: ImportedRows<Column>
  private let domains: [Int]
  private let stamp: () -> Change.Stamp

  package init(
    _ bytes: [UInt8],
    into session: Session,
    in questionnaire: Questionnaire,
    stamp: @escaping () -> Change.Stamp,
  ) {
    domains = questionnaire.domains.map(\.number)
    self.stamp = stamp
    let table = ImportedTable<Column>(bytes, needing: [.delegation, .institution, .comment])
    rows = ImportedRows(into: session, after: table.faults)
    for row in table.rows { take(row) }
    if !faults.isEmpty { changes = [] }
  }

  private mutating func take(_ row: ImportedRows<Column>.Row) {
    guard let delegation = rows.delegation(.delegation, in: row),
      rows.hasText(.institution, in: row)
    else { return }
    guard row[.domain].isEmpty || Int(row[.domain]).map(domains.contains) ?? false else {
      let allowed = domains.map(String.init)
      return rows.report(.unknownCode(row[.domain], allowed: allowed), row, .domain)
    }
    let date = CalendarDate(row[.date])
    guard row[.date].isEmpty || date != nil else {
      return rows.report(.noDate(row[.date]), row, .date)
    }
    let remark = DraftRemark(
      institution: row[.institution],
      domain: Int(row[.domain]),
      comment: row[.comment].isEmpty ? nil : row[.comment],
      response: row[.response],
      on: date,
    )
    let id = id(of: remark, in: delegation)
    guard rows.isFirst(row, toSay: "\(delegation.code) \(id)", .comment) else { return }
    let change = rows.apply(row, .delegation) { (session) throws(Refusal) in
      try session.change(
        setting: RecordKey(.remark, id),
        to: .remark(remark),
        of: delegation.code,
        stamp: stamp(),
      )
    }
    if let change { changes.append(change) }
  }

  /// The identifier of the comment that is there already, or one that is made of its words.
  private func id(of remark: DraftRemark, in delegation: Delegation) -> String {
    let wanted = Self.folded(remark)
    for (key, record) in delegation.records where key.kind == .remark {
      if case .remark(let there) = record, Self.folded(there) == wanted { return key.id }
    }
    return "c-" + FNV1a.digits(of: "\(delegation.code)\u{1F}\(wanted)")
  }

  /// What a comment is known by, whatever the accents and forms of alef it is written with.
  private static func folded(_ remark: DraftRemark) -> String {
    [
      LetterFolding.fold(remark.institution), remark.domain.map(String.init) ?? "",
      LetterFolding.fold(remark.comment ?? ""),
    ].joined(separator: "\u{1F}")
  }
}
