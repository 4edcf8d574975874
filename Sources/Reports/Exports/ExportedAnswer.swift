import Consultation
import Phrases

/// One answer as a table has it, whether it came through the gate or is the reader's own.
struct ExportedAnswer {
  let delegation: DelegationCode
  let delegationName: LocalizedText
  let number: QuestionNumber
  let value: AnswerValue?
  let parts: AnsweredParts
  let applied: Applied?
  let note: TranslatedText?
  let evidence: [Evidence]
  let status: AnswerStatus?
  let sharing: Sharing?
  /// What only the delegation itself has.
  var positions: [String: Position] = [:]
  var reservations: [String: String] = [:]
  var by: String?
  var at: Timestamp?

  /// What was shared with the regional report.
  init(_ answer: SharedAnswer, to number: QuestionNumber, of delegation: SharedDelegation) {
    self.delegation = delegation.code
    delegationName = delegation.shortName
    self.number = number
    value = answer.value
    parts = answer.parts
    applied = answer.applied
    note = answer.note
    evidence = answer.evidence
    status = answer.status
    sharing = .report
  }

  /// What is the delegation's own; an open question has neither status nor sharing.
  init(to number: QuestionNumber, of delegation: Delegation) {
    let given = delegation.answers[number]
    let answer = given ?? Answer()
    self.delegation = delegation.code
    delegationName = delegation.shortName
    self.number = number
    value = answer.value
    parts = answer.parts
    applied = answer.applied
    note = answer.note
    evidence = answer.evidence
    status = given?.status
    sharing = given?.sharing
    positions = answer.positions.opened ?? [:]
    reservations = answer.reservations
    by = answer.by
    at = answer.at
  }
}
