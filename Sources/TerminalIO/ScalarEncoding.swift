import BidiText
import CNcurses
import Glibc

/// How characters become the bytes that the terminal expects.
enum ScalarEncoding: Sendable {
  case utf8
  /// As the locale has it; a question mark for what it has not.
  case locale

  /// The one of the locale that is set.
  static var ofTheLocale: ScalarEncoding {
    String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" ? .utf8 : .locale
  }

  /// Adds a base and its marks, and where the terminal has to be kept from reordering, a mark for
  /// that.
  func append(_ glyph: Glyph, isGuarded: Bool, to bytes: inout [UInt8]) {
    append(glyph.base, to: &bytes)
    if isGuarded { append("\u{200E}", to: &bytes) }
    for index in glyph.marks.indices where glyph.marks[index] != 0 {
      if let mark = Unicode.Scalar(glyph.marks[index]) { append(mark, to: &bytes) }
    }
  }

  /// By hand: this is asked for at every cell that is sent.
  private func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
    func last(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x3F) }
    func first(_ sign: UInt8, _ shift: UInt32) -> UInt8 {
      sign | UInt8(truncatingIfNeeded: value >> shift)
    }
    switch value {
    case ..<0x80: bytes.append(first(0, 0))
    case ..<0x800:
      bytes.append(first(0xC0, 6))
      bytes.append(last(0))
    case ..<0x10000:
      bytes.append(first(0xE0, 12))
      bytes.append(last(6))
      bytes.append(last(0))
    default:
      bytes.append(first(0xF0, 18))
      bytes.append(last(12))
      bytes.append(last(6))
      bytes.append(last(0))
    }
  }

  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch self {
    case .utf8: appendUTF8(scalar.value, to: &bytes)
    case .locale:
      var buffer = [CChar](repeating: 0, count: 16)
      let count = majlis_in_locale(scalar.value, &buffer)
      // A mark that is left out leaves its base.
      if count > 0 {
        bytes += buffer[..<Int(count)].map { UInt8(bitPattern: $0) }
      } else if !scalar.properties.isGraphemeExtend, scalar != "\u{200E}" {
        bytes.append(UInt8(ascii: "?"))
      }
    }
  }
}
