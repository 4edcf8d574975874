import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct FileLockTests {
  @Test func isHeldByOneAtATime() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "session.json")
    do {
      let lock = try FileLock(forSession: folder.session)
      #expect(throws: StorageError.heldByAnother) {
        try FileLock(forSession: folder.session, patience: 0)
      }
      #expect(try folder.mode(".session.json.lock") == 0o600)
      withExtendedLifetime(lock) {}
    }
    _ = try FileLock(forSession: folder.session, isLast: true)
    #expect(!FileSystem.exists(folder.path + "/.session.json.lock"))
  }

  @Test func leavesNoFileBehindWhenASessionIsRewritten() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    _ = try SessionFile.rewrite(folder.session, assets: folder.assets) { _ in }
    #expect(!FileSystem.stands(folder.path + "/.session.json.lock"))
  }

  @Test func isTheSameThroughASymbolicLink() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "session.json")
    let link = folder.path + "/link.json"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: folder.session,
    )
    let lock = try FileLock(forSession: link)
    #expect(throws: StorageError.heldByAnother) {
      try FileLock(forSession: folder.session, patience: 0)
    }
    withExtendedLifetime(lock) {}
  }

  @Test func anotherProcessKeepsItUntilItIsKilled() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "session.json")
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    holder.arguments = [
      "flock", folder.path + "/.session.json.lock", "sh", "-c", "echo; exec sleep 60",
    ]
    let output = Pipe()
    holder.standardOutput = output
    try holder.run()
    _ = output.fileHandleForReading.readData(ofLength: 1)
    #expect(throws: StorageError.heldByAnother) {
      try FileLock(forSession: folder.session, patience: 0)
    }
    // `flock` runs the command as its child, which holds the lock too.
    Self.kill(childrenOf: holder.processIdentifier)
    holder.waitUntilExit()
    _ = try FileLock(forSession: folder.session)
  }

  private static func kill(childrenOf parent: Int32) {
    let path = "/proc/\(parent)/task/\(parent)/children"
    let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for child in children.split(separator: " ").compactMap({ Int32($0) }) {
      Glibc.kill(child, SIGKILL)
    }
    Glibc.kill(parent, SIGKILL)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatCannotBeWrittenIsForReading() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "session.json")
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(throws: StorageError.readOnly(reason: "Permission denied")) {
      try FileLock(forSession: folder.session)
    }
  }

  @Test func aDiskWithoutLocksIsForReading() throws {
    // The kernel's own files can be read by root, and no file can be made beside them.
    #expect {
      try FileLock(forSession: "/proc/self/status")
    } throws: { error in
      if case StorageError.readOnly = error { true } else { false }
    }
  }
}
