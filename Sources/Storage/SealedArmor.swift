/// What is sealed as lines of ASCII, as `age --armor` writes it for mails and messages.
///
/// Strict PEM (RFC 7468, figure 3); only white space may stand around it.
enum SealedArmor {
  private static let firstLine = "-----BEGIN AGE ENCRYPTED FILE-----"
  private static let lastLine = "-----END AGE ENCRYPTED FILE-----"

  /// Whether bytes begin as armor does.
  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.drop(while: isSpace).starts(with: firstLine.utf8)
  }

  /// The bytes that the lines stand for.
  static func removed(from bytes: [UInt8]) throws(SealingFailure) -> [UInt8] {
    let text = bytes.drop(while: isSpace)
    guard let end = text.lastIndex(where: { !isSpace($0) }) else { throw .damaged }
    var lines: [Substring] = text[...end].split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { line in
        Substring(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
    guard lines.count > 2, lines.removeFirst() == firstLine, lines.removeLast() == lastLine,
      lines.dropLast().allSatisfy({ $0.utf8.count == 64 }),
      let last = lines.last, (1...64).contains(last.utf8.count),
      let removed = StrictBase64.paddedBytes(lines.joined())
    else { throw .damaged }
    return removed
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
