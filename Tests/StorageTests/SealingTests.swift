import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct SealingTests {
  private func seal(_ bytes: [UInt8]) -> [UInt8] {
    Sealing.seal(bytes, with: "كلمة السر", workFactor: 4)
  }

  private static let age = ["/usr/bin/age", "/usr/local/bin/age"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func opensWhatItSealed(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let sealed = seal(bytes)
    #expect(Sealing.isSealed(sealed))
    #expect(!Sealing.isSealed(bytes))
    #expect(try Sealing.open(sealed, with: "كلمة السر") == bytes)
    #expect(throws: Sealing.Failure.wrongPassphrase) {
      try Sealing.open(sealed, with: "كلمة السر ")
    }
  }

  @Test func refusesWhateverWasCutOrChanged() throws {
    let sealed = seal(Array("{}".utf8))
    for length in 0..<sealed.count {
      #expect(throws: Sealing.Failure.self) {
        try Sealing.open(Array(sealed[..<length]), with: "كلمة السر")
      }
    }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: Sealing.Failure.self, "byte \(index)") {
        try Sealing.open(changed, with: "كلمة السر")
      }
    }
  }

  @Test func givesNoMoreMemoryThanIsSafe() throws {
    let text = String(decoding: seal([1]), as: UTF8.self).replacingFirst(" 4\n", with: " 40\n")
    #expect(throws: Sealing.Failure.tooCostly) {
      try Sealing.open(Array(text.utf8), with: "كلمة السر")
    }
  }

  /// `age` asks at a terminal only: Python gives it one.
  private static let typing = """
    import os, pty, sys
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[1], sys.argv[1:])
    asked = 0
    said = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
        if said.count(b": ") > asked:
            asked = said.count(b": ")
            os.write(terminal, "كلمة السر\\n".encode())
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """

  private func runAge(_ arguments: [String], in folder: TemporaryFolder) throws -> Int32 {
    try folder.write(Self.typing, to: "typing.py")
    let age = try #require(Self.age)
    return try Program.run(
      "/usr/bin/env",
      ["python3", folder.path + "/typing.py", age] + arguments,
      folder: folder.path,
    ).status
  }

  @Test(.enabled(if: SealingTests.age != nil, "the tool age is not installed"))
  func thePublicToolOpensWhatWasSealedHere() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try Data(seal(bytes)).write(to: URL(fileURLWithPath: folder.path + "/s.age"))
    #expect(try runAge(["-d", "-o", "s.out", "s.age"], in: folder) == 0)
    #expect(try FileSystem.read(folder.path + "/s.out") == bytes)
  }

  @Test(
    .enabled(if: SealingTests.age != nil, "the tool age is not installed"),
    arguments: [["-p"], ["-p", "-a"]],
  )
  func whatThePublicToolSealedIsOpenedHere(options: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("سر {}", to: "plain")
    #expect(try runAge(options + ["-o", "s.age", "plain"], in: folder) == 0)
    let sealed = try FileSystem.read(folder.path + "/s.age")
    #expect(Sealing.isSealed(sealed))
    #expect(try Sealing.open(sealed, with: "كلمة السر") == Array("سر {}".utf8))
  }
}
