import Consultation
import Phrases

/// A questionnaire as lines of text.
struct QuestionnaireText {
  let words: Words
  let questionnaire: Questionnaire

  var lines: [String] {
    var lines = [words.text(questionnaire.title), words.text(questionnaire.notice)]
    for domain in questionnaire.domains {
      lines += ["", "\(words.number(domain.number)) \(words.text(domain.title))"]
      for theme in domain.themes {
        lines += ["", "  \(words.text(theme.title))"]
        for question in theme.questions { lines += self.lines(of: question) }
      }
    }
    return lines
  }

  /// A question: its number and text, and the values it takes with what they mean.
  func lines(of question: Question) -> [String] {
    var lines = ["  \(words.number(question.number))  \(words.text(question.text))"]
    if let scale = question.kind.scale {
      for step in Step.allCases {
        let title = questionnaire.scaleTitles[scale]?[step].map { words.text($0) } ?? ""
        let meaning = question.guidance.steps[step].map { words.text($0) } ?? ""
        lines.append("         \(step.rawValue): \(title)\(words.language.traits.colon)\(meaning)")
      }
    }
    for element in question.elements?.all ?? [] {
      lines.append("         \(element.code): \(words.text(element.title))")
    }
    for option in question.kind.options {
      lines.append("         \(option.code): \(words.text(option.title))")
    }
    return lines
  }
}
