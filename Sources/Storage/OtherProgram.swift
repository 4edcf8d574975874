import Glibc

/// A program of others that makes one file of another: pandoc, Chromium.
///
/// It is found on the path when it is needed, started without a shell, and sees a folder of its own
/// that nobody else may read and that is gone afterwards, be it that it ends, fails, takes too
/// long, or that the person breaks it off. What it says goes nowhere but into a failure's reason.
package struct OtherProgram: Sendable {
  package enum Failure: Error, Equatable, Sendable {
    /// It could not be started, or there was no place for its folder.
    case notStarted(reason: String)
    /// It ended and said that something was wrong, or left no file.
    case failed(reason: String)
    case tooSlow(limitInSeconds: Int)
  }

  /// The file that is started.
  package let path: String
  private let environment: [String: String]

  /// The first of some names that there is on the path; `nil` where there is none.
  package init?(_ names: [String], environment: [String: String]) {
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    // A program in the folder where one happens to be is none that was installed.
    let found = paths.first {
      $0.hasPrefix("/") && access($0, X_OK) == 0 && !FileSystem.isFolder($0)
    }
    guard let found else { return nil }
    path = found
    self.environment = environment
  }

  /// Has it make a file out of others.
  ///
  /// - Parameters:
  ///   - output: The name of the file that it makes.
  ///   - inputs: The files that it finds in its folder.
  ///   - limitInSeconds: After how long it is stopped.
  ///   - arguments: Its arguments, given the path of the folder.
  /// - Returns: the content of the file that it made.
  /// - Throws: where it did not start, said that something was wrong, or took too long.
  package func make(
    _ output: String,
    of inputs: [(name: String, bytes: [UInt8])],
    limitInSeconds: Int = 120,
    arguments: (_ folder: String) -> [String],
  ) throws(Failure) -> [UInt8] {
    let folder = try privateFolder()
    defer { FileSystem.removeTree(folder) }
    do throws(StorageError) {
      for input in inputs {
        try AtomicWriting().create("\(folder)/\(input.name)", with: input.bytes)
      }
    } catch {
      throw .notStarted(reason: FileSystem.reason())
    }
    let status = try run(arguments(folder), in: folder, limitInSeconds: limitInSeconds)
    guard status == 0, let bytes = try? FileSystem.read("\(folder)/\(output)"), !bytes.isEmpty
    else { throw .failed(reason: complaint(in: folder) ?? "\(status)") }
    return bytes
  }

  private func privateFolder() throws(Failure) -> String {
    let place = environment["TMPDIR"].flatMap { FileSystem.isFolder($0) ? $0 : nil } ?? "/tmp"
    // For its owner alone (POSIX, mkdtemp).
    var template = Array("\(place)/majlis-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notStarted(reason: FileSystem.reason()) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The last line that it said.
  private func complaint(in folder: String) -> String? {
    // Where nothing can be read, nothing was said.
    guard let bytes = try? FileSystem.read("\(folder)/\(Self.complaints)") else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last.map { String($0.prefix(200)) }
  }

  private static let complaints = ".complaints"

  // MARK: The process

  private func run(
    _ arguments: [String],
    in folder: String,
    limitInSeconds: Int,
  ) throws(Failure) -> Int32 {
    var stops = sigset_t()
    var before = sigset_t()
    sigemptyset(&stops)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stops, signal) }
    // Who breaks it off breaks off the other program too, and its folder goes.
    pthread_sigmask(SIG_BLOCK, &stops, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let process = try start(arguments, in: folder, mask: before)
    let end = Self.seconds + limitInSeconds
    while true {
      var status: Int32 = 0
      let ended = FileSystem.retrying { waitpid(process, &status, WNOHANG) }
      guard ended == 0 else { return Self.exitStatus(status) }
      var pause = timespec(tv_sec: 0, tv_nsec: 10_000_000)
      let signal = sigtimedwait(&stops, nil, &pause)
      guard signal > 0 || Self.seconds >= end else { continue }
      kill(-process, SIGKILL)
      _ = FileSystem.retrying { waitpid(process, &status, 0) }
      guard signal > 0 else { throw .tooSlow(limitInSeconds: limitInSeconds) }
      FileSystem.removeTree(folder)
      // Delivered as soon as it is let through again.
      kill(getpid(), signal)
      throw .failed(reason: String(cString: strsignal(signal)))
    }
  }

  private static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  /// The status with which a process ended; 128 and the signal where one ended it.
  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Starts it in a group of its own, with nothing to read and nowhere to speak.
  private func start(
    _ arguments: [String],
    in folder: String,
    mask: sigset_t,
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let complaints = "\(folder)/\(Self.complaints)"
    posix_spawn_file_actions_addopen(&actions, 2, complaints, O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = mask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process: pid_t = 0
    let status = Self.withStrings([path] + arguments) { arguments in
      Self.withStrings(surroundings(folder)) { surroundings in
        posix_spawn(&process, path, &actions, &attributes, arguments, surroundings)
      }
    }
    guard status == 0 else { throw .notStarted(reason: String(cString: strerror(status))) }
    return process
  }

  /// What it may know: no more of the person's surroundings than where programs are, and a home
  /// that is its folder.
  private func surroundings(_ folder: String) -> [String] {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return ["PATH=\(path)", "HOME=\(folder)", "TMPDIR=\(folder)", "LC_ALL=C.UTF-8"]
  }

  /// Texts as C has them, ended by a null pointer.
  private static func withStrings(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32,
  ) -> Int32 {
    let pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
