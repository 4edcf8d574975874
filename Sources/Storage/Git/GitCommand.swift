import Dispatch
import Glibc

/// The public tool `git`, run without a shell, a terminal, a pager, hooks or questions.
///
/// What it prints is bounded, and so is the time it takes: then it is ended, with all that it
/// started. It neither reads nor writes the index, the files or the branches of whose folder it is
/// run in: only commands below that level are used here.
struct GitCommand {
  /// What git printed, and how it ended.
  struct Outcome {
    let output: [UInt8]
    let complaints: [UInt8]
    let status: Int32

    /// The first thing that it complained about, without the words that it begins with.
    var reason: String {
      let lines = String(decoding: complaints, as: UTF8.self).split(separator: "\n")
      let line = lines.first { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.first
      let words = line.map { $0.hasPrefix("fatal:") ? $0.dropFirst(6) : $0 } ?? ""
      return String(words.drop { $0 == " " }.prefix(300))
    }
  }

  enum Failure: Error {
    case notInstalled
    case cannotStart(String)
    case tookTooLong
    case saidTooMuch
    /// It was to end before it had.
    case brokenOff
  }

  /// The file that is started; none where there is no git.
  private let path: String?
  private let folder: String
  private let environment: [String]
  private let stop: StopSign?

  /// To be run in a folder, by a person with this environment, until it is stopped.
  init(folder: String, environment: [String: String], stop: StopSign? = nil) {
    self.stop = stop
    path = OtherProgram(["git"], environment: environment)?.path
    self.folder = folder
    self.environment = Self.environment(environment)
  }

  /// What of a person's environment git is told: how it gets to other machines.
  ///
  /// Not what would have it ask, trace, work on another repository or as somebody.
  private static func environment(_ own: [String: String]) -> [String] {
    let told = [
      "PATH", "HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK", "GIT_SSH",
      "GIT_SSH_COMMAND", "GIT_SSL_CAINFO", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
      "GIT_CONFIG_NOSYSTEM", "http_proxy", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY",
      "ALL_PROXY", "TMPDIR",
    ]
    var environment = own.filter { told.contains($0.key) }
    let person = ["NAME": "Majlis", "EMAIL": "majlis@example.invalid"]
    for (key, value) in person {
      environment["GIT_AUTHOR_\(key)"] = value
      environment["GIT_COMMITTER_\(key)"] = value
    }
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_ASKPASS"] = ""
    environment["SSH_ASKPASS"] = ""
    environment["SSH_ASKPASS_REQUIRE"] = "never"
    environment["GCM_INTERACTIVE"] = "never"
    environment["LC_ALL"] = "C"
    environment["TZ"] = "UTC"
    return environment.map { "\($0.key)=\($0.value)" }
  }

  /// What is said before each command.
  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.pager=cat", "gc.auto=0",
    "maintenance.auto=false", "protocol.ext.allow=never", "transfer.fsckObjects=true",
    "submodule.recurse=false", "push.followTags=false", "push.gpgSign=false",
    "push.recurseSubmodules=no", "fetch.recurseSubmodules=false", "log.showSignature=false",
  ]

  /// Runs a command to its end.
  func run(
    _ arguments: [String],
    input: [UInt8] = [],
    limit: Int = 1 << 20,
    seconds: Int = 20,
  ) throws(Failure) -> Outcome {
    guard let path else { throw .notInstalled }
    if stop?.isRaised ?? false { throw .brokenOff }
    let settings = Self.settings.flatMap { ["-c", $0] }
    let words =
      ["git", "--no-pager", "--literal-pathspecs"] + settings + ["-C", folder] + arguments
    return try Child(path, words, environment: environment)
      .outcome(input: input, limit: limit, seconds: seconds, stop: stop)
  }
}

/// A process with its three ends.
private struct Child {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let complaints: Int32

