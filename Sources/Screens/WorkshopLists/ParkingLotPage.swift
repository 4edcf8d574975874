import BidiText
import Consultation
import Display
import Phrases

/// What was put aside to come back to.
struct ParkingLotPage: ListPage {
  var list = ListState()

  var asPage: Page { .parkingLot(self) }
  var depth: Int { 7 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpParkingLot }

  func hints(in context: some RoomContext) -> [Action] { [.add, .remove, .back, .help, .undo] }
  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let matters = context.desk.workshop.parkingLot
    switch action {
    case .add: context.openField(.parked)
    case .open: if !matters.indices.contains(list.selected) { context.openField(.parked) }
    case .remove:
      guard matters.indices.contains(list.selected) else { return [] }
      return context.set(RecordKey(.parked, matters[list.selected].id), to: nil, at: moment)
    default:
      return move(action, among: matters.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension ParkingLotPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    context.listBody(
      .parkingLotTitle,
      context.desk.workshop.parkingLot.map { context.lines(of: $0) },
      nothing: .parkingLotNothing,
      add: .addParked,
      selected: list.selected,
    )
  }
}

extension RoomContext {
  /// A matter in two lines: a question in the reader's language, and words as they were written.
  fileprivate func lines(of matter: ParkedMatter) -> (text: String, detail: String?) {
    guard let number = matter.question else { return (HarmlessText.isolated(matter.text), nil) }
    let question = questionnaire[number].map { words.text($0.text) } ?? ""
    return (
      "\(words.number(number))  \(question)",
      matter.text.isEmpty ? nil : HarmlessText.isolated(matter.text),
    )
  }
}

/// Putting a question aside, which a delegation does.
extension PageContext {
  /// Shows what would be published of the question on the screen: with which words, to be
  /// written anew, and for whom.
  mutating func park() {
    guard let question = currentQuestion, delegation != nil else { return }
    openField(.parkedQuestion(question.number))
    guard case .field(var field) = overlay else { return }
    field.problem = words(.parkAdvice)
    overlay = .field(field)
  }

  /// Puts a question on the parking lot with the words that were read and kept.
  ///
  /// It is the delegation's change, so that it takes it back as it takes back any other.
  mutating func park(_ number: QuestionNumber, words text: String, at moment: Moment) -> [Effect] {
    let matter = ParkedMatter(id: moment.id, text: text, question: number)
    let effects = set(
      RecordKey(.parked, moment.id),
      to: .parked(matter),
      of: delegationCode,
      at: moment,
    )
    if !effects.isEmpty { notice = words(.parked) }
    return effects
  }
}
