import Consultation
import Phrases

/// What the codes of a table of answers mean.
enum CodeBook {
  /// The values that a question takes: `established = In place; partial = …`.
  static func values(
    of question: Question,
    in questionnaire: Questionnaire,
    _ words: Words,
  ) -> String {
    var values: [String] = []
    if let scale = question.kind.scale {
      values = Step.allCases.map { step in
        let title = questionnaire.scaleTitles[scale]?[step].map { words.text($0) } ?? ""
        return "\(step.rawValue) = \(title)"
      }
    }
    switch question.kind {
    case .oneOf(let options), .severalOf(let options):
      values = options.map { "\($0.code) = \(words.text($0.title))" }
    case .scale, .instruments, .number, .date, .text: break
    }
    values += [
      "\(AnswerValue.notApplicableCode) = \(words(.notApplicable))",
      "\(AnswerValue.declinedCode) = \(words(.declined))",
    ]
    return values.joined(separator: "; ")
  }

  /// The elements of a question, or the instruments of one on ratification: `CRC = …`.
  static func parts(of question: Question, _ words: Words) -> String {
    if let elements = question.elements {
      return elements.all.map { "\($0.code) = \(words.text($0.title))" }.joined(separator: "\n")
    }
    guard case .instruments(let options) = question.kind else { return "" }
    return options.map { "\($0.code) = \(words.text($0.title))" }.joined(separator: "\n")
  }
}
