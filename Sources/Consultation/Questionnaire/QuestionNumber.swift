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
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.first != "0",
        part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(domain: numbers[0], theme: numbers[1], question: numbers[2])
  }

  package var description: String { "\(domain).\(theme).\(question)" }

  package static func < (first: QuestionNumber, second: QuestionNumber) -> Bool {
    (first.domain, first.theme, first.question)
      < (second.domain, second.theme, second.question)
  }
}
