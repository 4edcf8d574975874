/// What several states tell of themselves: what is in place, what experience they offer or would like
/// to hear of, what they put first.
///
/// The one gate to the regional synthesis, which is made of this and of nothing else. It has no place
/// for anything beside it: nothing that is absent, declined, not applicable, open or to verify, and no
/// part of which nobody said what it is; no notes and no sources; not how many said something, nor
/// that fewer than three did; and nobody's name who did not agree to be named.
package struct Synthesis: Equatable, Sendable {
  /// Something that several states can say alike.
  package enum Statement: Hashable, Sendable {
    case inPlace(QuestionNumber, Part)
    /// They are ready to tell of their experience with a theme.
    case offer(domain: Int, theme: Int)
    /// They would like to hear of that of others.
    case wish(domain: Int, theme: Int)
    /// They put something first in a domain.
    case priority(domain: Int)
  }

  /// What of that which a question asks after.
  package enum Part: Hashable, Sendable {
    case whole
    case element(String)
    case instrument(String)
  }

  /// A statement, and who of those who make it may be named.
  package struct Said: Equatable, Sendable {
    package let statement: Statement
    /// In the session's neutral order.
    package let named: [LocalizedText]
  }

  /// How many states it takes; the local authorities of one state are one voice.
  package static let least = 3

  package let questionnaire: Questionnaire.Identity
  package let title: TranslatedText
  package let place: TranslatedText?
  package let days: [CalendarDate]
  /// Who agreed to be named, in the session's neutral order.
  package let named: [LocalizedText]
  /// What at least three states say, in the questionnaire's order.
  package let said: [Said]

  /// Takes what was shared to the report.
  package init(of session: Session, answering questionnaire: Questionnaire) {
    let shared = SharedView(of: session, for: .report, in: questionnaire)
    self.questionnaire = shared.questionnaire
    title = shared.workshop.title
    place = shared.workshop.place
    days = shared.workshop.days
    named = shared.delegations.filter(\.mayBeNamed).map(\.shortName)
    var voices: [Statement: Set<String>] = [:]
    var names: [Statement: [LocalizedText]] = [:]
    for delegation in shared.delegations {
      for statement in delegation.statements(in: questionnaire) {
        voices[statement, default: []].insert(String(delegation.code.description.prefix(3)))
        guard delegation.mayBeNamed, !delegation.isUnnamed(in: statement) else { continue }
        names[statement, default: []].append(delegation.shortName)
      }
    }
    let made = Set(voices.filter { $0.value.count >= Self.least }.keys)
    said = made.filter { !$0.isPart(of: made) }
      .sorted { questionnaire.precedes($0, $1) }
      .map { Said(statement: $0, named: names[$0] ?? []) }
  }
}

extension Synthesis.Statement {
  package var domain: Int {
    switch self {
    case .inPlace(let number, _): number.domain
    case .offer(let domain, _), .wish(let domain, _), .priority(let domain): domain
    }
  }

  /// The theme that it is about; none of a priority, which is about a domain.
  package var theme: Int? {
    switch self {
    case .inPlace(let number, _): number.theme
    case .offer(_, let theme), .wish(_, let theme): theme
    case .priority: nil
    }
  }

  /// Whether it is a part of a whole that is told: beside that it would only tell who has no more.
  fileprivate func isPart(of made: Set<Self>) -> Bool {
    guard case .inPlace(let number, let part) = self, part != .whole else { return false }
    return made.contains(.inPlace(number, .whole))
  }
}

extension Questionnaire {
  /// Priorities first in their domain; in a theme what is in place before offers and wishes.
  fileprivate func precedes(_ first: Synthesis.Statement, _ second: Synthesis.Statement) -> Bool {
    place(of: first) < place(of: second)
  }

  private func place(of statement: Synthesis.Statement) -> (Int, Int, Int, Int, Int) {
    let (domain, theme) = (statement.domain, statement.theme ?? -1)
    switch statement {
    case .inPlace(let number, let part):
      let question = self[number]
      let codes = (question?.elements?.codes ?? []) + (question?.kind.options.map(\.code) ?? [])
      let index =
        switch part {
        case .whole: -1
        case .element(let code), .instrument(let code): codes.firstIndex(of: code) ?? codes.count
        }
      return (domain, theme, 0, number.question, index)
    case .offer: return (domain, theme, 1, 0, 0)
    case .wish: return (domain, theme, 2, 0, 0)
    case .priority: return (domain, theme, 0, 0, 0)
    }
  }
}

extension SharedDelegation {
  fileprivate func statements(in questionnaire: Questionnaire) -> Set<Synthesis.Statement> {
    var statements: Set<Synthesis.Statement> = []
    for (number, answer) in answers {
      guard let question = questionnaire[number] else { continue }
      statements.formUnion(answer.partsInPlace(of: question).map { .inPlace(number, $0) })
    }
    for number in offers.map(\.question) where questionnaire[number] != nil {
      statements.insert(.offer(domain: number.domain, theme: number.theme))
    }
    for number in wishes.map(\.question) where questionnaire[number] != nil {
      statements.insert(.wish(domain: number.domain, theme: number.theme))
    }
    for domain in priorities.compactMap(\.domain)
    where questionnaire.domain(numbered: domain) != nil {
      statements.insert(.priority(domain: domain))
    }
    return statements
  }

  /// Who wishes to hear without a name is not named for it here either.
  fileprivate func isUnnamed(in statement: Synthesis.Statement) -> Bool {
    guard case .wish(let domain, let theme) = statement else { return false }
    return wishes.contains {
      $0.isAnonymous && $0.question.domain == domain && $0.question.theme == theme
    }
  }
}

extension SharedAnswer {
  /// What it says is in place and can be told in a sentence.
  fileprivate func partsInPlace(of question: Question) -> [Synthesis.Part] {
    guard case .step(let step) = value, step != .absent, status != .toVerify else { return [] }
    let whole: [Synthesis.Part] = step == .established ? [.whole] : []
    if case .instruments(let instruments) = question.kind {
      let ratified = instruments.map(\.code).filter { parts.instruments[$0]?.step == .established }
      return ratified.isEmpty ? whole : ratified.map { .instrument($0) }
    }
    let ticked = question.elements?.ticked(parts.elements).map(\.code) ?? []
    return whole + ticked.map { .element($0) }
  }
}
