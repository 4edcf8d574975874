/// Why a text is not read as JSON, and where.
package struct JSONFault: Error, Equatable, Sendable {
  package enum What: Equatable, Sendable {
    case notUTF8
    /// A character that cannot stand here.
    case unexpected
    case endsTooEarly
    /// Something stands behind the end of the value.
    case trailingText
    /// Half of a pair of `\u` escapes, which is no character.
    case loneSurrogate
    case numberTooLong(limit: Int)
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
