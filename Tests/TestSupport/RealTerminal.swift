import BidiText
import Foundation

/// A real terminal: tmux, which has a parser of its own for what a program writes.
package final class RealTerminal {
  /// A wait that took longer than anything here may take.
  package struct Impatience: Error, CustomStringConvertible {
    package let description: String
  }

  private let socket = "majlis-test-" + UUID().uuidString
  private let environment: [String: String]
  /// Where the shell writes how the command ended.
  private let statusFile: String

  /// The server of tmux, a child of this process and no daemon: a daemon would hold the pipes of
  /// whatever started it.
  private let server = Process()

  /// Starts a command of the shell on a screen of this size.
  package init(
    _ command: String,
    in program: Program,
    environment added: [String: String] = [:],
    width: Int = 80,
    height: Int = 24,
  ) throws {
    environment = program.environment.merging(added) { $1 }
    statusFile = program.file(".status-\(socket)")
    server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    server.arguments = ["tmux", "-D", "-u", "-L", socket, "-f", "/dev/null"]
    server.environment = environment
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.start()
    let end = Patience.end
    while (try? tmux(["set-option", "-g", "remain-on-exit", "on"])) == nil {
      guard Date() < end else { throw Impatience(description: "tmux does not start") }
      usleep(5000)
    }
    let script = "\(command); echo $? > '\(statusFile)'"
    try tmux(
      ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", program.folder, script]
    )
  }

  deinit { server.terminate() }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(
      "/usr/bin/env",
      ["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments,
      environment: environment,
    )
    guard outcome.status == 0 else { throw Impatience(description: outcome.complaints) }
    return outcome.output
  }

  /// Presses keys by the names that tmux has for them: `Enter`, `Escape`, `C-s`, `F2`, or a
  /// character.
  package func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  package func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Pastes as a terminal does that was asked to bracket what it pastes.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p"])
  }

  /// Sends a signal to the program that was started in the terminal, or by its shell.
  package func signal(_ name: String) throws {
    _ = try Program.run("/usr/bin/env", ["kill", "-\(name)", try programID()])
  }

  /// The process of the program that was started in the terminal, or by its shell.
  package func programID() throws -> String {
    let shell = try property("pane_pid")
    let children = try Program.run("/usr/bin/env", ["pgrep", "-P", shell]).output
    return children.split(separator: "\n").first.map(String.init) ?? shell
  }

  package func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// What stands on the screen, row by row, without the marks that keep Arabic in its order.
  package func rows() throws -> [String] {
    let screen = try tmux(["capture-pane", "-p"]).unicodeScalars.filter { $0 != "\u{200E}" }
    return String(String.UnicodeScalarView(screen))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The screen with the sequences that colour it.
  package func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// A property of the terminal by tmux's name, such as `alternate_on`.
  package func property(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen is as wanted, no longer than patience goes.
  @discardableResult
  package func wait(
    for what: String,
    until isThere: ([String]) throws -> Bool,
  ) throws -> [String] {
    let end = Patience.end
    var pause: UInt32 = 10_000
    while true {
      let rows = try rows()
      if try isThere(rows) { return rows }
      guard Date() < end else {
        throw Impatience(
          description: "waited for \(what); there is:\n" + rows.joined(separator: "\n")
        )
      }
      usleep(pause)
      // Each look starts a program: what takes long is looked at less often.
      pause = min(pause * 3 / 2, 100_000)
    }
  }

  /// Waits until a text is seen, in whichever direction it runs.
  @discardableResult
  package func wait(for text: String) throws -> [String] {
    let seen = Self.seen(text)
    return try wait(for: text) { rows in rows.contains { $0.contains(seen) } }
  }

  /// Waits until the command has ended.
  ///
  /// - Returns: its exit status.
  package func waitForTheEnd() throws -> Int32? {
    var status: String?
    try wait(for: "the end") { _ in
      // Not there yet, most of the time.
      status = try? String(contentsOfFile: statusFile, encoding: .utf8)
      return status?.hasSuffix("\n") ?? false
    }
    return status.flatMap { Int32($0.dropLast()) }
  }

  /// A text as it stands on a screen: shaped, and from left to right.
  package static func seen(_ text: String) -> String {
    let direction = Direction(ofMostLettersIn: text, otherwise: .leftToRight)
    var scalars = String.UnicodeScalarView()
    for cell in TextLayout.line(text, direction: direction, width: nil).cells {
      scalars.append(cell.glyph.base)
      for index in cell.glyph.marks.indices where cell.glyph.marks[index] != 0 {
        if let mark = Unicode.Scalar(cell.glyph.marks[index]) { scalars.append(mark) }
      }
    }
    return String(scalars)
  }
}
