import Consultation
import Phrases

/// What is written of a card becomes part of it, or the beginning of a new one.
extension PageContext {
  func text(of text: CardText) -> String {
    switch text {
    case .newQuestion, .new: ""
    case .field(let id, let field): card(id)?.text(of: field) ?? ""
    case .ask(let owner, let id): mark(on: owner, id)?.asks ?? ""
    }
  }

  func title(of text: CardText) -> String {
    switch text {
    case .newQuestion: words(.cardNewQuestion)
    case .new: words(.cardFieldTitle)
    case .field(_, let field): words(field.label)
    case .ask: words(.cardSayAsk)
    }
  }

  /// Has a text kept; stays in the field where it cannot hold what was written.
  ///
  /// The text comes without anything in it where it was only spaces.
  mutating func keep(
    _ text: String,
    as place: CardText,
    of field: TextField,
    at moment: Moment,
  ) -> [Effect] {
    switch place {
    case .newQuestion:
      let wanted = QuestionNumber(Self.western(text).filter { !$0.isWhitespace })
      overlay = nil
      guard !text.isEmpty else { return [] }
      guard let wanted, questionnaire[wanted] != nil else {
        return refuse(.cardProblemQuestion, in: field)
      }
      openField(.card(.new(wanted)))
      return []
    case .new(let question):
      overlay = nil
      guard !text.isEmpty else { return [] }
      let card = ExperienceCard(question: question, title: text)
      let key = RecordKey(.card, moment.id)
      let effects = set(key, to: .card(card), of: delegationCode, at: moment)
      if !effects.isEmpty { go(to: .card(CardPage(id: moment.id, list: ListState(selected: 1)))) }
      return effects
    case .field(let id, let part):
      let typed = part == .linked ? Self.western(text) : text
      guard let changed = card(id)?.setting(part, to: typed, in: questionnaire) else {
        return refuse(part.problem, in: field)
      }
      overlay = nil
      return set(RecordKey(.card, id), to: .card(changed), of: delegationCode, at: moment)
    case .ask(let owner, let id):
      overlay = nil
      return changeMark(on: owner, id, at: moment) { $0.asks = text }
    }
  }

  /// Says in the field why it cannot hold what was written.
  private mutating func refuse(_ problem: Phrase, in field: TextField) -> [Effect] {
    var field = field
    field.problem = words(problem)
    overlay = .field(field)
    return []
  }
}
