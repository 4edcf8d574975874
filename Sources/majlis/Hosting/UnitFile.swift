import Storage

/// A unit by which systemd hosts a folder of sessions from the start of the machine on, as an account
/// of its own.
///
/// It holds the account to little, but for what gives the seats their terminals: no private `/dev`,
/// whose terminals would belong to no group, and no users of its own.
struct UnitFile {
  let program: String
  let folder: String
  let listening: Listening
  let account: String

  var lines: [String] {
    let port = listening.port.map { ["--port", "\($0)"] } ?? []
    let addresses = listening.addresses.flatMap { ["--address", $0] }
    let words = [Self.word(named), "host", "--all", Self.word(folder)] + port + addresses
    return [
      "[Unit]",
      "Description=Majlis, the sessions in \(Self.plain(folder))",
      "Wants=network-online.target",
      "After=network-online.target",
      "RequiresMountsFor=\(Self.quoted(folder))",
      "StartLimitIntervalSec=0",
      "",
      "[Service]",
      "User=\(account)",
      "ExecStart=\(words.joined(separator: " "))",
    ] + Self.fixed
  }

  /// By its name alone where systemd looks for it.
  private var named: String {
    let name = FileSystem.name(of: program)
    let places = ["/usr/local/bin", "/usr/bin", "/bin"]
    return places.contains(FileSystem.folder(of: program)) ? name : program
  }

  private static let fixed = [
    "Restart=always",
    "RestartSec=3",
    "# Each seat gets to keep what was being written.",
    "KillMode=control-group",
    "TimeoutStopSec=30",
    "# One seat without memory does not end the others.",
    "OOMPolicy=continue",
    "TasksMax=4096",
    "LimitCORE=0",
    "UMask=0077",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "ProtectSystem=full",
    "PrivateTmp=yes",
    "ProtectKernelTunables=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelLogs=yes",
    "ProtectControlGroups=yes",
    "ProtectClock=yes",
    "ProtectHostname=yes",
    "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "LockPersonality=yes",
    "SystemCallArchitectures=native",
    "",
    "[Install]",
    "WantedBy=multi-user.target",
  ]

  /// A word of a command, where `$` begins a variable.
  private static func word(_ word: String) -> String {
    quoted(word.replacing("$", with: "$$"))
  }

  /// A word as systemd reads it, where `%` begins what it puts in there.
  private static func quoted(_ word: String) -> String {
    let text = plain(word)
    return text.contains(where: { $0.isWhitespace || "\"'\\;".contains($0) })
      ? "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" : text
  }

  private static func plain(_ text: String) -> String {
    // No folder of a server has a line's end in its name.
    text.replacing("%", with: "%%").filter { $0 != "\n" && $0 != "\r" }
  }
}
