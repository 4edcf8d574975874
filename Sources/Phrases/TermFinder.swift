package import Consultation

/// Finds the terms of a glossary in texts of one language.
///
/// A term stands where one of its forms does, as whole words. Where a longer one stands, as "migrant
/// worker", the shorter one within it, "migrant", does not count as standing there.
///
/// Limitations: forms are not inflected; each that is to be found stands in the glossary.
package struct TermFinder {
  private struct Form {
    let words: [String]
    /// `nil` for an expression in which a term's words say something else.
    let term: GlossaryTerm.Code?
  }

  /// By the first word, the longest first.
  private var forms: [String: [Form]] = [:]

  package init(_ glossary: Glossary, in language: Language) {
    for term in glossary.terms {
      let wording = term[language]
      let names = wording.isCommonWord ? [] : [wording.name]
      for text in names + wording.alsoWritten { add(text, term.code) }
      for text in wording.elsewhere { add(text, nil) }
    }
    for (word, forms) in forms {
      self.forms[word] = forms.sorted { $0.words.count > $1.words.count }
    }
  }

  /// Finds these expressions, each for a term.
  package init(_ expressions: [(text: String, term: GlossaryTerm.Code)]) {
    for expression in expressions { add(expression.text, expression.term) }
  }

  private mutating func add(_ text: String, _ term: GlossaryTerm.Code?) {
    let words = TermWords.words(of: text).map { TermWords.withoutArticle($0) }
    guard let first = words.first else { return }
    forms[first, default: []].append(Form(words: words, term: term))
  }

  /// The terms that stand in a text, each where no longer one does.
  package func terms(in text: String) -> Set<GlossaryTerm.Code> {
    let words = TermWords.words(of: text)
    var found: Set<GlossaryTerm.Code> = []
    var index = 0
    while index < words.count {
      let forms = forms(at: index, of: words)
      let length = forms.map(\.words.count).max() ?? 1
      for form in forms where form.words.count == length {
        if let term = form.term { found.insert(term) }
      }
      index += length
    }
    return found
  }

  /// The terms that stand in a text, those within longer ones too.
  package func allTerms(in text: String) -> Set<GlossaryTerm.Code> {
    let words = TermWords.words(of: text)
    return Set(words.indices.flatMap { forms(at: $0, of: words).compactMap(\.term) })
  }

  /// The forms that begin at a word.
  private func forms(at index: Int, of words: [String]) -> [Form] {
    TermWords.readings(of: words[index]).flatMap { reading in
      (forms[reading] ?? []).filter { form in
        form.words.count <= words.count - index
          && zip(form.words, words[index...]).dropFirst().allSatisfy { wanted, word in
            wanted == TermWords.withoutArticle(word)
          }
      }
    }
  }
}

extension Glossary {
  /// The terms that stand in texts of a language, in the order of its alphabet.
  package func terms(in texts: some Sequence<String>, of language: Language) -> [GlossaryTerm] {
    let finder = TermFinder(self, in: language)
    var found: Set<GlossaryTerm.Code> = []
    for text in texts { found.formUnion(finder.terms(in: text)) }
    return sorted(in: language).filter { found.contains($0.code) }
  }
}
