import Consultation
import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct FileSystemTests {
  @Test func aFileWithoutAnEndIsTooLarge() {
    let tooLarge = StorageError.invalid([Fault([], .tooLarge(limitInMegabytes: 1))])
    #expect(throws: tooLarge) { try FileSystem.read("/dev/zero", limit: 1 << 20) }
  }

  @Test func aFileThatSaysItIsHugeIsNotMadeRoomFor() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "huge")
    #expect(truncate(folder.path + "/huge", 1 << 42) == 0)
    #expect(throws: StorageError.invalid([Fault([], .tooLarge(limitInMegabytes: 256))])) {
      try FileSystem.read(folder.path + "/huge")
    }
  }

  @Test func aPipeThatNobodyWritesToIsNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(try FileSystem.read(folder.path + "/pipe") == [])
  }

  @Test func readingSaysWhyItFailed() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StorageError.noSuchFile) { try FileSystem.read(folder.path + "/none") }
    #expect(throws: StorageError.invalid([Fault([], .folder)])) {
      try FileSystem.read(folder.path)
    }
  }

  @Test func foldersAreForTheirOwnerAlone() throws {
    let folder = try TemporaryFolder()
    try FileSystem.makeFolder(folder.path + "/a/b")
    #expect(try folder.mode("a") == 0o700)
    #expect(try folder.mode("a/b") == 0o700)
  }
}
