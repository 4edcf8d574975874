import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ZipArchiveTests {
  /// What stands in the file once would be gone through as often as the directory names it.
  @Test func refusesFilesThatShareTheirBytes() throws {
    var generator = SeededGenerator(seed: 1)
    let content = (0..<5000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    var bytes = ZipArchive([ZipArchive.Entry(name: "a.xml", content: content)]).bytes
    let end = bytes.count - 22
    let start = Int(bytes[end + 16]) | Int(bytes[end + 17]) << 8
    let directory = bytes[start..<end]
    bytes.replaceSubrange(
      start..<end,
      with: Array(repeating: directory, count: 50).flatMap { $0 },
    )
    bytes[bytes.count - 22 + 10] = 50
    #expect(throws: WorkbookFailure.notAZipFile) {
      try ZipArchive(reading: bytes) { _ in true }
    }
  }

  @Test func refusesAFileThatHasMoreBytesThanItUncompresses() throws {
    let content = Array("<a/>".utf8)
    var compressed = try #require(Deflate.compressed(content))
    #expect(Deflate.expanded(compressed[...], count: 4) == content)
    compressed.append(0)
    #expect(Deflate.expanded(compressed[...], count: 4) == nil)
  }

  @Test func readsAFileThatTakesAllTheRoomThatThereIs() throws {
    let content = [UInt8](repeating: 0x20, count: ZipArchive.largest)
    let bytes = ZipArchive([ZipArchive.Entry(name: "a.xml", content: content)]).bytes
    let read = try ZipArchive(reading: bytes) { _ in true }
    #expect(read.entries.map(\.content.count) == [ZipArchive.largest])
  }
}
