package import Consultation

extension Words {
  /// What a change did, in a line: `answer: open → In place`.
  ///
  /// On a screen, and not in what a script reads, texts of people are kept by invisible signs from
  /// disturbing the line around them: isolated. A position is told as far as the positions of its
  /// question are open.
  package func callAsFunction(
    _ change: Change,
    in questionnaire: Questionnaire,
    positions: Positions,
    isIsolated: Bool = false,
  ) -> String {
    let question = change.question.flatMap { questionnaire[$0] }
    func title(_ value: AnswerValue?, _ ticked: Set<String> = []) -> InsertedText {
      .own(self.title(of: value, ticking: ticked, to: question, in: questionnaire))
    }
    func code(_ phrase: Phrase?) -> InsertedText { .own(self(phrase ?? .nothing)) }
    switch (change.was, change.what) {
    case (.answered(let old, let before, let from), .answered(let new, let after, let to))
    where old == new && before.elements == after.elements && from != to:
      return self(.logStatus(from: code(from.phrase), to: code(to.phrase)))
    case (.answered(let from, let before, _), .answered(let to, let after, _)):
      return self(
        .logAnswered(from: title(from, before.elements), to: title(to, after.elements))
      )
    case (.applied(let from), .applied(let to)):
      return self(.logApplied(from: code(from?.phrase), to: code(to?.phrase)))
    case (.status(let from), .status(let to)):
      return self(.logStatus(from: code(from.phrase), to: code(to.phrase)))
    case (.sharing(let from), .sharing(let to)):
      return self(.logSharing(from: code(from.phrase), to: code(to.phrase)))
    default:
      return written(change, in: questionnaire, positions, title: title, isIsolated: isIsolated)
    }
  }

  /// What a part of an answer was set to: `In place · agreed`.
  package func state(
    of change: Change,
    in questionnaire: Questionnaire,
    positions: Positions,
    isIsolated: Bool = false,
  ) -> String {
    let question = change.question.flatMap { questionnaire[$0] }
    func title(_ value: AnswerValue?, _ ticked: Set<String> = []) -> InsertedText {
      .own(self.title(of: value, ticking: ticked, to: question, in: questionnaire))
    }
    switch change.what {
    case .answered(let value, let parts, let status):
      let text = self.title(
        of: value,
        ticking: parts.elements,
        to: question,
        in: questionnaire,
      )
      return status == .draft ? text : "\(text) · \(self(status.phrase))"
    case .applied(let applied): return self(applied?.phrase ?? .nothing)
    case .status(let status): return self(status.phrase)
    case .sharing(let sharing): return self(sharing.phrase)
    case .noted, .evidence, .position, .reservation, .comment, .record:
      return written(change, in: questionnaire, positions, title: title, isIsolated: isIsolated)
    }
  }

  /// What somebody wrote, and of what kind it is.
  private func written(
    _ change: Change,
    in questionnaire: Questionnaire,
    _ positions: Positions,
    title: (AnswerValue?, Set<String>) -> InsertedText,
    isIsolated: Bool,
  ) -> String {
    func foreign(_ text: String?) -> InsertedText {
      guard let text else { return .own(self(.nothing)) }
      return isIsolated ? .foreign(text) : .plain(text)
    }
    switch change.what {
    case .noted(let note, _): return self(.logNoted(to: foreign(note?.original)))
    case .evidence(_, let piece, _): return self(.logEvidence(to: foreign(piece?.title)))
    case .position(let institution, let position):
      return self(
        .logPosition(
          institution: foreign(institution),
          to: position.map { given in
            given.opened(in: positions).map { title($0.value, $0.elements) }
              ?? .own(self(.positionGiven))
          } ?? .own(self(.nothing)),
        )
      )
    case .reservation(let institution, let text):
      return self(.logReservation(institution: foreign(institution), to: foreign(text)))
    case .comment(_, let comment): return self(.logComment(to: foreign(comment?.text)))
    case .record(let key, let record):
      let kind = InsertedText.own(self(key.kind.phrase))
      guard let named = record ?? change.recordBefore,
        let name = name(of: named, in: questionnaire, isIsolated: isIsolated)
      else { return self(record == nil ? .recordRemoved(kind: kind) : .recordSet(kind: kind)) }
      return self(
        record == nil
          ? .recordRemovedNamed(kind: kind, name: .own(name))
          : .recordSetNamed(kind: kind, name: .own(name))
      )
    case .answered, .applied, .status, .sharing: return ""
    }
  }
}

extension Change {
  /// The record as it was before.
  fileprivate var recordBefore: Record? {
    if case .record(_, let record) = was { record } else { nil }
  }
}
