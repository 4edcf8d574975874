import Consultation
import Foundation
import Testing

@testable import Storage

@Suite struct FoldingTests {
  private func fold(_ text: String, in folder: TemporaryFolder, _ folding: inout Folding) throws {
    var position = Journal.Position()
    _ = try folder.journal().append([.note(text)], at: &position)
    _ = try folding.fold()
  }

  @Test func bringsTheJournalIntoTheFileAndBeginsItAnew() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    var folding = Folding(path: folder.session, assets: folder.assets)
    try fold("one", in: folder, &folding)
    try fold("two", in: folder, &folding)
    let stored = try folder.stored()
    #expect(stored.session.notes == ["one", "two"])
    #expect(stored.recovered == 0)
  }

  @Test func aFolderThatIsGoneIsAFailureUntilItIsBack() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    try FileSystem.makeFolder(folder.path + "/inner")
    try folder.write(SessionCodingTests.smallSession, to: "inner/session.json")
    var folding = Folding(path: folder.path + "/inner/session.json", assets: folder.assets)
    try FileManager.default.removeItem(atPath: folder.path + "/inner")
    #expect(throws: StorageError.noSuchFile) { try folding.fold() }
    try FileSystem.makeFolder(folder.path + "/inner")
    try folder.write(SessionCodingTests.smallSession, to: "inner/session.json")
    _ = try folding.fold()
  }

  @Test func aNameAsLongAsTheyComeCanBeWritten() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    let name = String(repeating: "و", count: 120) + ".json"
    try SessionFile.create(stored.session, at: "\(folder.path)/\(name)")
    let lock = try FileLock(forSession: "\(folder.path)/\(name)")
    var folding = Folding(path: "\(folder.path)/\(name)", assets: folder.assets)
    _ = try folding.fold()
    withExtendedLifetime(lock) {}
  }

  @Test func aNewFileNeverTakesTheNameOfAnother() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    #expect(throws: StorageError.output(.isSession)) {
      try SessionFile.create(stored.session, at: folder.session)
    }
    let dangling = folder.path + "/dangling.json"
    try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "nowhere")
    #expect(throws: StorageError.output(.leadsNowhere)) {
      try SessionFile.create(stored.session, at: dangling)
    }
    #expect(throws: StorageError.cannotCreate(reason: "No such file or directory")) {
      try SessionFile.create(stored.session, at: folder.path + "/no/such.json")
    }
    #expect(try folder.text() == SessionCodingTests.smallSession)
  }
}
