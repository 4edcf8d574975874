import Consultation
import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct BackupsTests {
  private func save(_ title: String, _ writer: inout SessionWriter, _ stored: StoredSession) throws
  {
    var session = stored.session
    session.workshop.title = TranslatedText(title, language: .french)
    try writer.write(session)
  }

  private func title(_ name: String, in folder: TemporaryFolder) throws -> String {
    try folder.stored(name).session.workshop.title.original
  }

  private func scene() throws -> (TemporaryFolder, StoredSession) {
    let folder = try TemporaryFolder()
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    return (folder, try folder.stored())
  }

  @Test func theFirstSaveOfARunSetsTheOldVersionAside() throws {
    let (folder, stored) = try scene()
    var writer = SessionWriter(path: folder.session, stored: stored)
    try save("first", &writer, stored)
    try save("second", &writer, stored)
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    #expect(folder.names == ["session.json", "session.json.~1~"])
    #expect(try title("session.json", in: folder) == "second")
    #expect(try folder.mode("session.json.~1~") == 0o600)
    #expect(try folder.mode("session.json") == 0o600)
  }

  @Test func threeVersionsAreKept() throws {
    let (folder, _) = try scene()
    for run in 1...5 {
      let stored = try folder.stored()
      var writer = SessionWriter(path: folder.session, stored: stored)
      try save("run \(run)", &writer, stored)
    }
    let titles = try (1...3).map { try title("session.json.~\($0)~", in: folder) }
    #expect(titles == ["run 4", "run 3", "run 2"])
    #expect(folder.names.count == 4)
  }

  @Test func theAgeOfABackupCountsFromWhenItWasSetAside() throws {
    let (folder, stored) = try scene()
    try folder.setAge(86_400, of: "session.json")
    let read = try folder.stored()
    var writer = SessionWriter(path: folder.session, stored: read)
    try save("first", &writer, stored)
    let backups = Backups(of: folder.session)
    // It was written yesterday, and set aside just now.
    #expect(!backups.newestIsOlder(than: 600))
    #expect(backups.newestIsOlder(than: 0))
    let good = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
    let age = Date().timeIntervalSince1970 - Double(good.at.milliseconds) / 1000
    #expect(age > 86_000)
  }

  @Test func aDamagedBackupIsPassedOver() throws {
    let (folder, _) = try scene()
    try folder.write("{", to: "session.json.~1~")
    try folder.write(SessionCodingTests.smallSession, to: "session.json.~2~")
    let good = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
    #expect(good.path == folder.session + ".~2~")
  }

  @Test func aSessionBehindASymbolicLinkIsWrittenAndSetAsideWhereItLies() throws {
    let (folder, _) = try scene()
    let link = folder.path + "/link.json"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: "session.json",
    )
    let stored = try SessionFile.read(link, assets: folder.assets)
    var writer = SessionWriter(path: link, stored: stored)
    try save("through the link", &writer, stored)
    #expect(try title("session.json", in: folder) == "through the link")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "session.json")
    #expect(folder.names == ["link.json", "session.json", "session.json.~1~"])
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    #expect(Backups.newestGood(of: link, assets: folder.assets) != nil)
  }

  @Test func aDiskWithoutSecondNamesGetsCopies() throws {
    let (folder, stored) = try scene()
    var operations = FileOperations.system
    operations.link = { _, _ in
      errno = EPERM
      return -1
    }
    var writer = SessionWriter(path: folder.session, stored: stored, operations: operations)
    try save("new", &writer, stored)
    #expect(try folder.text("session.json.~1~") == SessionCodingTests.smallSession)
    let made = folder.path + "/made.json"
    let writing = AtomicWriting(operations: operations)
    try writing.create(made, with: [1])
    #expect(throws: StorageError.exists) { try writing.create(made, with: [2]) }
    #expect(try FileSystem.read(made) == [1])
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
  }

  @Test func whatAKilledRunLeftIsTidiedUp() throws {
    let (folder, stored) = try scene()
    for name in [
      ".session.json.0a1b2c3d.tmp", ".session.json.ffffffff.tmp", ".other.json.0a1b2c3d.tmp",
    ] {
      try folder.write("half", to: name)
    }
    try folder.setAge(300, of: ".session.json.0a1b2c3d.tmp")
    try folder.setAge(300, of: ".other.json.0a1b2c3d.tmp")
    var writer = SessionWriter(path: folder.session, stored: stored)
    try save("new", &writer, stored)
    let remains = folder.names.filter { $0.hasSuffix(".tmp") }
    #expect(remains == [".other.json.0a1b2c3d.tmp", ".session.json.ffffffff.tmp"])
  }
}
