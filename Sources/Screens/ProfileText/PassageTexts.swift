import Consultation
import Phrases

/// The words of a passage, being written.
struct PassageText: TextPurpose {
  let id: String

  var limit: Int { TextLimit.context }
  var isMultiline: Bool { true }

  func title(in context: PageContext) -> String { context.words(.passageEdit) }

  func text(in context: PageContext) -> String {
    context.profileText?.entry(id).map { context.text(of: $0).text } ?? ""
  }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard let entry = context.profileText?.entry(id) else { return [] }
    // What is suggested and was left as it is stays a suggestion.
    if entry.written == nil, text == context.text(of: entry).text { return [] }
    return context.keep(text, in: entry.place, id, besides: entry, at: moment)
  }
}

/// The words of a passage that the delegation adds.
struct NewPassage: TextPurpose {
  let place: ProfileText.Place

  var limit: Int { TextLimit.context }
  var isMultiline: Bool { true }

  func title(in context: PageContext) -> String { context.words(place.section.title) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard !text.isEmpty else { return [] }
    let id = PassagePlace.idOfOwn(moment.id)
    return context.keep(text, in: place, id, besides: nil, at: moment)
  }
}

/// The numbers of the questions that a passage of the delegation's own rests on, being written.
struct PassageGrounds: TextPurpose {
  let id: String

  var hasDigits: Bool { true }

  func title(in context: PageContext) -> String { context.words(.passageRestsOn) }

  func text(in context: PageContext) -> String {
    let grounds = context.profileText?.entry(id)?.grounds ?? []
    return grounds.compactMap(\.question).map(\.description).joined(separator: " ")
  }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard var passage = context.profileText?.entry(id)?.written,
      let standing = context.groundStanding
    else { return [] }
    let numbers = text.split { $0.isWhitespace || ",،;؛".contains($0) }.map { QuestionNumber($0) }
    let known = numbers.compactMap(\.self).filter { context.questionnaire[$0] != nil }
    guard known.count == numbers.count else { throw WritingProblem(.cardProblemLinked) }
    passage.grounds = standing.fingerprints(of: known.map { .answer($0) })
    return context.setOwn(RecordKey(.passage, id), to: .passage(passage), at: moment)
  }
}
