package import Consultation

extension Words {
  /// What is wrong with elements, statements and origins, and what to do.
  package func callAsFunction(_ fault: EditionFault) -> String {
    func inLanguage(_ language: Language) -> InsertedText { .own(self(language.traits.adjective)) }
    return switch fault {
    case .elementCount(let counts):
      self(.faultElementCount(highest: counts.upperBound, lowest: counts.lowerBound))
    case .elementsWithoutScale: self(.faultElementsWithoutScale)
    case .elementsForEstablished(let count): self(.faultElementsForEstablished(highest: count))
    case .unknownInstrument(let code): self(.faultUnknownInstrument(code: .quoted(code)))
    case .statementsMissing: self(.faultStatementsMissing)
    case .statementIsQuestion(let language):
      self(.faultStatementIsQuestion(language: inLanguage(language)))
    case .statementWithoutFullStop(let language):
      self(.faultStatementFullStop(language: inLanguage(language)))
    case .statementWithoutSource(let language):
      self(
        .faultStatementSource(
          language: inLanguage(language),
          place: .plain(StatementPlace.source),
        )
      )
    case .statementWithoutElements(let language):
      self(
        .faultStatementElements(
          language: inLanguage(language),
          place: .plain(StatementPlace.elements),
        )
      )
    case .unknownEarlierQuestion(let number, let version):
      self(.faultUnknownEarlierQuestion(question: number, version: .quoted(version)))
    case .earlierNumbersMissing: self(.faultEarlierNumbersMissing)
    }
  }
}
