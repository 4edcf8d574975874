import Consultation
import Foundation
import TestSupport
import Testing

/// What must not leave a machine, and what must not come in.
@Suite(.waitsForPrograms) struct SyncHostileTests {
  private let both = [("g", DelegationCode.havenia), ("d", .dorania)]

  private static let secret = "SECRET"

  /// A session with a secret in every field that is not shared, beside some that are.
  private func fill(_ session: inout Session, of code: DelegationCode, _ all: Questionnaire) throws
  {
    var count = 0
    let secret = Self.secret
    func stamp(_ session: Session) -> Change.Stamp {
      count += 1
      return Change.Stamp(
        id: "\(secret)-\(code)-\(count)",
        at: Timestamp(milliseconds: 1_686_825_000_000 + Int64(session.history.count)),
        by: secret,
        terminal: secret,
        act: secret,
      )
    }
    let comment = Comment(id: secret, text: secret, by: secret, at: Timestamp(milliseconds: 0))
    let wishes: [Wish] = [
      .answer(.notApplicable(reason: secret)), .answer(.step(.partial)),
      .note(TranslatedText(secret, language: .arabic)),
      .note(TranslatedText("told", language: .arabic)),
      .evidence(id: "e", Evidence(id: "e", title: secret, article: secret, link: secret)),
      .evidence(id: "e", nil), .evidence(id: secret, Evidence(id: secret, title: secret)),
      .evidence(id: secret, nil),
      .evidence(id: "f", Evidence(id: "f", title: secret)),
      .evidence(id: "f", Evidence(id: "f", title: "told")),
      .position(institution: secret, Position(value: .declined, reason: secret)),
      .reservation(institution: secret, secret), .comment(id: secret, comment),
      .sharing(.report),
    ]
    let unshared: [Wish] = [
      .answer(.notApplicable(reason: secret)), .note(TranslatedText(secret, language: .arabic)),
      .evidence(id: "e", Evidence(id: "e", title: secret)), .sharing(.room), .sharing(.private),
    ]
    for (number, wishes) in [("1.1.1", wishes), ("3.1.1", unshared)] {
      for wish in wishes {
        let change = try session.change(
          fulfilling: wish,
          of: code,
          on: .sample(number),
          in: all,
          stamp: stamp(session),
        )
        if let change { session.apply(change) }
      }
    }
    let question = QuestionNumber.sample("1.1.1")
    var (card, told) = (
      ExperienceCard(question: question, title: secret),
      ExperienceCard(question: question, title: "told"),
    )
    (card.done, card.contact, card.by) = (secret, secret, secret)
    (told.contact, told.sharing) = (secret, .room)
    var priority = Priority(title: "told", sharing: .room)
    priority.owner = secret
    let moment = Timestamp(milliseconds: 0)
    let records: [(String, Record)] = [
      ("card", .card(card)), ("told", .card(card)), ("told", .card(told)),
      ("told", .priority(Priority(title: secret, sharing: .private))),
      ("told", .priority(priority)), (secret, .priority(Priority(title: secret))),
      ("1.1.1", .offer(Offer(question: question, text: secret))),
      ("3.1.1", .wish(WishToHear(question: .sample("3.1.1"), sharing: .room, isAnonymous: true))),
      (secret, .consulted(Consulted(domain: 1, institution: secret))),
      (secret, .signOff(SignOff(domain: 1, by: secret, at: moment, after: nil))),
      (secret, .interest(Interest(isInterested: true, note: secret))),
      (secret, .verification(Verification(question: question, by: secret))),
      (
        secret,
        .profile(
          ProfileFrame(context: TranslatedText(secret, language: .english), mayBeNamed: true)
        ),
      ),
      (secret, .remark(DraftRemark(institution: secret, comment: secret))),
      (
        "d1",
        .delegate(
          Delegate(id: "d1", name: secret, institution: secret, role: secret, isOnline: false)
        ),
      ),
      ("frame", .frame(DelegationFrame(mode: .online, languages: [.french], digits: .western))),
      (secret, .parked(ParkedMatter(id: secret, text: "told"))),
    ]
    for (id, record) in records where record.kind != .parked {
      let change = try session.change(
        setting: RecordKey(record.kind, id),
        to: record,
        of: code,
        stamp: stamp(session),
      )
      if let change { session.apply(change) }
    }
    // One of its people puts something on the parking lot, and asks to speak.
    let speech = Speech(delegation: code, askedAt: moment)
    let room: [(RecordKey, Record)] = [
      (RecordKey(.parked, "p"), .parked(ParkedMatter(id: "p", text: "told"))),
      (RecordKey(.speech, "speech-\(code)"), .speech(speech)),
    ]
    for (key, record) in room {
      var stamp = stamp(session)
      stamp = Change.Stamp(
        id: "room-\(code)-\(count)",
        at: stamp.at,
        by: secret,
        terminal: secret,
        act: nil,
      )
      if let change = try session.change(setting: key, to: record, stamp: stamp) {
        session.apply(change)
      }
    }
  }

