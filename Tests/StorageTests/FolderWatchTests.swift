import Consultation
import Dispatch
import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct FolderWatchTests {
  /// Looks by itself at nothing that a test waits for: what is seen was told by the system.
  private static let toldAlone = Keeper.Pace(
    following: 3_600_000,
    resting: 3_600_000,
    watches: true,
    folding: 3_600_000,
    retrying: 3_600_000,
  )

  private func keeper(_ folder: TemporaryFolder, pace: Keeper.Pace) throws -> Keeper {
    Keeper(
      path: folder.session,
      stored: try folder.stored(),
      assets: folder.assets,
      operations: .system,
      pace: pace,
    )
  }

  /// Whether there is something within ten seconds.
  private func says(_ keeper: Keeper) -> Bool {
    var waiting = pollfd(fd: keeper.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 10_000) == 1
  }

  @Test func whatOthersDoIsSeenWhenTheSystemTellsOfIt() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let watching = try keeper(folder, pace: Self.toldAlone)
    let writing = try keeper(folder, pace: Self.toldAlone)
    watching.look()
    writing.keep(.note("one"))
    try #require(says(watching))
    #expect(watching.outcomes() == [.others([.note("one")])])
    #expect(writing.finish() == nil)
  }

  @Test func whoComesIsSeenWhenTheSystemTellsOfIt() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let watching = try keeper(folder, pace: Self.toldAlone)
    watching.look()
    let coming = try keeper(folder, pace: Self.toldAlone)
    coming.tell(.somewhere)
    try #require(says(watching))
    #expect(watching.outcomes() == [.present([.somewhere])])
    withExtendedLifetime(coming) {}
  }

  @Test func aFileInAnothersPlaceIsSeenWhenTheSystemTellsOfIt() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let watching = try keeper(folder, pace: Self.toldAlone)
    watching.look()
    let text = try folder.text().replacing("\"amina\"", with: "\"salma\"")
    let other = folder.session + ".new"
    try Data(text.utf8).write(to: URL(fileURLWithPath: other))
    #expect(rename(other, folder.session) == 0)
    try #require(says(watching))
    guard case .reloaded? = watching.outcomes().first else {
      Issue.record("the file in its place was not read")
      return
    }
  }

  @Test func whatIsNotWatchedIsLookedAtAllTheSame() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let watching = try keeper(
      folder,
      pace: Keeper.Pace(following: 10, resting: 20, folding: 3_600_000, retrying: 20),
    )
    let writing = try keeper(folder, pace: Self.toldAlone)
    writing.keep(.note("one"))
    try #require(says(watching))
    #expect(watching.outcomes() == [.others([.note("one")])])
    #expect(writing.finish() == nil)
  }

  @Test func namesThatAreNotTheSessionsArePassedOver() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let queue = DispatchQueue(label: "test")
    let happened = DispatchSemaphore(value: 0)
    let path = FileSystem.folder(of: folder.session)
    let watch = FolderWatch(path, names: ["wanted"], inner: "inner", queue: queue) {
      happened.signal()
    }
    let watching = try #require(watch)
    #expect(watching.renew())
    try Data().write(to: URL(fileURLWithPath: "\(path)/other"))
    // The system tells in order: when the wanted one was told, the other one had been.
    let descriptor = open("\(path)/wanted", O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(happened.wait(timeout: .now() + 10) == .success)
    queue.sync {}
    #expect(happened.wait(timeout: .now()) == .timedOut)
  }
}

extension Presence {
  fileprivate static let somewhere = Presence(
    by: "Avicenna",
    role: .delegate,
    delegation: nil,
    question: nil,
    at: Timestamp(milliseconds: 1_686_819_600_000),
  )
}
