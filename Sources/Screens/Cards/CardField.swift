import Consultation
import Phrases

/// One line of the page of an experience card.
enum CardField: CaseIterable, Sendable {
  case title
  case done
  case by
  case instrument
  case costAndTime
  case obstacles
  case contact
  case linked
  case sharing

  var label: Phrase {
    switch self {
    case .title: .cardFieldTitle
    case .done: .cardFieldDone
    case .by: .cardFieldBy
    case .instrument: .cardFieldInstrument
    case .costAndTime: .cardFieldCost
    case .obstacles: .cardFieldObstacles
    case .contact: .cardFieldContact
    case .linked: .cardFieldLinked
    case .sharing: .cardFieldSharing
    }
  }

  /// Whether there is something to tell, which takes more than a line.
  var isLong: Bool {
    switch self {
    case .done, .costAndTime, .obstacles: true
    case .title, .by, .instrument, .contact, .linked, .sharing: false
    }
  }

  /// What is said where the field cannot hold what was written.
  var problem: Phrase { self == .linked ? .cardProblemLinked : .cardProblemTitle }
}

/// What is written of a card: one of the delegation's own, or a question on another's.
enum CardText: Equatable, Sendable {
  /// The number of the question that a new card is on.
  case newQuestion
  /// The title of a new card.
  case new(QuestionNumber)
  /// A field of a card, by its identifier.
  case field(String, CardField)
  /// What is asked of another delegation's card.
  case ask(DelegationCode, String)

  var isLong: Bool { if case .field(_, let field) = self { field.isLong } else { false } }
}

extension ExperienceCard {
  /// What a field holds, as it is written.
  func text(of field: CardField) -> String {
    switch field {
    case .title: title
    case .done: done
    case .by: by
    case .instrument: instrument
    case .costAndTime: costAndTime
    case .obstacles: obstacles
    case .contact: contact
    case .linked: linked.map(\.description).joined(separator: " ")
    case .sharing: ""
    }
  }

  /// The same with another text in a field; `nil` where the field cannot hold it.
  func setting(
    _ field: CardField,
    to text: String,
    in questionnaire: Questionnaire,
  ) -> ExperienceCard? {
    var changed = self
    switch field {
    case .title:
      guard !text.isEmpty else { return nil }
      changed.title = text
    case .done: changed.done = text
    case .by: changed.by = text
    case .instrument: changed.instrument = text
    case .costAndTime: changed.costAndTime = text
    case .obstacles: changed.obstacles = text
    case .contact: changed.contact = text
    case .linked:
      let numbers = text.split { $0.isWhitespace || ",،;؛".contains($0) }
        .map { QuestionNumber($0) }
      guard numbers.allSatisfy({ $0.flatMap { questionnaire[$0] } != nil }) else { return nil }
      changed.linked = Set(numbers.compactMap(\.self)).subtracting([question]).sorted()
    case .sharing: return nil
    }
    return changed
  }
}
