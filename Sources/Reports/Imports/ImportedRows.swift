import Consultation

/// What the rows of a table do to a session, one after the other, and what is wrong with them.
struct ImportedRows<Column: RawRepresentable & CaseIterable & Hashable>
where Column.RawValue == String {
  typealias Row = ImportedTable<Column>.Row

  /// The session with what the rows so far changed in it.
  private var session: Session
  private(set) var faults: [Fault]
  /// What was said already, with the line of it.
  private var said: [String: Int] = [:]

  init(into session: Session, after faults: [Fault]) {
    self.session = session
    self.faults = faults
  }

  mutating func report(_ what: TableFault, _ row: Row, _ column: Column) {
    faults.append(Fault(row.place(of: column), .table(what)))
  }

  /// Whether a cell says something; told where it does not.
  mutating func hasText(_ column: Column, in row: Row) -> Bool {
    if row[column].isEmpty { report(.emptyCell(column: column.rawValue), row, column) }
    return !row[column].isEmpty
  }

  /// The delegation that a cell names; told where there is none.
  mutating func delegation(_ column: Column, in row: Row) -> Delegation? {
    guard hasText(column, in: row) else { return nil }
    if let code = DelegationCode(row[column]), let delegation = session.delegations[code] {
      return delegation
    }
    let allowed = session.order.map(\.description)
    report(.unknownDelegation(row[column], allowed: allowed), row, column)
    return nil
  }

  /// Whether no row before said the same; told where one did.
  mutating func isFirst(_ row: Row, toSay what: String, _ column: Column) -> Bool {
    if let line = said[what] {
      report(.repeatedRow(line: line), row, column)
      return false
    }
    said[what] = row.line
    return true
  }

  /// Applies the change that a row asks for.
  ///
  /// - Returns: `nil` where nothing is changed, and where it is refused, which is told.
  mutating func apply(
    _ row: Row,
    _ column: Column,
    _ change: (Session) throws(Refusal) -> Change?,
  ) -> Change? {
    do throws(Refusal) {
      guard let change = try change(session) else { return nil }
      session.apply(change)
      return change
    } catch {
      report(.refused(error), row, column)
      return nil
    }
  }
}
