import Consultation
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Storage

/// The session's file is replaced under a sitting, in each way and at each moment: what is said to
/// be kept is in a file of the session afterwards.
@Suite struct ReplacedFileTests {
  enum Way: String, CaseIterable, Sendable {
    case anotherSession, olderCopy, empty, cutShort, garbage, folder, link, removed, moved

    /// Whether the session does not stand there any more.
    var isDisplacement: Bool { self != .olderCopy }

    func happens(to folder: TemporaryFolder) throws {
      let path = folder.session
      let text = SessionCodingTests.smallSession
      switch self {
      case .anotherSession:
        try put(text.replacingFirst("\"id\": \"s1\"", with: "\"id\": \"s2\""), folder)
      case .olderCopy: try put(text, folder)
      case .empty: try put("", folder)
      case .cutShort: #expect(truncate(path, 700) == 0)
      case .garbage: try put("no session", folder)
      case .folder:
        #expect(rename(path, path + ".gone") == 0)
        #expect(mkdir(path, 0o700) == 0)
      case .link:
        try folder.write(text, to: "elsewhere.json")
        #expect(rename(path, path + ".gone") == 0)
        #expect(symlink("elsewhere.json", path) == 0)
      case .removed: #expect(unlink(path) == 0)
      case .moved: #expect(rename(path, folder.path + "/moved.json") == 0)
      }
    }

    /// As `cp` writes: into the file that is there.
    private func put(_ text: String, _ folder: TemporaryFolder) throws {
      let descriptor = open(folder.session, O_WRONLY | O_TRUNC)
      defer { close(descriptor) }
      let bytes = Array(text.utf8)
      #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    }
  }

  enum Moment: String, CaseIterable, Sendable {
    case beforeTheFirst, between, beforeFolding, afterFolding
  }

  private func keeper(_ folder: TemporaryFolder) throws -> Keeper {
    Keeper(
      path: folder.session,
      stored: try folder.stored(),
      assets: folder.assets,
      operations: .system,
      pace: Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 20),
    )
  }

  /// The session as the person sees it.
  private func driver(_ folder: TemporaryFolder, _ texts: [String]) throws -> Session {
    let start = try SessionFile.read(
      bytes: Array(SessionCodingTests.smallSession.utf8),
      assets: folder.assets,
    )
    var session = start.session
    for text in texts { session.apply(.note(text)) }
    return session
  }

  /// What is in any file of this session, or in a journal of it, beside the session's path.
  private func notesSomewhere(_ folder: TemporaryFolder) throws -> Set<String> {
    var notes: Set<String> = []
    for name in FileSystem.names(in: folder.path) where name.contains("json") {
      let path = "\(folder.path)/\(name)"
      guard !FileSystem.isFolder(path), let text = try? folder.text(name) else { continue }
      guard text.contains("\"id\": \"s1\"") || text.contains("\"session\":\"s1\"") else { continue }
      for note in ["one", "two", "three"]
      where text.contains("\"note\": \"\(note)\"") || text.contains("\"note\":\"\(note)\"") {
        notes.insert(note)
      }
    }
    return notes
  }

