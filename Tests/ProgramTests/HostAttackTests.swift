import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// Somebody with the key of a seat who wants more than the seat: each way is tried with OpenSSH's
/// own client, and leads nowhere.
@Suite(.waitsForPrograms) struct HostAttackTests {
  /// One way that is tried: the client's words, and what shows that it led nowhere.
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    var client = "ssh"
    var options: [String] = []
    var command: [String] = []
    var input = ""
    /// Whether it was refused, by what the client was told and how it ended.
    let isRefused: @Sendable (Program.Outcome) -> Bool

    var testDescription: String { name }

    @Sendable fileprivate static func refused(_ outcome: Program.Outcome) -> Bool {
      outcome.status == 64 && outcome.output.isEmpty
        && outcome.complaints.contains("there is nothing here but the seat itself")
    }

    @Sendable fileprivate static func failed(_ outcome: Program.Outcome) -> Bool {
      outcome.status != 0 && !outcome.output.contains("root:")
    }
  }

  /// What is asked to be run; `HostingTests` has all of them and more without a server.
  static let commands = Array(allCommands.prefix(LongRuns.count(7, long: allCommands.count)))

  private static let allCommands = [
    "bash", "list; id", "get /etc/passwd", "get ../../x", "put ../../x", "get a\nid", "scp -t /tmp",
    "bash -i", "/bin/sh", "id", "env", "cat /etc/passwd", "list && id", "get ../../../host.json",
    "get s.json/../x", "get .ssh", "get", "put /tmp/x", "put .bashrc", "scp -f /etc/passwd",
    "internal-sftp", "rsync --server .", "git-upload-pack .", "majlis show s.json", "exec bash",
  ]

  static let attacks: [Attack] =
    commands.map {
      Attack(name: "ssh \($0.debugDescription)", command: [$0], isRefused: Attack.refused)
    }
    + [
      Attack(name: "ssh -t bash", options: ["-tt"], command: ["bash"]) { outcome in
        outcome.status == 64
      },
      Attack(
        name: "scp, sftp protocol",
        client: "scp",
        command: ["majlis:/etc/passwd", "stolen"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "scp, old protocol",
        client: "scp",
        options: ["-O"],
        command: ["majlis:/etc/passwd", "stolen"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "sftp",
        client: "sftp",
        command: ["majlis"],
        input: "ls /\n",
        isRefused: Attack.failed,
      ),
      Attack(name: "ssh -s sftp", options: ["-s"], command: ["sftp"], isRefused: Attack.failed),
      Attack(
        name: "another user",
        options: ["-oUser=nobody"],
        command: ["list"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "a password",
        options: ["-oPubkeyAuthentication=no"],
        command: ["list"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "-W to a port of the host",
        options: ["-oClearAllForwardings=no", "-W", "127.0.0.1:22"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "-w, a tunnel device",
        options: ["-oClearAllForwardings=no", "-oExitOnForwardFailure=yes", "-w", "any:any"],
        command: ["list"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "-R, a port on the host",
        options: [
          "-oClearAllForwardings=no", "-oExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22",
        ],
        command: ["list"],
        isRefused: Attack.failed,
      ),
      Attack(
        name: "-R, a socket on the host",
        options: [
          "-oClearAllForwardings=no", "-oExitOnForwardFailure=yes", "-R",
          "/tmp/majlis-attack:127.0.0.1:22",
        ],
        command: ["list"],
        isRefused: Attack.failed,
      ),
    ]

  @Test func refusesEverythingButTheSeat() throws {
    if let missing = HostedProgram.missing { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    let before = try hosted.program.text("s.json")
    for attack in Self.attacks {
      let options = ["-F", "config", "-oBatchMode=yes"] + attack.options
      let host = attack.client == "ssh" ? (attack.command.isEmpty ? [] : ["majlis"]) : []
      let all = options + host + attack.command + (attack.options.contains("-W") ? ["majlis"] : [])
      let outcome = try hosted.run(attack.client, all, "MAR-1", attack.input)
      let said = outcome.complaints.split(separator: "\n").last.map(String.init) ?? ""
      print("| \(attack.name) | \(outcome.status) | \(said) |")
      #expect(attack.isRefused(outcome), "\(attack.name): \(outcome)")
    }
    #expect(!FileManager.default.fileExists(atPath: hosted.program.file("inv/MAR-1/stolen")))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/majlis-attack"))
    #expect(try hosted.program.text("s.json") == before)
  }

  @Test func forwardsNothingFromTheClientsSide() throws {
    if let missing = HostedProgram.missing { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    for (name, option, port) in [
      ("-L", "-L", "\(hosted.port + 1)"), ("-D", "-D", "\(hosted.port + 1)"),
    ] {
      let target = option == "-L" ? "\(port):127.0.0.1:\(hosted.port)" : port
      let script = """
        ssh -F config -oBatchMode=yes -oClearAllForwardings=no -N \(option) \(target) majlis 2>err & \
        sleep 1; curl -s -m 5 \(option == "-D" ? "--socks5 127.0.0.1:\(port)" : "") \
        telnet://127.0.0.1:\(option == "-D" ? "\(hosted.port)" : port) </dev/null; kill $!; cat err
        """
      let outcome = try hosted.run("sh", ["-c", script], "MAR-1")
      print("| \(name) through the host | | \(outcome.output.split(separator: "\n").last ?? "") |")
      #expect(!outcome.output.contains("SSH-2.0"), "\(outcome)")
    }
  }

  @Test func believesNothingOfTheClientsEnvironment() throws {
    if let missing = HostedProgram.missing { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    let words = try Words.shipped(.english)
    let hostile = [
      "LANG": "/tmp/evil", "LC_MESSAGES": "../../x", "COLORTERM": "/etc/passwd", "NO_COLOR": "1",
      "MAJLIS_ASSETS": "/tmp/evil", "LD_PRELOAD": "/tmp/evil.so", "TERMINFO": "/tmp/evil",
    ]
    let send = hostile.map { "-oSetEnv=\($0.key)=\($0.value)" }.joined(separator: " ")
    let terminal = try hosted.terminal("MAR-1", "TERM=xterm-256color ssh -F config \(send) majlis")
    // None of the three languages was named, and so it is asked for.
    try terminal.wait(for: "English")
    let seat = try #require(try hosted.processes().first { $0.value.contains(" seat ") })
    let raw = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(seat.key)/environ"))
    let environment = String(decoding: raw, as: UTF8.self)
    for name in ["MAJLIS_ASSETS", "LD_PRELOAD", "TERMINFO"] {
      #expect(!environment.contains("\(name)="), "\(environment)")
    }
    print(
      "| environment: \(hostile.keys.sorted().joined(separator: ", ")) | | asks for the language |"
    )
    try terminal.press("2")
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("C-c")
    // A terminal's name that is a path is none.
    let other = try hosted.terminal("TUN-1", "TERM=../../etc/passwd ssh -F config majlis")
    #expect(try other.waitForTheEnd() == 64)
  }

  @Test func staysWithWhoPastesTenMegabytesAndSendsAnythingAsKeys() throws {
    if let missing = HostedProgram.missing { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    let words = try Words.shipped(.english)
    let language = ["LANG": "en_GB.UTF-8"]
    let other = try hosted.terminal("TUN-1", environment: language)
    try other.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    // 10 MB at once into a terminal of a seat, bracketed as a paste and then as keys, all bytes.
    let script = """
      (sleep 1; printf '\\r'; sleep 1; printf 'c'; sleep 1; printf '\\033[200~'; \
      head -c 10000000 /dev/zero | tr '\\0' 'a'; printf '\\033[201~'; sleep 1; printf '\\033\\033'; \
      head -c 200000 /dev/urandom; sleep 1; printf '\\003') | \
      TERM=xterm-256color ssh -tt -F config -oBatchMode=yes majlis > out 2>&1; echo $?
      """
    let outcome = try hosted.run("sh", ["-c", script], "MAR-1")
    print("| paste of 10 MB and 200 kB of random keys | \(outcome.output.dropLast()) | |")
    try other.press("Enter")
    try other.wait(for: "1.1.1")
    try other.press("1")
    try other.wait(for: "the chosen answer") { $0.contains { $0.contains("●") } }
    try other.press("C-c")
    #expect(try other.waitForTheEnd() == 0)
    #expect(try hosted.program.run("check s.json").status == 0)
    let size = try hosted.program.text("s.json").utf8.count
    #expect(size < 2_000_000, "\(size)")
  }

  /// Why the system cannot hold a program to some files here.
  private static let withoutLandlock: String? = {
    // Linux tells the version of its rules (landlock_create_ruleset(2)).
    let asked = "import ctypes; exit(ctypes.CDLL(None).syscall(444, None, 0, 1) < 1)"
    let outcome = try? Program.run("/usr/bin/env", ["python3", "-c", asked])
    return outcome?.status == 0 ? nil : "not tried: this kernel has no Landlock"
  }()

  @Test func letsTheSystemHoldASeatToTheFolderOfItsSession() throws {
    if let missing = HostedProgram.missing ?? Self.withoutLandlock { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    // As this user's other files lie on this machine; a link leads to it.
    let elsewhere = try Program()
    let (session, other) = (hosted.program.file("s.json"), elsewhere.file("s.json"))
    try FileManager.default.moveItem(atPath: session, toPath: other)
    try FileManager.default.createSymbolicLink(atPath: session, withDestinationPath: other)
    #expect(try hosted.program.run("check s.json").status == 0)
    let terminal = try hosted.terminal("MAR-1", environment: ["LANG": "en_GB.UTF-8"])
    let status = try terminal.waitForTheEnd()
    print("| a link in the session's place, to a file elsewhere | \(status ?? -1) | |")
    #expect(status == 74)
  }

  @Test func keepsASeatFromTheKeyOfAnother() throws {
    if let missing = HostedProgram.missing { return print(missing) }
    let hosted = try HostedProgram()
    try hosted.start()
    try hosted.ssh("TUN-1", ["put", "secret.csv"], input: "secret of TUN\n")
    for command in ["get secret.csv", "get ../TUN-1/secret.csv", "get ../../TUN-1/box/secret.csv"] {
      let outcome = try hosted.ssh("MAR-1", [command])
      print("| \(command) | \(outcome.status) | \(outcome.complaints.dropLast()) |")
      #expect(outcome.status != 0 && !outcome.output.contains("secret"))
    }
    #expect(try hosted.ssh("TUN-1", ["get", "secret.csv"]).output == "secret of TUN\n")
    let large = String(repeating: "a", count: (20 << 20) + 1)
    let outcome = try hosted.ssh("MAR-1", ["put", "large"], input: large)
    print("| put of 20 MB and a byte | \(outcome.status) | \(outcome.complaints.dropLast()) |")
    #expect(outcome.status != 0)
    #expect(try hosted.ssh("MAR-1", ["list"]).output.isEmpty)
  }
}
