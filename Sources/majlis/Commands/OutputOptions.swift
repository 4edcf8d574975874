import ArgumentParser
import Consultation
import Glibc
import Phrases
import Storage
import Synchronization

/// Where a command writes what it makes.
struct OutputOptions: ParsableArguments {
  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; - or none for standard output.",
  )
  var path: String?

  @OptionGroup var replacing: ReplacingOptions

  /// The way out for what is in one of some formats, of which the name decides, or else the first.
  ///
  /// What is refused is refused here, before anything is made.
  func door(
    _ formats: [FileFormat],
    _ context: CommandContext,
  ) throws(Complaint) -> OutputDoor {
    try OutputDoor(path, formats, isForced: replacing.force, context)
  }
}

/// Whether a file of the output's name may be replaced.
struct ReplacingOptions: ParsableArguments {
  @Flag(help: "Replace a file of that name, if it is no session and nothing of one.")
  var force = false
}

/// The one way out for what a command makes: standard output, or a file that nobody misses.
struct OutputDoor {
  /// What is written, as the name promises it, or as usual.
  let format: FileFormat
  /// The file's path; `nil` for standard output.
  let path: String?
  private let isForced: Bool
  private let context: CommandContext

  /// Looks whether it can be written there, so that nobody waits for what is refused then.
  init(
    _ path: String?,
    _ formats: [FileFormat],
    isForced: Bool,
    _ context: CommandContext,
  ) throws(Complaint) {
    let path = path == "-" || path == "/dev/stdout" ? nil : path
    self.path = path
    self.isForced = isForced
    self.context = context
    let file = try path.map { path throws(Complaint) in
      try context.file(path, formats, isForced: isForced)
    }
    format = file?.format ?? formats[0]
    let words = context.complaintWords
    guard path != nil || !format.isBinary || isatty(1) == 0 else {
      throw Complaint(["\(words(.standardOutput)): \(words(.outputBinary))"], .wrongUse)
    }
  }

  /// The file as it is now, beside everything that the command has read by now.
  func file() throws(Complaint) -> OutputFile? {
    try path.map { path throws(Complaint) in
      try context.file(path, [format], isForced: isForced)
    }
  }

  /// Writes it whole; a file is for its owner alone.
  func write(_ bytes: [UInt8]) throws(Complaint) {
    guard let path, let file = try file() else { return try context.say(bytes) }
    try context.onOutput(path) { () throws(StorageError) in try file.write(bytes) }
  }
}

/// What a command has read so far: nothing of it is written over by the same command, and what that
/// command says is about those whom the questionnaire in it asks.
final class InputFiles: Sendable {
  private let read = Mutex<[String]>([])
  private let asked = Mutex(Delegation.Kind.state)

  var paths: [String] { read.withLock(\.self) }

  /// Of whom the questionnaire asks that was read last, with a session or by itself.
  var respondent: Delegation.Kind {
    get { asked.withLock(\.self) }
    set { asked.withLock { $0 = newValue } }
  }

  func add(_ path: String) {
    let path = path == "-" ? "/dev/stdin" : path
    read.withLock { paths in
      // A server reads the same files for months.
      if !paths.contains(path) { paths.append(path) }
    }
  }
}

extension CommandContext {
  fileprivate func file(
    _ path: String,
    _ formats: [FileFormat],
    isForced: Bool,
  ) throws(Complaint) -> OutputFile {
    try onOutput(path) { () throws(StorageError) in
      try OutputFile(path, formats, isForced: isForced, inputs: inputs.paths)
    }
  }

  /// Runs what may fail on a file that is written; a file that is there can be replaced by force.
  func onOutput<Value>(
    _ path: String,
    _ work: () throws(StorageError) -> Value,
  ) throws(Complaint) -> Value {
    do throws(StorageError) {
      return try work()
    } catch .exists {
      throw complaint(.outputExists, of: path, .cannotCreate)
    } catch {
      throw Complaint(error, file: path, words: complaintWords)
    }
  }
}
