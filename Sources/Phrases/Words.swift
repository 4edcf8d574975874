package import Consultation
import BidiText

/// The interface's words for one reader: a language, and the digits used in it.
package struct Words: Equatable, Sendable {
  /// A value inserted into a phrase.
  package enum Value: Equatable, Sendable, ExpressibleByIntegerLiteral {
    /// What a person or a file wrote: made harmless, and isolated so that it cannot disturb the
    /// line around it.
    case foreign(String)
    /// What a file wrote, in a line for scripts: made harmless, without invisible isolates.
    case plain(String)
    /// Words of this program, in the reader's language already.
    case own(String)
    case number(Int)

    package init(integerLiteral value: Int) { self = .number(value) }
  }

  package let digits: Digits
  private let catalogue: Catalogue

  package var language: Language { catalogue.language }

  package init(_ catalogue: Catalogue, digits: Digits) {
    self.catalogue = catalogue
    self.digits = digits
  }

  /// A phrase with its values in their places, such as `{name}`.
  ///
  /// A phrase with plural forms takes the form for the value called `count`. A phrase that the
  /// catalogue lacks is shown by its key: visible, and found by the tests.
  package func callAsFunction(_ phrase: Phrase, _ values: [String: Value] = [:]) -> String {
    let template: String
    switch catalogue.entries[phrase.rawValue] {
    case .text(let text): template = text
    case .plural(let forms):
      var count = 0
      if case .number(let number) = values["count"] { count = number }
      let category = PluralCategory(count, in: language)
      template = forms[category] ?? forms[.other] ?? phrase.rawValue
    case nil: return phrase.rawValue
    }
    return values.isEmpty ? template : fill(template, with: values)
  }

  /// A number in the reader's digits.
  package func number(_ number: Int) -> String { digits.write(String(number)) }

  /// A question's number in the reader's digits, kept together and in its order in any line.
  package func number(_ number: QuestionNumber) -> String {
    digits.write(number.description)
  }

  /// A text of a questionnaire or a session in the reader's language, made harmless.
  package func text(_ text: LocalizedText) -> String { HarmlessText.visible(text[language]) }

  /// A text that somebody wrote, in the reader's language where there is a translation, made
  /// harmless.
  package func text(_ text: TranslatedText) -> String {
    HarmlessText.visible(text.reading(in: language).text)
  }

  private func fill(_ template: String, with values: [String: Value]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      switch values[name] {
      case .foreign(let text): result += HarmlessText.isolated(text)
      case .plain(let text): result += HarmlessText.visible(text)
      case .own(let text): result += text
      case .number(let number): result += self.number(number)
      case nil: result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
