/// The plain name of a file in a seat's box: never a path.
///
/// The one constructor takes a text that somebody far away has typed, and refuses whatever could
/// lead out of the box, hide a file in it or pass for something else on a screen.
package struct BoxName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// - Returns: `nil` for a text with a slash, a control or an invisible character, for one that
  ///   begins with a dot, a hyphen or a blank or ends with a dot or a blank, and for one of more
  ///   than 80 characters.
  package init?(_ text: String) {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      text.unicodeScalars.count <= 80, text.utf8.count <= 200
    else { return nil }
    guard ![".", "-", " "].contains(first), ![".", " "].contains(last) else { return nil }
    guard text.unicodeScalars.allSatisfy(Self.isPlain) else { return nil }
    description = text
  }

  /// Letters, marks and digits of any script, a blank, and a few signs.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: [" ", "-", "_", ".", ",", "(", ")", "+"].contains(scalar)
    }
  }
}
