/// The number of a question, `1.2.3`: domain, theme, and the question's place in its theme.
///
/// Numbers never change and never move: they are the keys of the answers in the session file.
package struct QuestionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// What each of its three numbers can be.
  package static let range = 1...999

  package let domain: Int
  package let theme: Int
  package let question: Int

  package init(domain: Int, theme: Int, question: Int) {
    self.domain = domain
    self.theme = theme
    self.question = question
  }

  /// Reads `1.2.3`.
  ///
  /// - Returns: `nil` unless the text is three numbers from 1 to 999, without signs, spaces or
  ///   leading zeros, so that each question has one spelling only.
  package init?(_ text: String) {
    // Read byte by byte: a long history has a hundred thousand of these.
    var earlier: (domain: Int, theme: Int) = (0, 0)
    var number = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ".") where number > 0 && earlier.domain == 0:
        earlier.domain = earlier.theme
        (earlier.theme, number) = (number, 0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        guard Self.range.contains(number) else { return nil }
      default: return nil
      }
    }
    guard earlier.domain > 0, number > 0 else { return nil }
    self.init(domain: earlier.domain, theme: earlier.theme, question: number)
  }

  package init?(_ text: Substring) { self.init(String(text)) }

  package var description: String { "\(domain).\(theme).\(question)" }

  /// All three as one number: a key looks some hundred questions up.
  package func hash(into hasher: inout Hasher) {
    hasher.combine((domain << 20 | theme << 10) ^ question)
  }

  package static func < (first: QuestionNumber, second: QuestionNumber) -> Bool {
    (first.domain, first.theme, first.question)
      < (second.domain, second.theme, second.question)
  }
}
