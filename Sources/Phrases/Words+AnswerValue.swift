package import Consultation

extension Words {
  /// A value as the reader calls it; open where there is none.
  package func title(
    of value: AnswerValue?,
    to question: Question?,
    in questionnaire: Questionnaire,
  ) -> String {
    switch value {
    case nil: return self(.showOpen)
    case .step(let step):
      let scale = question?.kind.scale ?? .presence
      return questionnaire.scaleTitles[scale]?[step].map { text($0) } ?? step.rawValue
    case .option(let code): return title(ofOption: code, question)
    case .options(let codes):
      return codes.isEmpty ? self(.nothing) : list(codes.map { title(ofOption: $0, question) })
    case .number(let number): return digits.write(Self.plain(number))
    case .date(let date): return self.date(date)
    case .text(let text): return self(.foreignText(text: .foreign(text)))
    case .notApplicable: return self(.notApplicable)
    case .declined: return self(.declined)
    }
  }

  /// The same with the elements of the question that are in place, where not all of them are, or
  /// where all are and the level is another one: `Partly in place: courts, legal aid`.
  package func title(
    of value: AnswerValue?,
    ticking codes: Set<String>,
    to question: Question?,
    in questionnaire: Questionnaire,
  ) -> String {
    let title = title(of: value, to: question, in: questionnaire)
    guard let elements = question?.elements, !codes.isEmpty else { return title }
    let ticked = elements.ticked(codes)
    guard ticked.count < elements.all.count || value != .step(.established) else { return title }
    return self(
      .reportAnswerMeaning(
        meaning: .own(list(ticked.map { text($0.title) })),
        value: .own(title),
      )
    )
  }

  /// How far the state is with a single instrument, since when, and whether with reservations.
  package func title(of standing: Standing, in questionnaire: Questionnaire) -> String {
    var parts = [title(ofInstrumentAt: standing.step, in: questionnaire)]
    if let date = standing.date { parts.append(self.date(date)) }
    if standing.hasReservations { parts.append(self(.instrumentReservations)) }
    return parts.joined(separator: self(.listSeparator))
  }

  /// How far the state is with a single instrument; it cannot be ratified in part.
  package func title(ofInstrumentAt step: Step, in questionnaire: Questionnaire) -> String {
    step == .partial
      ? self(.instrumentSigned)
      : questionnaire.scaleTitles[.ratification]?[step].map { text($0) } ?? step.rawValue
  }

  /// A number as it is typed: without a fraction where there is none.
  package static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private func title(ofOption code: String, _ question: Question?) -> String {
    question?.kind.options.first { $0.code == code }.map { text($0.title) } ?? code
  }
}
