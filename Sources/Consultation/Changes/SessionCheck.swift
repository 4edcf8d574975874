extension Session {
  /// Every way in which the answers do not fit the questionnaire, in the session's order.
  ///
  /// What is found is left as it is: a session with faults opens, shows and keeps them.
  package func faults(in questionnaire: Questionnaire) -> [Fault] {
    var faults: [Fault] = []
    for delegation in orderedDelegations {
      for (number, answer) in delegation.answers.sorted(by: { $0.key < $1.key }) {
        let place: [Fault.Place] = [
          .delegation(delegation.code.description), .question(number),
        ]
        guard let question = questionnaire[number] else {
          if answer.saysNothing { continue }
          faults.append(Fault(place, .unknownQuestion(number.description)))
          continue
        }
        if let value = answer.value, !value.fits(question.kind) {
          faults.append(
            Fault(place, .valueDoesNotFit(value.codes.joined(separator: ", ")))
          )
        }
        for code in answer.elements.subtracting(question.elements?.codes ?? []).sorted() {
          faults.append(Fault(place + [.key("elements")], .valueDoesNotFit(code)))
        }
        if answer.status == .agreed, !answer.hasGrounds(for: question) {
          faults.append(Fault(place, .agreedWithoutGrounds))
        }
      }
    }
    var identifiers: Set<String> = []
    for change in history where !identifiers.insert(change.stamp.id).inserted {
      faults.append(Fault([.key("history")], .duplicateIdentifier(change.stamp.id)))
    }
    return faults
  }
}
