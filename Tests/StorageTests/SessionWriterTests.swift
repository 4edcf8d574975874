import Consultation
import Foundation
import Testing

@testable import Storage

@Suite struct SessionWriterTests {
  private func scene() throws -> (TemporaryFolder, StoredSession) {
    let folder = try TemporaryFolder()
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    return (folder, try folder.stored())
  }

  @Test func writesOverNothingThatAnotherHandWrote() throws {
    let (folder, stored) = try scene()
    let other = SessionCodingTests.smallSession.replacingFirst("partial", with: "absent!")
    try folder.write(other, to: "session.json")
    var writer = SessionWriter(path: folder.session, stored: stored)
    #expect(throws: StorageError.changedByAnother) { try writer.write(stored.session) }
    #expect(try folder.text() == other)
    // Put back as it was, it is no obstacle any more.
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    try writer.write(stored.session)
  }

  @Test func aFileThatWasOnlyTouchedOrCopiedIsNotChanged() throws {
    let (folder, stored) = try scene()
    try folder.setAge(5000, of: "session.json")
    var writer = SessionWriter(path: folder.session, stored: stored)
    try writer.write(stored.session)
    let written = try folder.text()
    try FileManager.default.removeItem(atPath: folder.session)
    try folder.write(written, to: "session.json")
    try writer.write(stored.session)
  }

  @Test func aFileThatIsGoneIsWrittenAgain() throws {
    let (folder, stored) = try scene()
    var writer = SessionWriter(path: folder.session, stored: stored)
    try writer.write(stored.session)
    try FileManager.default.removeItem(atPath: folder.session)
    try writer.write(stored.session)
    #expect(try folder.stored().session == stored.session)
  }

  @Test func aFolderThatIsGoneIsAFailureUntilItIsBack() throws {
    let (folder, _) = try scene()
    try FileSystem.makeFolder(folder.path + "/inner")
    try folder.write(SessionCodingTests.smallSession, to: "inner/session.json")
    let inner = try folder.stored("inner/session.json")
    var writer = SessionWriter(path: folder.path + "/inner/session.json", stored: inner)
    try FileManager.default.removeItem(atPath: folder.path + "/inner")
    #expect(throws: StorageError.writeFailed(reason: "No such file or directory")) {
      try writer.write(inner.session)
    }
    try FileSystem.makeFolder(folder.path + "/inner")
    try writer.write(inner.session)
    #expect(try folder.stored("inner/session.json").session == inner.session)
  }

  @Test func aNameAsLongAsTheyComeCanBeWritten() throws {
    let (folder, stored) = try scene()
    let name = String(repeating: "و", count: 120) + ".json"
    try SessionFile.create(stored.session, at: "\(folder.path)/\(name)")
    let lock = try FileLock(forSession: "\(folder.path)/\(name)")
    var writer = SessionWriter(path: "\(folder.path)/\(name)", stored: try folder.stored(name))
    try writer.write(stored.session)
    withExtendedLifetime(lock) {}
  }

  @Test func aNewFileNeverTakesTheNameOfAnother() throws {
    let (folder, stored) = try scene()
    #expect(throws: StorageError.exists) {
      try SessionFile.create(stored.session, at: folder.session)
    }
    let dangling = folder.path + "/dangling.json"
    try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "nowhere")
    #expect(throws: StorageError.exists) { try SessionFile.create(stored.session, at: dangling) }
    #expect(
      throws: StorageError.cannotCreate(reason: "No such file or directory")
    ) {
      try SessionFile.create(stored.session, at: folder.path + "/no/such.json")
    }
    #expect(try folder.text() == SessionCodingTests.smallSession)
  }
}
