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
  package private(set) var faults: [Fault] = []

  private var session: Session
  private let stamp: () -> Change.Stamp
  private var seen: [String: Int] = [:]
  /// Who is there already: the identifiers by folded name and institution.
  private var known: [DelegationCode: [String: String]] = [:]

  private typealias Row = ImportedTable<Column>.Row

  package init(
    _ bytes: [UInt8],
    into session: Session,
    stamp: @escaping () -> Change.Stamp,
  ) {
    self.session = session
    self.stamp = stamp
    let table = ImportedTable<Column>(bytes, needing: [.delegation, .name])
    faults = table.faults
    for row in table.rows { take(row) }
  }

  private mutating func take(_ row: Row) {
    for column in [Column.delegation, .name] where row[column].isEmpty {
      return report(.emptyCell(column: column.rawValue), row, column)
    }
    guard let code = DelegationCode(row[.delegation]), let delegation = session.delegations[code]
    else {
      let allowed = session.order.map(\.description)
      return report(
        .unknownDelegation(row[.delegation], allowed: allowed),
        row,
        .delegation,
      )
    }
    let mode = row[.mode].isEmpty ? Mode.inPerson : Mode(rawValue: row[.mode])
    guard let mode else {
      let allowed = Mode.allCases.map(\.rawValue)
      return report(.unknownCode(row[.mode], allowed: allowed), row, .mode)
    }
    let id = id(of: row[.name], row[.institution], in: delegation)
    if let line = seen["\(code) \(id)"] { return report(.repeatedRow(line: line), row, .name) }
    seen["\(code) \(id)"] = row.line
    let delegate = Delegate(
      id: id,
      name: row[.name],
      institution: row[.institution],
      role: row[.role],
      isOnline: mode == .online,
    )
    set(delegate, of: code, row)
  }

  private mutating func set(_ delegate: Delegate, of code: DelegationCode, _ row: Row) {
    do throws(Refusal) {
      let change = try session.change(
        setting: RecordKey(.delegate, delegate.id),
        to: .delegate(delegate),
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

  /// The identifier of who is there already by this name and institution, or one that is made
  /// from them (FNV-1a).
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
    let hash = "\(delegation.code)\u{1F}\(wanted)".utf8.reduce(0xcbf2_9ce4_8422_2325) {
      (hash: UInt64, byte) in (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return "d-" + String(hash, radix: 16)
  }
}
