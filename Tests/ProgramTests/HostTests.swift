import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// A session that others come into from their own computers, by OpenSSH's own client.
@Suite(.waitsForPrograms) struct HostTests {
  /// The table, printed whole, so that who reads a run sees what was tried.
  private func say(_ line: String) { print(line) }

  /// A workshop that is hosted; `nil` where it cannot be.
  private func hosted(_ seats: [String] = ["MAR-1", "TUN-1"]) throws -> HostedProgram? {
    if let missing = HostedProgram.missing {
      say(missing)
      return nil
    }
    let hosted = try HostedProgram(seats)
    try hosted.start()
    return hosted
  }

  /// The facilitator at the machine that hosts, before the room.
  private func roomOfTheHost(_ hosted: HostedProgram) throws -> RealTerminal {
    let room = try RealTerminal(
      "'\(Program.path)' open s.json --language en",
      in: hosted.program,
      width: 100,
      height: 40,
    )
    try room.wait(for: "Morocco")
    try room.press("End", "Enter")
    try room.wait(for: Words.shipped(.english)(.roomAskedOfAll))
    return room
  }

  @Test func showsADelegationItsPageInArabicAndKeepsWhatItAnswers() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.arabic)
    let terminal = try hosted.terminal("MAR-1", environment: ["LANG": "ar_MA.UTF-8"])
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("Enter")
    try terminal.wait(for: "1.1.1")
    try terminal.press("2")
    try terminal.wait(for: "the chosen answer") { $0.contains { $0.contains("●") } }
    try hosted.wait(for: "MAR-1 among those who came") { hosted.said.contains("MAR-1 Morocco") }
    // Ctrl-Z stops nothing: there is no shell that would go on.
    try terminal.press("C-z", "n")
    try terminal.wait(for: "1.1.2")
    // From the first page of a fixed seat there is no way on to the others.
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    let shown = try hosted.program.run(
      "show s.json --delegation MAR --question 1.1.1 --format json"
    )
    #expect(shown.output.contains("\"partial\""), "\(shown)")
    #expect(try hosted.program.text("s.json").contains("\"terminal\": \"MAR-1\""))
    // The host remembers nothing of it among its own.
    #expect(!FileManager.default.fileExists(atPath: hosted.program.file("data/majlis/last.json")))
    try hosted.wait(for: "MAR-1 among those who went") { hosted.said.contains("has gone") }
    let status = try hosted.program.run("host s.json --status").output
    #expect(status.contains("MAR-1 Morocco: not here; last came"), "\(status)")
    #expect(status.contains("TUN-1 Tunisia: invited, has not come yet"), "\(status)")
  }

  @Test func bringsASeatBackToItsLanguageAndQuestionAndSendsTheEarlierLineAway() throws {
    guard let hosted = try hosted() else { return }
    let first = try hosted.terminal("MAR-1", environment: ["LANG": "fr_MA.UTF-8"])
    let question = FilledPhrase.goOnAt(question: .sample("1.1.1"))
    try first.wait(for: try Words.shipped(.french)(question))
    try first.press("Enter", "n", "n")
    try first.wait(for: "1.1.3")
    // A second one with the same key is the same person, whose line was cut.
    let second = try hosted.terminal("MAR-1")
    #expect(try first.waitForTheEnd() != nil)
    try second.wait(for: "1.1.3")
    try second.wait(for: try Words.shipped(.french)(.hintHelp))
    try second.press("C-c")
    #expect(try second.waitForTheEnd() == 0)
  }

  @Test func seatsTheFacilitatorTheScreenAndObserversWhereTheyBelong() throws {
    let seats = ["facilitator-1", "presenter-1", "observer-1"]
    guard let hosted = try hosted(seats) else { return }
    let language = ["LANG": "en_GB.UTF-8"]
    let facilitator = try hosted.terminal("facilitator-1", environment: language)
    let observer = try hosted.terminal("observer-1", environment: language)
    let screen = try hosted.terminal("presenter-1", environment: language)
    try facilitator.wait(for: "Morocco")
    try observer.wait(for: "Morocco")
    // What the one does, the other sees, and changes nothing by the same keys.
    try facilitator.press("s")
    try observer.wait(for: "next: Algeria")
    try observer.press("s", "g", "Enter", "n")
    try screen.wait(for: "the screen for the room") { $0.contains { !$0.isEmpty } }
    // From the facilitator's seat back leads out, and never to the list of those who sit down.
    try facilitator.press("Escape", "q", "q", "q")
    #expect(try facilitator.waitForTheEnd() == 0)
    for terminal in [observer, screen] {
      try terminal.press("C-c")
      #expect(try terminal.waitForTheEnd() == 0)
    }
    let text = try hosted.program.text("s.json")
    #expect(text.contains("\"facilitator-1\"") && !text.contains("\"observer-1\""))
  }

  @Test func writesAReportIntoTheSeatsBoxAndGivesItOut() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.english)
    let terminal = try hosted.terminal("MAR-1", environment: ["LANG": "en_GB.UTF-8"])
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("R", "Enter")
    try terminal.wait(for: "the report") { $0.contains { $0.contains("w ") } }
    try terminal.press("w")
    try terminal.wait(for: words(.reportFileTitle))
    let names = ["/tmp/x.html", "../x.html", "~/x.html", ".x.html", "s.json"]
    for name in names + ["profile-MAR.html"] {
      try terminal.type(String(repeating: "\u{7F}", count: 20) + name)
      try terminal.wait(for: "the name \(name)") { $0.contains { $0.contains("\(name) ") } }
      try terminal.press("Enter")
      guard name != "profile-MAR.html" else { break }
      try terminal.wait(for: "a refusal of \(name)") { rows in
        rows.contains {
          $0.contains(name == "s.json" ? "promises another" : "here a file has a plain name")
        }
      }
    }
    try terminal.wait(for: words(.reportIsWritten(file: .foreign("profile-MAR.html"))))
    let list = try hosted.ssh("MAR-1", ["list"])
    #expect(list.output.hasSuffix(" profile-MAR.html\n"), "\(list)")
    let got = try hosted.ssh("MAR-1", ["get", "profile-MAR.html"])
    #expect(got.status == 0 && got.output.hasPrefix("<!DOCTYPE html>"), "\(got.complaints)")
    // Another seat has a box of its own.
    #expect(try hosted.ssh("TUN-1", ["list"]) == Program.Outcome())
    #expect(try hosted.ssh("TUN-1", ["get", "profile-MAR.html"]).status == 66)
    try terminal.press("C-c")
  }

  @Test func closesASeatWhoseKeyIsTakenBackAndKeepsWhatWasBeingWritten() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.english)
    let language = ["LANG": "en_GB.UTF-8"]
    let terminal = try hosted.terminal("MAR-1", environment: language)
    let other = try hosted.terminal("TUN-1", environment: language)
    for terminal in [terminal, other] {
      try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
      try terminal.press("Enter")
      try terminal.wait(for: "1.1.1")
    }
    try terminal.press("c")
    try terminal.wait(for: words(.contextTitle))
    try terminal.type("half a sent")
    try terminal.wait(for: "half a sent")
    #expect(try hosted.program.run("host s.json --close MAR") == Program.Outcome())
    #expect(try terminal.waitForTheEnd() != nil)
    try hosted.wait(for: "the note") {
      try hosted.program.run("show s.json --delegation MAR --format json").output
        .contains("half a sent")
    }
    #expect(try hosted.ssh("MAR-1", ["list"]).complaints.contains("Permission denied"))
    // A new key opens it again, and the earlier one does not.
    let again = "invite s.json again --seat MAR-1 --address 127.0.0.1"
    #expect(try hosted.program.run(again) == Program.Outcome())
    #expect(try hosted.ssh("MAR-1", ["list"]).status == 255)
    #expect(try hosted.ssh("../again/MAR-1", ["list"]) == Program.Outcome())
    // The others are where they were.
    try other.press("n")
    try other.wait(for: "1.1.2")
    try other.press("C-c")
    #expect(try other.waitForTheEnd() == 0)
  }

  @Test func listsWhoCameOnTheHostsPageAndClosesTheirSeatThere() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.english)
    let host = try roomOfTheHost(hosted)
    try host.press("c")
    func row(_ seat: String, _ text: String) throws {
      try host.wait(for: "\(seat): \(text)") { rows in
        rows.contains { $0.contains(seat) && $0.contains(text) }
      }
    }
    try row("port \(hosted.port)", "Open to those")
    try row("MAR-1 Morocco", words(.hostNeverCame))
    try row("DZA-1 Algeria", words(.hostNotInvited))
    let terminal = try hosted.terminal("MAR-1", environment: ["LANG": "en_GB.UTF-8"])
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try row("MAR-1 Morocco", ", from 127.0.0.1")
    try terminal.press("Enter", "c")
    try terminal.wait(for: words(.contextTitle))
    try terminal.type("half a sent")
    try terminal.wait(for: "half a sent")
    let seats = try host.rows().filter { $0.contains("-1 ") }
    let place = try #require(seats.firstIndex { $0.contains("MAR-1") })
    for _ in 0..<place { try host.press("Down") }
    try host.press("Enter")
    try host.wait(for: "Close the seat MAR-1 Morocco?")
    // The first answer closes nothing.
    try host.press("Enter", "Enter")
    try host.wait(for: "Close the seat MAR-1 Morocco?")
    try row("MAR-1 Morocco", ", from 127.0.0.1")
    try host.press("Down", "Enter")
    #expect(try terminal.waitForTheEnd() != nil)
    try row("MAR-1 Morocco", words(.hostNotInvited))
    try row("TUN-1 Tunisia", words(.hostNeverCame))
    #expect(try hosted.ssh("MAR-1", ["list"]).complaints.contains("Permission denied"))
    try hosted.wait(for: "the note") {
      try hosted.program.run("show s.json --delegation MAR --format json").output
        .contains("half a sent")
    }
    hosted.end(SIGTERM)
    try host.wait(for: words(.hostIsNot))
    try host.wait(for: "majlis host")
    try host.press("C-c")
    #expect(try host.waitForTheEnd() == 0)
  }

  @Test func hasNoPageOfItsSeatsForAFacilitatorWhoIsAGuest() throws {
    guard let hosted = try hosted(["facilitator-1"]) else { return }
    let words = try Words.shipped(.english)
    let language = ["LANG": "en_GB.UTF-8"]
    let guest = try hosted.terminal("facilitator-1", environment: language)
    try guest.wait(for: words(.roomAskedOfAll))
    try guest.press("c")
    try guest.wait(for: words(.notHere))
    try guest.press(":")
    try guest.wait(for: words(.paletteTitle))
    try guest.type("computers")
    try guest.wait(for: "computers")
    let rows = try guest.rows()
    #expect(!rows.contains { $0.contains("Seats") || $0.contains("127.0.0.1") }, "\(rows)")
    // Nor has a delegation's terminal at the same machine.
    let own = try RealTerminal(
      "'\(Program.path)' open s.json --language en --delegation MAR",
      in: hosted.program,
    )
    try own.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try own.press("c")
    try own.wait(for: words(.notHere))
    for terminal in [guest, own] { try terminal.press("C-c") }
  }

  @Test func showsTheRoomThatADelegationIsGoneAndNotThatItsLineWasCut() throws {
    guard let hosted = try hosted(["MAR-1"]) else { return }
    let words = try Words.shipped(.english)
    let room = try roomOfTheHost(hosted)
    let language = ["LANG": "en_GB.UTF-8"]
    let first = try hosted.terminal("MAR-1", environment: language)
    try first.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try first.press("Enter")
    let at = words(.roomAt(question: .sample("1.1.1")))
    try room.wait(for: at)
    // The line is cut, as far as the host can tell, and the same person comes again.
    let second = try hosted.terminal("MAR-1", environment: language)
    #expect(try first.waitForTheEnd() != nil)
    try second.wait(for: "the page") { rows in
      let isGone = try room.rows().contains { $0.contains("gone") }
      #expect(!isGone)
      return rows.contains { $0.contains("1.1.1") }
    }
    try room.wait(for: at)
    try second.press("C-c")
    #expect(try second.waitForTheEnd() == 0)
    try room.wait(for: "gone") { rows in
      rows.contains { $0.contains("Morocco") && $0.contains("gone") && !$0.contains(at) }
    }
    try room.press("C-c")
  }

  @Test func leavesNothingBehindWhenItIsKilledAndTakesTheSameKeysAgain() throws {
    guard let hosted = try hosted() else { return }
    let words = try Words.shipped(.english)
    let language = ["LANG": "en_GB.UTF-8"]
    let terminal = try hosted.terminal("MAR-1", environment: language)
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    let before = try hosted.processes()
    // The host, its server, the line's and the seat's own process.
    #expect(before.count >= 4, "\(before)")
    let second = try hosted.program.run("host s.json --address 127.0.0.1")
    #expect(second.status == 75, "\(second)")
    hosted.end(SIGKILL)
    let killed = ContinuousClock.now
    try hosted.wait(for: "the end of its processes") { try hosted.stillRunning(before).isEmpty }
    let took = ContinuousClock.now - killed
    say("host killed: its \(before.count) processes had ended after \(took)")
    #expect(took < .seconds(1.5))
    #expect(try terminal.waitForTheEnd() != nil)
    #expect(try hosted.ssh("MAR-1", ["list"]).status == 255)
    try hosted.start()
    #expect(try hosted.ssh("MAR-1", ["list"]) == Program.Outcome())
    let again = try hosted.processes()
    hosted.end(SIGTERM)
    #expect(try hosted.stillRunning(again).isEmpty, "\(again)")
  }

  @Test func sealsAnInvitationWithAPassphrase() throws {
    guard HostedProgram.missing == nil else { return }
    let program = try Program()
    try program.run("new s.json")
    try program.write("a long passphrase\n", to: "pass")
    let line = "invite s.json inv --seat MAR-1 --address 127.0.0.1 --seal --passphrase-file pass"
    #expect(try program.run(line) == Program.Outcome())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.file("inv")) == ["MAR-1.zip.age"]
    )
  }
}
