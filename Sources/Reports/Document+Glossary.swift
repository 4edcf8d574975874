import Consultation
import Phrases

extension Document {
  /// The terms that stand in the document, in the order of its alphabet.
  ///
  /// Looked for in what stands there in its own language, whoever wrote it.
  func terms(of glossary: Glossary) -> [GlossaryTerm] {
    let passages = [title] + blocks.flatMap(\.passages)
    let own = passages.filter { $0.language == language }
    return glossary.terms(in: Set(own.map(\.text)), of: language)
  }

  /// The document with these terms explained at its end.
  func explaining(_ terms: [GlossaryTerm], in words: Words) -> Document {
    guard !terms.isEmpty else { return self }
    func own(_ text: String) -> Passage { Passage(text, words.language) }
    let definitions = terms.map { term in
      Definition(
        label: own(words.text(term.name)),
        text: own(
          words(
            .reportTermMeaning(
              meaning: .own(words.text(term.meaning)),
              source: .own(words.text(term.source)),
            )
          )
        ),
      )
    }
    var document = self
    document.blocks += [
      .heading(Heading(level: 1, anchor: "glossary", title: own(words(.reportGlossary)))),
      .definitions(definitions),
    ]
    return document
  }
}
