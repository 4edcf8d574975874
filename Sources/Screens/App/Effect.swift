package import Consultation

/// What should be done outside the front end.
package enum Effect: Equatable, Sendable {
  /// Keep this change: the session that has it is the app's.
  case keep(Change)
  /// Remember what was chosen for the next start.
  case remember(Language, DelegationCode?)
  /// Tell the SHA-256 of a delegation as canonical JSON.
  case fingerprint(Delegation)
  /// Draw every cell anew.
  case redraw
  case suspend
  case leave
}
