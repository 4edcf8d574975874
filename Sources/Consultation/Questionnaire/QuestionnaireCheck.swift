extension Questionnaire {
  /// Every way in which the parts of this questionnaire do not fit together, in its order.
  ///
  /// What a single file can say wrong about itself (a missing text, a kind that does not exist)
  /// is found while it is read; here is what needs the whole.
  package func faults() -> [Fault] {
    numberFaults() + conditionFaults() + optionFaults() + earlierFaults() + elementFaults()
      + statementFaults() + originFaults()
  }

  /// A number that was given up may not be that of another question, and one that was given may
  /// not be unknown: answers of earlier versions would come to stand under the wrong question.
  private func earlierFaults() -> [Fault] {
    earlierNumbers.sorted { $0.key < $1.key }.flatMap { version, numbers in
      numbers.sorted { $0.key < $1.key }.compactMap { old, new -> Fault? in
        let place: [Fault.Place] = [.key("earlier"), .key(version), .question(old)]
        switch new {
        case nil where self[old] != nil: return Fault(place, .duplicateNumber)
        case let new? where self[new] == nil:
          return Fault(place, .unknownQuestion(new.description))
        default: return nil
        }
      }
    }
  }

  private func numberFaults() -> [Fault] {
    var faults: [Fault] = []
    var seen: Set<QuestionNumber> = []
    var previous: QuestionNumber?
    for domain in domains {
      for theme in domain.themes {
        for question in theme.questions {
          let number = question.number
          let place: [Fault.Place] = [.domain(domain.number), .question(number)]
          if !seen.insert(number).inserted {
            faults.append(Fault(place, .duplicateNumber))
          } else if number.domain != domain.number || number.theme != theme.number {
            let found = Fault.What.numberOutsideTheme(domain: domain.number, theme: theme.number)
            faults.append(Fault(place, found))
          } else if let previous, number < previous {
            faults.append(Fault(place, .numberOutOfOrder(after: previous)))
          }
          previous = number
        }
      }
    }
    for (index, domain) in domains.enumerated()
    where domains[..<index].contains(where: { $0.number == domain.number }) {
      faults.append(Fault([.domain(domain.number)], .duplicateNumber))
    }
    return faults
  }

  private func conditionFaults() -> [Fault] {
    var faults: [Fault] = []
    var earlier: Set<QuestionNumber> = []
    for domain in domains {
      for question in domain.questions {
        let place: [Fault.Place] = [.domain(domain.number), .question(question.number)]
        for number in question.condition?.questions ?? [] {
          if self[number] == nil {
            faults.append(Fault(place, .unknownConditionQuestion(number)))
          } else if !earlier.contains(number) {
            faults.append(Fault(place, .conditionOnLaterQuestion(number)))
          }
        }
        for (number, code) in question.condition?.codesByQuestion ?? [] {
          guard let kind = self[number]?.kind, !kind.answerCodes.contains(code) else { continue }
          faults.append(Fault(place, .unknownConditionCode(number, code)))
        }
        earlier.insert(question.number)
      }
    }
    return faults
  }

  private func optionFaults() -> [Fault] {
    var faults: [Fault] = []
    for domain in domains {
      for question in domain.questions {
        var seen: Set<String> = []
        let place: [Fault.Place] = [.domain(domain.number), .question(question.number)]
        for option in question.kind.options where !seen.insert(option.code).inserted {
          faults.append(Fault(place, .duplicateCode(option.code)))
        }
      }
    }
    return faults
  }
}

extension Condition {
  fileprivate var codesByQuestion: [(QuestionNumber, String)] {
    switch self {
    case .isAny(let number, let codes), .isNone(let number, let codes):
      codes.map { (number, $0) }
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.codesByQuestion)
    case .not(let condition): condition.codesByQuestion
    }
  }
}

extension AnswerKind {
  /// The codes that an answer of this kind can have.
  fileprivate var answerCodes: Set<String> {
    var codes: Set = [AnswerValue.notApplicableCode, AnswerValue.declinedCode]
    if scale != nil { codes.formUnion(Step.allCases.map(\.rawValue)) }
    switch self {
    case .oneOf(let options), .severalOf(let options): codes.formUnion(options.map(\.code))
    case .scale, .instruments, .number, .date, .text: break
    }
    return codes
  }
}
