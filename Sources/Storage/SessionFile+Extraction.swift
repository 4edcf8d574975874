package import Consultation
import Glibc
import PlacedJSON

extension SessionFile {
  /// The text of one delegation's own file.
  package static func extract(
    of code: DelegationCode,
    from stored: StoredSession,
    at: Timestamp,
  ) throws(StorageError) -> [UInt8] {
    let delegation = stored.session.delegations[code]
    let extract: Session
    do throws(Refusal) {
      extract = try stored.session.extract(
        of: code,
        at: at,
        fingerprint: delegation.map(Fingerprint.of) ?? "",
      )
    } catch {
      throw .refused(error)
    }
    let unknown = stored.unknown.ofDelegation(code.description)
    return JSONWriter.text(unknown.restored(to: JSONForm.session.write(extract)))
  }

  /// The text of one delegation's own file without the names of people.
  ///
  /// What a newer program has written into it is left out with them: it might hold names. The
  /// fingerprint is that of the answers as they are in the session.
  package static func namelessExtract(
    of code: DelegationCode,
    from stored: StoredSession,
    at: Timestamp,
  ) throws(StorageError) -> [UInt8] {
    let fingerprint = stored.session.delegations[code].map(Fingerprint.of) ?? ""
    do throws(Refusal) {
      return text(
        try stored.session.extract(of: code, at: at, fingerprint: fingerprint).withoutNames
      )
    } catch {
      throw .refused(error)
    }
  }

  /// Takes a delegation's answers out of a session, once they are safe in a file of their own.
  ///
  /// Afterwards no byte of its texts is in the session, its journal or the versions beside it,
  /// which are removed, nor in what was set aside or written as a copy; what the disk still has in
  /// free blocks is beyond a program's reach. Where that was cut short after the answers had gone
  /// from the session, doing it again ends it.
  ///
  /// `known` is the session as it was read before, so that it need not be read again.
  /// `seal` says what becomes of the delegation's text before it is written.
  package static func withdraw(
    _ code: DelegationCode,
    from path: String,
    to output: OutputFile,
    at: Timestamp,
    by author: String,
    assets: Assets,
    known: StoredSession? = nil,
    seal: ([UInt8]) throws(StorageError) -> [UInt8] = { $0 },
  ) throws(StorageError) -> StoredSession {
    do throws(StorageError) {
      var receipt: Receipt?
      var stored = try rewrite(path, assets: assets, known: known) { stored throws(StorageError) in
        let text = try extract(of: code, from: stored, at: at)
        try output.write(try seal(text))
        let fingerprint = stored.session.delegations[code].map(Fingerprint.of) ?? ""
        let own = Receipt(delegation: code, at: at, by: author, fingerprint: fingerprint)
        try stored.withdraw(own)
        receipt = own
      }
      removeTraces(of: code, beside: path, receipt, assets)
      if let setAside = stored.setAside, !FileSystem.stands(setAside.path) { stored.setAside = nil }
      return stored
    } catch .refused(.withdrawn(let at)) {
      let stored = try read(path, assets: assets)
      removeTraces(of: code, beside: path, stored.session.receipt(of: code), assets)
      throw .refused(.withdrawn(at))
    }
  }

  /// Removes what may still hold a delegation's texts beside a session from which it is gone; a
  /// copy of the session loses them too, and stays.
  private static func removeTraces(
    of code: DelegationCode,
    beside path: String,
    _ receipt: Receipt?,
    _ assets: Assets,
  ) {
    Backups.removeAll(of: path)
    let companions = Companions(ofSession: path)
    for (name, kind) in companions.found {
      let file = "\(companions.folder)/\(name)"
      guard FileIdentity(own: file) != nil else { continue }
      if kind == .aside, Journal.mayHold(textsOf: code, setAsideAs: file) { unlink(file) }
      guard kind == .rescued, let receipt else { continue }
      do throws(StorageError) {
        _ = try rewrite(file, assets: assets) { copy throws(StorageError) in
          try copy.withdraw(receipt)
        }
      } catch .refused(.withdrawn) {
        // It was taken out of this copy before.
      } catch {
        // What cannot be read cannot lose them otherwise.
        unlink(file)
      }
      Backups.removeAll(of: file)
    }
  }
}

extension StoredSession {
  fileprivate mutating func withdraw(_ receipt: Receipt) throws(StorageError) {
    do throws(Refusal) {
      try session.withdraw(receipt)
    } catch {
      throw .refused(error)
    }
    unknown = unknown.withoutDelegation(receipt.delegation.description)
  }
}
