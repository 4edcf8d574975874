import Consultation
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Storage

@Suite struct KeeperTests {
  private func keeper(
    _ folder: TemporaryFolder,
    _ operations: FileOperations = .system,
    pace: Keeper.Pace = Keeper.Pace(following: 10, folding: 3_600_000, retrying: 20),
  ) throws -> Keeper {
    Keeper(
      path: folder.session,
      stored: try folder.stored(),
      assets: folder.assets,
      operations: operations,
      pace: pace,
    )
  }

  /// What became of changes, as soon as the keeper says that there is something.
  private func outcomes(of keeper: Keeper) -> [Keeper.Outcome] {
    var waiting = pollfd(fd: keeper.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 10_000) == 1 else {
      Issue.record("the keeper said nothing for ten seconds")
      return []
    }
    return keeper.outcomes()
  }

  @Test func aChangeIsKeptSaidAndFoldedInTheEnd() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    keeper.keep(.note("one"))
    #expect(outcomes(of: keeper) == [.kept(["note-one"])])
    #expect(try folder.text() == SessionCodingTests.smallSession)
    #expect(try folder.note() == "one")
    #expect(keeper.finish() == nil)
    #expect(try folder.text().contains("\"note\": \"one\""))
    #expect(try folder.stored().recovered == 0)
    #expect(!FileSystem.stands(folder.path + "/.session.json.lock"))
  }

  @Test func theLockGoesWithTheLastWhereAnotherHasItForAMoment() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    let other = Mutex<FileLock?>(try FileLock(forSession: folder.session))
    // As a program has it that was just started, until it is that program.
    Thread.detachNewThread {
      usleep(20_000)
      other.withLock { $0 = nil }
    }
    #expect(keeper.finish() == nil)
    #expect(!FileSystem.stands(folder.path + "/.session.json.lock"))
  }

  @Test func atAPauseWhatWasKeptIsFolded() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder, pace: Keeper.Pace(following: 5, folding: 20, retrying: 20))
    keeper.keep(.note("one"))
    let limit = ContinuousClock.now + .seconds(10)
    while try !folder.text().contains("\"note\": \"one\""), ContinuousClock.now < limit {
      usleep(2000)
    }
    #expect(try folder.text().contains("\"note\": \"one\""))
    withExtendedLifetime(keeper) {}
  }

  @Test func handingOverDoesNotWaitForTheDisk() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let gate = DispatchSemaphore(value: 0)
    let syncs = Mutex(0)
    var operations = FileOperations.system
    operations.dataSync = { descriptor in
      let count = syncs.withLock { count in
        count += 1
        return count
      }
      if count == 1 { gate.wait() }
      return FileOperations.system.dataSync(descriptor)
    }
    let keeper = try keeper(folder, operations)
    let start = ContinuousClock.now
    for number in 0..<100 { keeper.keep(.note("\(number)")) }
    #expect(ContinuousClock.now - start < .seconds(5))
    gate.signal()
    #expect(keeper.finish() == nil)
    let ids = keeper.outcomes().flatMap { outcome -> [String] in
      if case .kept(let ids) = outcome { ids } else { [] }
    }
    #expect(ids == (0..<100).map { "note-\($0)" })
    #expect(syncs.withLock(\.self) <= 3, "many that wait are kept at once")
    #expect(try folder.stored().session.notes == (0..<100).map { "\($0)" })
  }

  @Test func whatCouldNotBeKeptIsSaidOnceAndTriedUntilItIs() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let isFull = Mutex(true)
    let tries = Mutex(0)
    var operations = FileOperations.system
    operations.write = { descriptor, bytes in
      tries.withLock { $0 += 1 }
      guard isFull.withLock(\.self) else { return FileOperations.system.write(descriptor, bytes) }
      errno = ENOSPC
      return -1
    }
    let keeper = try keeper(folder, operations)
    let failure = StorageError.writeFailed(reason: "No space left on device")
    keeper.keep(.note("one"))
    #expect(outcomes(of: keeper) == [.notKept(["note-one"], failure)])
    #expect(keeper.finish() == failure)
    #expect(try folder.text() == SessionCodingTests.smallSession)
    let limit = ContinuousClock.now + .seconds(10)
    let before = tries.withLock(\.self)
    while tries.withLock(\.self) < before + 5, ContinuousClock.now < limit { usleep(1000) }
    #expect(keeper.outcomes() == [])
    isFull.withLock { $0 = false }
    var said: [Keeper.Outcome] = []
    while said.isEmpty { said = outcomes(of: keeper) }
    #expect(said == [.kept(["note-one"])])
    #expect(keeper.finish() == nil)
    #expect(try folder.note() == "one")
  }

  @Test func whatFailedIsTriedAgainWithTheNextChangeOrWhenAskedAndElseNotBeforeItsTime() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let disk = FailingDisk()
    let seldom = Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 3_600_000)
    let keeper = try keeper(folder, disk.operations, pace: seldom)
    disk.fail(at: 1, .dead)
    keeper.keep(.note("one"))
    guard case .notKept? = outcomes(of: keeper).first else {
      Issue.record("it did not fail")
      return
    }
    disk.fail(at: nil)
    keeper.look()
    #expect(keeper.hasUnkept)
    keeper.keep(.note("two"))
    #expect(outcomes(of: keeper) == [.kept(["note-one", "note-two"])])
    disk.fail(at: 1, .dead)
    keeper.keep(.note("three"))
    #expect(!outcomes(of: keeper).isEmpty)
    disk.fail(at: nil)
    keeper.tryAgain()
    #expect(outcomes(of: keeper).first == .kept(["note-three"]))
  }

  @Test func whoLeavesWaitsForOneMoreTry() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let disk = FailingDisk()
    let seldom = Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 3_600_000)
    let keeper = try keeper(folder, disk.operations, pace: seldom)
    for (text, wait) in [("one", keeper.waitUntilKept), ("two", keeper.finish)] {
      disk.fail(at: 1, .dead)
      keeper.keep(.note(text))
      #expect(!outcomes(of: keeper).isEmpty)
      #expect(keeper.hasUnkept)
      disk.fail(at: nil)
      #expect(wait() == nil)
      #expect(!keeper.hasUnkept)
      #expect(try folder.stored().session.notes.last == text)
      _ = keeper.outcomes()
    }
  }

  @Test func whatOthersDoIsSaidAndNothingOfBothIsLost() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let first = try keeper(folder, pace: Keeper.Pace())
    let second = try keeper(folder, pace: Keeper.Pace())
    first.keep(.note("one"))
    #expect(outcomes(of: second) == [.others([.note("one")])])
    second.keep(.note("two"))
    #expect(first.finish() == nil)
    #expect(second.finish() == nil)
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func aFoldBySomeoneElseDisturbsNobodyWhoHasReadEverything() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let first = try keeper(folder)
    let second = try keeper(folder)
    first.keep(.note("one"))
    #expect(outcomes(of: second) == [.others([.note("one")])])
    #expect(first.finish() == nil)
    second.keep(.note("two"))
    #expect(outcomes(of: second) == [.kept(["note-two"])])
    #expect(second.finish() == nil)
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func aFoldTellsWhatOthersChangedInTheFileMeanwhile() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let pace = Keeper.Pace(following: 3_600_000, folding: 3_600_000, retrying: 20)
    let keeper = try keeper(folder, pace: pace)
    keeper.keep(.note("one"))
    #expect(outcomes(of: keeper) == [.kept(["note-one"])])
    var position = Journal.Position()
    _ = try folder.journal().append([.note("two")], at: &position)
    // Nobody looks but the fold itself.
    #expect(keeper.finish() == nil)
    #expect(keeper.outcomes() == [.reloaded(try folder.stored().session)])
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func whatAnotherHandWroteIntoTheFileStaysAndIsSaid() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    let edited = SessionCodingTests.smallSession.replacingFirst("partial", with: "absent")
    try folder.write(edited, to: "session.json")
    var said: [Keeper.Outcome] = []
    while said.isEmpty { said = outcomes(of: keeper) }
    #expect(said == [.reloaded(try folder.stored().session)])
    keeper.keep(.note("one"))
    #expect(keeper.finish() == nil)
    #expect(try folder.text().contains("\"value\": \"absent\""))
    #expect(try folder.note() == "one")
  }

  @Test func aFileThatAnotherHandDamagedIsLeftAloneAndNothingIsLost() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    keeper.keep(.note("one"))
    #expect(outcomes(of: keeper) == [.kept(["note-one"])])
    try folder.write("{ damaged", to: "session.json")
    #expect(keeper.finish() != nil)
    #expect(try folder.text() == "{ damaged")
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    #expect(try folder.note() == "one")
    #expect(keeper.finish() == nil)
  }

  @Test func aFolderThatVanishedLosesNothingOnceItIsBack() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let keeper = try keeper(folder)
    let elsewhere = folder.path + "-elsewhere"
    #expect(rename(folder.path, elsewhere) == 0)
    keeper.keep(.note("one"))
    let said = outcomes(of: keeper)
    #expect(
      said.contains { if case .notKept(["note-one"], _) = $0 { true } else { false } },
      "\(said)",
    )
    #expect(rename(elsewhere, folder.path) == 0)
    let limit = ContinuousClock.now + .seconds(10)
    var later: [Keeper.Outcome] = []
    while !later.contains(.kept(["note-one"])), ContinuousClock.now < limit {
      later += outcomes(of: keeper)
    }
    #expect(keeper.finish() == nil)
    #expect(try folder.note() == "one")
  }

  @Test func aFullRoomIsNoLongerAtFoldingThanOneAlone() {
    let pace = Keeper.Pace()
    let taken = Duration.milliseconds(100)
    #expect(pace.pauseBeforeFolding(that: .zero, others: 32) == .milliseconds(400))
    for others in [0, 1, 20] {
      let pause = pace.pauseBeforeFolding(that: taken, others: others)
      #expect(taken * (others + 1) <= pause / 20)
    }
    // However many they are, what is done is in the session's own file within a minute's rest.
    #expect(pace.pauseBeforeFolding(that: taken, others: 900) == .seconds(60))
  }

  /// One change is kept, and one of others read just now.
  private func keepOneAndReadOne(_ keeper: Keeper, _ folder: TemporaryFolder) throws {
    keeper.keep(.note("one"))
    #expect(outcomes(of: keeper) == [.kept(["note-one"])])
    var position = Journal.Position()
    _ = try folder.journal().append([.note("two")], at: &position)
    keeper.look()
  }

  @Test func whatOthersHaveHadNoTimeToReadIsNotFoldedYet() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    // Nobody looks but where it is said here.
    let pace = Keeper.Pace(following: 3_600_000, folding: 0, settling: 3_600_000, retrying: 20)
    let keeper = try keeper(folder, pace: pace)
    try keepOneAndReadOne(keeper, folder)
    keeper.look()
    #expect(keeper.outcomes() == [.others([.note("two")])])
    #expect(try folder.text() == SessionCodingTests.smallSession)
    // Who leaves folds in any case.
    #expect(keeper.finish() == nil)
    #expect(try folder.text().contains("\"note\": \"two\""))
  }

  @Test func aRoomThatIsNeverQuietIsFoldedAllTheSame() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let pace = Keeper.Pace(
      following: 3_600_000,
      folding: 0,
      settling: 3_600_000,
      patience: 0,
      retrying: 20,
    )
    let keeper = try keeper(folder, pace: pace)
    try keepOneAndReadOne(keeper, folder)
    #expect(try folder.text().contains("\"note\": \"two\""))
    withExtendedLifetime(keeper) {}
  }

  @Test func whatAnotherHasJustFoldedIsNotFoldedOnceMore() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    var state = Keeper.State(
      path: folder.session,
      stored: try folder.stored(),
      assets: folder.assets,
      operations: .system,
      writes: true,
      limit: .max,
    )
    state.waiting = [.note("one")]
    state.append()
    let other = try keeper(folder)
    other.keep(.note("two"))
    #expect(other.finish() == nil)
    func journal() throws -> [UInt8] { try FileSystem.read(folder.path + "/.session.json.journal") }
    let before = try journal()
    state.fold(yields: true)
    #expect(try journal() == before)
    #expect(state.outcomes == [.kept(["note-one"]), .reloaded(try folder.stored().session)])
    // With nothing new there it is done.
    state.fold(yields: true)
    #expect(try journal() != before)
    #expect(try folder.stored().session.notes == ["one", "two"])
  }

  @Test func whoIsThereIsSeenByOthersUntilTheyLeave() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let presence = Presence(
      by: "نادية",
      role: .delegate,
      delegation: DelegationCode("QNG"),
      question: QuestionNumber("1.1.1"),
      at: Timestamp(milliseconds: 1_686_825_727_000),
    )
    var mine = PresenceFolder(forSession: folder.session)
    var others = PresenceFolder(forSession: folder.session)
    #expect(others.others() == [])
    mine.tell(presence)
    #expect(others.others() == [presence])
    #expect(mine.others() == [])
    // What is as long as before and written a moment later is seen too.
    var next = presence
    next.question = QuestionNumber("1.1.2")
    mine.tell(next)
    #expect(others.others() == [next])
    mine.tell(presence)
    #expect(others.others() == [presence])
    others.tell(presence)
    mine.end()
    #expect(others.others() == [])
    // One whose process was killed is a file that nobody holds.
    try folder.write("{}", to: ".session.json.here/1-\(UUID().uuidString)")
    #expect(others.others() == [])
    others.end()
    #expect(folder.names == ["session.json"])
  }
}
