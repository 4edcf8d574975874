import ArgumentParser
import Consultation
import Phrases
import Storage
import TerminalIO

/// Whether a file that leaves the house is sealed, and with what.
struct SealingOptions: ParsableArguments {
  @Flag(help: "Encrypt with a passphrase, in the format of the tool age.")
  var seal = false

  @OptionGroup var passphrase: PassphraseOptions

  /// What the file is of a session that is sealed so.
  var fileFormat: FileFormat { seal ? .sealed : .json }

  /// What becomes of a text before it is written.
  func newSeal(
    _ file: String,
    _ context: CommandContext,
  ) throws(Complaint) -> ([UInt8]) throws(StorageError) -> [UInt8] {
    try seal ? passphrase.newSeal(file, context) : { $0 }
  }
}

/// Where a passphrase comes from: a file, or the person at the terminal.
struct PassphraseOptions: ParsableArguments {
  @ArgumentParser.Option(help: "A file whose first line is the passphrase.")
  var passphraseFile: String?

  /// The passphrase of a file that is sealed.
  func existing(for file: String, _ context: CommandContext) throws(Complaint) -> String {
    if let given = try given(context) { return given }
    return try ask(
      context.complaintWords(.askPassphrase(file: .plain(file))),
      file,
      context,
    )
  }

  /// A passphrase to seal a file with; a person types it twice.
  func newOne(for file: String, _ context: CommandContext) throws(Complaint) -> String {
    if let given = try given(context) { return given }
    let words = context.complaintWords
    let first = try ask(words(.askNewPassphrase(file: .plain(file))), file, context)
    let second = try ask(words(.askPassphraseAgain), file, context)
    guard first == second else {
      throw Complaint([words(.failurePassphrasesDiffer)], .wrongUse)
    }
    return first
  }

  /// What seals a text with a new passphrase, which is asked for now.
  func newSeal(
    _ file: String,
    _ context: CommandContext,
  ) throws(Complaint) -> ([UInt8]) throws(StorageError) -> [UInt8] {
    let passphrase = try newOne(for: file, context)
    return { bytes throws(StorageError) in
      do throws(SealingFailure) {
        return try Sealing.seal(bytes, with: passphrase)
      } catch {
        throw .sealed(error)
      }
    }
  }

  private func given(_ context: CommandContext) throws(Complaint) -> String? {
    guard let passphraseFile else { return nil }
    try context.take(passphraseFile)
    let bytes = try context.onFile(passphraseFile) { () throws(StorageError) in
      try FileSystem.read(passphraseFile)
    }
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty else {
      throw context.needsPassphrase(passphraseFile)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Asks at the terminal, without showing what is typed.
  private func ask(
    _ question: String,
    _ file: String,
    _ context: CommandContext,
  ) throws(Complaint) -> String {
    let answer = HiddenInput.ask(question)
    guard let answer, !answer.isEmpty else {
      throw context.needsPassphrase(file)
    }
    return answer
  }
}

extension CommandContext {
  fileprivate func needsPassphrase(_ file: String) -> Complaint {
    complaint(.failureNeedsPassphrase, of: file, .wrongUse)
  }
}
