/// A picture in a document, which is a part of its file: PNG or JPEG, as its first bytes say.
///
/// Nothing else is taken. A drawing in SVG can run a script and fetch from elsewhere.
package struct Emblem: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case png, jpeg
  }

  /// Why bytes are no picture that is taken.
  package enum Failure: Error, Equatable, Sendable {
    case notAPicture
    case tooLarge(limit: Int)
  }

  /// As many bytes as a drawing of a few centimetres takes many times over; they become a third
  /// more in a page.
  package static let largest = 1 << 20

  package let kind: Kind
  package let bytes: [UInt8]
  /// What it shows, for whoever does not see it.
  package let description: Passage

  /// - Throws: where it is neither a PNG nor a JPEG, whatever its name is, or too large.
  package init(_ bytes: [UInt8], description: Passage) throws(Failure) {
    guard bytes.count <= Self.largest else { throw .tooLarge(limit: Self.largest) }
    // PNG 3, 5.2; JPEG (T.81), B.1.1.3: start of image, then another marker.
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      kind = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      kind = .jpeg
    } else {
      throw .notAPicture
    }
    self.bytes = bytes
    self.description = description
  }

  /// The picture as an address that fetches nothing (RFC 2397).
  var address: String { "data:image/\(kind.rawValue);base64,\(base64)" }

  /// RFC 4648, 4.
  private var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...3 {
        text.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")
        )
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
