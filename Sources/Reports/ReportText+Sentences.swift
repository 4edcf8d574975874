import BidiText
import Consultation
import Phrases

extension ReportText {
  /// A statement as prose, with the law behind it in parentheses: one sentence.
  ///
  /// Elements have a sentence each where one is in place alone, or more than the sentence for a part
  /// speaks of.
  ///
  /// - Returns: nothing where the questionnaire has no sentence for it.
  func sentences(_ statement: StatementInPlace, by languages: [Language]) -> [String] {
    guard let question = questionnaire[statement.question] else { return [] }
    let source = source(statement.sources, by: languages)
    switch statement.extent {
    case .whole:
      return question.statements[.established].map { [filled($0, source: source)] } ?? []
    case .elements(let codes):
      return sentences(question, elements: Set(codes), source: source)
    case .instruments(let codes):
      let titles = question.kind.options.filter { codes.contains($0.code) }
        .map { words.text($0.title) }.joined(separator: words(.publicSeparator))
      return [words(.publicPartyTo(instruments: .own(titles), source: .own(source)))]
    }
  }

  private func sentences(
    _ question: Question,
    elements codes: Set<String>,
    source: String,
  ) -> [String] {
    let elements = question.elements?.ticked(codes) ?? []
    guard elements.count > 1, question.elements?.level(of: codes) == .partial,
      let statement = question.statements[.partial]
    else {
      return elements.enumerated().map { index, element in
        filled(element.statement, source: index + 1 == elements.count ? source : "")
      }
    }
    let titles = SentenceJoining(language).list(
      elements.map { words.text($0.title) },
      words: words,
    )
    return [filled(statement, elements: titles, source: source)]
  }

  /// The source last, so that nothing in what a person wrote is filled in.
  private func filled(
    _ statement: LocalizedText,
    elements: String = "",
    source: String,
  ) -> String {
    words.text(statement)
      .replacing(StatementPlace.elements, with: elements)
      .replacing(StatementPlace.source, with: source)
  }

  /// ` (Law 34-09 of 2011, art. 3; National Migration Strategy)`, or nothing.
  private func source(_ sources: [Evidence], by languages: [Language]) -> String {
    guard !sources.isEmpty else { return "" }
    let citations = sources.map { inline($0, by: languages) }
    return " (\(citations.joined(separator: words(.publicSeparator))))"
  }

  /// A source as it is named in a sentence: without its address, and in an order of its own where it
  /// is in a language that runs the other way.
  private func inline(_ source: Evidence, by languages: [Language]) -> String {
    let own = name(source.title, by: languages).language
    var source = source
    source.link = nil
    source.year = source.yearBesideTitle
    if own == language, source.kind.isMadeInAYear, let year = source.year {
      source.title = words(.publicOfYear(title: .own(source.title), year: year))
      source.year = nil
    }
    return PlainLines.isolated(
      TextSanitizer.line(citation(source, by: languages)),
      own,
      in: language.direction,
    )
  }
}

extension Evidence {
  /// The year where the title does not say it already: `Law 65 of 2003`.
  var yearBesideTitle: Int? { year.flatMap { title.contains("\($0)") ? nil : $0 } }
}

extension Evidence.Kind {
  /// Whether its year is the one in which it was made, as a law's is.
  fileprivate var isMadeInAYear: Bool {
    switch self {
    case .law, .policy, .strategy, .agreement: true
    case .institution, .dataSource, .practice: false
    }
  }
}
