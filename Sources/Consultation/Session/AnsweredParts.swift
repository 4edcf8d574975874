/// What an answer says of the parts of its question one by one: which elements are in place, and how
/// far each instrument is.
///
/// One value with the level that follows from it: both are changed together, and where two people
/// answered apart a merge takes what one of them said, and never some ticks of each.
package struct AnsweredParts: Hashable, Sendable {
  package static let nothing = AnsweredParts()

  /// The elements that are in place, by their codes.
  package var elements: Set<String>
  /// How far each instrument is, by its code.
  package var instruments: [String: Standing]

  package init(elements: Set<String> = [], instruments: [String: Standing] = [:]) {
    self.elements = elements
    self.instruments = instruments
  }

  /// What stays of them beside another value: what is declined or does not apply has no elements in
  /// place.
  package func kept(beside value: AnswerValue?) -> AnsweredParts {
    switch value {
    case nil: .nothing
    case .step: self
    case .option, .options, .number, .date, .text, .notApplicable, .declined:
      AnsweredParts(instruments: instruments)
    }
  }
}

/// How far a state is with one instrument.
package struct Standing: Hashable, Sendable {
  package static let established = Standing(.established)
  package static let partial = Standing(.partial)
  package static let absent = Standing(.absent)

  /// Ratified or acceded to; signed; neither.
  package var step: Step
  package var hasReservations: Bool
  /// Since when it is.
  package var date: CalendarDate?

  package init(_ step: Step, hasReservations: Bool = false, date: CalendarDate? = nil) {
    self.step = step
    self.hasReservations = hasReservations
    self.date = date
  }
}

extension Answer {
  /// Whether the level is another than the ticks or the instruments come to, so that a note has to
  /// say why.
  package func isSetOtherwise(to question: Question) -> Bool {
    guard case .step(let step) = value else { return false }
    if let elements = question.elements { return step != elements.level(of: self.elements) }
    guard question.levelFollowsInstruments else { return false }
    return levelOfInstruments(of: question).map { $0 != step } ?? false
  }

  /// Whether the answer may be called agreed: it rests on evidence or on a stated reason, and on a
  /// stated reason alone where its level is another than the ticks come to.
  package func hasGrounds(for question: Question) -> Bool {
    note != nil || !evidence.isEmpty && !isSetOtherwise(to: question)
  }
}

extension Standing {
  private static let reservations = "reservations"

  /// How far an instrument is, as a script writes it: `established`, or
  /// `ratified,reservations,1993-06-21`.
  package init?(_ text: String) {
    let all = text.split(separator: ",", omittingEmptySubsequences: false)
    var parts = all.map { String($0.trimmingSpaces) }[...]
    let words = ["ratified": Step.established, "signed": .partial, "notParty": .absent]
    guard let first = parts.popFirst(), let step = words[first] ?? Step(rawValue: first) else {
      return nil
    }
    self.init(step)
    if parts.first == Self.reservations {
      hasReservations = true
      parts.removeFirst()
    }
    if let day = parts.popFirst() {
      guard let date = CalendarDate(day) else { return nil }
      self.date = date
    }
    guard parts.isEmpty else { return nil }
  }

  /// The same, which ``init(_:)`` reads again.
  package var plainText: String {
    ([step.rawValue] + (hasReservations ? [Self.reservations] : [])
      + [date?.description].compactMap(\.self)).joined(separator: ",")
  }
}
