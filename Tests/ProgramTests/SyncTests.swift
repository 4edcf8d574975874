import Consultation
import Foundation
import TestSupport
import Testing

/// A session on several machines, brought together through a repository that they reach now and
/// then; with real git.
@Suite(.waitsForPrograms) struct SyncTests {
  private let both = [("g", DelegationCode.havenia), ("d", .dorania)]

  @Test func tellsWhatIsSharedAndTakesInWhatOthersShare() throws {
    let apart = try MachinesApart(both)
    #expect(try apart.sync("f").output.hasPrefix("published: "))
    #expect(try apart.sync("f") == Program.Outcome(output: "up to date\n"))
    #expect(try apart.sync("g").output.hasPrefix("taken in: the room "))
    try apart.change("g") { session in
      var session = session
      let (number, questionnaire) = ("1.1.1", apart.questionnaire)
      try session.fulfil(.answer(.step(.partial)), on: number, in: questionnaire)
      try session.fulfil(.answer(.step(.absent)), on: "1.1.2", in: questionnaire)
      try session.fulfil(.sharing(.room), on: number, in: questionnaire)
      return session
    }
    #expect(try apart.sync("g") == Program.Outcome(output: "published: 2\n"))
    #expect(try apart.sync("f") == Program.Outcome(output: "taken in: Havenia 2\n"))
    let taken = try apart.sync("d").output
    #expect(taken.hasPrefix("taken in: ") && taken.contains("Havenia 2"))
    for machine in ["f", "d"] {
      let session = try apart.session(of: machine)
      #expect(session.answer(of: .havenia, to: .sample("1.1.1")).value == .step(.partial))
      #expect(session.answer(of: .havenia, to: .sample("1.1.2")).isOpen)
      #expect(try apart.program.run("check \(machine)/s.json") == Program.Outcome())
    }
    // What stands in the remote is a session like any.
    for branch in ["room", "shared/QNG"] {
      let text = try apart.git("-C", "remote.git", "show", "\(branch):session.json")
      try apart.program.write(text, to: "told.json")
      #expect(try apart.program.run("check told.json") == Program.Outcome())
    }
    // Nothing of the person's own repository is touched.
    let status = try apart.git("-C", "g", "status", "--porcelain").split(separator: "\n")
    #expect(status.allSatisfy { $0.hasPrefix("?? ") }, "\(status)")
    #expect(try apart.git("-C", "g", "branch") == "")
  }

  @Test(arguments: [false, true])
  func machinesThatWereCutOffHaveTheSameInTheEnd(inNetworks: Bool) throws {
    if inNetworks, let missing = SeparateNetworks.missing { return print(missing) }
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["MAJLIS_SYNC_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))
    let rounds = LongRuns.count(3, long: 20)
    let steps = LongRuns.count(60, long: 1000) / rounds
    let place = inNetworks ? "networks of their own" : "one"
    print("sync: seed \(seed), in \(place), \(rounds) rounds of \(steps) changes each")
    let apart = try MachinesApart(both, inNetworks: inNetworks)
    // Two of the clocks are years apart.
    var havenia = RandomSharing(
      seed: seed,
      machine: "g",
      clock: 1_600_000_000_000,
      in: apart.questionnaire,
    )
    var dorania = RandomSharing(
      seed: seed &+ 1,
      machine: "d",
      clock: 1_690_000_000_000,
      in: apart.questionnaire,
    )
    var facilitator = RandomSharing(
      seed: seed &+ 2,
      machine: "f",
      clock: 1_686_000_000_000,
      in: apart.questionnaire,
    )
    var generator = SeededGenerator(seed: seed &+ 3)
    var (longest, count) = (Duration.zero, 0)
    func sync(_ machine: String) throws {
      let time = try ContinuousClock().measure {
        let outcome = try apart.sync(machine)
        #expect(outcome.status == 0 && outcome.complaints == "", "seed \(seed): \(outcome)")
      }
      count += 1
      longest = max(longest, time)
    }
    for round in 0..<rounds {
      try apart.change("g") { havenia.goingOn($0, as: .havenia, steps: steps) }
      try apart.change("d") { dorania.goingOn($0, as: .dorania, steps: steps) }
      try apart.change("f") { facilitator.facilitated($0, steps: steps) }
      let isCutOff = round % 3 == 1
      if isCutOff { try apart.setRemote(isReached: false, from: ["g", "d"]) }
      let machines = isCutOff ? ["g", "d"] : ["f", "g", "d"]
      for machine in machines.shuffled(using: &generator) { try sync(machine) }
      if isCutOff { try apart.setRemote(isReached: true, from: ["g", "d"]) }
    }
    for machine in ["f", "g", "d", "f", "g", "d"] { try sync(machine) }
    let codes = [DelegationCode.havenia, .dorania]
    let states = try ["f", "g", "d"].map { try apart.sharedState(of: $0, codes: codes) }
    for (machine, state) in zip(["g", "d"], states.dropFirst()) {
      let differences = state.differences(from: states[0])
      #expect(differences == [], "seed \(seed), \(machine)")
    }
    let rooms = try ["f", "g", "d"].map { try apart.session(of: $0) }
    for room in rooms {
      #expect(room.workshop == rooms[0].workshop, "seed \(seed)")
      #expect(room.room == rooms[0].room, "seed \(seed)")
      #expect(room.conflicts().isEmpty, "seed \(seed)")
    }
    for machine in ["f", "g", "d"] {
      #expect(try apart.sync(machine).output == "up to date\n", "seed \(seed)")
    }
    #expect(try !apart.everythingInTheRemote().contains("SECRET"), "seed \(seed)")
    print("sync: \(count) times, the longest \(longest)")
  }

  @Test func withoutANetworkItSaysSoAndGoesOnTheNextTime() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    try apart.change("g") { session in
      var session = session
      try session.fulfil(.answer(.step(.partial)), on: "1.1.1", in: apart.questionnaire)
      try session.fulfil(.sharing(.room), on: "1.1.1", in: apart.questionnaire)
      return session
    }
    let before = try apart.program.text("g/s.json")
    try apart.setRemote(isReached: false)
    let outcome = try apart.sync("g")
    #expect(outcome.status == 0 && outcome.complaints == "")
    #expect(outcome.output.hasPrefix("the remote was not reached ("))
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(try apart.program.text("g/s.json") == before)
    try apart.setRemote(isReached: true)
    #expect(try apart.sync("g").output.hasSuffix("published: 2\n"))
  }

