import BidiText
package import Consultation

/// What a profile says in sentences: statements that are in place, with the laws and institutions
/// behind them in line.
package struct ProfileProse: Sendable {
  private let words: Words
  private let questionnaire: Questionnaire
  /// The languages of the delegation, in which its sources are named.
  private let languages: [Language]

  package init(_ words: Words, in questionnaire: Questionnaire, by languages: [Language]) {
    self.words = words
    self.questionnaire = questionnaire
    self.languages = languages
  }

  /// Statements as one paragraph, in which each source is cited in full once.
  package func paragraph(_ statements: [StatementInPlace]) -> String {
    var cited = Cited()
    let told = statements.flatMap { statement in
      sentences(statement, citing: cited.next(statement.sources))
    }
    return SentenceJoining(words.language).paragraph(told)
  }

  /// What is suggested at a place; of an experience, what it is called.
  package func text(_ suggestion: ProfileSuggestion) -> String {
    switch suggestion {
    case .theme(_, let statements): paragraph(statements)
    case .developed(let statement): paragraph([statement])
    case .wished(let question):
      questionnaire.theme(of: question.number).map { words.text($0.title) } ?? ""
    case .prioritized(_, let title): title
    case .practice(_, let practice): practice.title
    }
  }

  // MARK: Sentences

  /// A statement by itself, with its sources in full.
  ///
  /// - Returns: nothing where the questionnaire has no sentence for it.
  package func sentences(_ statement: StatementInPlace) -> [String] {
    sentences(statement, citing: statement.sources)
  }

  /// Elements have a sentence each where one is in place alone, or more than the sentence for a part
  /// speaks of.
  private func sentences(_ statement: StatementInPlace, citing sources: [Evidence]) -> [String] {
    guard let question = questionnaire[statement.question] else { return [] }
    let source = source(sources)
    switch statement.extent {
    case .whole:
      return question.statements[.established].map { [words.filled($0, source: source)] } ?? []
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
        words.filled(element.statement, source: index + 1 == elements.count ? source : "")
      }
    }
    let titles = SentenceJoining(words.language).list(
      elements.map { words.text($0.title) },
      words: words,
    )
    return [words.filled(statement, elements: titles, source: source)]
  }

  // MARK: Sources

  /// ` (Law 34-09, 2011, art. 3; National Migration Strategy)`, or nothing.
  package func source(_ sources: [Evidence]) -> String {
    guard !sources.isEmpty else { return "" }
    let citations = sources.map { inline($0) }
    return " (\(citations.joined(separator: words(.publicSeparator))))"
  }

  /// A source as it is named in a sentence: without its address, in an order of its own where it is
  /// in a language that runs the other way, and with no word of this language in its title.
  private func inline(_ source: Evidence) -> String {
    let own = Language(ofText: source.title, usually: words.language, of: languages)
    var source = source
    source.link = nil
    source.year = source.yearBesideTitle
    // `قانون الصحة لسنة 2019`: a title in Arabic letters is in Arabic, and one in Latin letters may
    // be in a language other than the sentence's.
    if own == .arabic, words.language == .arabic, source.kind.isMadeInAYear,
      let year = source.year
    {
      source.title = words(.publicOfYear(title: .own(source.title), year: year))
      source.year = nil
    }
    return own.direction.isolated(
      TextSanitizer.line(words.citation(source, by: languages)),
      on: words.language.direction,
    )
  }
}

/// What a paragraph has cited so far: who reads a law's full name once knows it.
private struct Cited {
  private var titles: [Evidence] = []
  private var last: [Evidence] = []

  /// The sources of the next sentence as they are to be named there: in full the first time, by the
  /// title and the article after that, and not again where the sentence before had just these.
  mutating func next(_ sources: [Evidence]) -> [Evidence] {
    defer { last = sources }
    guard !sources.isEmpty, sources != last else { return [] }
    return sources.map { source in
      guard titles.contains(where: source.isSameSource) else {
        titles.append(source)
        return source
      }
      var short = source
      short.year = nil
      return short
    }
  }
}

extension Words {
  /// A statement with what belongs into it; the source last, so that nothing in what a person wrote
  /// is filled in.
  package func filled(
    _ statement: LocalizedText,
    elements: String = "",
    source: String,
  ) -> String {
    text(statement)
      .replacing(StatementPlace.elements, with: elements)
      .replacing(StatementPlace.source, with: source)
  }

  /// A piece of evidence as it is cited: title, year, article, link, separated as its own language
  /// does.
  package func citation(_ piece: Evidence, by languages: [Language]) -> String {
    let own = Language(ofText: piece.title, usually: language, of: languages)
    let isArabic = own == .arabic
    var parts = [piece.title]
    if let year = piece.yearBesideTitle { parts.append(isArabic ? number(year) : "\(year)") }
    if let article = piece.article, !article.isEmpty { parts.append(article) }
    if let link = piece.link, !link.isEmpty { parts.append(link) }
    return parts.joined(separator: isArabic ? "، " : ", ")
  }
}

extension Evidence {
  /// The year where the title does not say it already: `Law 65 of 2003`.
  package var yearBesideTitle: Int? { year.flatMap { title.contains("\($0)") ? nil : $0 } }

  /// Whether it is the same law, whatever the article and the address.
  package func isSameSource(as other: Evidence) -> Bool {
    kind == other.kind && title == other.title && year == other.year && isOfSameIssuer(as: other)
  }

  /// Whether nobody says that another institution issued it.
  private func isOfSameIssuer(as other: Evidence) -> Bool {
    guard let issuer, let others = other.issuer, !issuer.isEmpty, !others.isEmpty else {
      return true
    }
    return issuer == others
  }
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
