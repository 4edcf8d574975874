import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis extract`: a delegation's own file, to complete or to keep.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Give a delegation its own file, to complete elsewhere or to keep.",
    discussion: """
      The file has nothing of the other delegations. Bring it back with 'majlis merge'. It \
      carries the SHA-256 of its answers, which 'majlis show OUT --delegation MAR --format json | \
      sha256sum' gives again.
      """,
  )

  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String

  @OptionGroup var output: OutputOptions

  @OptionGroup var sealing: SealingOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file, sealing.passphrase)
    let code = try context.delegation(delegation, in: stored.session, file: file).code
    let door = try output.door([sealing.fileFormat], context)
    let text = try context.onFile(file) { () throws(StorageError) in
      try SessionFile.extract(of: code, from: stored, at: .now)
    }
    let seal = try sealing.newSeal(output.path ?? "-", context)
    let sealed = try context.onFile(file) { () throws(StorageError) in try seal(text) }
    try door.write(sealed)
  }
}

/// `majlis withdraw`: a delegation takes everything of its own out of the session.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a delegation's answers out of the session into its own file.",
    discussion: """
      Afterwards nothing of its texts is left in the session, its journal or the versions beside \
      it, which are removed; a dated receipt with the fingerprint stays.
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String

  @ArgumentParser.Option(name: .shortAndLong, help: "The delegation's file, which is made.")
  var output: String

  @OptionGroup var replacing: ReplacingOptions

  @ArgumentParser.Option(name: .customLong("as"), help: "Who withdraws it.")
  var author: String?

  @OptionGroup var sealing: SealingOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file)
    let code = try context.delegation(delegation, in: stored.session, file: file).code
    let door = try OutputDoor(
      output,
      [sealing.fileFormat],
      isForced: replacing.force,
      context,
    )
    guard door.path != nil else {
      throw Complaint([context.complaintWords(.outputNeedsFile)], .wrongUse)
    }
    let seal = try sealing.newSeal(output, context)
    guard let output = try door.file() else { return }
    let withdrawn = try context.onFile(file) { () throws(StorageError) in
      try SessionFile.withdraw(
        code,
        from: file,
        to: output,
        at: .now,
        by: author ?? context.author,
        assets: context.assets,
        known: stored,
        seal: seal,
      )
    }
    context.report(withdrawn.setAside, file: file)
  }
}
