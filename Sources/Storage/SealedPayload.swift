import Crypto
import FoundationEssentials

/// What is sealed, in chunks each of which is sealed for its place (STREAM, ePrint 2015/189).
///
/// A chunk opens only where it was and only as the last one if it was that; so nothing can be
/// cut off, put elsewhere or left out.
struct SealedPayload {
  /// How many random bytes stand before the chunks, to make their key.
  static let saltLength = 16

  /// How much is sealed in a chunk; the last one may have less.
  static let chunkLength = 64 << 10

  /// How much longer a chunk is when it is sealed.
  private static let tagLength = 16

  let key: SymmetricKey

  func seal(_ bytes: [UInt8]) throws(SealingFailure) -> [UInt8] {
    var sealed: [UInt8] = []
    sealed.reserveCapacity(bytes.count + (bytes.count >> 12) + Self.tagLength)
    var rest = bytes[...]
    var number: UInt64 = 0
    repeat {
      let chunk = rest.prefix(Self.chunkLength)
      rest = rest.dropFirst(Self.chunkLength)
      let nonce = Self.nonce(number, isLast: rest.isEmpty)
      sealed += try Self.seal(chunk, key: key, nonce: nonce)
      number += 1
    } while !rest.isEmpty
    return sealed
  }

  func open(_ sealed: ArraySlice<UInt8>) throws(SealingFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sealed.count)
    var rest = sealed
    var number: UInt64 = 0
    repeat {
      let chunk = rest.prefix(Self.chunkLength + Self.tagLength)
      rest = rest.dropFirst(Self.chunkLength + Self.tagLength)
      let nonce = Self.nonce(number, isLast: rest.isEmpty)
      // Only where nothing was sealed is the last chunk empty.
      guard let opened = Self.open(chunk, key: key, nonce: nonce), !opened.isEmpty || number == 0
      else { throw .damaged }
      bytes += opened
      number += 1
    } while !rest.isEmpty
    return bytes
  }

  /// Eleven bytes of the chunk's number, and one that says whether it is the last.
  private static func nonce(_ number: UInt64, isLast: Bool) -> [UInt8] {
    [0, 0, 0] + withUnsafeBytes(of: number.bigEndian, Array.init) + [isLast ? 1 : 0]
  }

  /// Seals one piece (ChaCha20-Poly1305, RFC 8439).
  static func seal(
    _ piece: ArraySlice<UInt8>,
    key: SymmetricKey,
    nonce: [UInt8],
  ) throws(SealingFailure) -> [UInt8] {
    do {
      let box = try ChaChaPoly.seal(piece, using: key, nonce: ChaChaPoly.Nonce(data: nonce))
      return Array(box.ciphertext) + Array(box.tag)
    } catch {
      // The lengths are right, so that it is the memory.
      throw .tooCostly
    }
  }

  /// Opens one piece; nothing where it is not what was sealed with this key and number.
  static func open(
    _ piece: ArraySlice<UInt8>,
    key: SymmetricKey,
    nonce: [UInt8],
  ) -> [UInt8]? {
    guard piece.count >= tagLength else { return nil }
    do {
      let box = try ChaChaPoly.SealedBox(
        nonce: ChaChaPoly.Nonce(data: nonce),
        ciphertext: piece.dropLast(tagLength),
        tag: piece.suffix(tagLength),
      )
      return Array(try ChaChaPoly.open(box, using: key))
    } catch {
      return nil
    }
  }
}
