import Glibc
import Testing

@testable import TerminalIO

@Suite struct TerminalOutputTests {
  /// What a program writes to, and what an emulator reads from, which does so when it is told to.
  private func line() throws -> (program: Int32, emulator: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    try #require(fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
    return (ends[0], ends[1])
  }

  @Test func waitsForATerminalThatTakesNothingForNow() async throws {
    let line = try line()
    let bytes = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    let emulator = line.emulator
    let reading = Task.detached {
      var taken: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1000)
      while taken.count < bytes.count {
        let count = read(emulator, &buffer, buffer.count)
        guard count > 0 else { break }
        taken += buffer[..<count]
      }
      return taken
    }
    #expect(TerminalOutput.write(bytes, to: line.program))
    #expect(await reading.value == bytes)
    for descriptor in [line.program, line.emulator] { close(descriptor) }
  }

  @Test func givesUpWhereSomethingElseHasCome() throws {
    let line = try line()
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    write(ends[1], "x", 1)
    let bytes = [UInt8](repeating: 0x61, count: 2_000_000)
    #expect(!TerminalOutput.write(bytes, to: line.program, interruptedBy: ends[0]))
    #expect(!TerminalOutput.write(bytes, to: line.program, milliseconds: 10))
    for descriptor in ends + [line.program, line.emulator] { close(descriptor) }
  }

  @Test func doesNotWaitForWhatCannotBeWritten() throws {
    let full = open("/dev/full", O_WRONLY)
    #expect(!TerminalOutput.write([0x61], to: full))
    close(full)
    #expect(!TerminalOutput.write([0x61], to: full))
  }
}
