/// Whether a session is open to other computers, and who sits at each of its seats there.
package struct HostedSeats: Equatable, Sendable {
  /// What is known of who sits at a seat.
  package enum Standing: Equatable, Sendable {
    /// Somebody does, from this address since this moment.
    case here(from: String, since: Timestamp)
    /// Nobody does now; somebody last sat down at this moment.
    case wasHere(last: Timestamp)
    /// Somebody has a key to it and has never come.
    case neverCame
    /// Nobody has a key to it.
    case notInvited
  }

  /// One seat; a second time where somebody comes in whose earlier line is just ending.
  package struct Line: Equatable, Sendable {
    package let seat: RemoteSeat
    package let standing: Standing

    package init(_ seat: RemoteSeat, _ standing: Standing) {
      self.seat = seat
      self.standing = standing
    }
  }

  /// Whether somebody hosts the session now.
  package let isOpen: Bool
  /// The port on which it is hosted, or was last.
  package let port: Int
  /// Those of this machine that others may reach.
  package let addresses: [String]
  /// All seats that there are, invited or not.
  package let lines: [Line]

  package init(isOpen: Bool, port: Int, addresses: [String], lines: [Line]) {
    self.isOpen = isOpen
    self.port = port
    self.addresses = addresses
    self.lines = lines
  }

  /// Whether nobody has a key to any of them.
  package var isNobodyInvited: Bool { lines.allSatisfy { $0.standing == .notInvited } }
}
