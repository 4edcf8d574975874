import Consultation
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Storage

@Suite struct KeeperTests {
  private func scene() throws -> (TemporaryFolder, StoredSession) {
    let folder = try TemporaryFolder()
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    return (folder, try folder.stored())
  }

  private func session(_ title: String, like stored: StoredSession) -> Session {
    var session = stored.session
    session.workshop.title = TranslatedText(title, language: .french)
    return session
  }

  /// What became of changes, as soon as the keeper says that there is something.
  private func outcomes(of keeper: Keeper) -> [Keeper.Outcome] {
    var waiting = pollfd(fd: keeper.wakeUp, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 10_000) == 1 else {
      Issue.record("the keeper said nothing for ten seconds")
      return []
    }
    return keeper.outcomes()
  }

  @Test func aChangeIsKeptAndSaid() throws {
    let (folder, stored) = try scene()
    let keeper = Keeper(path: folder.session, stored: stored)
    keeper.keep(session("one", like: stored), change: "c1")
    #expect(outcomes(of: keeper) == [.kept(["c1"])])
    #expect(keeper.finish() == nil)
    #expect(try folder.stored().session.workshop.title.original == "one")
  }

  @Test func ofManyChangesThatWaitOnlyTheNewestStateIsWritten() throws {
    let (folder, stored) = try scene()
    let gate = DispatchSemaphore(value: 0)
    let renames = Mutex(0)
    var operations = FileOperations.system
    operations.rename = { path, newPath in
      if newPath.hasSuffix("session.json") {
        let count = renames.withLock { count in
          count += 1
          return count
        }
        if count == 1 { gate.wait() }
      }
      return FileOperations.system.rename(path, newPath)
    }
    let writer = SessionWriter(path: folder.session, stored: stored, operations: operations)
    let keeper = Keeper(writer: writer, retryInterval: .seconds(3600))
    let start = ContinuousClock.now
    for number in 0..<100 {
      keeper.keep(session("\(number)", like: stored), change: "c\(number)")
    }
    // The disk stands still, and handing over does not.
    #expect(ContinuousClock.now - start < .seconds(5))
    gate.signal()
    #expect(keeper.finish() == nil)
    let ids = keeper.outcomes().flatMap { outcome -> [String] in
      if case .kept(let ids) = outcome { ids } else { [] }
    }
    #expect(ids == (0..<100).map { "c\($0)" })
    #expect(renames.withLock(\.self) <= 3)
    #expect(try folder.stored().session.workshop.title.original == "99")
  }

  @Test func whatCouldNotBeKeptIsSaidOnceAndTriedUntilItIs() throws {
    let (folder, stored) = try scene()
    let isFull = Mutex(true)
    let tries = Mutex(0)
    var operations = FileOperations.system
    operations.write = { descriptor, bytes in
      tries.withLock { $0 += 1 }
      guard isFull.withLock(\.self) else { return FileOperations.system.write(descriptor, bytes) }
      errno = ENOSPC
      return -1
    }
    let writer = SessionWriter(path: folder.session, stored: stored, operations: operations)
    let keeper = Keeper(writer: writer, retryInterval: .milliseconds(20))
    let failure = StorageError.writeFailed(reason: "No space left on device")
    keeper.keep(session("one", like: stored), change: "c1")
    #expect(outcomes(of: keeper) == [.notKept(["c1"], failure)])
    keeper.keep(session("two", like: stored), change: "c2")
    var said: [Keeper.Outcome] = []
    while said.isEmpty { said = outcomes(of: keeper) }
    #expect(said == [.notKept(["c1", "c2"], failure)])
    #expect(keeper.finish() == failure)
    #expect(try folder.text() == SessionCodingTests.smallSession)
    let limit = ContinuousClock.now + .seconds(10)
    let before = tries.withLock(\.self)
    while tries.withLock(\.self) < before + 5, ContinuousClock.now < limit { usleep(1000) }
    #expect(keeper.outcomes() == [])
    isFull.withLock { $0 = false }
    said = []
    while said.isEmpty { said = outcomes(of: keeper) }
    #expect(said == [.kept(["c1", "c2"])])
    #expect(try folder.stored().session.workshop.title.original == "two")
    #expect(keeper.finish() == nil)
  }

  @Test func manyChangesOnAFullDiskDoNotMakeManyTries() throws {
    let (folder, stored) = try scene()
    let tries = Mutex(0)
    var operations = FileOperations.system
    operations.open = { _, _ in
      tries.withLock { $0 += 1 }
      errno = EROFS
      return -1
    }
    let writer = SessionWriter(path: folder.session, stored: stored, operations: operations)
    let keeper = Keeper(writer: writer, retryInterval: .milliseconds(200))
    for number in 0..<50 { keeper.keep(stored.session, change: "c\(number)") }
    _ = keeper.finish()
    let before = tries.withLock(\.self)
    usleep(700_000)
    #expect(tries.withLock(\.self) - before <= 5)
  }
}
