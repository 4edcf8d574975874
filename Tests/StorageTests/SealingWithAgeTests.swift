import Foundation
import TestSupport
import Testing

@testable import Storage

/// Whether what these tests need is on this machine.
private enum AgeTool {
  static let isInstalled = ["age", "tmux"].allSatisfy { tool in
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
  }
}

/// What the public tool says to ours, and ours to it.
@Suite(
  .enabled(
    if: AgeTool.isInstalled,
    "the tools age and tmux are not installed (apt-get install age tmux)",
  )
)
struct SealingWithAgeTests {
  static let passphrase = "une phrase assez longue é"

  /// Runs `age` in a terminal and answers with the passphrase as often as it asks.
  private func age(
    _ arguments: String,
    in program: Program,
    answering questions: [String],
  ) throws -> Int32? {
    let terminal = try RealTerminal("age \(arguments)", in: program)
    for question in questions {
      try terminal.wait(for: question)
      try terminal.type(Self.passphrase)
      try terminal.press("Enter")
    }
    return try terminal.waitForTheEnd()
  }

  @Test(arguments: [0, 65536, 65537])
  func ageOpensWhatWeSeal(size: Int) throws {
    let program = try Program()
    let bytes = SealingTests.sample(size)
    // For one of the sizes with the work that is usual.
    let sealed =
      size == 65537
      ? try Sealing.seal(bytes, with: Self.passphrase)
      : try SealingTests.sealed(bytes, Self.passphrase, work: 10)
    try Data(sealed).write(to: URL(fileURLWithPath: program.file("sealed.age")))
    let status = try age(
      "--decrypt sealed.age > opened",
      in: program,
      answering: ["Enter passphrase"],
    )
    #expect(status == 0)
    #expect(try FileSystem.read(program.file("opened")) == bytes)
  }

  @Test(arguments: [
    ("", 65537), ("--armor", 96),
  ])
  func weOpenWhatAgeSeals(option: String, size: Int) throws {
    let program = try Program()
    let bytes = SealingTests.sample(size)
    try Data(bytes).write(to: URL(fileURLWithPath: program.file("bytes")))
    let status = try age(
      "--passphrase \(option) -o sealed.age bytes",
      in: program,
      answering: ["Enter passphrase", "Confirm passphrase"],
    )
    #expect(status == 0)
    let sealed = try FileSystem.read(program.file("sealed.age"))
    #expect(Sealing.isSealed(sealed))
    #expect(try Sealing.open(sealed, with: Self.passphrase) == bytes)
  }
}
