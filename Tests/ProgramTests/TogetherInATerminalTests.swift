import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// Sessions on several machines, brought together by a key in real terminals; with real git.
@Suite(.waitsForPrograms) struct TogetherInATerminalTests {
  private let both = [("g", DelegationCode.havenia), ("d", .dorania)]

  private func open(
    _ machine: String,
    _ apart: MachinesApart,
    _ options: String,
    language: Language = .english,
  ) throws -> RealTerminal {
    try RealTerminal(
      "\(Program.path) open \(machine)/s.json --language \(language.rawValue) \(options)",
      in: apart.program,
      environment: ["XDG_DATA_HOME": apart.program.file("data-\(machine)")],
      width: 100,
      height: 30,
    )
  }

  private func leave(_ terminals: RealTerminal...) throws {
    for terminal in terminals {
      try terminal.press("C-c")
      #expect(try terminal.waitForTheEnd() == 0)
    }
  }

  private func offer(_ terminal: RealTerminal, _ language: Language = .english) throws {
    let words = try Words.shipped(language)
    try terminal.press("Z")
    try terminal.wait(for: words(.togetherNow))
  }

  @Test func whatOneSharesInTheProgramIsOnTheOthersScreenAfterTheirOwnAction() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    for machine in ["g", "d"] { try apart.sync(machine).expectDone() }
    let words = try Words.shipped(.arabic)
    let g = try open("g", apart, "--delegation QNG --question 1.1.1", language: .arabic)
    let d = try open("d", apart, "--delegation QND --question 1.1.1")
    let f = try open("f", apart, "")
    try g.wait(for: "1.1.1")
    // An answer with a note that stays here, and one that is shared with the room.
    try g.press("n", "1", "c")
    try g.type("SECRET draft")
    try g.wait(for: "SECRET draft")
    try g.press("C-s", "b", "2", "h")
    try g.wait(for: words(.sharingRoom))
    try g.press("2")
    try offer(g, .arabic)
    try g.press("Enter")
    try g.wait(for: words(.syncTold(number: 2)))
    // The others ask for it at their own machines, and see it on the page that they are on.
    try d.wait(for: "1.1.1")
    try offer(d)
    try d.press("Enter")
    try d.wait(for: "taken in: Havenia 2")
    try f.wait(for: "Havenia")
    try f.press("End", "Enter")
    func isInRoom(_ answered: String) -> ([String]) -> Bool {
      { rows in rows.contains { $0.contains("Havenia") && $0.contains(answered) } }
    }
    try f.wait(for: "the room", until: isInRoom("0/18"))
    try offer(f)
    try f.press("Enter")
    try f.wait(for: "taken in: Havenia 2")
    try f.wait(for: "the shared answer", until: isInRoom("1/18"))
    try leave(g, d, f)
    #expect(try !apart.everythingInTheRemote().contains("SECRET"))
    for machine in ["d", "f"] {
      let session = try apart.session(of: machine)
      #expect(!session.answer(of: .havenia, to: .sample("1.1.1")).isOpen)
      #expect(session.answer(of: .havenia, to: .sample("1.1.2")).isOpen)
    }
  }

  @Test func withoutANetworkItIsSaidAndTheProgramGoesOn() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    try apart.sync("g").expectDone()
    let g = try open("g", apart, "--delegation QNG --question 1.1.1")
    try g.wait(for: "Havenia")
    try apart.setRemote(isReached: false)
    try offer(g)
    try g.press("Enter")
    try g.wait(for: "the remote was not reached")
    try apart.setRemote(isReached: true)
    try offer(g)
    try g.press("Enter")
    try g.wait(for: "up to date")
    try leave(g)
  }

  @Test func sayWhyNotWhereThereIsNoRepositoryAndNoSuchThingToWhoReadsAlone() throws {
    let apart = try MachinesApart(both)
    try FileManager.default.copyItem(
      atPath: apart.program.file("g/s.json"),
      toPath: apart.program.file("s.json"),
    )
    let alone = try open(".", apart, "--delegation QNG")
    try alone.press("Z")
    try alone.wait(for: "it is not in a git repository")
    try leave(alone)
    let reader = try open("g", apart, "--delegation QNG --read-only")
    try reader.press("Z")
    try reader.wait(for: try Words.shipped(.english)(.notHere))
    try leave(reader)
  }

  @Test func byItselfItIsDoneOnOpeningAndRememberedOnThisMachineAlone() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    try apart.sync("d").expectDone()
    let before = try apart.program.text("d/s.json")
    let first = try open("d", apart, "--delegation QND --question 1.1.1")
    try offer(first)
    try first.press("2")
    try first.wait(for: "up to date")
    try leave(first)
    #expect(try apart.program.text("d/s.json") == before)
    #expect(try apart.program.text("data-d/majlis/together.json").contains("\"QND\": 5"))
    try apart.change("g") { session in
      var session = session
      try session.fulfil(.answer(.step(.partial)), on: "1.1.1", in: apart.questionnaire)
      try session.fulfil(.sharing(.room), on: "1.1.1", in: apart.questionnaire)
      return session
    }
    try apart.sync("g").expectDone()
    let again = try open("d", apart, "--delegation QND --question 1.1.1")
    try again.wait(for: "taken in: Havenia 2")
    try again.press("Z")
    try again.wait(for: "At present it is done automatically, every 5 minutes.")
    try again.press("4")
    try again.wait(for: "It is done only when it is asked for here.")
    try leave(again)
  }

  @Test func leavingWhileItGoesOnNeitherHangsNorLoses() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    try apart.sync("g").expectDone()
    // A remote that never answers.
    try apart.program.write("#!/bin/sh\nsleep 600\n", to: "slow")
    _ = try Program.run("/bin/chmod", ["+x", apart.program.file("slow")])
    try apart.git("-C", "g", "remote", "set-url", "origin", "ssh://nowhere.invalid/x")
    try apart.git("-C", "g", "config", "core.sshCommand", apart.program.file("slow"))
    let g = try open("g", apart, "--delegation QNG --question 1.1.1")
    try g.wait(for: "Havenia")
    try offer(g)
    try g.press("Enter")
    try g.wait(for: "synchronising…")
    // Typing goes on meanwhile.
    try g.press("2")
    try g.press("c")
    try g.type("kept all the same")
    try g.press("C-s")
    try g.wait(for: "kept all the same")
    try leave(g)
    let answer = try apart.session(of: "g").answer(of: .havenia, to: .sample("1.1.1"))
    #expect(answer.note?.original == "kept all the same" && !answer.isOpen)
    let left = try Program.run("/usr/bin/env", ["pgrep", "-f", apart.program.file("slow")])
    #expect(left.output == "")
  }
}