  @Test func peopleOfOneDelegationWhoPublishAtTheSameTimeLoseNothing() throws {
    let machines = ["g1", "g2", "g3"]
    let apart = try MachinesApart(machines.map { ($0, .havenia) })
    try apart.sync("f").expectDone()
    for (place, machine) in machines.enumerated() {
      try apart.change(machine) { session in
        var session = session
        for number in ["1.1.\(place + 1)", "3.1.1"] {
          try session.fulfil(
            .answer(.step(Step.allCases[place])),
            on: number,
            by: machine,
            in: apart.questionnaire,
            id: "\(machine) \(number)",
          )
          try session.fulfil(
            .sharing(.room),
            on: number,
            by: machine,
            in: apart.questionnaire,
            id: "\(machine) \(number) share",
          )
        }
        return session
      }
    }
    let line = machines.map { "\(Program.path) sync \($0)/s.json --language en & " }.joined()
    let outcome = try Program.run(
      "/bin/sh",
      ["-c", line + "wait"],
      environment: apart.program.environment,
      folder: apart.program.folder,
    )
    #expect(outcome.complaints == "", "\(outcome)")
    for machine in machines + ["f"] { try apart.sync(machine).expectDone() }
    for machine in machines + ["f"] {
      let session = try apart.session(of: machine)
      for place in machines.indices {
        let answer = session.answer(of: .havenia, to: .sample("1.1.\(place + 1)"))
        #expect(answer.value == .step(Step.allCases[place]), "\(machine)")
      }
      // What they say otherwise is all there, and waits for them.
      let conflict = try #require(session.conflicts(of: .havenia).first, "\(machine)")
      #expect(conflict.changes.count == 3, "\(machine)")
    }
  }

  @Test func refusesWhereItCannotBeDoneAndSaysWhatToDo() throws {
    let apart = try MachinesApart(both)
    let program = apart.program
    func complaint(_ line: String, _ environment: [String: String] = [:]) throws -> String {
      let outcome = try Program.run(
        Program.path,
        "sync \(line) --language en".split(separator: " ").map(String.init),
        environment: program.environment.merging(environment) { $1 },
        folder: program.folder,
      )
      #expect(outcome.status == 64 && outcome.output == "", "\(outcome)")
      #expect(outcome.complaints.split(separator: "\n").count == 1, "\(outcome)")
      return outcome.complaints
    }
    try FileManager.default.createDirectory(
      atPath: program.file("empty"),
      withIntermediateDirectories: true,
    )
    #expect(try complaint("f/s.json", ["PATH": program.file("empty")]).contains("apt install git"))
    try FileManager.default.copyItem(
      atPath: program.file("f/s.json"),
      toPath: program.file("s.json"),
    )
    #expect(try complaint("s.json").contains("“git init”"))
    #expect(try complaint("f/s.json --remote other").contains("no remote called other"))
    #expect(try complaint("f/s.json --copy").contains("--delegation"))
    try apart.sync("f").expectDone()
    try apart.git("-C", "f", "remote", "add", "second", "/nowhere")
    #expect(try complaint("f/s.json").contains("(origin, second)"))
    try apart.git("-C", "f", "remote", "remove", "second")
    try apart.git("-C", "f", "remote", "remove", "origin")
    #expect(try complaint("f/s.json").contains("git remote add"))
    try apart.sync("g").expectDone()
    #expect(try complaint("g/s.json --delegation QND").contains("own file of the delegation QNG"))
    for file in ["s.json", "s.json.~1~"] {
      try program.write("x", to: "d/s.json.~1~")
      try apart.git("-C", "d", "add", "-f", file)
      #expect(try complaint("d/s.json").contains("git rm --cached \(file)"))
      try apart.git("-C", "d", "rm", "-q", "-f", "--cached", file)
    }
  }

