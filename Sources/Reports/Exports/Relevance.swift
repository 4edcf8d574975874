import Consultation

/// The condition of a question as an XLSForm says it, in its column `relevant`.
///
/// Several codes of one question stand without parentheses; conditions that are put together
/// stand in them. So every condition comes back as it was.
enum Relevance {
  static func text(_ condition: Condition) -> String {
    switch condition {
    case .isAny(let number, let codes): selected(number, codes)
    case .isNone(let number, let codes): "not(\(selected(number, codes)))"
    case .all(let parts): parts.map { "(\(text($0)))" }.joined(separator: " and ")
    case .any(let parts): parts.map { "(\(text($0)))" }.joined(separator: " or ")
    case .not(let part): "not((\(text(part))))"
    }
  }

  private static func selected(_ number: QuestionNumber, _ codes: [String]) -> String {
    codes.map { "selected(${\(XLSForm.name(of: number))}, '\($0)')" }.joined(separator: " or ")
  }
}
