import FoundationEssentials
import Glibc
import Storage

/// The `sshd` of a host: this user's own, with a configuration of its own, for as long as the host
/// runs and no longer.
struct Server {
  enum Failure: Error {
    /// There is no `sshd`, or no `ssh-keygen`.
    case isNotInstalled
    /// What it said, or that it said nothing.
    case ended(reason: String)
    case folder(StorageError)
  }

  private let child: ChildProcess
  private let log: String

  /// Starts it, after a server that an earlier host left behind was ended.
  init(_ configuration: ServerConfiguration, _ environment: [String: String]) throws(Failure) {
    guard let program = ChildProcess.path(of: "sshd", environment) else { throw .isNotInstalled }
    let folder = configuration.folder
    log = folder.log
    Self.endStale(folder)
    try Self.makeHostKey(folder, environment)
    do throws(StorageError) {
      try folder.write(Array(configuration.text.utf8), to: folder.configuration)
    } catch {
      throw .folder(error)
    }
    // As the system's own service makes it.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    let output = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    defer { close(output) }
    let file = ["-f", folder.configuration]
    let clean = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
    let newer = ServerConfiguration.newer.map { ["-o", $0] }.filter { option in
      ChildProcess.run(program, ["-t"] + file + option, environment: clean) == 0
    }
    let child = ChildProcess(
      program,
      ["-D", "-e"] + file + newer.flatMap(\.self),
      environment: clean,
      output: output,
    )
    guard let child else { throw .isNotInstalled }
    self.child = child
    try waitUntilReady(folder)
  }

  /// Why it has ended; `nil` while it runs.
  var failure: Failure? { child.status() == nil ? nil : .ended(reason: reason) }

  func end() { child.end() }

  private func waitUntilReady(_ folder: ServerFolder) throws(Failure) {
    for _ in 0..<200 {
      if let failure { throw failure }
      // It writes its number once it listens.
      if Self.process(in: folder) == child.id { return }
      usleep(25_000)
    }
    end()
    throw .ended(reason: reason)
  }

  /// The first line that it said.
  private var reason: String {
    guard let bytes = try? FileSystem.read(log, limit: 1 << 20) else { return "sshd" }
    let line = bytes.prefix { $0 != 0x0A }.filter { $0 != 0x0D }
    return line.isEmpty ? "sshd" : String(decoding: line, as: UTF8.self)
  }

  private static func process(in folder: ServerFolder) -> pid_t? {
    guard let bytes = try? FileSystem.read(folder.processFile, limit: 64) else { return nil }
    return pid_t(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
  }

  /// Ends a server that outlived its host, if the process of that number is one with our
  /// configuration.
  private static func endStale(_ folder: ServerFolder) {
    defer { unlink(folder.processFile) }
    guard let process = process(in: folder), process > 1,
      let words = try? FileSystem.read("/proc/\(process)/cmdline", limit: 1 << 16),
      String(decoding: words, as: UTF8.self).contains(folder.configuration)
    else { return }
    kill(process, SIGTERM)
    for _ in 0..<100 where kill(process, 0) == 0 { usleep(20_000) }
    kill(process, SIGKILL)
  }

  /// Makes the key by which clients know the host, where there is none yet.
  static func makeHostKey(
    _ folder: ServerFolder,
    _ environment: [String: String],
  ) throws(Failure) {
    try folder.withKey { () throws(Failure) in
      guard !FileSystem.exists(folder.hostKey) || !FileSystem.exists(folder.hostKey + ".pub") else {
        return
      }
      unlink(folder.hostKey)
      _ = try newKey(at: folder.hostKey, note: "majlis", environment)
    }
  }

  /// Makes a key without a passphrase.
  ///
  /// - Returns: its public half, the kind and the key alone.
  static func newKey(
    at path: String,
    note: String,
    _ environment: [String: String],
  ) throws(Failure) -> String {
    guard let program = ChildProcess.path(of: "ssh-keygen", environment) else {
      throw .isNotInstalled
    }
    let status = ChildProcess.run(
      program,
      ["-q", "-t", "ed25519", "-N", "", "-C", note, "-f", path],
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"],
    )
    guard status == 0, let half = publicHalf(of: path) else { throw .ended(reason: "ssh-keygen") }
    return half
  }

  static func publicHalf(of path: String) -> String? {
    guard let bytes = try? FileSystem.read(path + ".pub", limit: 1 << 12) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).prefix(2)
    return words.count == 2 ? words.joined(separator: " ") : nil
  }
}
