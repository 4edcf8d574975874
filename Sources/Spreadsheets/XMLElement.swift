/// An element of the XML in a workbook: as much of XML as those have.
///
/// Names stand without their prefix, but for `r:id`, which is to be told from `id`.
struct XMLElement {
  let name: String
  let attributes: [String: String]
  var children: [XMLElement] = []
  /// The text directly in it.
  var text = ""

  /// The elements in it of a name, in their order.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Why bytes are no XML that is read here, and where: line and column, both from 1.
package struct XMLFailure: Error, Equatable, Sendable {
  package enum What: Equatable, Sendable {
    case notWellFormed
    /// It declares a document type, in which a few bytes can become any number.
    case documentType
    case tooDeep(limit: Int)
    /// It has more elements than are kept in memory.
    case tooManyElements
  }

  package let what: What
  package let line: Int
  package let column: Int

  package init(_ what: What, line: Int, column: Int) {
    self.what = what
    self.line = line
    self.column = column
  }
}