  init(_ path: String, _ words: [String], environment: [String]) throws(GitCommand.Failure) {
    // Sockets, so that writing to one that nobody reads any more is no signal.
    guard let input = Ends(), let output = Ends(), let complaints = Ends() else {
      throw .cannotStart(FileSystem.reason())
    }
    defer { for ends in [input, output, complaints] { close(ends.theirs) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, ends) in [input, output, complaints].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, ends.theirs, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A session of its own has no terminal at which ssh could ask, and is ended as a whole.
    let setsid: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes,
      Int16(setsid | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)),
    )
    var process: pid_t = 0
    let result = Self.withPointers(words) { words in
      Self.withPointers(environment) { environment in
        posix_spawn(&process, path, &actions, &attributes, words, environment)
      }
    }
    guard result == 0 else {
      for ends in [input, output, complaints] { close(ends.ours) }
      throw .cannotStart(String(cString: strerror(result)))
    }
    self.process = process
    (self.input, self.output, self.complaints) = (input.ours, output.ours, complaints.ours)
  }

  private static func withPointers<Value>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Value,
  ) -> Value {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  /// The two ends of a line to a process.
  private struct Ends {
    let ours: Int32
    let theirs: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
      (ours, theirs) = (ends[0], ends[1])
      _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Gives it what it reads, and takes what it says, until it ends.
  func outcome(
    input bytes: [UInt8],
    limit: Int,
    seconds: Int,
    stop: StopSign?,
  ) throws(GitCommand.Failure) -> GitCommand.Outcome {
    defer { for descriptor in [input, output, complaints] { close(descriptor) } }
    let end = DispatchTime.now() + .seconds(seconds)
    var rest = bytes[...]
    var said: (output: [UInt8], complaints: [UInt8]) = ([], [])
    var isWriting = true
    var status: Int32?
    while true {
      if isWriting { isWriting = write(&rest) }
      let (first, second) = (read(output, &said.output), read(complaints, &said.complaints))
      guard max(said.output.count, said.complaints.count) <= limit else {
        kill()
        throw .saidTooMuch
      }
      if !first.isOpen, !second.isOpen, status != nil { break }
      // What it left behind in the background may hold its ends for ever.
      if status != nil, !first.hasRead, !second.hasRead { break }
      if status == nil { status = ended() }
      guard DispatchTime.now() < end else {
        kill()
        throw .tookTooLong
      }
      if stop?.isRaised ?? false {
        kill()
        throw .brokenOff
      }
      if !first.hasRead, !second.hasRead { wait(writes: isWriting) }
    }
    return GitCommand.Outcome(
      output: said.output,
      complaints: said.complaints,
      status: status ?? -1,
    )
  }

  /// Writes what can be written now.
  ///
  /// - Returns: whether there is more.
  private func write(_ rest: inout ArraySlice<UInt8>) -> Bool {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return true }
        // It does not want the rest; its status will say why.
        rest = []
        break
      }
      rest = rest.dropFirst(count)
    }
    shutdown(input, Int32(SHUT_WR))
    return false
  }

  private func read(
    _ descriptor: Int32,
    _ bytes: inout [UInt8],
  ) -> (hasRead: Bool, isOpen: Bool) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count > 0 { bytes += chunk[..<count] }
    return (count > 0, count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR)))
  }

  /// Waits a moment for something to read or write.
  private func wait(writes: Bool) {
    var descriptors = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writes ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    _ = poll(&descriptors, nfds_t(descriptors.count), 20)
    // One that is closed already can be read at once and for ever.
    if descriptors.contains(where: { $0.revents & Int16(POLLHUP) != 0 }) { usleep(1000) }
  }

  /// How it ended, if it has; one that was ended by a signal as a shell says it.
  private func ended() -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Ends it with all that it started.
  private func kill() {
    Glibc.kill(-process, SIGKILL)
    var status: Int32 = 0
    _ = FileSystem.retrying { waitpid(process, &status, 0) }
  }
}
