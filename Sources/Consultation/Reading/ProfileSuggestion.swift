/// What the program would say at a place of a profile, from answers and records; in no language yet.
package enum ProfileSuggestion: Equatable, Sendable {
  /// What is in place in a theme, by its number.
  case theme(Int, [StatementInPlace])
  /// Something that is in place as a whole.
  case developed(StatementInPlace)
  /// What a state wished to hear of.
  case wished(DevelopableQuestion)
  /// What it put first itself, by its title; and the priority's identifier.
  case prioritized(id: String, title: String)
  /// What it tells of its experience; and the card's identifier.
  case practice(id: String, GoodPractice)

  /// What it rests on.
  package var grounds: [Ground] {
    switch self {
    case .theme(_, let statements): statements.map { .answer($0.question) }
    case .developed(let statement): [.answer(statement.question)]
    case .wished(let question): [.record(RecordKey(.wish, question.number.description))]
    case .prioritized(let id, _): [.record(RecordKey(.priority, id))]
    case .practice(let id, _): [.record(RecordKey(.card, id))]
    }
  }
}

/// A question whose matter may be proposed as one to develop further.
///
/// There is none of a question that asks after a policy choice, so that nothing that is made of
/// these can propose one: to choose otherwise is the state's alone.
package struct DevelopableQuestion: Hashable, Sendable {
  package let number: QuestionNumber

  package init?(_ question: Question) {
    guard !question.isPolicyChoice else { return nil }
    number = question.number
  }
}

extension ProfileSuggestion {
  /// What is suggested at a place, each with the identifier by which it is found again.
  static func all(
    at place: ProfileText.Place,
    of delegation: Delegation,
    _ publication: Publication,
    _ domain: Domain,
  ) -> [(id: String, suggestion: ProfileSuggestion)] {
    switch place.section {
    case .text: themes(of: domain, publication)
    case .developed:
      publication.inPlace.filter { $0.question.domain == domain.number && $0.extent == .whole }
        .map { ("developed-\($0.question)", .developed($0)) }
    case .potential: priorities(of: delegation, domain) + wishes(of: delegation, domain)
    case .practice:
      publication.cards.filter { $0.practice.question.domain == domain.number }
        .map { ("practice-\($0.id)", .practice(id: $0.id, $0.practice)) }
    case .foreword, .process, .nextSteps, .acknowledgements: []
    }
  }

  private static func themes(
    of domain: Domain,
    _ publication: Publication,
  ) -> [(id: String, suggestion: ProfileSuggestion)] {
    domain.themes.compactMap { theme in
      let inPlace = publication.inPlace.filter {
        $0.question.domain == domain.number && $0.question.theme == theme.number
      }
      guard !inPlace.isEmpty else { return nil }
      return ("text-\(domain.number).\(theme.number)", .theme(theme.number, inPlace))
    }
  }

  private static func priorities(
    of delegation: Delegation,
    _ domain: Domain,
  ) -> [(id: String, suggestion: ProfileSuggestion)] {
    delegation.records.sorted { $0.key < $1.key }.compactMap { key, record in
      guard case .priority(let priority) = record, priority.domain == domain.number else {
        return nil
      }
      return ("priority-\(key.id)", .prioritized(id: key.id, title: priority.title))
    }
  }

  /// Of several wishes in a theme the first: they would be proposed in the same words.
  private static func wishes(
    of delegation: Delegation,
    _ domain: Domain,
  ) -> [(id: String, suggestion: ProfileSuggestion)] {
    domain.themes.compactMap { theme in
      let wished = theme.questions.lazy
        .filter { delegation.records[RecordKey(.wish, $0.number.description)] != nil }
        .compactMap { DevelopableQuestion($0) }.first
      return wished.map { ("wish-\($0.number)", .wished($0)) }
    }
  }
}
