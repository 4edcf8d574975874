/// One of the four scales of three steps on which most questions are answered.
///
/// The steps have the same codes on every scale (``Step``); what they are called depends on the
/// scale and stands in the questionnaire.
package enum Scale: String, CaseIterable, Sendable {
  /// Whether a law, a policy or a body exists.
  case presence
  /// Whether migrants have access on the same terms as nationals.
  case access
  /// Whether an instrument was signed or ratified.
  case ratification
  /// Whether something happens, and how regularly.
  case regularity
}

/// One step of a scale: the three that the Migration Governance Indicators distinguish,
/// complete presence, partial presence and absence.
package enum Step: String, CaseIterable, Sendable {
  case established
  case partial
  case absent
}

/// What a question can be answered with.
package enum AnswerKind: Equatable, Sendable {
  case scale(Scale)
  /// Ratification instrument by instrument; the answer as a whole is on ``Scale/ratification``.
  case instruments([Option])
  case oneOf([Option])
  case severalOf([Option])
  case number
  case date
  case text

  /// The scale on which the question as a whole is answered, where it has one.
  package var scale: Scale? {
    switch self {
    case .scale(let scale): scale
    case .instruments: .ratification
    case .oneOf, .severalOf, .number, .date, .text: nil
    }
  }

  /// What can be chosen from, or the instruments of a ratification question.
  package var options: [Option] {
    switch self {
    case .instruments(let options), .oneOf(let options), .severalOf(let options): options
    case .scale, .number, .date, .text: []
    }
  }
}

/// One thing to choose from: a code that the file keeps, and its title.
package struct Option: Equatable, Sendable {
  package let code: String
  package let title: LocalizedText
  /// Of an instrument that the questionnaire lists for all its questions.
  package let details: InstrumentDetails?

  package init(code: String, title: LocalizedText, details: InstrumentDetails? = nil) {
    self.code = code
    self.title = title
    self.details = details
  }
}

extension Option {
  /// Whether an option can be told by this code from several with commas between them, and from
  /// the answers that every question can have.
  package static func isCode(_ text: String) -> Bool {
    let isReserved = [AnswerValue.notApplicableCode, AnswerValue.declinedCode].contains(text)
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
    return !text.isEmpty && isPlain && !isReserved
  }
}
