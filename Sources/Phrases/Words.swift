package import Consultation
import BidiText

/// The interface's words for one reader: a language, the digits used in it, and of whom the
/// questionnaire asks.
///
/// Where a state reads of a state, a local authority reads of a local authority: nobody who says a
/// phrase has to think of it, but everybody who makes words says whom they are about.
package struct Words: Equatable, Sendable {
  package let digits: Digits
  private let catalogue: Catalogue
  /// What those whom they are about read in other words; looked up once, and not at each phrase.
  private let variants: [String: Catalogue.Entry]?

  package var language: Language { catalogue.language }

  package init(_ catalogue: Catalogue, about respondent: Delegation.Kind, digits: Digits) {
    self.catalogue = catalogue
    variants = catalogue.variants[respondent]
    self.digits = digits
  }

  /// A phrase as it stands.
  ///
  /// One that the catalogue lacks is shown by its key: visible, and found by the tests.
  package func callAsFunction(_ phrase: Phrase) -> String {
    template(phrase.key, count: 0)
  }

  /// A phrase with its values in their places; one with plural forms takes that for its `count`.
  package func callAsFunction(_ phrase: FilledPhrase) -> String {
    var result = ""
    var rest = template(phrase.key, count: phrase.count)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        return result + rest[open...]
      }
      result +=
        phrase[rest[rest.index(after: open)..<close]].map { text($0) } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A number in the reader's digits.
  package func number(_ number: Int) -> String { digits.write(String(number)) }

  /// A question's number in the reader's digits, kept together and in its order in any line.
  package func number(_ number: QuestionNumber) -> String {
    digits.write(number.description)
  }

  /// A text of a questionnaire or a session in the reader's language, made harmless.
  package func text(_ text: LocalizedText) -> String { TextSanitizer.visible(text[language]) }

  /// A text that somebody wrote, in the reader's language where there is a translation, made
  /// harmless.
  package func text(_ text: TranslatedText) -> String {
    TextSanitizer.visible(text.reading(in: language).text)
  }

  private func template(_ key: String, count: @autoclosure () -> Int) -> String {
    switch variants?[key] ?? catalogue.entries[key] {
    case .text(let text): text
    case .plural(let forms):
      forms[PluralCategory(count(), in: language)] ?? forms[.other] ?? key
    case nil: key
    }
  }

  private func text(_ value: FilledPhrase.Value) -> String {
    switch value {
    case .number(let number): self.number(number)
    case .question(let number): self.number(number)
    case .date(let date): self.date(date)
    case .text(.foreign(let text)): TextSanitizer.isolated(text)
    case .text(.plain(let text)): TextSanitizer.visible(text)
    case .text(.own(let text)): text
    }
  }
}
