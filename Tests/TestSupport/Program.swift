package import Foundation
import Synchronization

/// The program as it was built with these tests, run in a folder of its own.
package final class Program {
  /// What a run of a command said, and how it ended.
  package struct Outcome: Equatable {
    package let output: String
    package let complaints: String
    package let status: Int32

    package init(output: String = "", complaints: String = "", status: Int32 = 0) {
      self.output = output
      self.complaints = complaints
      self.status = status
    }
  }

  package let folder: String

  package init() throws {
    folder = NSTemporaryDirectory() + "majlis-program-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The executable beside that of the tests, or the one that `MAJLIS_PROGRAM` names.
  package static let path: String = {
    if let named = ProcessInfo.processInfo.environment["MAJLIS_PROGRAM"] {
      return URL(fileURLWithPath: named).path
    }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("majlis").path
  }()

  /// What the program finds around it: a locale in UTF-8, and no session of anybody.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_DATA_HOME": folder + "/data", "USER": "amina",
    ]
  }

  package func file(_ name: String) -> String { "\(folder)/\(name)" }

  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  package func write(_ text: String, to name: String) throws {
    try text.write(toFile: file(name), atomically: true, encoding: .utf8)
  }

  /// Takes away all that is in its folder but some files.
  package func removeAll(but kept: Set<String>) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !kept.contains(name) {
      try FileManager.default.removeItem(atPath: file(name))
    }
  }

  /// Runs the program to its end, in its folder, with the words of a line and then more arguments.
  @discardableResult
  package func run(_ line: String, _ more: String..., input: String = "") throws -> Outcome {
    try Self.run(
      Self.path,
      line.split(separator: " ").map(String.init) + more,
      input: input,
      environment: environment,
      folder: folder,
    )
  }

  /// The same with arguments that may have anything in them.
  package func run(arguments: [String]) throws -> Outcome {
    try Self.run(Self.path, arguments, environment: environment, folder: folder)
  }

  /// Runs any command to its end.
  package static func run(
    _ path: String,
    _ arguments: [String],
    input: String = "",
    environment: [String: String]? = nil,
    folder: String? = nil,
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (standardInput, output, complaints) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = complaints
    try process.start()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    // Both at once: who fills the one while only the other is read is never done.
    let complained = Mutex(Data())
    let reading = DispatchGroup()
    DispatchQueue.global().async(group: reading) {
      complained.withLock { $0 = complaints.fileHandleForReading.readDataToEndOfFile() }
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    reading.wait()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: said, as: UTF8.self),
      complaints: String(decoding: complained.withLock(\.self), as: UTF8.self),
      status: process.terminationStatus,
    )
  }
}

extension Process {
  /// Runs with no signal blocked.
  ///
  /// A process inherits which signals are blocked, and on a thread of the tests most are: a shell
  /// would wait for its children for ever, a terminal never be resized.
  package func start() throws {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
