import Glibc
import Storage

/// The configuration of a host's `sshd`: keys alone, each forced to its seat, and nothing else that
/// a server can do.
struct ServerConfiguration {
  let folder: ServerFolder
  let port: Int
  /// Where it listens; everywhere where there is none.
  let addresses: [String]
  /// The account that all seats come in as.
  let account: String

  /// What not every OpenSSH knows that is in use, and is left out where it does not: since 8.5, that
  /// no one address may knock too often, and kinds of keys by this name; since 9.2, that who has come
  /// in and asks for no seat is sent away.
  static let newer = [
    // A room's laptops often come from one address, and all at nine o'clock.
    "PerSourceMaxStartups=40",
    "PubkeyAcceptedAlgorithms=ssh-ed25519",
    "UnusedConnectionTimeout=30",
  ]

  var text: String {
    let listens = addresses.map { "ListenAddress \($0)" }
    return
      (["Port \(port)"] + listens + [
        "HostKey \"\(folder.hostKey)\"",
        "AuthorizedKeysFile \"\(folder.authorizedKeys)\"",
        "PidFile \"\(folder.processFile)\"",
        "AllowUsers \(account)",
        "PermitRootLogin \(geteuid() == 0 ? "forced-commands-only" : "no")",
        // What it would look at was looked at more closely when the folder was made.
        "StrictModes no",
      ] + Self.fixed).joined(separator: "\n") + "\n"
  }

  private static let fixed = [
    "LogLevel ERROR",
    "AuthenticationMethods publickey",
    "PubkeyAuthentication yes",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "HostbasedAuthentication no",
    "GSSAPIAuthentication no",
    "PermitEmptyPasswords no",
    "UsePAM no",
    "PermitUserRC no",
    "PermitUserEnvironment no",
    // The shell that runs the seat believes a locale by its name, be that a path.
    "SetEnv LC_ALL=C.UTF-8",
    "AcceptEnv LANG LC_MESSAGES COLORTERM NO_COLOR",
    "DisableForwarding yes",
    "AllowTcpForwarding no",
    "AllowStreamLocalForwarding no",
    "AllowAgentForwarding no",
    "X11Forwarding no",
    "PermitTunnel no",
    "PermitListen none",
    "PermitOpen none",
    "GatewayPorts no",
    "PrintMotd no",
    "PrintLastLog no",
    "UseDNS no",
    "MaxSessions 1",
    "MaxAuthTries 3",
    "LoginGraceTime 20",
    "MaxStartups 60:30:120",
    "TCPKeepAlive yes",
    "ClientAliveInterval 15",
    "ClientAliveCountMax 6",
  ]
}
