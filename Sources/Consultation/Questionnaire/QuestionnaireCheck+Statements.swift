// What an edition with elements and statements can say wrong.

extension Questionnaire {
  private typealias Told = (place: [Fault.Place], question: Question)

  private var told: [Told] {
    domains.flatMap { domain in
      domain.questions.map { ([.domain(domain.number), .question($0.number)], $0) }
    }
  }

  /// Elements by which no level could be told, and codes that are there twice.
  func elementFaults() -> [Fault] {
    told.flatMap { place, question -> [Fault] in
      guard let elements = question.elements else { return [] }
      var faults: [Fault] = []
      func report(_ what: EditionFault, _ keys: String...) {
        faults.append(Fault(place + keys.map { .key($0) }, .edition(what)))
      }
      if question.kind.scale == nil { report(.elementsWithoutScale, "elements") }
      if !Elements.counts.contains(elements.all.count) {
        report(.elementCount(Elements.counts), "elements")
      }
      if let fewer = elements.fewerForEstablished, !(1...elements.all.count).contains(fewer) {
        report(.elementsForEstablished(count: elements.all.count), "elementsForEstablished")
      }
      var seen: Set<String> = []
      for code in elements.codes where !seen.insert(code).inserted {
        faults.append(Fault(place + [.key("elements")], .duplicateCode(code)))
      }
      return faults
    }
  }

  /// Statements that are missing where others have them, and those that are no whole sentence
  /// with a place for the law.
  func statementFaults() -> [Fault] {
    let hasStatements = questions.contains { !$0.statements.isEmpty || $0.elements != nil }
    guard hasStatements else { return [] }
    return told.flatMap { place, question -> [Fault] in
      guard question.kind.scale != nil else { return [] }
      if question.statements.isEmpty { return [Fault(place, .edition(.statementsMissing))] }
      let ofSteps = Step.allCases.flatMap { step in
        Self.faults(
          of: question.statements[step],
          at: place + [.key("statements"), .key(step.rawValue)],
          hasElements: step == .partial && question.elements != nil,
        )
      }
      let ofElements = (question.elements?.all ?? []).flatMap { element in
        Self.faults(
          of: element.statement,
          at: place + [.key("elements"), .key(element.code), .key("statement")],
        )
      }
      return ofSteps + ofElements
    }
  }

  private static func faults(
    of statement: LocalizedText?,
    at place: [Fault.Place],
    hasElements: Bool = false,
  ) -> [Fault] {
    guard let statement else { return [Fault(place, .edition(.statementsMissing))] }
    return Language.allCases.compactMap { language in
      let text = statement[language]
      let what: EditionFault? =
        if text.contains(where: { "?؟".contains($0) }) {
          .statementIsQuestion(language)
        } else if text.last != "." {
          .statementWithoutFullStop(language)
        } else if !text.hasSuffix(StatementPlace.source + ".") {
          .statementWithoutSource(language)
        } else if hasElements, text.ranges(of: StatementPlace.elements).count != 1 {
          .statementWithoutElements(language)
        } else {
          nil
        }
      return what.map { Fault(place, .edition($0)) }
    }
  }

  /// Questions that come from earlier ones and do not say from which, or say so of none.
  func originFaults() -> [Fault] {
    told.compactMap { place, question in
      guard let origin = question.origin, (origin.change == .new) != origin.numbers.isEmpty else {
        return nil
      }
      return Fault(place + [.key("earlier")], .edition(.earlierNumbersMissing))
    }
  }

  /// What its questions say wrong of those of the edition before.
  package func faults(comingFrom earlier: Questionnaire) -> [Fault] {
    told.flatMap { place, question in
      (question.origin?.numbers ?? []).filter { earlier[$0] == nil }.map {
        Fault(
          place + [.key("earlier")],
          .edition(.unknownEarlierQuestion($0, version: earlier.identity.version)),
        )
      }
    }
  }
}

/// The places of a statement at which something is put in when it is printed.
package enum StatementPlace {
  /// The law that it rests on, in brackets, or nothing.
  package static let source = "{source}"
  /// The titles of the elements that are ticked.
  package static let elements = "{elements}"
}
