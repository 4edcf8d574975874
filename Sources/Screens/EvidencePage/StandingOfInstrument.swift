import Consultation
import Phrases

/// How far the state is with an instrument, by its code; of one that the questionnaire lists, also
/// since when and whether with reservations.
struct StepOfInstrument: ChooserPurpose {
  let code: String

  /// What can be chosen.
  private enum Entry {
    case step(Step)
    case nothing
    case reservations
    case date
  }

  private func entries(in context: PageContext) -> [Entry] {
    let details = context.instrument(code)?.details
    // The conventions of the International Labour Organization are not signed.
    let steps = Step.allCases.filter { $0 != .partial || details?.family != .ilo }
    let more: [Entry] =
      details == nil || (context.standing(of: code)?.step ?? .absent) == .absent
      ? [] : [.reservations, .date]
    return steps.map { .step($0) } + [.nothing] + more
  }

  func title(in context: PageContext) -> String {
    context.instrument(code).map { context.words.text($0.title) } ?? code
  }

  func entries(in context: PageContext) -> [String] {
    let words = context.words
    return entries(in: context).map { (entry: Entry) in
      switch entry {
      case .step(let step): words.title(ofInstrumentAt: step, in: context.questionnaire)
      case .nothing: words(.instrumentNothing)
      case .reservations:
        words(
          context.standing(of: code)?.hasReservations ?? false
            ? .instrumentWithoutReservations : .instrumentReservations
        )
      case .date: words(.instrumentDate)
      }
    }
  }

  func chosen(in context: PageContext) -> Int? {
    guard let step = context.standing(of: code)?.step else { return nil }
    return entries(in: context).firstIndex { (entry: Entry) in
      if case .step(step) = entry { true } else { false }
    }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let entries: [Entry] = entries(in: context)
    var standing = context.standing(of: code)
    switch entries.indices.contains(index) ? entries[index] : .nothing {
    case .step(let step):
      standing = standing ?? Standing(step)
      standing?.step = step
      if step == .absent { standing = .absent }
    case .nothing: standing = nil
    case .reservations: standing?.hasReservations.toggle()
    case .date:
      context.openField(DateOfInstrument(code: code))
      return []
    }
    return context.wish(.instrument(code, standing), at: moment)
  }
}

/// Since when the state is where it is with an instrument.
struct DateOfInstrument: TextPurpose {
  let code: String

  var limit: Int { TextLimit.date }
  var hasDigits: Bool { true }

  func title(in context: PageContext) -> String { context.words(.instrumentDate) }

  func text(in context: PageContext) -> String {
    context.standing(of: code)?.date?.description ?? ""
  }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard var standing = context.standing(of: code) else { return [] }
    let typed = text.filter { !$0.isWhitespace }
    standing.date = CalendarDate(typed)
    guard typed.isEmpty || standing.date != nil else { throw WritingProblem(.problemDate) }
    return context.wish(.instrument(code, standing), at: moment)
  }
}

extension PageContext {
  fileprivate func instrument(_ code: String) -> Option? {
    currentQuestion?.kind.options.first { $0.code == code }
  }

  fileprivate func standing(of code: String) -> Standing? { currentAnswer?.instruments[code] }
}
