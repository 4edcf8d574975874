import Foundation
import TestSupport

/// Networks of their own for some machines, and one between them in which a repository is served, by
/// git's own daemon.
final class SeparateNetworks {
  /// Why there can be none here.
  static let missing: String? = {
    guard geteuid() == 0 else { return "not tried in networks: needs root" }
    guard access("/usr/sbin/ip", X_OK) == 0 else {
      return "not tried in networks: the package iproute2 is not installed"
    }
    return nil
  }()

  private let mark = "majlis-\(UUID().uuidString.prefix(6))"
  private let machines: [String]
  private let daemon = Process()

  /// Joins each machine to the one between them, which serves the repositories of a folder.
  init(_ machines: [String], serving folder: String) throws {
    self.machines = machines
    try ip("netns", "add", between)
    for (number, machine) in machines.enumerated() {
      try ip("netns", "add", network(of: machine))
      try ip(
        "-n",
        between,
        "link",
        "add",
        line(number),
        "type",
        "veth",
        "peer",
        "name",
        "line",
        "netns",
        network(of: machine),
      )
      try join(between, line(number), "10.78.\(number).1", to: "10.78.\(number).2")
      try join(network(of: machine), "line", "10.78.\(number).2", to: "10.78.\(number).1")
    }
    daemon.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    daemon.arguments = [
      "ip", "netns", "exec", between, "git", "daemon", "--export-all", "--enable=receive-pack",
      "--reuseaddr", "--base-path=\(folder)", folder,
    ]
    // Not what the tests themselves write to: whoever reads that waits until nobody has it any more.
    daemon.standardInput = FileHandle.nullDevice
    daemon.standardOutput = FileHandle.nullDevice
    daemon.standardError = FileHandle.nullDevice
    try daemon.start()
  }

  deinit {
    // The daemon is a child of git, and of no interest once its network is gone.
    _ = try? Program.run("/usr/bin/env", ["pkill", "-P", "\(daemon.processIdentifier)"])
    daemon.terminate()
    daemon.waitUntilExit()
    for network in machines.map(network(of:)) + [between] {
      _ = try? Program.run("/usr/bin/env", ["ip", "netns", "del", network])
    }
  }

  private var between: String { "\(mark)-between" }
  private func network(of machine: String) -> String { "\(mark)-\(machine)" }
  private func line(_ number: Int) -> String { "line\(number)" }

  /// Where a machine finds a repository.
  func address(of repository: String, from machine: String) -> String {
    "git://10.78.\(machines.firstIndex(of: machine) ?? 0).1/\(repository)"
  }

  /// Words that run a program in the network of a machine.
  func command(in machine: String) -> [String] { ["ip", "netns", "exec", network(of: machine)] }

  /// Cuts a machine off, or joins it again: the one knows that it has no network, where of the
  /// other nothing comes back, in a long run, for two minutes are waited for it.
  func join(_ machine: String, isReached: Bool) throws {
    guard let number = machines.firstIndex(of: machine) else { return }
    let isKnown = number.isMultiple(of: 2) || LongRuns.count(0, long: 1) == 0
    let end = isKnown ? (network(of: machine), "line") : (between, line(number))
    try ip("-n", end.0, "link", "set", end.1, isReached ? "up" : "down")
  }

  private func join(_ network: String, _ device: String, _ own: String, to other: String) throws {
    try ip("-n", network, "addr", "add", own, "peer", other, "dev", device)
    try ip("-n", network, "link", "set", device, "up")
  }

  private func ip(_ words: String...) throws {
    let outcome = try Program.run("/usr/bin/env", ["ip"] + words)
    guard outcome.status == 0 else {
      throw HostedProgram.Impatience(description: "ip \(words): \(outcome.complaints)")
    }
  }
}
