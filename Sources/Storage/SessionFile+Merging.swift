package import Consultation
import PlacedJSON

extension SessionFile {
  /// Brings other copies of a session into its file; whoever has it open sees the result.
  ///
  /// The laws of `Session.merged(with:by:)` hold for files as well.
  package static func merge(
    _ others: [StoredSession],
    into path: String,
    assets: Assets,
  ) throws(StorageError) -> StoredSession {
    try rewrite(path, assets: assets) { stored throws(StorageError) in
      for other in others { stored = try merge(stored, other) }
    }
  }

  /// Brings two copies of a session together.
  package static func merge(
    _ first: StoredSession,
    _ second: StoredSession,
  ) throws(StorageError) -> StoredSession {
    var merged = first
    do throws(MergeRefusal) {
      merged.session = try first.session.merged(with: second.session, by: CanonicalJSON())
    } catch {
      switch error {
      case .otherSession: throw .invalid([Fault([], .otherSession)])
      case .otherQuestionnaire(let identity):
        throw .invalid([Fault([], .otherQuestionnaire(identity))])
      }
    }
    merged.unknown.join(second.unknown)
    merged.unknown.forget(whatWasTakenAwayIn: merged.session.history)
    return merged
  }

  /// Writes a session whole after changing it otherwise than by single changes.
  ///
  /// `known` is it as it was read before, so that it is read again only where it is another now.
  static func rewrite(
    _ path: String,
    assets: Assets,
    known: StoredSession? = nil,
    changing: (inout StoredSession) throws(StorageError) -> Void,
  ) throws(StorageError) -> StoredSession {
    guard FileSystem.exists(path) else { throw .noSuchFile }
    let lock = try FileLock(forSession: path, isLast: true)
    defer { withExtendedLifetime(lock) {} }
    var folding = Folding(path: path, assets: assets)
    return try folding.fold(known: known, changing: changing)
  }
}

extension SessionFile {
  /// Puts a session in its file that answers another edition of its questionnaire, the journal
  /// brought in before.
  ///
  /// - Throws: ``StorageError/heldByAnother`` while somebody has it open: their screens ask the
  ///   questions of the edition before.
  package static func move(
    _ path: String,
    assets: Assets,
    _ moved: (Session) -> Session,
  ) throws(StorageError) {
    _ = try rewrite(path, assets: assets) { stored throws(StorageError) in
      var presence = PresenceFolder(forSession: path)
      guard presence.others().isEmpty else { throw .heldByAnother }
      stored.session = moved(stored.session)
    }
  }

  /// Moves a session to its questionnaire's next edition.
  ///
  /// - Returns: that edition; `nil` where there is none.
  /// - Throws: as ``move(_:assets:_:)``.
  package static func moveToNextEdition(
    _ path: String,
    assets: Assets,
    stamp: Change.Stamp,
  ) throws(StorageError) -> Questionnaire.Identity? {
    let stored = try read(path, assets: assets)
    guard let later = assets.nextEdition(of: stored.questionnaire.identity) else { return nil }
    try move(path, assets: assets) { session in
      let upgrade = EditionUpgrade(
        of: session,
        to: later,
        stamp: stamp,
      )
      return session.moved(by: upgrade, to: later)
    }
    return later.identity
  }
}
