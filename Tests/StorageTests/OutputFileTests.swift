import Glibc
import Testing

@testable import Storage

@Suite struct OutputFileTests {
  @Test func noSessionIsMadeWhereWhatShouldBeItsJournalIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("elsewhere", folder.path + "/.new.json.journal") == 0)
    #expect(throws: StorageError.output(.liesBesideJournal)) {
      _ = try OutputFile(folder.path + "/new.json", [.json])
    }
    #expect(throws: Never.self) { _ = try OutputFile(folder.path + "/other.json", [.json]) }
  }
}
