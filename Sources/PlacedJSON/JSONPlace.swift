/// Where in a file a value begins: line and column, both counted from 1, columns in bytes.
package struct JSONPlace: Equatable, Sendable, CustomStringConvertible {
  // A long file has a million of these, and none of more than `JSONReader.Limits.bytes`.
  private let shortLine: Int32
  private let shortColumn: Int32

  package init(line: Int, column: Int) {
    shortLine = Int32(clamping: line)
    shortColumn = Int32(clamping: column)
  }

  package var line: Int { Int(shortLine) }
  package var column: Int { Int(shortColumn) }

  package var description: String { "\(line):\(column)" }
}
