import Consultation
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Storage

/// Every file operation of keeping a change fails once, in every way, as SQLite does it.
@Suite struct FailingDiskTests {
  /// A folder with a session and two backups of it, and a keeper of changes on a failing disk.
  private func scene() throws -> (TemporaryFolder, FailingDisk, Saving) {
    let (folder, _) = try TemporaryFolder.withSession()
    for number in 1...2 {
      try folder.write(SessionCodingTests.smallSession, to: "session.json.~\(number)~")
      try folder.setAge(Double(number) * 1000, of: "session.json.~\(number)~")
    }
    let disk = FailingDisk()
    return (folder, disk, try Saving(folder, disk.operations))
  }

  /// One change appended, and the journal folded.
  private struct Saving {
    var journal: Journal
    var folding: Folding
    var position = Journal.Position()

    init(_ folder: TemporaryFolder, _ operations: FileOperations) throws {
      journal = try folder.journal(operations)
      folding = Folding(path: folder.session, assets: folder.assets, operations: operations)
    }

    /// - Returns: whether the change was acknowledged, and whether all went well.
    mutating func save(_ text: String) -> (isKept: Bool, isFolded: Bool) {
      do throws(StorageError) {
        _ = try journal.append([.note(text)], at: &position)
      } catch {
        return (false, false)
      }
      do throws(StorageError) {
        position = try folding.fold().position
        return (true, true)
      } catch {
        return (true, false)
      }
    }
  }

  @Test func afterEveryFaultTheFileOpensAndHasAllThatWasAcknowledged() throws {
    var (folder, counting, saving) = try scene()
    #expect(withExtendedLifetime(folder) { saving.save("old").isFolded })
    let operations = counting.count
    #expect(operations >= 20)
    var cases = 0
    for fault in FailingDisk.Fault.allCases {
      for number in 1...operations {
        cases += 1
        let what: Testing.Comment = "\(fault) at operation \(number)"
        var (folder, disk, saving) = try scene()
        #expect(saving.save("old").isFolded, what)
        disk.fail(at: number, fault)
        let (isKept, _) = saving.save("new")
        let after = try folder.stored().session.notes
        #expect(after == ["old", "new"] || !isKept && after == ["old"], what)
        if fault != .dead {
          #expect(!folder.names.contains { $0.hasSuffix(".tmp") }, what)
        }
        disk.fail(at: nil)
        // The same process goes on, and tries again what was not acknowledged.
        if !isKept { #expect(saving.save("new").isKept, what) }
        #expect(saving.save("newer").isFolded, what)
        #expect(try folder.stored().session.notes == ["old", "new", "newer"], what)
        #expect(try folder.text().contains("newer"), what)
        let backup = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
        #expect(FileSystem.exists(backup.path), what)
      }
    }
    print("Failing disk: \(cases) cases of a save, \(operations) operations each")
  }

  @Test func aNewNameIsMadeDurableInItsFolder() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let synced = Mutex<[String]>([])
    var operations = FileOperations.system
    operations.sync = { descriptor in
      let path = FileSystem.target(of: "/proc/self/fd/\(descriptor)")
      synced.withLock { $0.append(path) }
      return FileOperations.system.sync(descriptor)
    }
    let path = FileSystem.target(of: folder.path)
    let writing = AtomicWriting(operations: operations)
    for write in [
      { try writing.replace(folder.session, with: [1]) },
      { try writing.replaceName(folder.session, with: [2]) },
      { try writing.replace(folder.session, with: [3], ifStill: { true }) },
      { try writing.create(folder.path + "/new.json", with: [4]) },
    ] as [() throws -> Void] {
      synced.withLock { $0 = [] }
      try write()
      // First what is in it, then its name.
      let all = synced.withLock(\.self)
      #expect(all.count == 2 && all.last == path && all.first != path, "\(all)")
    }
  }

  @Test func triesThatFailDoNotPushTheOlderBackupsOut() throws {
    let (folder, _, _) = try scene()
    try folder.write("the oldest", to: "session.json.~2~")
    var operations = FileOperations.system
    operations.rename = { path, newPath in
      guard newPath.hasSuffix("session.json") else {
        return FileOperations.system.rename(path, newPath)
      }
      errno = ENOSPC
      return -1
    }
    var folding = Folding(path: folder.session, assets: folder.assets, operations: operations)
    for _ in 0..<10 {
      #expect(throws: StorageError.self) { try folding.fold() }
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