  @Test func noObjectOfTheRemoteHoldsWhatIsNotShared() throws {
    let questionnaire = try MachinesApart([]).questionnaire
    let apart = try MachinesApart(both) { session in
      for code in [DelegationCode.havenia, .dorania] {
        try fill(&session, of: code, questionnaire)
      }
    }
    let own = try apart.program.text("g/s.json")
    #expect(own.components(separatedBy: Self.secret).count > 60)
    for machine in ["f", "g", "d", "f", "g"] { try apart.sync(machine).expectDone() }
    try apart.change("g") { session in
      var session = session
      try session.fulfil(
        .note(TranslatedText("told later", language: .arabic)),
        on: "1.1.1",
        in: questionnaire,
      )
      return session
    }
    for machine in ["g", "f", "d"] { try apart.sync(machine).expectDone() }
    let everything = try apart.everythingInTheRemote()
    #expect(everything.contains("told later"))
    #expect(!everything.contains(Self.secret) && !everything.contains("amina"))
    let lines = everything.split(separator: "\n").filter { $0.contains(Self.secret) }
    #expect(lines == [], "\(lines.prefix(10))")
    // Nor which questions have an answer that is not shared.
    #expect(!everything.contains("3.1.1"))
    // The machine of Dorania knows of Havenia what it shared.
    let seen = try apart.session(of: "d")
    #expect(seen.answer(of: .havenia, to: .sample("1.1.1")).note?.original == "told later")
    #expect(!"\(seen.history.filter { $0.delegation == .havenia })".contains(Self.secret))
  }

  @Test func whatSomebodyPutUnderARefIsRefusedWithALineAndChangesNothing() throws {
    let apart = try MachinesApart(both)
    for machine in ["f", "g"] { try apart.sync(machine).expectDone() }
    try apart.change("d") { session in
      var session = session
      try session.fulfil(
        .answer(.step(.absent)),
        on: "1.1.1",
        of: .dorania,
        in: apart.questionnaire,
      )
      try session.fulfil(.sharing(.room), on: "1.1.1", of: .dorania, in: apart.questionnaire)
      return session
    }
    let dorania = try apart.program.text("d/s.json")
    let other = dorania.replacingOccurrences(of: "\"apart\"", with: "\"other\"")
    let deep = String(repeating: "[", count: 100_000)
    let texts: [(text: String, complaint: String)] = [
      (dorania, "things in shared/QNG are not for that place to tell"),
      (other, "shared/QNG: this is another session"),
      ("\u{1B}]0;x\u{7}\u{1B}[2J", "shared/QNG:"),
      ("{\"format\": \"majlis-session\", \"id\": \"\u{1B}[2J\"", "shared/QNG:"),
      (deep, "shared/QNG:"), ("", "shared/QNG:"), ("{}", "shared/QNG:"),
      (String(repeating: "a", count: 33 << 20), "shared/QNG:"),
    ]
    let before = try apart.program.text("f/s.json")
    for (text, complaint) in texts {
      try apart.plant(text, at: "shared/QNG")
      let outcome = try apart.sync("f")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.complaints.contains(complaint), "\(outcome)")
      #expect(outcome.complaints.split(separator: "\n").count == 1, "\(outcome)")
      #expect(!outcome.complaints.contains("\u{1B}"))
      #expect(outcome.output == "up to date\n")
      #expect(try apart.program.text("f/s.json") == before)
    }
    try apart.plant(dorania, at: "shared/QNG", as: "another.json")
    #expect(try apart.sync("f").complaints.contains("shared/QNG:"))
    // Whose place it is does not write over what it cannot read.
    let own = try apart.sync("g")
    #expect(own.status == 65 && own.complaints.contains("nothing is put in its place"), "\(own)")
    // Names of refs that are nobody's.
    for name in ["shared/../../x", "shared/qng", "shared/QNGG", "shared/-x"] {
      try apart.plant("{}", at: name)
    }
    try apart.plant(dorania, at: "shared/QND")
    #expect(try apart.program.text("f/s.json") == before)
    #expect(try apart.sync("f").complaints.contains("shared/QND"))
    #expect(try apart.program.text("f/s.json") == before)
  }

  @Test func theRoomsPlaceBringsNoAnswersAndTakesNoneOut() throws {
    let apart = try MachinesApart(both)
    try apart.sync("f").expectDone()
    for machine in ["f", "g"] {
      try apart.change(machine) { session in
        var session = session
        try session.fulfil(.answer(.step(.partial)), on: "1.1.1", in: apart.questionnaire)
        return session
      }
    }
    try apart.program.run("withdraw f/s.json --delegation QNG -o taken.json --as a")
    let hostile = try apart.program.text("f/s.json")
    try apart.plant(hostile, at: "room")
    let outcome = try apart.sync("g")
    #expect(outcome.status == 0)
    let session = try apart.session(of: "g")
    #expect(session.answer(of: .havenia, to: .sample("1.1.1")).value == .step(.partial))
    #expect(session.receipts.isEmpty)
    // Others let go of what they had of it.
    try apart.sync("d").expectDone()
    #expect(try apart.session(of: "d").receipts.map(\.delegation) == [.havenia])
  }

  @Test func hooksAndSettingsOfTheRepositoryAreNotRun() throws {
    let apart = try MachinesApart(both)
    let hook = "#!/bin/sh\ntouch \(apart.program.file("ran"))\n"
    for name in ["pre-push", "reference-transaction", "post-checkout"] {
      let path = "g/.git/hooks/\(name)"
      try FileManager.default.createDirectory(
        atPath: apart.program.file("g/.git/hooks"),
        withIntermediateDirectories: true,
      )
      try apart.program.write(hook, to: path)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: apart.program.file(path),
      )
    }
    try apart.git(
      "-C",
      "g",
      "remote",
      "set-url",
      "origin",
      "ext::touch \(apart.program.file("ran"))",
    )
    #expect(try apart.sync("g").output.hasPrefix("the remote was not reached"))
    try apart.git("-C", "g", "remote", "set-url", "origin", apart.program.file("remote.git"))
    try apart.sync("f").expectDone()
    try apart.sync("g").expectDone()
    #expect(!FileManager.default.fileExists(atPath: apart.program.file("ran")))
  }
}
