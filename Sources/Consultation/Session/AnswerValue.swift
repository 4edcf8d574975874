/// The value of an answer.
///
/// One that is declined has no value to be partial: the cases exclude each other.
package enum AnswerValue: Hashable, Sendable {
  case step(Step)
  case option(String)
  /// In the question's order; empty says that none of them holds.
  case options([String])
  case number(Double)
  case date(CalendarDate)
  case text(String)
  /// Does not apply in this state's context; a reason if it wishes to give one.
  case notApplicable(reason: String?)
  /// The state prefers not to say. Counts as done, and is not asked again.
  case declined

  package static let notApplicableCode = "notApplicable"
  package static let declinedCode = "declined"

  /// The codes by which a condition, a script or a file refers to this value; none for numbers,
  /// dates and texts.
  package var codes: [String] {
    switch self {
    case .step(let step): [step.rawValue]
    case .option(let code): [code]
    case .options(let codes): codes
    case .notApplicable: [Self.notApplicableCode]
    case .declined: [Self.declinedCode]
    case .number, .date, .text: []
    }
  }

  /// Whether a question of this kind can have this value.
  package func fits(_ kind: AnswerKind) -> Bool {
    switch (self, kind) {
    case (.notApplicable, _), (.declined, _): true
    case (.step, .scale), (.step, .instruments): true
    case (.option(let code), .oneOf(let options)):
      options.contains { $0.code == code }
    case (.options(let codes), .severalOf(let options)):
      Set(codes).count == codes.count
        && codes.allSatisfy { code in options.contains { $0.code == code } }
    case (.number(let number), .number): number.isFinite
    case (.date, .date): true
    case (.text, .text): true
    default: false
    }
  }

  /// Reads a value as a script writes it: a code, several codes with commas between them, a
  /// number, a date, a text.
  ///
  /// - Returns: `nil` where a question of this kind cannot have that value.
  package init?(_ text: String, for kind: AnswerKind) {
    let value: AnswerValue?
    switch (text, kind) {
    case (Self.notApplicableCode, _): value = .notApplicable(reason: nil)
    case (Self.declinedCode, _): value = .declined
    case (_, .scale), (_, .instruments): value = Step(rawValue: text).map(AnswerValue.step)
    case (_, .oneOf): value = .option(text)
    case (_, .severalOf(let options)):
      let chosen = text.split(separator: ",").map { String($0.trimmingSpaces) }
      let known = options.map(\.code).filter(chosen.contains)
      value = known.count == chosen.count ? .options(known) : nil
    case (_, .number): value = Double(text).map(AnswerValue.number)
    case (_, .date): value = CalendarDate(text).map(AnswerValue.date)
    case (_, .text): value = text.isEmpty ? nil : .text(text)
    }
    guard let value, value.fits(kind) else { return nil }
    self = value
  }
}

extension Substring {
  var trimmingSpaces: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
