import Phrases
import Consultation

/// From one question and domain to the next.
extension PageContext {
  mutating func goToQuestion(_ number: QuestionNumber) {
    guard let question = questionnaire[number], let delegation else { return }
    go(
      to: .question(
        QuestionPage(
          number,
          answers: AnswerChoice.choices(for: question.kind),
          answer: delegation.answer(to: number),
        )
      )
    )
  }

  /// From a question to the next one of its domain, or to the domain's closing page.
  ///
  /// Leaving a domain is a pause at which everything is on the disk already.
  mutating func goForward(from number: QuestionNumber) -> [Effect] {
    if let next = asked?.next(after: number), next.domain == number.domain {
      goToQuestion(next)
    } else {
      go(to: .closing(DomainClosing(domain: number.domain)))
    }
    return []
  }

  /// From a question to the one before it, or to the domain's introduction.
  mutating func goBackward(from number: QuestionNumber) -> [Effect] {
    if let previous = asked?.previous(before: number), previous.domain == number.domain {
      goToQuestion(previous)
    } else {
      go(to: .introduction(DomainIntroduction(domain: number.domain)))
    }
    return []
  }

  mutating func goToNextOpen(after number: QuestionNumber?) {
    let start = number ?? QuestionNumber(domain: 0, theme: 0, question: 0)
    if let next = asked?.nextOpen(after: start) {
      goToQuestion(next)
    } else {
      notice = words(.noOpenQuestion)
    }
  }

  /// From a domain's closing page to the next domain, or to the end.
  mutating func goToDomain(after domain: Int) {
    if let next = questionnaire.domains.first(where: { $0.number > domain }) {
      go(to: .introduction(DomainIntroduction(domain: next.number)))
    } else {
      go(to: .end(EndPage()))
    }
  }

  /// Into a domain: its first open question, or its first one when none is open.
  mutating func enterDomain(_ domain: Int) {
    if let number = asked?.firstOpen(inDomain: domain) ?? asked?.inDomain(domain).first {
      goToQuestion(number)
    }
  }

  /// The question at which this delegation goes on: the next open one after the one that was
  /// answered last.
  var questionToGoOnAt: QuestionNumber? {
    guard let asked else { return nil }
    let last = desk.ownLastQuestion
    return asked.nextOpen(after: last ?? QuestionNumber(domain: 0, theme: 0, question: 0))
  }
}
