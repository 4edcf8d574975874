/// Where in a file a value begins: line and column, both counted from 1, columns in bytes.
package struct JSONPlace: Equatable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package var description: String { "\(line):\(column)" }
}
