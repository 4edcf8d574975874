/// Which part of which answer a change speaks of.
///
/// Two people may change different parts of one answer at the same time and both be right; where
/// they set the same part to different things, somebody has to decide.
package struct AnswerPart: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case value, applied, note, status, sharing
    case evidence(String)
    case position(String)
    case reservation(String)
    case comment(String)
    case record(RecordKey)
  }

  package let delegation: DelegationCode?
  package let question: QuestionNumber?
  package let kind: Kind

  init(_ delegation: DelegationCode?, _ question: QuestionNumber?, _ kind: Kind) {
    self.delegation = delegation
    self.question = question
    self.kind = kind
  }
}

extension Change {
  /// The part that it sets.
  package var part: AnswerPart { AnswerPart(delegation, question, what.kind) }
}

extension Change.What {
  var kind: AnswerPart.Kind {
    switch self {
    case .answered: .value
    case .applied: .applied
    case .noted: .note
    case .evidence(let id, _, _): .evidence(id)
    case .position(let institution, _): .position(institution)
    case .reservation(let institution, _): .reservation(institution)
    case .status: .status
    case .sharing: .sharing
    case .comment(let id, _): .comment(id)
    case .record(let key, _): .record(key)
    }
  }

  /// What it says, without the status that goes with it.
  var content: Change.What {
    switch self {
    case .answered(let value, let parts, _): .answered(value, parts: parts, status: .draft)
    case .noted(let note, _): .noted(note, status: nil)
    case .evidence(let id, let piece, _): .evidence(id: id, piece, status: nil)
    case .applied, .position, .reservation, .status, .sharing, .comment, .record: self
    }
  }
}

extension Answer {
  /// Whether nothing of it is left, as where it was taken back.
  package var saysNothing: Bool { everyPart.isEmpty }

  /// Everything that it holds, part by part; an empty answer holds nothing.
  var everyPart: [Change.What] {
    let empty = Answer()
    var parts: [Change.What] = [
      .answered(value, parts: self.parts, status: status), .applied(applied),
      .noted(note, status: nil), .sharing(sharing),
    ]
    parts += evidence.map { .evidence(id: $0.id, $0, status: nil) }
    parts += positions.insideForKeeping.sorted { $0.key < $1.key }
      .map { .position(institution: $0.key, GivenPosition($0.value)) }
    parts += reservations.sorted { $0.key < $1.key }
      .map { .reservation(institution: $0.key, $0.value) }
    parts += comments.map { .comment(id: $0.id, $0) }
    return parts.filter { $0 != empty.current($0) }
  }
}