  @Test(arguments: Way.allCases, Moment.allCases)
  func whatIsSaidToBeKeptIsInAFileOfTheSession(way: Way, moment: Moment) throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let what: Testing.Comment = "\(way.rawValue) \(moment.rawValue)"
    var keeper = try keeper(folder)
    if moment == .beforeTheFirst { try way.happens(to: folder) }
    keeper.keep(.note("one"))
    _ = keeper.waitUntilKept()
    if moment == .between { try way.happens(to: folder) }
    keeper.keep(.note("two"))
    _ = keeper.waitUntilKept()
    if moment == .beforeFolding { try way.happens(to: folder) }
    if moment == .afterFolding {
      #expect(keeper.finish() == nil, what)
      try way.happens(to: folder)
      keeper.keep(.note("three"))
    }
    let failure = keeper.finish()
    let kept = keeper.outcomes().flatMap { outcome -> [String] in
      if case .kept(let ids) = outcome { ids } else { [] }
    }
    #expect((failure == nil) == !way.isDisplacement, "\(what): \(String(describing: failure))")
    if failure != nil {
      #expect(keeper.hasUnkept, what)
      let texts = moment == .afterFolding ? ["one", "two", "three"] : ["one", "two"]
      let rescued = try keeper.rescue(
        try driver(folder, texts),
        otherwiseIn: folder.path + "/data",
      )
      #expect(FileSystem.name(of: rescued) == "session.json.rescued-1.json", what)
      let copy = try SessionFile.read(rescued, assets: folder.assets).session
      #expect(copy.notes == texts && copy.id == "s1", what)
    }
    let found = try notesSomewhere(folder)
    for id in kept { #expect(found.contains(String(id.dropFirst(5))), "\(what): \(id)") }
    // The other session has nothing of it.
    if way == .anotherSession {
      #expect(try folder.stored().session.notes == [], what)
      #expect(try folder.text().contains("\"id\": \"s2\""), what)
    }
    keeper = try self.keeper(try TemporaryFolder.withSession().0)
  }

