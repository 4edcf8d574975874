import CHosting
import Glibc

/// A program that is run as a child, and asked to end when this one ends, however that ends.
struct ChildProcess {
  let id: pid_t

  /// Starts it, to write and complain to a descriptor; `nil` where it cannot be started.
  init?(_ path: String, _ arguments: [String], environment: [String: String], output: Int32) {
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    id = majlis_spawn_tied(path, words, variables, output)
    guard id > 0 else { return nil }
  }

  /// How it ended: its exit status, or 128 and the signal; `nil` while it runs.
  func status(waits: Bool = false) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(id, &status, waits ? 0 : WNOHANG)
      if found == id { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
      guard found < 0, errno == EINTR else { return found < 0 ? 127 : nil }
    }
  }

  /// Asks it to end, and waits until it has.
  func end() {
    kill(id, SIGTERM)
    _ = status(waits: true)
  }

  /// Runs a program to its end.
  ///
  /// - Returns: its exit status, or `nil` where it could not be started.
  static func run(_ path: String, _ arguments: [String], environment: [String: String]) -> Int32? {
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(nothing) }
    return ChildProcess(path, arguments, environment: environment, output: nothing)?
      .status(waits: true)
  }

  /// Where a program of the system is: in the places of servers, or on the path.
  static func path(of name: String, _ environment: [String: String]) -> String? {
    let onPath = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"] + onPath)
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