  /// Havenia has a note that nobody else may see and an answer that is shared, and a passphrase.
  private func machinesWithASecret() throws -> MachinesApart {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    try apart.change("g") { session in
      var session = session
      let note = Wish.note(TranslatedText("SECRET", language: .english))
      try session.fulfil(note, on: "1.1.1", in: apart.questionnaire)
      try session.fulfil(.answer(.step(.partial)), on: "1.1.2", in: apart.questionnaire)
      try session.fulfil(.sharing(.room), on: "1.1.2", in: apart.questionnaire)
      return session
    }
    try apart.program.write("a passphrase\n", to: "p")
    return apart
  }

  @Test func aSealedCopyIsReadByItsPassphraseAlone() throws {
    let apart = try machinesWithASecret()
    let outcome = try apart.sync("g", "--copy --passphrase-file p")
    #expect(outcome.output.contains("a sealed copy was sent"), "\(outcome)")
    #expect(try !apart.everythingInTheRemote().contains("SECRET"))
    let opened = try Program.run(
      "/bin/sh",
      [
        "-c",
        """
        git -C remote.git show sealed/QNG:session.json.age > copy.age
        \(Program.path) merge copy.age copy.age -o copy.json --passphrase-file p
        grep -c '"note": "SECRET"' copy.json
        """,
      ],
      environment: apart.program.environment,
      folder: apart.program.folder,
    )
    #expect(opened.output.hasSuffix("2\n") || opened.output.hasSuffix("1\n"), "\(opened)")
  }

  @Test func aSealedCopyMakesTheSessionAnewOnANewMachine() throws {
    let apart = try machinesWithASecret()
    let program = apart.program
    try program.write("another\n", to: "wrong")
    func restore(_ options: String) throws -> Program.Outcome {
      try program.run("sync new/s.json --restore --language en \(options)")
    }
    try apart.git("clone", "-q", "remote.git", "new")
    #expect(try restore("--passphrase-file p").complaints.contains("majlis sync --copy"))
    #expect(try restore("--passphrase-file p").status == 66)
    for machine in ["g", "d"] {
      try apart.sync(machine, "--copy --passphrase-file p").expectDone()
    }
    #expect(try restore("--passphrase-file p").complaints.contains("(QND, QNG)"))
    let refused = try restore("--passphrase-file wrong --delegation QNG")
    #expect(refused.status != 0)
    #expect(!FileManager.default.fileExists(atPath: program.file("new/s.json")))
    let made = try restore("--passphrase-file p --delegation QNG")
    #expect(made.status == 0 && made.output.contains("sealed copy of Havenia"), "\(made)")
    #expect(try program.text("new/s.json").contains("SECRET"))
    #expect(try restore("--passphrase-file p --delegation QNG").status == 73)
    // It is the delegation's own as before, and goes on from there.
    // Of the room nothing is in a delegation's copy.
    let taken = try apart.sync("new")
    #expect(taken.output.hasPrefix("taken in: the room ") && !taken.output.contains("published"))
    #expect(!taken.output.contains("Havenia"), "\(taken)")
    #expect(try apart.sync("new").output == "up to date\n")
    #expect(try apart.session(of: "new").handOver?.delegation == .havenia)
    #expect(try program.run("check new/s.json") == Program.Outcome())
    // One that is not sealed, or another delegation's, is nobody's word.
    try apart.plant(try program.text("g/s.json"), at: "sealed/QNG", as: "session.json.age")
    try apart.git("clone", "-q", "remote.git", "other")
    let planted = try program.run(
      "sync other/s.json --restore --delegation QNG --passphrase-file p --language en"
    )
    #expect(planted.status == 65 && planted.complaints.contains("ask who may write"), "\(planted)")
  }
}

extension Program.Outcome {
  func expectDone(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(status == 0 && complaints == "", "\(self)", sourceLocation: sourceLocation)
  }
}
