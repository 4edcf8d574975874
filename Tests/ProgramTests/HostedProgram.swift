import Foundation
import Glibc
import TestSupport

/// A session that is hosted on the loopback, and clients of the system's own OpenSSH.
final class HostedProgram {
  /// What was waited for too long, or never began.
  struct Impatience: Error {
    let description: String
  }

  /// Why nothing can be hosted here.
  static let missing: String? = {
    let needed = [("/usr/sbin/sshd", "openssh-server"), ("/usr/bin/ssh", "openssh-client")]
    return needed.first { access($0.0, X_OK) != 0 }
      .map { "not tried: the package \($0.1) is not installed" }
  }()

  let program: Program
  let port: Int
  /// What is hosted: a session, or all sessions of a folder.
  private let hosted: [String]
  private var host: Process?

  /// A workshop to which some are invited.
  init(_ seats: [String] = ["MAR-1", "TUN-1"]) throws {
    program = try Program()
    hosted = ["s.json"]
    try program.run("new s.json")
    port = try Self.freePort()
    let named = seats.map { " --seat \($0)" }.joined()
    let invited = try program.run("invite s.json inv --address 127.0.0.1 --port \(port)" + named)
    guard invited == Program.Outcome() else {
      throw Impatience(description: "\(invited)")
    }
  }

  /// A folder of workshops `a`, `b` and so on, to each of which `MAR-1` is invited, as into `inv/a`.
  init(folderOf sessions: [String]) throws {
    program = try Program()
    port = try Self.freePort()
    hosted = ["--all", "folder"]
    try FileManager.default.createDirectory(
      atPath: program.file("folder"),
      withIntermediateDirectories: false,
    )
    for name in sessions { try addSession(name) }
  }

  /// Another host of what one has.
  init(_ hosted: [String], of other: HostedProgram) {
    (program, port, self.hosted) = (other.program, other.port, hosted)
  }

  /// What another has, in another place and for somebody who remembers nothing of it.
  init(copyOf other: HostedProgram) throws {
    (program, port, hosted) = (try Program(), other.port, other.hosted)
    let copied = try Program.run(
      "/usr/bin/env",
      ["cp", "-R", other.program.file("folder"), other.program.file("inv"), program.folder],
    )
    guard copied == Program.Outcome() else { throw Impatience(description: "\(copied)") }
  }

  /// Makes a workshop in the folder and invites `MAR-1`.
  func addSession(_ name: String) throws {
    try program.run("new folder/\(name).json")
    let invited = try program.run(
      "invite folder/\(name).json inv/\(name) --server --address 127.0.0.1 --port \(port)"
        + " --seat MAR-1"
    )
    guard invited == Program.Outcome() else { throw Impatience(description: "\(invited)") }
  }

  deinit {
    if let host, host.isRunning { host.terminate() }
  }

  /// Begins to host, and waits until it does.
  func start(log name: String = "host.log", port: Int? = nil) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    let elsewhere = port.map { ["--port", "\($0)"] } ?? []
    process.arguments = ["host"] + hosted + ["--address", "127.0.0.1"] + elsewhere
    process.environment = program.environment
    process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
    _ = FileManager.default.createFile(atPath: program.file(name), contents: nil)
    let log = FileHandle(forWritingAtPath: program.file(name))
    process.standardOutput = log
    process.standardError = log
    try process.start()
    host = process
    try wait(for: "the host") {
      try program.text(name).contains("Ctrl-C") || !process.isRunning
    }
    guard process.isRunning else { throw Impatience(description: said) }
  }

  /// What the host has said.
  var said: String { (try? program.text("host.log")) ?? "" }

  func end(_ number: Int32) {
    guard let host else { return }
    kill(host.processIdentifier, number)
    host.waitUntilExit()
    self.host = nil
  }

  /// Runs a client with the key of a seat.
  @discardableResult
  func ssh(
    _ seat: String,
    _ arguments: [String],
    options: [String] = [],
    input: String = "",
  ) throws -> Program.Outcome {
    try run(
      "ssh",
      ["-F", "config", "-oBatchMode=yes"] + options + ["majlis"] + arguments,
      seat,
      input,
    )
  }

  /// Runs any client in the folder of a seat's invitation, for half a minute at most.
  func run(
    _ client: String,
    _ arguments: [String],
    _ seat: String,
    _ input: String = "",
  ) throws -> Program.Outcome {
    try Program.run(
      "/usr/bin/env",
      ["timeout", "30", client] + arguments,
      input: input,
      environment: program.environment,
      folder: program.file("inv/\(seat)"),
    )
  }

  /// A terminal at another computer that has come to a seat.
  func terminal(
    _ seat: String,
    _ words: String = "ssh -F config majlis",
    environment: [String: String] = [:],
  ) throws -> RealTerminal {
    try RealTerminal(
      "cd inv/\(seat) && \(words)",
      in: program,
      environment: environment,
      width: 100,
      height: 30,
    )
  }

  func wait(for what: String, until isThere: () throws -> Bool) throws {
    let end = Patience.end
    while try !isThere() {
      guard Date() < end else { throw Impatience(description: "waited for \(what)") }
      usleep(20_000)
    }
  }

  /// The host's process and all that come of it, by their numbers, each with its command.
  func processes() throws -> [Int32: String] {
    guard let host else { return [:] }
    let all = try Self.allProcesses()
    var found: [Int32: String] = [:]
    var next = [host.processIdentifier]
    while let number = next.popLast() {
      found[number] = all.first { $0.number == number }?.command
      next += all.filter { $0.parent == number }.map(\.number)
    }
    return found
  }

  /// Those of some processes that still run.
  func stillRunning(_ processes: [Int32: String]) throws -> [String] {
    try Self.allProcesses().filter { processes[$0.number] != nil }.map(\.command)
  }

  private static func allProcesses() throws -> [(number: Int32, parent: Int32, command: String)] {
    let said = try Program.run("/usr/bin/env", ["ps", "-eo", "pid=,ppid=,stat=,args="]).output
    return said.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, !parts[2].hasPrefix("Z"), let number = Int32(parts[0]),
        let parent = Int32(parts[1])
      else { return nil }
      return (number, parent, String(parts[3]))
    }
  }

  static func freePort() throws -> Int {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        guard bind(socket, pointer, length) == 0, getsockname(socket, pointer, &length) == 0 else {
          throw Impatience(description: "no port")
        }
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