  @Test func itIsTriedAgainUntilTheFileIsBack() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    #expect(rename(folder.session, folder.path + "/moved.json") == 0)
    keeper.keep(.note("one"))
    #expect(keeper.waitUntilKept() == .displaced(.gone))
    #expect(keeper.outcomes() == [.notKept(["note-one"], .displaced(.gone))])
    #expect(!FileSystem.stands(folder.path + "/.session.json.journal"))
    #expect(rename(folder.path + "/moved.json", folder.session) == 0)
    keeper.tryAgain()
    #expect(keeper.finish() == nil)
    #expect(try folder.note() == "one")
  }

  @Test func whatWasKeptBesideAFileThatIsAnothersNowIsSaidNotToBe() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    keeper.keep(.note("one"))
    #expect(keeper.waitUntilKept() == nil)
    try Way.anotherSession.happens(to: folder)
    let journal = try folder.text(".session.json.journal")
    #expect(keeper.finish() == .displaced(.anotherSession))
    #expect(
      keeper.outcomes() == [
        .kept(["note-one"]), .notKept(["note-one"], .displaced(.anotherSession)),
      ]
    )
    #expect(try folder.text(".session.json.journal") == journal)
  }

  @Test func whatWasSaidNotToBeKeptIsSaidToBeOnceItsFileIsBack() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    keeper.keep(.note("one"))
    #expect(keeper.waitUntilKept() == nil)
    #expect(keeper.outcomes() == [.kept(["note-one"])])
    #expect(rename(folder.session, folder.path + "/moved.json") == 0)
    keeper.tryAgain()
    #expect(keeper.waitUntilKept() == .displaced(.gone))
    #expect(keeper.outcomes() == [.notKept(["note-one"], .displaced(.gone))])
    #expect(rename(folder.path + "/moved.json", folder.session) == 0)
    keeper.tryAgain()
    #expect(keeper.finish() == nil)
    #expect(keeper.outcomes() == [.kept(["note-one"])])
  }

  @discardableResult
  private func withdrawHavenia(from folder: TemporaryFolder) throws -> StoredSession {
    try SessionFile.withdraw(
      .havenia,
      from: folder.session,
      to: try OutputFile(folder.path + "/out.json", [.json]),
      at: Timestamp(milliseconds: 2_000_000_000_001),
      by: "amina",
      assets: folder.assets,
    )
  }

  @Test func aWithdrawalIsNotTurnedRoundByWhatWasKeptBefore() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    keeper.keep(.note("one"))
    #expect(keeper.waitUntilKept() == nil)
    try withdrawHavenia(from: folder)
    #expect(keeper.finish() == nil)
    #expect(try folder.stored().session.notes == [])
    #expect(try !folder.text().contains("\"note\": \"one\""))
    #expect(try !folder.text(".session.json.journal").contains("one"))
  }

  @Test func aWithdrawalLeavesNothingInWhatWasSetAsideOrWrittenAsACopy() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    let copy = try keeper.rescue(try driver(folder, ["one"]), otherwiseIn: folder.path)
    var position = Journal.Position()
    _ = try folder.journal().append([.note("one")], at: &position)
    let journal = folder.path + "/.session.json.journal"
    try Data(FileSystem.read(journal).dropLast(9) + Array("x\n".utf8))
      .write(to: URL(fileURLWithPath: journal))
    let stored = try withdrawHavenia(from: folder)
    #expect(stored.setAside == nil, "nothing is said to be where it is not")
    #expect(try SessionFile.read(copy, assets: folder.assets).session.receipt(of: .havenia) != nil)
    for name in FileSystem.names(in: folder.path) where name.contains("session.json") {
      guard let text = try? folder.text(name) else { continue }
      #expect(!text.contains("\"one\"") && !text.contains("note-one"), "\(name)")
    }
    withExtendedLifetime(keeper) {}
  }

  @Test func aFileThatLostItsEndIsNoMoreTheSessionThoughItBeginsAsOne() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    let whole = SessionFile.text(stored.session)
    try Data(whole).write(to: URL(fileURLWithPath: folder.session))
    let keeper = try keeper(folder)
    try Data(whole.dropLast(2)).write(to: URL(fileURLWithPath: folder.session))
    keeper.keep(.note("one"))
    _ = keeper.waitUntilKept()
    let isSaid = keeper.outcomes().contains {
      if case .notKept(_, .displaced(.damaged)) = $0 { true } else { false }
    }
    #expect(isSaid)
  }

  @Test func nothingIsKeptThatCouldNotBeReadAgainAndItIsSaidBefore() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    let size = try FileSystem.read(folder.session).count
    let keeper = Keeper(
      path: folder.session,
      stored: stored,
      assets: folder.assets,
      operations: .system,
      pace: Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 3_600_000),
      limit: size + 20_000,
    )
    var said: [Keeper.Outcome] = []
    for number in 0..<100 {
      keeper.keep(.note("\(number)"))
      if keeper.waitUntilKept() != nil { break }
    }
    said = keeper.outcomes()
    let warning = said.firstIndex(of: .nearlyFull(limitInMegabytes: 256))
    let refusal = said.firstIndex {
      if case .notKept(_, .tooLarge) = $0 { true } else { false }
    }
    #expect(try #require(warning) < #require(refusal))
    var folding = Folding(path: folder.session, assets: folder.assets, limit: size + 20_000)
    let kept = said.count { if case .kept = $0 { true } else { false } }
    #expect(try folding.fold().session.notes.count == kept)
    #expect(try folder.stored().session.notes.count == kept)
  }

  @Test(arguments: [(85, false), (95, true)])
  func itIsSaidWhenLessThanATenthIsFree(used: Int, isSaid: Bool) throws {
    let (other, _) = try TemporaryFolder.withSession()
    var position = Journal.Position()
    _ = try other.journal().append([.note("one")], at: &position)
    let journal = try FileSystem.read(other.path + "/.session.json.journal").count
    let (folder, stored) = try TemporaryFolder.withSession()
    let keeper = Keeper(
      path: folder.session,
      stored: stored,
      assets: folder.assets,
      operations: .system,
      pace: Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 3_600_000),
      limit: (try FileSystem.read(folder.session).count + journal * 3) * 100 / used,
    )
    keeper.keep(.note("one"))
    #expect(keeper.waitUntilKept() == nil)
    #expect(keeper.outcomes().contains(.nearlyFull(limitInMegabytes: 256)) == isSaid)
  }
}
