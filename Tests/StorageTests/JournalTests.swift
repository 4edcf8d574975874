import Consultation
import Foundation
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
      let whole = max(0, ends.count { $0 < length } - 1)
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

  @Test func thatOfAnotherSessionIsNotTaken() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try appended(["one"], in: folder)
    let text = try folder.text(".session.json.journal")
    try folder.write(
      text.replacingFirst("\"session\":\"", with: "\"session\":\"x"),
      to: ".session.json.journal",
    )
    #expect(try folder.stored().session.notes == [])
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
