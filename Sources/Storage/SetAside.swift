import Consultation

/// What stood in the journal's place and could not be taken in whole: kept under another name.
package struct SetAside: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// It was no file of the program's own: a link, a pipe, another user's.
    case notOwn
    case damaged
    case ofAnotherSession
    /// A newer version of the program wrote something into it that this one does not know.
    case newer
  }

  /// Where it is now.
  package let path: String
  package let reason: Reason

  init(path: String, because faults: [Fault]) {
    self.path = path
    let reasons = faults.compactMap { fault -> Reason? in
      switch fault.what {
      case .journalNotOwn: .notOwn
      case .journalOfAnother: .ofAnotherSession
      case .journalNewer, .journalLineNotUnderstood: .newer
      default: nil
      }
    }
    self.reason = reasons.first ?? .damaged
  }
}
