import Consultation
import Phrases
import Storage

extension SyncCommand {
  /// Makes the session's file of the sealed copy that another machine of the delegation has sent.
  func restoreSession(_ context: CommandContext) throws {
    guard !copy else { throw context.complaint(.syncRestoreOrCopy, of: file, .wrongUse) }
    let door = try OutputDoor(file, [.json], isForced: false, context)
    let (code, sealed) = try sealedCopy(context)
    let branch = SealedCopies.branch(of: code)
    // One that is open could be anybody's who may write there; the passphrase is the delegation's.
    guard Sealing.isSealed(sealed) else {
      throw context.complaint(.failureForeignCopy, of: branch, .invalidContent)
    }
    let bytes = try context.opened(sealed, of: branch, passphrase)
    let stored = try context.onFile(branch) { () throws(StorageError) in
      try SessionFile.read(bytes: bytes, assets: context.assets)
    }
    guard stored.session.handOver?.delegation == code else {
      throw context.complaint(.failureForeignCopy, of: branch, .invalidContent)
    }
    try door.write(bytes)
    let words = context.words
    let name = stored.session.delegations[code].map { words.text($0.shortName) }
    let delegation = name ?? code.description
    try context.say([words(.syncRestored(delegation: .own(delegation), file: .plain(file)))])
  }

  /// The one copy that there is, or that of the delegation which was named.
  private func sealedCopy(
    _ context: CommandContext
  ) throws(Complaint) -> (DelegationCode, [UInt8]) {
    let wanted = try delegation.map { name throws(Complaint) in
      guard let code = DelegationCode(name.uppercased()) else {
        throw Complaint(Refusal.unknownDelegation(name), file: file, words: context.complaintWords)
      }
      return code
    }
    let codes: [DelegationCode]
    do throws(SyncFailure) {
      let copies = try SealedCopies(
        forSession: file,
        remote: remote,
        environment: context.environment,
      )
      codes = copies.delegations.filter { wanted == nil || $0 == wanted }
      if codes.count == 1, let bytes = try copies.copy(of: codes[0]) { return (codes[0], bytes) }
    } catch {
      throw Complaint(error, file: file, words: context.complaintWords)
    }
    guard codes.count > 1 else {
      throw context.complaint(.failureNoSealedCopy, of: file, .noSuchFile)
    }
    let words = context.complaintWords
    let names = codes.map(\.description).joined(separator: ", ")
    let line = words(.failureSeveralSealedCopies(names: .plain(names)))
    throw Complaint(["\(words.path(file)): \(line)"], .wrongUse)
  }
}
