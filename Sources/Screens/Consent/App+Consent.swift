import Consultation
import Phrases

/// What a facilitator was writing for a delegation when its consent ended.
///
/// Kept unseen at that terminal until the delegation consents again.
struct InterruptedWriting: Equatable, Sendable {
  let delegation: DelegationCode
  let pages: [Page]
  let field: TextField
}

/// How a facilitator comes to a delegation's table, and leaves it when its consent ends.
extension App {
  /// At a delegation's own terminal gives consent, or takes it back; from the facilitator's seat
  /// goes back to the room.
  mutating func changeConsent(at moment: Moment) -> [Effect] {
    switch desk.seat {
    case .delegation(let code): return context.changeOwnConsent(of: code, at: moment)
    case .assisting: leaveTable()
    case .nobodyYet, .facilitator: notice = words(Refusal.needsConsent)
    case .observer: notice = words(.observerLooksOn)
    }
    return []
  }

  /// Shows a delegation's page, or what was being written for it when its consent ended.
  mutating func resume(at code: DelegationCode) {
    guard let interrupted, interrupted.delegation == code else {
      context.go(to: .delegation(DelegationPage()))
      return
    }
    pages += interrupted.pages
    overlay = .field(interrupted.field)
    notice = words(.consentResumed)
    self.interrupted = nil
  }

  /// Leaves a delegation's pages at once where its consent has ended.
  ///
  /// What was being written is kept, unseen, until it consents again; what is typed on meanwhile
  /// is swallowed until the person has read that they are back in the room.
  ///
  /// - Returns: whether it had ended.
  mutating func leaveTableWithoutConsent() -> Bool {
    guard case .assisting(let grant) = desk.seat, desk.assistance == nil else { return false }
    let own = pages.firstIndex { $0.depth >= Page.delegation(DelegationPage()).depth }
    var field: TextField?
    if case .field(let writing) = overlay, writing.editor.isChanged { field = writing }
    if case .chooser(let chooser) = overlay, let leaving = chooser.purpose as? LeavingText {
      field = leaving.field
    }
    if let field, let own {
      interrupted = InterruptedWriting(
        delegation: grant.delegation,
        pages: Array(pages[own...]),
        field: field,
      )
    }
    let name = InsertedText.own(context.name(grant.delegation))
    leaveTable()
    context.choose(ConsentEnded(delegation: grant.delegation))
    notice = words(field == nil ? .consentEnded(name: name) : .consentEndedWriting(name: name))
    return true
  }

  /// Back from a delegation's table to the room.
  private mutating func leaveTable() {
    let depth = Page.room(RoomPage()).depth
    pages.removeAll { $0.depth > depth }
    overlay = nil
    context.clipboard = ""
    context.desk.standUp()
  }
}
