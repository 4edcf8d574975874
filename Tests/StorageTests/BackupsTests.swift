import Consultation
import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct BackupsTests {
  private func save(_ text: String, _ folding: inout Folding, in folder: TemporaryFolder) throws {
    var position = Journal.Position()
    _ = try folder.journal().append([.note(text)], at: &position)
    _ = try folding.fold()
  }

  @Test func theFirstSaveOfARunSetsTheOldVersionAside() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    var folding = Folding(path: folder.session, assets: folder.assets)
    try save("first", &folding, in: folder)
    try save("second", &folding, in: folder)
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    #expect(folder.names == ["session.json", "session.json.~1~"])
    #expect(try folder.note() == "second")
    #expect(try folder.mode("session.json.~1~") == 0o600)
    #expect(try folder.mode("session.json") == 0o600)
  }

  @Test func threeVersionsAreKept() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    for run in 1...5 {
      var folding = Folding(path: folder.session, assets: folder.assets)
      try save("run \(run)", &folding, in: folder)
    }
    let titles = try (1...3).map { try folder.note("session.json.~\($0)~") }
    #expect(titles == ["run 4", "run 3", "run 2"])
    #expect(folder.names.count == 4)
  }

  @Test func theAgeOfABackupCountsFromWhenItWasSetAside() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    try folder.setAge(86_400, of: "session.json")
    var folding = Folding(path: folder.session, assets: folder.assets)
    try save("first", &folding, in: folder)
    let backups = Backups(of: folder.session)
    // It was written yesterday, and set aside just now.
    #expect(!backups.newestIsOlder(than: 600))
    #expect(backups.newestIsOlder(than: 0))
    let good = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
    let age = Date().timeIntervalSince1970 - Double(good.at.milliseconds) / 1000
    #expect(age > 86_000)
  }

  @Test func aDamagedBackupIsPassedOver() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    try folder.write("{", to: "session.json.~1~")
    try folder.write(SessionCodingTests.smallSession, to: "session.json.~2~")
    let good = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
    #expect(good.path == folder.session + ".~2~")
  }

  @Test func aSessionBehindASymbolicLinkIsWrittenAndSetAsideWhereItLies() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let link = folder.path + "/link.json"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: "session.json",
    )
    var folding = Folding(path: link, assets: folder.assets)
    try save("through the link", &folding, in: folder)
    #expect(try folder.note() == "through the link")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "session.json")
    #expect(folder.names == ["link.json", "session.json", "session.json.~1~"])
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    #expect(Backups.newestGood(of: link, assets: folder.assets) != nil)
  }

  @Test func aDiskWithoutSecondNamesGetsCopies() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let disk = FailingDisk()
    var operations = disk.operations
    operations.link = { _, _ in
      errno = EPERM
      return -1
    }
    var folding = Folding(path: folder.session, assets: folder.assets, operations: operations)
    try save("new", &folding, in: folder)
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    let made = folder.path + "/made.json"
    let writing = AtomicWriting(operations: operations)
    try writing.create(made, with: [1])
    #expect(throws: StorageError.exists) { try writing.create(made, with: [2]) }
    #expect(try FileSystem.read(made) == [1])
    #expect(disk.openDescriptors == 0)
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
  }

  @Test func whatAKilledRunLeftIsTidiedUp() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    for name in [
      ".session.json.0a1b2c3d.tmp", ".session.json.ffffffff.tmp", ".other.json.0a1b2c3d.tmp",
    ] {
      try folder.write("half", to: name)
    }
    try folder.setAge(300, of: ".session.json.0a1b2c3d.tmp")
    try folder.setAge(300, of: ".other.json.0a1b2c3d.tmp")
    var folding = Folding(path: folder.session, assets: folder.assets)
    try save("new", &folding, in: folder)
    let remains = folder.names.filter { $0.hasSuffix(".tmp") }
    #expect(remains == [".other.json.0a1b2c3d.tmp", ".session.json.ffffffff.tmp"])
  }
}
