/// What can be changed from a seat: each as the session itself allows it to who sits there.
extension SeatedSession {
  /// The change that fulfils a wish of this seat's own delegation.
  package func change(
    fulfilling wish: Wish,
    on number: QuestionNumber,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    try session.change(
      fulfilling: wish,
      of: try ownForChange(),
      on: number,
      in: questionnaire,
      stamp: stamp,
    )
  }

  /// The change that puts a remark to an answer that a delegation shares.
  ///
  /// - Returns: `nil` where it does not share it any more.
  package func change(
    commenting comment: Comment,
    on number: QuestionNumber,
    of code: DelegationCode,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    guard session.answer(of: code, to: number).sharing != .private else { return nil }
    return try session.change(
      fulfilling: .comment(id: comment.id, comment),
      of: code,
      on: number,
      in: questionnaire,
      stamp: stamp,
    )
  }

  /// The change that sets a record, of the workshop or of this seat's own delegation; what runs
  /// the room and its tables is the facilitator's to set for all.
  package func change(
    setting key: RecordKey,
    to record: Record?,
    of code: DelegationCode? = nil,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    if let code, code != ownCode, !key.kind.isOfFacilitator || seat.role != .facilitator {
      throw .needsConsent
    }
    return try session.change(setting: key, to: record, of: code, stamp: stamp)
  }

  /// The changes that fulfil several wishes of the own delegation as one act.
  package func changes(
    fulfilling wishes: [(number: QuestionNumber, wish: Wish)],
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    try session.changes(
      fulfilling: wishes,
      of: try ownForChange(),
      in: questionnaire,
      stamp: stamp,
    )
  }

  /// The changes that share answers of the own delegation as a plan says, as one act.
  package func changes(
    sharing plan: SharingPlan,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    try session.changes(
      sharing: plan,
      of: try ownForChange(),
      in: questionnaire,
      stamp: stamp,
    )
  }

  /// The changes that take back what this person did last from this seat.
  package func undoing(stamp: Change.Stamp) throws(Refusal) -> [Change] {
    try session.undoing(stamp: stamp, for: ownCode)
  }

  package func redoing(stamp: Change.Stamp) throws(Refusal) -> [Change] {
    try session.redoing(stamp: stamp, for: ownCode)
  }

  package func restoring(
    _ earlier: Change,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    try session.restoring(earlier, stamp: stamp)
  }

  package func settling(
    _ conflict: Conflict,
    for chosen: Change,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change {
    try session.settling(conflict, for: chosen, stamp: stamp)
  }

  /// The change by which somebody signs a domain of the own delegation off.
  package func signing(_ domain: Int, stamp: Change.Stamp) throws(Refusal) -> Change? {
    try session.signing(domain, of: try ownForChange(), stamp: stamp)
  }

  private func ownForChange() throws(Refusal) -> DelegationCode {
    guard let code = ownCode else {
      throw seat.role == .delegate ? .unknownDelegation("") : .needsConsent
    }
    return code
  }

  // MARK: What comes in

  package mutating func apply(_ change: Change) { session.apply(change) }

  package mutating func apply(_ changes: [Change]) {
    session.apply(changes)
  }

  package mutating func become(_ other: Session, with unkept: Set<String>) {
    session.become(other, with: unkept)
  }
}
