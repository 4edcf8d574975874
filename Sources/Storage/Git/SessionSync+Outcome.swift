package import Consultation

extension SessionSync {
  /// Where something came from.
  package enum Source: Hashable, Sendable {
    case room
    case delegation(DelegationCode)
  }

  /// Why something that was found was not taken in.
  package enum Refused: Error, Equatable, Sendable {
    /// What is there cannot be read as a session.
    case unreadable([Fault])
    /// So many things in it do not belong there; the rest was taken in.
    case foreign(count: Int)
    /// It has no file of a session.
    case noSession
  }

  /// How much came in from somewhere.
  package struct TakenIn: Equatable, Sendable {
    package let source: Source
    package internal(set) var count: Int
  }

  /// What was found under a ref and did not come in.
  package struct NotTakenIn: Equatable, Sendable {
    package let branch: String
    package let why: Refused
  }

  /// What came of it.
  package struct Outcome: Equatable, Sendable {
    /// What came in that was not here, in the session's order.
    package var takenIn: [TakenIn] = []
    package var refused: [NotTakenIn] = []
    /// How much was told that had not been.
    package var told = 0
    /// Whether a sealed copy was sent.
    package var hasSentCopy = false
    /// That the remote was not reached, with git's reason where it gave one.
    package var notReached: String?
    /// What waits for the delegation of this machine to decide, where something came in.
    package var conflicts: [Conflict] = []
    package var setAside: SetAside?
  }
}
