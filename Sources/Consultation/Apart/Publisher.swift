/// As whom a machine tells others what is shared on it: one delegation, or the room.
///
/// Made of a session or of who sits before it alone: from a delegation's own file nobody publishes
/// as another one, nor from a seat as somebody else, and who looks on or writes for a delegation
/// publishes nothing.
package struct Publisher: Hashable, Sendable, CustomStringConvertible {
  /// The delegation; none where it is the room.
  package let delegation: DelegationCode?

  fileprivate init(_ delegation: DelegationCode?) { self.delegation = delegation }

  /// What it is remembered by: `QNG`, `room`.
  package var description: String { delegation?.description ?? "room" }
}

extension Session {
  /// As whom a machine publishes from this session: as the delegation that it is said to be of, or
  /// whose own file it is, or else as the room.
  ///
  /// - Returns: `nil` where the file is another delegation's own.
  package func publisher(as code: DelegationCode?) -> Publisher? {
    guard let own = handOver?.delegation else { return Publisher(code) }
    return code == nil || code == own ? Publisher(own) : nil
  }
}

extension SeatedSession {
  /// As whom this seat publishes; nobody where it is no delegation's own and not the facilitator's,
  /// where the delegation has withdrawn, or the file is not this seat's to publish from.
  package var publisher: Publisher? {
    switch seat {
    case .delegation(let code):
      session.receipt(of: code) == nil ? session.publisher(as: code) : nil
    case .facilitator: session.handOver == nil ? session.publisher(as: nil) : nil
    case .nobodyYet, .assisting, .observer: nil
    }
  }
}
