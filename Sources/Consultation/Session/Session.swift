/// One workshop or one self-assessment: the questionnaire it answers, the workshop, the
/// delegations with their answers, and everything that was done.
///
/// A value. It changes through ``apply(_:)-(Change)`` and through nothing else, so that screens,
/// commands and the history can never disagree. Its history is in the order of the changes,
/// whatever the order in which they came in.
package struct Session: Equatable, Sendable {
  package let id: String
  package let questionnaire: Questionnaire.Identity
  package var workshop: Workshop
  /// The delegations in their one neutral order, which never depends on an answer.
  package internal(set) var order: [DelegationCode]
  package internal(set) var delegations: [DelegationCode: Delegation]
  var log: History
  var roomRecords: RoomRecords
  /// Who has taken their answers out of the session, and when.
  package internal(set) var receipts: [Receipt]
  /// What this file was handed over as, where it is one delegation's own.
  package var handOver: HandOver?

  /// Puts a session together as a file or a template holds it.
  ///
  /// The delegations come in their neutral order; of two with one code the first counts.
  package init(
    id: String,
    questionnaire: Questionnaire.Identity,
    workshop: Workshop,
    delegations: [Delegation],
    history: [Change] = [],
    receipts: [Receipt] = [],
    handOver: HandOver? = nil,
    records: [RecordKey: Record] = [:],
  ) {
    self.id = id
    self.questionnaire = questionnaire
    self.workshop = workshop
    log = History(history.sorted { $0.comesBefore($1) })
    self.receipts = receipts
    roomRecords = RoomRecords(records)
    self.handOver = handOver
    order = []
    self.delegations = [:]
    var last = -1
    for var delegation in delegations where self.delegations[delegation.code] == nil {
      let rank = delegation.rank ?? min(last + 1, DelegationIdentity.ranks.upperBound)
      delegation.rank = rank
      last = max(last, rank)
      self.delegations[delegation.code] = delegation
    }
    putInOrder()
  }

  /// Puts the delegations in their order again.
  mutating func putInOrder() {
    order = delegations.values.sorted { ($0.rank ?? 0, $0.code) < ($1.rank ?? 0, $1.code) }
      .map(\.code)
  }

  /// Puts a delegation at its place in the neutral order: that of its rank, or the last.
  mutating func add(_ delegation: Delegation) {
    var delegation = delegation
    let last = order.last.flatMap { delegations[$0]?.rank } ?? -1
    delegation.rank = delegation.rank ?? min(last + 1, DelegationIdentity.ranks.upperBound)
    delegations[delegation.code] = delegation
    putInOrder()
  }

  /// What the session holds of the workshop beside its frame, agenda, parking lot and actions:
  /// where the room is, who speaks, exchanges.
  package internal(set) var records: [RecordKey: Record] {
    get { roomRecords.all }
    set { roomRecords = RoomRecords(newValue) }
  }

  /// Everything that was done, in the order of the changes.
  package internal(set) var history: [Change] {
    get { log.changes }
    set { log.become(newValue) }
  }

  /// The place of the last change among all changes.
  package var latestOrder: ChangeOrder? { history.last?.stamp.order }

  /// That a delegation has withdrawn, if it has.
  package func receipt(of code: DelegationCode) -> Receipt? {
    receipts.last { $0.delegation == code }
  }

  /// The delegations in their neutral order.
  package var orderedDelegations: [Delegation] { order.compactMap { delegations[$0] } }

  /// What a delegation says of a question; an empty answer where it has said nothing.
  package func answer(of code: DelegationCode, to number: QuestionNumber) -> Answer {
    delegations[code]?.answer(to: number) ?? Answer()
  }

  /// A session of the same workshop with these delegations only, and under another identifier.
  ///
  /// How a template becomes a session, and a workshop's session one delegation's.
  package func with(id: String, delegations codes: [DelegationCode]? = nil) -> Session {
    Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: orderedDelegations.filter { codes?.contains($0.code) ?? true },
      history: history.filter { change in
        guard let codes else { return true }
        return change.delegation.map(codes.contains) ?? false
      },
      receipts: receipts.filter { codes?.contains($0.delegation) ?? true },
      records: codes == nil ? records : [:],
    )
  }
}

extension Session {
  /// The same session answering a later version of its questionnaire: every answer under the
  /// number that its question has there.
  ///
  /// An answer whose question there is no more stays under its old number, which the later
  /// version has given to no other.
  package func broughtForward(to later: Questionnaire) -> Session {
    let version = questionnaire.version
    var forward = Session(
      id: id,
      questionnaire: later.identity,
      workshop: workshop,
      delegations: orderedDelegations.map { delegation in
        var delegation = delegation
        delegation.answers = Dictionary(
          delegation.answers.map { (later.number($0.key, fromVersion: version), $0.value) },
          uniquingKeysWith: { first, _ in first },
        )
        return delegation
      },
      receipts: receipts,
      handOver: handOver,
      records: records,
    )
    forward.history = history.map { change in
      change.numbered(change.question.map { later.number($0, fromVersion: version) })
    }
    return forward
  }

  /// The questions that were answered and that the questionnaire does not have.
  package func answeredOutside(_ questionnaire: Questionnaire) -> [QuestionNumber] {
    let answered = delegations.values.flatMap { delegation in
      delegation.answers.filter { !$0.value.saysNothing }.keys
    }
    return Set(answered).filter { questionnaire[$0] == nil }.sorted()
  }
}

/// That a delegation has taken its answers out of the session: what is left there in their place.
package struct Receipt: Equatable, Sendable {
  package let delegation: DelegationCode
  package let at: Timestamp
  /// Who took them out.
  package let by: String
  /// The SHA-256 of what was handed over, in hexadecimal.
  package let fingerprint: String

  package init(delegation: DelegationCode, at: Timestamp, by: String, fingerprint: String) {
    self.delegation = delegation
    self.at = at
    self.by = by
    self.fingerprint = fingerprint
  }
}

/// What a delegation's own file says of where it comes from.
package struct HandOver: Equatable, Sendable {
  package let delegation: DelegationCode
  package let at: Timestamp
  /// The SHA-256, in hexadecimal, of the delegation as canonical JSON when it was handed over.
  package let fingerprint: String

  package init(delegation: DelegationCode, at: Timestamp, fingerprint: String) {
    self.delegation = delegation
    self.at = at
    self.fingerprint = fingerprint
  }
}
