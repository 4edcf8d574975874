import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// All sessions of a folder that one server hosts, with OpenSSH's own client.
@Suite(.waitsForPrograms) struct HostAllTests {
  private let inEnglish = ["LANG": "en_GB.UTF-8"]

  private func say(_ line: String) { print(line) }

  /// A folder of workshops that is hosted; `nil` where it cannot be.
  private func hosted(_ sessions: [String] = ["a", "b"]) throws -> HostedProgram? {
    if let missing = HostedProgram.missing {
      say(missing)
      return nil
    }
    let hosted = try HostedProgram(folderOf: sessions)
    try hosted.start()
    return hosted
  }

  private func isOpen(_ session: String, in hosted: HostedProgram) throws -> Bool {
    try hosted.ssh("\(session)/MAR-1", ["list"]).status == 0
  }

  @Test func leadsEachKeyToItsOwnSessionAloneAtOnePort() throws {
    guard let hosted = try hosted() else { return }
    let before = try hosted.program.text("folder/b.json")
    let terminal = try hosted.terminal("a/MAR-1", environment: inEnglish)
    try terminal.wait(for: try Words.shipped(.english)(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("Enter")
    try terminal.wait(for: "1.1.1")
    try terminal.press("2")
    try terminal.wait(for: "the chosen answer") { $0.contains { $0.contains("●") } }
    // The same seat of the other session is another person's.
    let status = try hosted.program.run("host folder/b.json --status").output
    #expect(status.contains("MAR-1 Morocco: invited, has not come yet"), "\(status)")
    try hosted.ssh("a/MAR-1", ["put", "secret.csv"], input: "secret of a\n")
    for command in ["get secret.csv", "get ../../../a/seats/MAR-1/box/secret.csv"] {
      let outcome = try hosted.ssh("b/MAR-1", [command])
      #expect(outcome.status != 0 && !outcome.output.contains("secret"), "\(outcome)")
    }
    #expect(try hosted.ssh("b/MAR-1", ["list"]) == Program.Outcome())
    #expect(try hosted.ssh("a/MAR-1", ["get", "secret.csv"]).output == "secret of a\n")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    #expect(try hosted.program.text("folder/a.json").contains("\"partial\""))
    #expect(try hosted.program.text("folder/b.json") == before)
    try hosted.wait(for: "who came and went") {
      hosted.said.contains("a.json: ") && hosted.said.contains("has gone")
    }
    let all = try hosted.program.run("host --all folder --status").output
    #expect(all.contains("/folder/a.json\n") && all.contains("/folder/b.json\n"), "\(all)")
    #expect(all.contains("last came") && all.contains("TUN-1 Tunisia: not invited"), "\(all)")
  }

  @Test func closesASeatOfOneSessionAndLeavesTheOthers() throws {
    guard let hosted = try hosted() else { return }
    #expect(try hosted.program.run("host folder/a.json --close MAR-1") == Program.Outcome())
    #expect(try hosted.ssh("a/MAR-1", ["list"]).complaints.contains("Permission denied"))
    #expect(try isOpen("b", in: hosted))
  }

  @Test func takesUpAndLetsGoOfSessionsWhileItRuns() throws {
    guard let hosted = try hosted(["a"]) else { return }
    try hosted.program.write("{\"format\":", to: "folder/damaged.json")
    try hosted.program.write("{}", to: "folder/foreign.json")
    let copy = try hosted.program.text("folder/a.json")
    try hosted.program.write(copy, to: "folder/a-copy.json")
    try hosted.addSession("b")
    try hosted.wait(for: "the second session") { try isOpen("b", in: hosted) }
    let lines = ["/damaged.json:", "/foreign.json: ", "/a-copy.json: "]
    try hosted.wait(for: "a line for each that is no session or no other") {
      lines.allSatisfy(hosted.said.contains)
    }
    let terminal = try hosted.terminal("a/MAR-1", environment: inEnglish)
    try terminal.wait(for: try Words.shipped(.english)(.goOnAt(question: .sample("1.1.1"))))
    for name in ["a.json", "a-copy.json"] {
      try FileManager.default.moveItem(
        atPath: hosted.program.file("folder/\(name)"),
        toPath: hosted.program.file(name),
      )
    }
    #expect(try terminal.waitForTheEnd() != nil)
    let refusal = try hosted.ssh("a/MAR-1", ["list"])
    #expect(refusal.complaints.contains("not open to other computers now"), "\(refusal)")
    #expect(try isOpen("b", in: hosted))
    try FileManager.default.moveItem(
      atPath: hosted.program.file("a.json"),
      toPath: hosted.program.file("folder/renamed.json"),
    )
    try hosted.wait(for: "the session under another name") { try isOpen("a", in: hosted) }
    for line in lines {
      #expect(hosted.said.components(separatedBy: line).count == 2, "\(hosted.said)")
    }
  }

  @Test func leadsNoKeyToAnotherSessionThatTookItsFilesPlace() throws {
    guard let hosted = try hosted() else { return }
    // Within the moment in which the host has not looked yet, and after it.
    let other = try hosted.program.text("folder/b.json")
    try FileManager.default.removeItem(atPath: hosted.program.file("folder/b.json"))
    try hosted.program.write(other, to: "folder/a.json")
    for _ in 0..<3 {
      let outcome = try hosted.ssh("a/MAR-1", [], options: ["-tt"])
      #expect(outcome.status != 0, "\(outcome)")
      #expect(!outcome.output.contains("1.1.1") && !outcome.output.contains("\u{1B}[?1049h"))
    }
  }

  @Test func isTheOnlyHostOfItsSessionsAsEachOfThemIs() throws {
    guard let hosted = try hosted(["a"]) else { return }
    let program = hosted.program
    let outcomes = [
      try program.run("host folder/a.json --address 127.0.0.1"),
      try program.run("host --all folder --address 127.0.0.1"),
    ]
    for outcome in outcomes { #expect(outcome.status == 75, "\(outcome)") }
    hosted.end(SIGTERM)
    // One hosted alone, by the same invitations, is left to that host.
    let alone = HostedProgram(["folder/a.json"], of: hosted)
    try alone.start()
    #expect(try isOpen("a", in: alone))
    try hosted.addSession("b")
    try hosted.start(log: "all.log", port: try HostedProgram.freePort())
    try hosted.wait(for: "a line on the session hosted alone") {
      try program.text("all.log").contains("/a.json: ")
    }
    #expect(try program.text("all.log").contains("b.json is open"))
    #expect(try isOpen("a", in: alone))
    alone.end(SIGTERM)
    try hosted.wait(for: "the session") {
      try program.text("all.log").contains("a.json is open")
    }
  }

  @Test func leavesNothingBehindWhenItIsKilledAndTakesTheSameKeysAgain() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.english)
    let terminals = try ["a/MAR-1", "b/MAR-1"].map { seat in
      let terminal = try hosted.terminal(seat, environment: inEnglish)
      try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
      return terminal
    }
    let before = try hosted.processes()
    #expect(before.count >= 6, "\(before)")
    hosted.end(SIGKILL)
    try hosted.wait(for: "the end of its processes") { try hosted.stillRunning(before).isEmpty }
    for terminal in terminals { #expect(try terminal.waitForTheEnd() != nil) }
    try hosted.start()
    for session in ["a", "b"] {
      try hosted.wait(for: "session \(session)") { try isOpen(session, in: hosted) }
    }
    let again = try hosted.processes()
    hosted.end(SIGTERM)
    #expect(try hosted.stillRunning(again).isEmpty, "\(again)")
  }

  @Test func goesOnUnderTheSameInvitationsWhereItsFolderIsCopiedTo() throws {
    guard let hosted = try hosted() else { return }
    try hosted.ssh("a/MAR-1", ["put", "kept.csv"], input: "kept\n")
    hosted.end(SIGTERM)
    let copy = try HostedProgram(copyOf: hosted)
    for name in try FileManager.default.contentsOfDirectory(atPath: hosted.program.folder) {
      try FileManager.default.removeItem(atPath: hosted.program.file(name))
    }
    // Nothing that came from elsewhere is believed before somebody says that they host it.
    let early = try copy.program.run("host folder/a.json --status")
    #expect(
      early.status == 64 && early.complaints.contains("nothing in it is trusted"),
      "\(early)",
    )
    try copy.start()
    #expect(try copy.ssh("a/MAR-1", ["get", "kept.csv"]).output == "kept\n")
    #expect(try copy.ssh("b/MAR-1", ["list"]) == Program.Outcome())
    let terminal = try copy.terminal("b/MAR-1", environment: inEnglish)
    try terminal.wait(for: try Words.shipped(.english)(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("C-c")
    // A lost key is replaced there as well.
    let again = "invite folder/a.json again --seat MAR-1 --address 127.0.0.1"
    #expect(try copy.program.run(again) == Program.Outcome())
    #expect(try copy.ssh("a/MAR-1", ["list"]).status == 255)
    #expect(try copy.ssh("../again/MAR-1", ["list"]).status == 0)
  }

  @Test func printsAUnitThatSystemdTakes() throws {
    let program = try Program()
    let folder = program.file("the sessions of $HOME")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let line = "host --unit --port 2200 --address 10.0.0.5 --all"
    let outcome = try program.run(line, folder)
    let words = "\"\(folder.replacing("$", with: "$$"))\" --port 2200 --address 10.0.0.5\n"
    #expect(outcome.output.contains(" host --all " + words), "\(outcome)")
    #expect(outcome.output.contains("\nRestart=always\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    guard access("/usr/bin/systemd-analyze", X_OK) == 0 else {
      return say("not tried: systemd-analyze is not installed")
    }
    try program.write(outcome.output, to: "majlis.service")
    let verified = try Program.run(
      "/usr/bin/systemd-analyze",
      ["verify", "--man=no", program.file("majlis.service")],
    )
    say("systemd-analyze verify: \(verified)")
    #expect(verified.status == 0 && !verified.complaints.contains("majlis.service"))
  }
}
