package import Consultation
package import PlacedJSON

/// The terms of the field, each once: what it is called in each language, what it means, and where
/// that is taken from, as `Assets/glossary.json` holds them.
///
/// Read when somebody asks for it, and by no start of the program.
package struct Glossary: Equatable, Sendable {
  /// In the order of the file.
  package let terms: [GlossaryTerm]

  package init(terms: [GlossaryTerm]) { self.terms = terms }

  /// Reads a glossary.
  ///
  /// - Throws: a `JSONFault` when the text is no JSON. A term that is not complete is left out, and
  ///   missed by the tests.
  package init(json bytes: [UInt8]) throws(JSONFault) {
    let elements = try JSONReader.read(bytes)["terms"]?.elements ?? []
    self.init(terms: elements.compactMap { GlossaryTerm($0) })
  }

  package subscript(code: GlossaryTerm.Code) -> GlossaryTerm? {
    terms.first { $0.code == code }
  }

  /// All terms in the order of a language's alphabet.
  package func sorted(in language: Language) -> [GlossaryTerm] {
    terms.map { ($0, $0[language].sortingKey) }
      .sorted { ($0.1, $0.0.code.text) < ($1.1, $1.0.code.text) }
      .map(\.0)
  }
}

/// One term of the field.
package struct GlossaryTerm: Equatable, Sendable {
  /// What tells a term from the others, whatever the language.
  package struct Code: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
  }

  /// What the term is called in one language.
  package struct Wording: Equatable, Sendable {
    package let name: String
    /// Its other forms, as they stand in texts: plurals, cases, what it is called for short.
    package var alsoWritten: [String] = []
    /// What it is not to be called.
    package var avoided: [String] = []
    /// Longer expressions in which its words stand and say something else.
    package var elsewhere: [String] = []
    /// Whether the name alone is an everyday word too, so that the term is found by its other
    /// forms only.
    package var isCommonWord = false
  }

  package let code: Code
  /// What it means, in a sentence.
  package let meaning: LocalizedText
  /// Where the meaning is taken from.
  package let source: LocalizedText
  private let wordings: [Language: Wording]

  /// - Returns: `nil` unless every language has a name.
  package init?(
    _ code: Code,
    _ wordings: [Language: Wording],
    meaning: LocalizedText,
    source: LocalizedText,
  ) {
    guard Language.allCases.allSatisfy({ wordings[$0]?.name.isEmpty == false }) else { return nil }
    self.code = code
    self.wordings = wordings
    self.meaning = meaning
    self.source = source
  }

  package subscript(language: Language) -> Wording {
    wordings[language] ?? Wording(name: code.text)
  }

  /// What it is called in all languages.
  package var name: LocalizedText { LocalizedText { self[$0].name } }
}

extension GlossaryTerm {
  fileprivate init?(_ value: JSONValue) {
    guard let code = value["term"]?.string, let meaning = LocalizedText(value["meaning"]),
      let source = LocalizedText(value["source"])
    else { return nil }
    var wordings: [Language: Wording] = [:]
    for language in Language.allCases {
      wordings[language] = value[language.rawValue].flatMap { Wording($0) }
    }
    self.init(Code(code), wordings, meaning: meaning, source: source)
  }
}

extension GlossaryTerm.Wording {
  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.string else { return nil }
    func texts(_ key: String) -> [String] { value[key]?.elements?.compactMap(\.string) ?? [] }
    self.init(
      name: name,
      alsoWritten: texts("alsoWritten"),
      avoided: texts("avoid"),
      elsewhere: texts("notIn"),
      isCommonWord: value["isCommonWord"]?.bool ?? false,
    )
  }

  /// The name as dictionaries order it: without marks, and without the Arabic article before it.
  fileprivate var sortingKey: String {
    TermWords.words(of: name).map { TermWords.withoutArticle($0) }.joined(separator: " ")
  }
}

extension LocalizedText {
  /// A text with a member for each language; nil where one is missing.
  package init?(_ value: JSONValue?) {
    guard let value else { return nil }
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = value[language.rawValue]?.string }
    self.init(texts)
  }
}
