/// A seat of a hosted session at another computer, and for which of the people who have one like
/// it: written `MAR-2`, `MAR-RBA-1`, `facilitator-1`.
package struct RemoteSeat: Hashable, Sendable, CustomStringConvertible {
  package enum Place: Hashable, Sendable {
    case delegation(DelegationCode)
    case facilitator
    /// The screen for the room.
    case presenter
    case observer

    fileprivate var name: String {
      switch self {
      case .delegation(let code): code.description
      case .facilitator: "facilitator"
      case .presenter: "presenter"
      case .observer: "observer"
      }
    }
  }

  package let place: Place
  /// Which of the people with a seat there, from 1.
  package let person: Int

  package init(_ place: Place, person: Int = 1) {
    self.place = place
    self.person = person
  }

  /// - Returns: `nil` unless a text is written so.
  package init?(_ text: String) {
    guard let hyphen = text.lastIndex(of: "-"),
      let person = Int(text[text.index(after: hyphen)...]), (1...99).contains(person)
    else { return nil }
    switch text[..<hyphen] {
    case "facilitator": place = .facilitator
    case "presenter": place = .presenter
    case "observer": place = .observer
    default:
      guard let code = DelegationCode(text[..<hyphen]) else { return nil }
      place = .delegation(code)
    }
    self.person = person
    // `MAR-+1` and `MAR-01` are other ways to write it, and none is wanted.
    guard description == text else { return nil }
  }

  package var description: String { "\(place.name)-\(person)" }

  /// The seats that a session has: one for each delegate, and at least one for each delegation, in
  /// their neutral order; the facilitator's, the screen for the room, and a first observer's.
  package static func all(of session: Session) -> [RemoteSeat] {
    session.orderedDelegations.filter { session.receipt(of: $0.code) == nil }.flatMap {
      delegation in
      (1...min(99, max(1, delegation.delegates.count)))
        .map { RemoteSeat(.delegation(delegation.code), person: $0) }
    } + [RemoteSeat(.facilitator), RemoteSeat(.presenter), RemoteSeat(.observer)]
  }
}
