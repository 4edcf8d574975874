package import Consultation
import Phrases

/// The people at the tables, from a table: `delegation,name,institution,role,mode`.
///
/// A person is known by delegation, name and institution, whatever accents and forms of alef they
/// are written with: taken in twice, nobody is there twice. Rows with faults are left out and
/// told; the others count.
package struct DelegateImport {
  package enum Column: String, CaseIterable, Hashable, Sendable {
    case delegation, name, institution, role, mode
  }

  /// How a person takes part.
  private enum Mode: String, CaseIterable { case inPerson, online }

  package private(set) var changes: [Change] = []
  package var faults: [Fault] { rows.faults }

  private var rows: ImportedRows<Column>
  private let stamp: () -> Change.Stamp
  /// Who is there already: the identifiers by folded name and institution.
  private var known: [DelegationCode: [String: String]] = [:]

  package init(
    _ bytes: [UInt8],
    into session: Session,
    stamp: @escaping () -> Change.Stamp,
  ) {
    self.stamp = stamp
    let table = ImportedTable<Column>(bytes, needing: [.delegation, .name])
    rows = ImportedRows(into: session, after: table.faults)
    for row in table.rows { take(row) }
  }

  private mutating func take(_ row: ImportedRows<Column>.Row) {
    guard let delegation = rows.delegation(.delegation, in: row), rows.hasText(.name, in: row)
    else { return }
    guard let mode = row[.mode].isEmpty ? Mode.inPerson : Mode(rawValue: row[.mode]) else {
      let allowed = Mode.allCases.map(\.rawValue)
      return rows.report(.unknownCode(row[.mode], allowed: allowed), row, .mode)
    }
    let delegate = Delegate(
      id: id(of: row[.name], row[.institution], in: delegation),
      name: row[.name],
      institution: row[.institution],
      role: row[.role],
      isOnline: mode == .online,
    )
    guard rows.isFirst(row, toSay: "\(delegation.code) \(delegate.id)", .name) else { return }
    let change = rows.apply(row, .delegation) { (session) throws(Refusal) in
      try session.change(
        setting: RecordKey(.delegate, delegate.id),
        to: .delegate(delegate),
        of: delegation.code,
        stamp: stamp(),
      )
    }
    if let change { changes.append(change) }
  }

  /// The identifier of who is there already by this name and institution, or one that is made
  /// from them.
  private mutating func id(
    of name: String,
    _ institution: String,
    in delegation: Delegation,
  ) -> String {
    func folded(_ name: String, _ institution: String) -> String {
      LetterFolding.fold(name) + "\u{1F}" + LetterFolding.fold(institution)
    }
    let there =
      known[delegation.code]
      ?? Dictionary(
        delegation.delegates.map { (folded($0.name, $0.institution), $0.id) },
        uniquingKeysWith: { first, _ in first },
      )
    known[delegation.code] = there
    let wanted = folded(name, institution)
    if let known = there[wanted] { return known }
    return "d-" + FNV1a.digits(of: "\(delegation.code)\u{1F}\(wanted)")
  }
}
