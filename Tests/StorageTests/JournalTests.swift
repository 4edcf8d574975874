import Consultation
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

@Suite struct JournalTests {
  private func appended(_ texts: [String], in folder: TemporaryFolder) throws -> [UInt8] {
    var position = Journal.Position()
    let journal = try folder.journal()
    for text in texts { _ = try journal.append([.note(text)], at: &position) }
    return try FileSystem.read(folder.path + "/.session.json.journal")
  }

  @Test func whatWasAppendedIsReplayedAndTheFileIsNotTouched() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try appended(["one", "deux", "ثلاثة\nline"], in: folder)
    let stored = try folder.stored()
    #expect(stored.session.notes == ["one", "deux", "ثلاثة\nline"])
    #expect(stored.recovered == 3)
    #expect(try folder.text() == SessionCodingTests.smallSession)
    #expect(try folder.mode(".session.json.journal") == 0o600)
  }

  @Test func cutShortAnywhereItHasEveryWholeLine() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let bytes = try appended(["one", "two", "three"], in: folder)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    for length in bytes.indices {
      try Data(bytes[..<length])
        .write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
      // Without its line feed a line is whole too.
      let whole = max(0, ends.count { $0 <= length } - 1)
      #expect(try folder.stored().session.notes.count == whole, "\(length) bytes")
    }
  }

  @Test func whatIsTornIsCutOffByTheNextToAppend() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let bytes = try appended(["one", "two"], in: folder)
    try Data(bytes.dropLast(7))
      .write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    var position = Journal.Position()
    let news = try folder.journal().append([.note("three")], at: &position)
    #expect(news.changes.map(\.stamp.id) == ["note-one"])
    #expect(try folder.stored().session.notes == ["one", "three"])
  }

  @Test func aChangedByteIsSeenAndWhatStandsBeforeItIsKept() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let bytes = try appended(["one", "two"], in: folder)
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let start = lines[0].count + 1 + lines[1].count + 1
    for _ in 0..<200 {
      var damaged = bytes
      let index = Int.random(in: start..<bytes.count - 1, using: &generator)
      damaged[index] ^= UInt8.random(in: 1...255, using: &generator)
      try Data(damaged)
        .write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
      let notes = try folder.stored().session.notes
      #expect(notes == ["one"] || notes == ["one", "two"], "seed \(seed), byte \(index)")
    }
  }

  @Test func thatOfAnotherSessionIsNotTakenButSetAsideAndSaid() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    let theirs = Journal(
      ofSession: folder.session,
      id: "another",
      questionnaire: stored.questionnaire,
    )
    var position = Journal.Position()
    _ = try theirs.append([.note("theirs")], at: &position)
    let before = try folder.text(".session.json.journal")
    let read = try folder.stored()
    #expect(read.session.notes == [])
    #expect(read.journalFaults == [Fault([.journal(line: 1)], .journalOfAnother)])
    position = Journal.Position()
    let news = try folder.journal().append([.note("one")], at: &position)
    let aside = folder.path + "/.session.json.journal.aside-1"
    #expect(news.setAside?.path == aside)
    #expect(news.setAside?.reason == .ofAnotherSession)
    #expect(try folder.text(".session.json.journal.aside-1") == before)
    #expect(try folder.stored().session.notes == ["one"])
    #expect(try folder.stored().journalFaults == [])
  }

  @Test func anIdentifierOfAnyLengthLosesNothing() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let id = String(repeating: "ع", count: 5000)
    let text = try folder.text().replacingFirst("\"id\": \"s1\"", with: "\"id\": \"\(id)\"")
    #expect(text.contains(id))
    try folder.write(text, to: "session.json")
    _ = try appended(["one", "two"], in: folder)
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func aChangeOfANewerProgramIsSetAsideAndTheOthersAreTakenIn() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    _ = try appended(["one"], in: folder)
    let path = folder.path + "/.session.json.journal"
    let newer = JSONValue.object([("id", .string("n-1")), ("what", .string("foretold"))])
    let bytes = try FileSystem.read(path)
    let line = JournalLine.bytes(of: newer, session: stored.session.id)
    try Data(bytes + line).write(to: URL(fileURLWithPath: path))
    let faults = try folder.stored().journalFaults
    #expect(faults == [Fault([.journal(line: 3)], .journalLineNotUnderstood)])
    var position = Journal.Position()
    let news = try folder.journal().append([.note("two")], at: &position)
    #expect(news.setAside?.reason == .newer)
    #expect(try folder.text(".session.json.journal.aside-1").contains("foretold"))
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func whatAChangeSaysThatIsNotKnownIsKeptWhenItIsFolded() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    _ = try appended(["one"], in: folder)
    let path = folder.path + "/.session.json.journal"
    var members = try #require(JSONForm<Change>.shutChange.write(.note("two")).members)
    members.append(("mood", .string("hopeful")))
    let bytes = try FileSystem.read(path)
    let line = JournalLine.bytes(of: .object(members), session: stored.session.id)
    try Data(bytes + line).write(to: URL(fileURLWithPath: path))
    var folding = Folding(path: folder.session, assets: folder.assets)
    _ = try folding.fold()
    #expect(try folder.text().contains("\"mood\": \"hopeful\""))
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func theLinesOfAnEarlierProgramAreRead() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try appended(["one", "two"], in: folder)
    var lines = try folder.text(".session.json.journal").components(separatedBy: "\n")
    lines[0] = lines[0].replacing(/,"sum":"[0-9a-f]*"/, with: "")
    lines = lines.map { $0.replacing(/"of":"[0-9a-f]*",/, with: "") }
    let old = lines.joined(separator: "\n")
    #expect(!old.contains("\"of\"") && !lines[0].contains("sum"))
    try folder.write(old, to: ".session.json.journal")
    #expect(try folder.stored().session.notes == ["one", "two"])
    #expect(try folder.stored().journalFaults == [])
  }

  @Test func theLinesOfAnEarlierProgramAreReadBelowAFirstLineThatIsDamagedAndNamesTheSession()
    throws
  {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try appended(["one", "two"], in: folder)
    let old = try folder.text(".session.json.journal")
      .replacing(/"of":"[0-9a-f]*",/, with: "")
      .replacingFirst("\"sum\":\"", with: "\"sum\":\"0")
    try folder.write(old, to: ".session.json.journal")
    #expect(try folder.stored().session.notes == ["one", "two"])
    #expect(
      try folder.stored().journalFaults == [Fault([.journal(line: 1)], .journalLineDamaged)]
    )
  }

  @Test func aChangeThatStandsInBothIsOne() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let bytes = try appended(["one", "two"], in: folder)
    var folding = Folding(path: folder.session, assets: folder.assets)
    _ = try folding.fold()
    // As if the power had gone between the file and the journal's new beginning.
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func whatARunLeftThatIsLongGoneIsToldApartFromWhatOneIsWriting() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try appended(["one"], in: folder)
    #expect(try !folder.stored().isLeftOver)
    try folder.setAge(60, of: ".session.json.journal")
    #expect(try folder.stored().isLeftOver)
  }

  @Test func oneThatCannotBeReadMayHoldAnybodysTexts() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    #expect(Journal.mayHold(textsOf: .havenia, setAsideAs: folder.path))
  }

  @Test func eachReaderGetsWhatItHasNotRead() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let journal = try folder.journal()
    var (first, second) = (Journal.Position(), Journal.Position())
    _ = try journal.append([.note("one")], at: &first)
    let news = try journal.append([.note("two")], at: &second)
    #expect(news.changes.map(\.stamp.id) == ["note-one"])
    #expect(try journal.news(since: first).changes.map(\.stamp.id) == ["note-two"])
    #expect(try journal.news(since: second).changes.isEmpty)
    var folding = Folding(path: folder.session, assets: folder.assets)
    _ = try folding.fold()
    #expect(try journal.news(since: first).folded == 3)
  }
}
