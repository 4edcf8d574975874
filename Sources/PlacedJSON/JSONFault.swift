/// Why a text is not read as JSON, and where.
package struct JSONFault: Error, Equatable, Sendable {
  package enum What: Equatable, Sendable {
    case notUTF8
    /// A character that cannot stand here.
    case unexpected
    case endsTooEarly
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    case duplicateKey(String)
  }

  package let place: JSONPlace
  package let what: What

  package init(_ what: What, at place: JSONPlace) {
    self.what = what
    self.place = place
  }
}
