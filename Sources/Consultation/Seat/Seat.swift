/// Who sits at a terminal, and so what can be seen and done there.
package enum Seat: Equatable, Sendable {
  /// Nobody has said yet who sits there: the room is not run from it, and no answer is seen.
  case nobodyYet
  /// A delegation's own people, whose answers are theirs to give.
  case delegation(DelegationCode)
  /// Who runs the room: sees what was shared, and alters no answer.
  case facilitator
  /// A facilitator who writes for a delegation, at its wish and for a time.
  case assisting(Consent.Grant)
  /// Who looks on: sees the room, and changes nothing.
  case observer

  /// As what the person acts.
  package var role: Change.Role {
    switch self {
    case .nobodyYet, .delegation: .delegate
    case .facilitator, .observer: .facilitator
    case .assisting: .onBehalf
    }
  }
}
