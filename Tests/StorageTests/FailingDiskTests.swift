import Consultation
import Dispatch
import Foundation
import Glibc
import Testing

@testable import Storage

/// Every file operation of a save fails once, in every way, as SQLite does it.
@Suite struct FailingDiskTests {
  private func session(_ title: String, like stored: StoredSession) -> Session {
    var session = stored.session
    session.workshop.title = TranslatedText(title, language: .french)
    return session
  }

  /// A folder with a session called "old" and two backups of it, and a writer on a failing disk.
  private func scene() throws -> (TemporaryFolder, FailingDisk, SessionWriter, StoredSession) {
    let folder = try TemporaryFolder()
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    for number in 1...2 {
      try folder.write(SessionCodingTests.smallSession, to: "session.json.~\(number)~")
      try folder.setAge(Double(number) * 1000, of: "session.json.~\(number)~")
    }
    let stored = try folder.stored()
    let disk = FailingDisk()
    let writer = SessionWriter(
      path: folder.session,
      stored: stored,
      operations: disk.operations,
    )
    return (folder, disk, writer, stored)
  }

  private func operationsOfOneSave() throws -> Int {
    var (folder, disk, writer, stored) = try scene()
    try withExtendedLifetime(folder) { try writer.write(session("new", like: stored)) }
    return disk.count
  }

  @Test func afterEveryFaultTheFileOpensAndTheNextTryKeepsAll() throws {
    let operations = try operationsOfOneSave()
    #expect(operations >= 10)
    var cases = 0
    for fault in FailingDisk.Fault.allCases {
      for number in 1...operations {
        cases += 1
        let what: Testing.Comment = "\(fault) at operation \(number)"
        var (folder, disk, writer, stored) = try scene()
        let old = stored.session.workshop.title.original
        disk.fail(at: number, fault)
        var failure: StorageError?
        do throws(StorageError) {
          try writer.write(session("new", like: stored))
        } catch {
          failure = error
        }
        let after = try folder.stored().session.workshop.title.original
        #expect(after == "new" || failure != nil && after == old, what)
        if fault != .dead {
          #expect(!folder.names.contains { $0.hasSuffix(".tmp") }, what)
        }
        disk.fail(at: nil)
        // The same writer goes on: a failure of the disk is no change by another hand.
        #expect(throws: Never.self, what) { try writer.write(session("newer", like: stored)) }
        #expect(try folder.stored().session.workshop.title.original == "newer", what)
        let backup = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
        #expect(FileSystem.exists(backup.path), what)
      }
    }
    print("Failing disk: \(cases) cases of a save, \(operations) operations each")
  }

  @Test func triesThatFailDoNotPushTheOlderBackupsOut() throws {
    let (folder, _, _, stored) = try scene()
    try folder.write("the oldest", to: "session.json.~2~")
    var operations = FileOperations.system
    operations.rename = { path, newPath in
      guard newPath.hasSuffix("session.json") else {
        return FileOperations.system.rename(path, newPath)
      }
      errno = ENOSPC
      return -1
    }
    var writer = SessionWriter(path: folder.session, stored: stored, operations: operations)
    for _ in 0..<10 {
      #expect(throws: StorageError.self) { try writer.write(session("new", like: stored)) }
    }
    #expect(try folder.text("session.json.~3~") == "the oldest")
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
  }

  @Test func aFileThatCannotBeMadeLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let session = try SessionFile.read(
      bytes: Array(SessionCodingTests.smallSession.utf8),
      assets: folder.assets,
    ).session
    let counting = FailingDisk()
    try AtomicWriting(operations: counting.operations)
      .create(folder.path + "/made.json", with: SessionFile.text(session))
    var cases = 0
    for fault in FailingDisk.Fault.allCases {
      for number in 1...counting.count {
        cases += 1
        let name = "\(fault)-\(number).json"
        let disk = FailingDisk()
        disk.fail(at: number, fault)
        // Whether it fails is not the point here: what is then in the folder is.
        try? AtomicWriting(operations: disk.operations)
          .create("\(folder.path)/\(name)", with: SessionFile.text(session))
        if folder.names.contains(name) {
          let bytes = try FileSystem.read("\(folder.path)/\(name)")
          let isTakenName = bytes.isEmpty && fault == .dead
          #expect(bytes == SessionFile.text(session) || isTakenName, "\(name)")
        }
      }
    }
    print("Failing disk: \(cases) cases of a new file")
  }
}
