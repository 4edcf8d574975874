/// The reports that a session gives.
package enum Report: String, CaseIterable, Sendable {
  /// A delegation's own, after the published profiles.
  case profile
  /// The day as it happened.
  case workshop
  /// Experience shared, offered and wished for.
  case exchange
  /// What at least three states say.
  case synthesis
  /// A delegation's answers by the 23 objectives of the Global Compact for Migration.
  case gcm
  /// A delegation's unofficial calculation of SDG indicator 10.7.2.
  case sdg
  /// A delegation's answers beside its baseline.
  case followup

  /// Whether it is a delegation's own; the others are common and hold what was released only.
  package var isOfDelegation: Bool {
    switch self {
    case .profile, .gcm, .sdg, .followup: true
    case .workshop, .exchange, .synthesis: false
    }
  }

  /// Whether it is made of delegations of this kind: indicator 10.7.2 is asked of governments.
  package func isMade(of kind: Delegation.Kind) -> Bool { self != .sdg || kind == .state }
}
