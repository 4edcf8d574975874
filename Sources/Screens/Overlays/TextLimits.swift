import Consultation

/// How much fits into a field: as much as what it is for can have.
enum TextLimit {
  static let context = 4000
  static let paragraph = 1000
  static let line = 300
  /// Several days, with spaces between them.
  static let days = 120
  /// As in `2023-06-15`.
  static let date = 10
  /// As in `09:30`.
  static let time = 5
  static let minutes = 4
  static let year = 4
  static let place = 4
  /// The code of a state, a dash and up to eight letters of a local authority.
  static let code = 12
  static let number = 30
}

extension PageContext {
  /// How many letters, digits and signs a text for this purpose may have.
  func limit(of purpose: TextField.Purpose) -> Int {
    switch purpose {
    case .context: TextLimit.context
    case .written:
      switch currentQuestion?.kind {
      case .date: TextLimit.date
      case .number: TextLimit.number
      default: TextLimit.line
      }
    case .evidence(_, .year): TextLimit.year
    case .prepare(let field): field.limit
    case .consulted(_, .on), .nextStep(_, .due): TextLimit.date
    case .record(_, let field) where field.input == .date: TextLimit.date
    default: purpose.isMultiline ? TextLimit.paragraph : TextLimit.line
    }
  }
}

extension PrepareField {
  fileprivate var limit: Int {
    switch self {
    case .days: TextLimit.days
    case .itemStart: TextLimit.time
    case .itemMinutes: TextLimit.minutes
    case .placeInOrder: TextLimit.place
    case .newDelegation: TextLimit.code
    case .title, .place, .itemTitle, .newItem, .delegateName, .delegateInstitution, .delegateRole,
      .newDelegate, .shortName, .officialName:
      TextLimit.line
    }
  }
}
