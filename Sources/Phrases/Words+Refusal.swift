package import Consultation

extension Words {
  /// Why something cannot be done, and what to do.
  package func callAsFunction(_ refusal: Refusal) -> String {
    switch refusal {
    case .unknownDelegation(let code):
      self(.refusalUnknownDelegation(code: .plain(code)))
    case .unknownQuestion(let number):
      self(.refusalUnknownQuestion(text: .plain(number)))
    case .valueDoesNotFit(let number):
      self(.refusalValue(question: number))
    case .agreedNeedsGrounds: self(.refusalGrounds)
    case .levelNeedsNote: self(.refusalLevelNote)
    case .unknownElement(let number, let code):
      self(.refusalElement(code: .plain(code), question: number))
    case .nothingToAgree: self(.refusalNothingToAgree)
    case .nothingToUndo: self(.refusalNothingToUndo)
    case .nothingToRedo: self(.refusalNothingToRedo)
    case .changedSince(let name): self(.refusalChangedSince(name: .foreign(name)))
    case .facilitatorAltersNothing: self(.refusalFacilitator)
    case .needsConsent: self(.refusalNeedsConsent)
    case .sharingIsOfDelegation: self(.refusalSharing)
    case .delegationHasAnswers: self(.refusalDelegationHasAnswers)
    case .withdrawn(let at):
      self(.refusalWithdrawn(date: CalendarDate(at)))
    }
  }
}
