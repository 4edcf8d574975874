/// A zip file (APPNOTE 6.3): named files, each compressed for itself.
package struct ZipArchive {
  package struct Entry {
    package let name: String
    package let content: [UInt8]
    /// Whether it is not to be compressed: what a program wants to find at the beginning of a file.
    let isStored: Bool

    package init(name: String, content: [UInt8], isStored: Bool = false) {
      self.name = name
      self.content = content
      self.isStored = isStored
    }
  }

  package private(set) var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package subscript(name: String) -> [UInt8]? { entries.first { $0.name == name }?.content }

  /// How large the files of an archive may be together that are read, whatever it says: a small
  /// archive can hold what fills any memory.
  static let largest = 32 << 20
  private static let mostEntries = 2000

  // MARK: Writing

  /// The same entries give the same bytes: every file is of the first day that zip knows.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let compressed = entry.isStored ? nil : Deflate.compressed(entry.content)
      let data = compressed ?? entry.content
      let name = Array(entry.name.utf8)
      var head: [UInt8] = []
      head.append(20, 2)  // the version that is needed
      head.append(0x0800, 2)  // names in UTF-8
      head.append(compressed == nil ? 0 : 8, 2)
      head.append(0, 2)
      head.append(0x21, 2)
      head.append(Int(Deflate.checksum(of: entry.content)), 4)
      head.append(data.count, 4)
      head.append(entry.content.count, 4)
      head.append(name.count, 2)
      head.append(0, 2)
      directory.append(0x0201_4B50, 4)
      directory.append(20, 2)
      directory += head
      directory.append(0, 2)
      directory.append(0, 2)
      directory.append(0, 2)
      directory.append(0, 4)
      directory.append(bytes.count, 4)
      directory += name
      bytes.append(0x0403_4B50, 4)
      bytes += head + name + data
    }
    let start = bytes.count
    bytes += directory
    bytes.append(0x0605_4B50, 4)
    bytes.append(0, 2)
    bytes.append(0, 2)
    bytes.append(entries.count, 2)
    bytes.append(entries.count, 2)
    bytes.append(directory.count, 4)
    bytes.append(start, 4)
    bytes.append(0, 2)
    return bytes
  }

  // MARK: Reading

  /// Reads an archive by its directory, which stands at its end: those of its files that are
  /// wanted.
  package init(
    reading bytes: [UInt8],
    where isWanted: (String) -> Bool,
  ) throws(WorkbookFailure) {
    guard bytes.count >= 22,
      let end = (max(0, bytes.count - 22 - 65_535)...bytes.count - 22).reversed()
        .first(where: { bytes.number(at: $0, 4) == 0x0605_4B50 }),
      let count = bytes.number(at: end + 10, 2), let start = bytes.number(at: end + 16, 4)
    else { throw .notAZipFile }
    guard count <= Self.mostEntries else { throw .tooLarge }
    entries = []
    var place = start
    var room = Self.largest
    // No two files share bytes: otherwise a few bytes were gone through two thousand times.
    var left = bytes.count
    for _ in 0..<count {
      guard bytes.number(at: place, 4) == 0x0201_4B50,
        let nameLength = bytes.number(at: place + 28, 2),
        let extraLength = bytes.number(at: place + 30, 2),
        let commentLength = bytes.number(at: place + 32, 2),
        let name = bytes.slice(at: place + 46, nameLength)
      else { throw .notAZipFile }
      let text = String(decoding: name, as: UTF8.self)
      if isWanted(text) {
        let content = try Self.content(at: place, of: bytes, room: room, left: &left)
        entries.append(Entry(name: text, content: content))
        room -= content.count
      }
      place += 46 + nameLength + extraLength + commentLength
    }
  }

  /// The content of the entry that stands here in the directory; what it takes comes off what is
  /// left.
  private static func content(
    at place: Int,
    of bytes: [UInt8],
    room: Int,
    left: inout Int,
  ) throws(WorkbookFailure) -> [UInt8] {
    guard let flags = bytes.number(at: place + 8, 2),
      let method = bytes.number(at: place + 10, 2),
      let checksum = bytes.number(at: place + 16, 4), let length = bytes.number(at: place + 20, 4),
      let count = bytes.number(at: place + 24, 4), let header = bytes.number(at: place + 42, 4),
      bytes.number(at: header, 4) == 0x0403_4B50,
      // The name and the extra field have lengths of their own here.
      let nameLength = bytes.number(at: header + 26, 2),
      let extraLength = bytes.number(at: header + 28, 2)
    else { throw .notAZipFile }
    guard flags & 1 == 0 else { throw .encrypted }
    guard count <= room else { throw .tooLarge }
    guard length <= left,
      let data = bytes.slice(at: header + 30 + nameLength + extraLength, length)
    else { throw .notAZipFile }
    left -= length
    let content: [UInt8]?
    switch method {
    case 0: content = data.count == count ? Array(data) : nil
    case 8: content = Deflate.expanded(data, count: count)
    default: content = nil
    }
    guard let content, content.count == count, Deflate.checksum(of: content) == checksum else {
      throw .notAZipFile
    }
    return content
  }
}

extension [UInt8] {
  /// Appends a number with its least byte first.
  fileprivate mutating func append(_ number: Int, _ length: Int) {
    for index in 0..<length { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// The number that stands here with its least byte first; `nil` beyond the end.
  fileprivate func number(at place: Int, _ length: Int) -> Int? {
    slice(at: place, length)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate func slice(at place: Int, _ length: Int) -> ArraySlice<UInt8>? {
    guard place >= 0, length >= 0, place <= count, length <= count - place else { return nil }
    return self[place..<place + length]
  }
}
