import BidiText
import Consultation
import Display
import Phrases

/// What was put aside to come back to.
struct ParkingLotPage: EntryList {
  typealias Item = ParkedMatter

  var list = ListState()

  var asPage: Page { .parkingLot(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpParkingLot }
  var title: Phrase? { .parkingLotTitle }
  var nothing: Phrase? { .parkingLotNothing }
  var adding: Phrase { .addParked }
  var titleOfNew: Phrase { .parkingLotNew }

  func hints(in context: some RoomContext) -> [Action] { [.add, .remove, .back, .help, .undo] }

  func items(in context: some RoomContext) -> [ParkedMatter] { context.desk.workshop.parkingLot }

  func open(
    _ matter: ParkedMatter,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] { [] }

  func make(_ text: String, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    let matter = ParkedMatter(id: moment.id, text: text)
    return context.set(RecordKey(.parked, moment.id), to: .parked(matter), at: moment)
  }

  func remove(
    _ matter: ParkedMatter,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    context.set(RecordKey(.parked, matter.id), to: nil, at: moment)
  }

  /// A matter in two lines: a question in the reader's language, and words as they were written.
  func add(_ matter: ParkedMatter, to flow: inout Flow, in context: some RoomContext) {
    guard let number = matter.question else {
      return flow.line(TextSanitizer.isolated(matter.text))
    }
    let question = context.questionnaire[number].map { context.words.text($0.text) } ?? ""
    let text = "\(context.words.number(number))  \(question)"
    flow.line(text, under: context.isolated(matter.text))
  }
}

/// The words beside a question that everybody is to see.
struct ParkedWords: TextPurpose {
  let question: QuestionNumber

  func title(in context: PageContext) -> String {
    let text = context.questionnaire[question].map { context.words.text($0.text) } ?? ""
    return context.words(.parkTitle(question: question, text: .own(text)))
  }

  func text(in context: PageContext) -> String {
    // Whoever goes on writing after it has a blank there already.
    context.delegation.map { context.words.text($0.shortName) + " " } ?? ""
  }

  /// Puts the question on the parking lot with the words that were read and kept.
  ///
  /// It is the delegation's change, so that it takes it back as it takes back any other.
  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let matter = ParkedMatter(id: moment.id, text: text, question: question)
    let effects = context.setOwn(
      RecordKey(.parked, moment.id),
      to: .parked(matter),
      at: moment,
    )
    if !effects.isEmpty { context.notice = context.words(.parked) }
    return effects
  }
}

/// Putting a question aside, which a delegation does.
extension PageContext {
  /// Shows what would be published of the question on the screen: with which words, to be
  /// written anew, and for whom.
  mutating func park() {
    guard let question = currentQuestion, delegation != nil else { return }
    openField(ParkedWords(question: question.number))
    sayInField(words(.parkAdvice))
  }
}
