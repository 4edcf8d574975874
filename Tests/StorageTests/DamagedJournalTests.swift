import Consultation
import Foundation
import TestSupport
import Testing

@testable import Storage

/// A journal of five lines, damaged at every byte in every way: what was acknowledged and is whole
/// is in the session afterwards, or is set aside and said.
@Suite struct DamagedJournalTests {
  private static let notes = ["one", "deux", "ثلاثة\nline", "four"]

  enum Damage: String, CaseIterable, Sendable {
    case flipped, deleted, inserted, insertedLine, zeroed, cutShort

    func done(to bytes: [UInt8], at index: Int, _ number: UInt8) -> [UInt8] {
      var bytes = bytes
      switch self {
      case .flipped: bytes[index] ^= number
      case .deleted: bytes.remove(at: index)
      case .inserted: bytes.insert(number, at: index)
      case .insertedLine: bytes.insert(0x0A, at: index)
      case .zeroed: bytes[index] = 0
      case .cutShort: bytes.removeSubrange(index...)
      }
      return bytes
    }
  }

  /// The journal as bytes, and which line holds which change.
  private func scene() throws -> (TemporaryFolder, [UInt8]) {
    let (folder, _) = try TemporaryFolder.withSession()
    var position = Journal.Position()
    let journal = try folder.journal()
    for text in Self.notes { _ = try journal.append([.note(text)], at: &position) }
    return (folder, try FileSystem.read(folder.path + "/.session.json.journal"))
  }

  /// The notes whose lines are as they were, byte by byte, with their line feeds.
  private func whole(in damaged: [UInt8], of bytes: [UInt8]) -> [String] {
    let lines = bytes.split(separator: 0x0A).dropFirst()
    let left = Set(damaged.split(separator: 0x0A).map(Array.init))
    let isCut = damaged.last != 0x0A
    let tail = damaged.split(separator: 0x0A).last.map(Array.init)
    return zip(lines, Self.notes).compactMap { line, note in
      left.contains(Array(line)) && !(isCut && tail == Array(line)) ? note : nil
    }
  }

  @Test(arguments: Damage.allCases)
  func whatIsWholeIsThereAndWhatIsNotIsSetAside(damage: Damage) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let (folder, bytes) = try scene()
    let path = folder.path + "/.session.json.journal"
    var asides = 0
    // Each byte takes in all of the journal; a part of them by chance is enough in every run.
    let step = LongRuns.count(23, long: 1)
    for index in stride(
      from: Int.random(in: 0..<step, using: &generator),
      to: bytes.count,
      by: step,
    ) {
      let number = UInt8.random(in: 1...255, using: &generator)
      let damaged = damage.done(to: bytes, at: index, number)
      guard damaged != bytes else { continue }
      let what: Testing.Comment = "seed \(seed): \(damage.rawValue) \(number) at byte \(index)"
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      let read = try folder.stored()
      let expected = whole(in: damaged, of: bytes)
      #expect(Set(expected).isSubset(of: read.session.notes), what)
      #expect(Set(read.session.notes).isSubset(of: Self.notes), what)
      #expect(FileSystem.names(in: folder.path).allSatisfy { !$0.contains("aside") }, what)
      // The next to write loses nothing either.
      var position = Journal.Position()
      let news = try folder.journal().append([.note("after")], at: &position)
      let after = try folder.stored()
      #expect(after.session.notes == read.session.notes + ["after"], what)
      #expect(after.journalFaults == [], what)
      #expect((news.setAside == nil) == read.journalFaults.isEmpty, what)
      if let aside = news.setAside {
        asides += 1
        #expect(try FileSystem.read(aside.path) == damaged, what)
        unlink(aside.path)
      } else {
        // Nothing was said: then nothing whole is missing, and at most the last line was cut.
        let isTail = damage == .cutShort
        let isAll = read.session.notes.count == Self.notes.count
        #expect(isAll || isTail || damaged.last != 0x0A, what)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    print("damaged journal: \(damage.rawValue), \(bytes.count / step) bytes, \(asides) set aside")
  }

  @Test func aFirstLineWithoutItsLineFeedIsSetAside() throws {
    let (folder, bytes) = try scene()
    let end = try #require(bytes.firstIndex(of: 0x0A))
    try Data(bytes[..<end]).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    var position = Journal.Position()
    let news = try folder.journal().append([.note("after")], at: &position)
    #expect(news.setAside?.reason == .damaged)
    #expect(try folder.stored().session.notes == ["after"])
    #expect(try folder.stored().journalFaults == [])
  }

  @Test func aDamagedLineIsSaidWithItsNumber() throws {
    let (folder, bytes) = try scene()
    var lines = bytes.split(separator: 0x0A).map(Array.init)
    lines[2][20] ^= 1
    lines.insert([], at: 4)
    let damaged = Array(lines.joined(separator: [0x0A])) + [0x0A]
    try Data(damaged).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    let stored = try folder.stored()
    #expect(
      stored.journalFaults == [
        Fault([.journal(line: 3)], .journalLineDamaged),
        Fault([.journal(line: 5)], .journalLineDamaged),
      ]
    )
    #expect(stored.session.notes == ["one", "ثلاثة\nline", "four"])
  }

  @Test func twoLinesThatRanTogetherAreBothRead() throws {
    let (folder, bytes) = try scene()
    var lines = bytes.split(separator: 0x0A).map(Array.init)
    lines[2] += lines.remove(at: 3)
    let damaged = Array(lines.joined(separator: [0x0A])) + [0x0A]
    try Data(damaged).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    let stored = try folder.stored()
    #expect(stored.journalFaults == [Fault([.journal(line: 3)], .journalLineDamaged)])
    #expect(stored.session.notes == Self.notes)
  }

  @Test func aFoldSetsItAsideToo() throws {
    let (folder, bytes) = try scene()
    var damaged = bytes
    damaged[bytes.count - 10] ^= 1
    try Data(damaged).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    var folding = Folding(path: folder.session, assets: folder.assets)
    let setAside = try #require(try folding.fold().setAside)
    #expect(setAside.reason == .damaged)
    #expect(try FileSystem.read(setAside.path) == damaged)
    #expect(try folder.stored().session.notes == ["one", "deux", "ثلاثة\nline"])
  }

  @Test func twoWhoHaveItOpenLoseNothingAndSayNothingTwice() throws {
    let (folder, bytes) = try scene()
    let keeper = Keeper(path: folder.session, stored: try folder.stored(), assets: folder.assets)
    var damaged = bytes
    damaged[2] ^= 1
    try Data(damaged).write(to: URL(fileURLWithPath: folder.path + "/.session.json.journal"))
    keeper.keep(.note("after"))
    #expect(keeper.finish() == nil)
    let outcomes = keeper.outcomes()
    let others = outcomes.contains { if case .others = $0 { true } else { false } }
    #expect(!others, "what was known already is not told again: \(outcomes)")
    #expect(outcomes.contains { if case .setAside = $0 { true } else { false } })
    #expect(try folder.stored().session.notes == Self.notes + ["after"])
  }
}
