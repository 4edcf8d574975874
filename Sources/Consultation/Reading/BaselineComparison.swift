extension AnswerValue {
  /// The value as a script writes it, which ``init(_:for:)`` reads again.
  package var plainText: String {
    switch self {
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    case .date(let date): date.description
    case .text(let text): text
    case .step, .option, .options, .notApplicable, .declined: codes.joined(separator: ",")
    }
  }
}

extension Delegation {
  /// Its assessment as it is now, to be compared with a later one.
  ///
  /// With each answer goes the wording of its question: where that changes, the two cannot be
  /// compared.
  package func frozen(
    in questionnaire: Questionnaire,
    at: Timestamp,
    by author: String,
    fingerprint: String,
  ) -> Baseline {
    var answers: [String: Baseline.Answer] = [:]
    for (number, answer) in self.answers {
      guard let value = answer.value else { continue }
      answers[number.description] = Baseline.Answer(
        value: value.plainText,
        note: answer.note?.original,
        evidence: answer.evidence.map(\.title),
        wording: questionnaire[number].map(Baseline.wording) ?? "",
        elements: answer.elements.sorted(),
      )
    }
    return Baseline(
      at: at,
      by: author,
      fingerprint: fingerprint,
      version: questionnaire.identity.version,
      answers: answers,
    )
  }

  /// Whether it was frozen since a moment, and no answer has changed since.
  package func isFrozen(since moment: Timestamp, in questionnaire: Questionnaire) -> Bool {
    guard let last = lastBaseline, last.at >= moment else { return false }
    let now = frozen(in: questionnaire, at: last.at, by: last.by, fingerprint: "")
    return now.answers == last.answers && now.version == last.version
  }

  /// The last assessment that was frozen.
  package var lastBaseline: Baseline? {
    records.values.compactMap { record -> Baseline? in
      if case .baseline(let baseline) = record { baseline } else { nil }
    }.max { $0.at < $1.at }
  }
}

extension Baseline {
  /// What a question asks and how it is answered, in one text.
  static func wording(of question: Question) -> String {
    let options = question.kind.options.map(\.code).joined(separator: ",")
    let elements = question.elements.map { elements in
      " \(elements.codes.joined(separator: ",")) \(elements.fewerForEstablished ?? elements.all.count)"
    }
    return
      "\(question.text[.english]) [\(question.kind.scale?.rawValue ?? "") \(options)\(elements ?? "")]"
  }

  /// What became of one answer since.
  package enum Movement: Equatable, Sendable {
    case stayed(AnswerValue)
    case moved(from: AnswerValue, to: AnswerValue?)
    /// It was open then.
    case answeredSince(AnswerValue)
    /// The question's text or scale has changed.
    case notComparable
  }

  /// What the answer was then; `nil` where it was open or cannot be compared.
  package func movement(of answer: Consultation.Answer, to question: Question) -> Movement? {
    guard let then = answers[question.number.description] else {
      return answer.value.map { .answeredSince($0) }
    }
    guard then.wording == Self.wording(of: question),
      let value = AnswerValue(then.value, for: question.kind)
    else { return .notComparable }
    guard let now = answer.value, now.plainText == then.value,
      answer.elements == Set(then.elements)
    else {
      return .moved(from: value, to: answer.value)
    }
    return .stayed(now)
  }
}
