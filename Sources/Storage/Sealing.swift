import Crypto
import CryptoExtras
import FoundationEssentials

/// Every way in which sealing and opening can fail.
package enum SealingFailure: Error, Equatable, Sendable {
  /// The passphrase does not open it; or it is empty, and nothing is sealed with an empty one.
  case wrongPassphrase
  /// It was sealed with a passphrase and is not whole, or not as it was written, any more.
  case damaged
  /// Making the key takes more work than is done for anybody, or more memory than there is.
  case tooCostly
  /// It is nothing that was sealed with a passphrase.
  case notSealed
}

/// Bytes sealed with a passphrase, in the format of the public tool `age`.
///
/// What is sealed here is opened by `age --decrypt`, and what `age --passphrase` seals is opened
/// here, binary or armored. The format is `age-encryption.org/v1` (C2SP, `age.md`) with the
/// recipient type `scrypt`: a header that wraps a key of the file with one made from the
/// passphrase, and a payload in chunks, each of which is authenticated.
///
/// Limitations: everything is in memory at once. A passphrase is its characters as they were
/// typed: é as one character and as e with an accent are two passphrases, as they are to `age`.
/// A header that was changed where it wraps the key cannot be told from a wrong passphrase.
package enum Sealing {
  /// The work that a passphrase takes when sealing, as `age` has it: about a second.
  static let usualWork = 18

  /// The work that is done at most for a file of somebody else, as `age` has it: with 4 GB.
  static let greatestWork = 22

  /// Seals bytes with a passphrase, so that nobody reads or changes them without it.
  ///
  /// It takes about a second and 256 MB, which is what makes trying passphrases slow.
  package static func seal(
    _ bytes: [UInt8],
    with passphrase: String,
  ) throws(SealingFailure) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return try seal(bytes, with: passphrase, work: usualWork, using: &generator)
  }

  /// Opens what was sealed with this passphrase, here or by `age`.
  ///
  /// - Returns: the bytes as they were sealed; never a part of them.
  package static func open(
    _ bytes: [UInt8],
    with passphrase: String,
  ) throws(SealingFailure) -> [UInt8] {
    let binary = SealedArmor.begins(bytes) ? try SealedArmor.removed(from: bytes) : bytes
    let header = try SealedHeader(binary)
    guard header.work <= greatestWork else { throw .tooCostly }
    let fileKey = try fileKey(of: header, passphrase: passphrase)
    guard
      HMAC<SHA256>.isValidAuthenticationCode(
        header.code,
        authenticating: header.authenticated,
        using: key("header", from: fileKey),
      )
    else { throw .damaged }
    let payload = binary[header.end...]
    guard payload.count >= SealedPayload.saltLength else { throw .damaged }
    let salt = Array(payload.prefix(SealedPayload.saltLength))
    return try SealedPayload(key: key("payload", salt: salt, from: fileKey))
      .open(payload.dropFirst(salt.count))
  }

  /// Whether bytes say of themselves that `age` can open them; not whether it is true.
  package static func isSealed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: SealedHeader.versionLine) || SealedArmor.begins(bytes)
  }

  // MARK: Steps

  /// Seals with other work and other chance than usual.
  static func seal(
    _ bytes: [UInt8],
    with passphrase: String,
    work: Int,
    using generator: inout some RandomNumberGenerator,
  ) throws(SealingFailure) -> [UInt8] {
    let fileKey = random(16, using: &generator)
    let salt = random(SealedHeader.saltLength, using: &generator)
    let payloadSalt = random(SealedPayload.saltLength, using: &generator)
    let wrapKey = try wrapKey(passphrase: passphrase, salt: salt, work: work)
    let wrapped = try SealedPayload.seal(fileKey[...], key: wrapKey, nonce: wrapNonce)
    var header = SealedHeader(salt: salt, work: work, wrapped: wrapped)
    header.code = Array(
      HMAC<SHA256>.authenticationCode(
        for: header.authenticated,
        using: key("header", from: fileKey),
      )
    )
    let payload = SealedPayload(key: key("payload", salt: payloadSalt, from: fileKey))
    return header.bytes + payloadSalt + (try payload.seal(bytes))
  }

  /// The key that wraps only one thing ever needs no number of its own.
  private static let wrapNonce = [UInt8](repeating: 0, count: 12)

  private static func fileKey(
    of header: SealedHeader,
    passphrase: String,
  ) throws(SealingFailure) -> [UInt8] {
    let wrapKey = try wrapKey(passphrase: passphrase, salt: header.salt, work: header.work)
    guard
      let key = SealedPayload.open(header.wrapped[...], key: wrapKey, nonce: wrapNonce)
    else { throw .wrongPassphrase }
    return key
  }

  /// The key made from a passphrase (RFC 7914, with r = 8 and p = 1).
  private static func wrapKey(
    passphrase: String,
    salt: [UInt8],
    work: Int,
  ) throws(SealingFailure) -> SymmetricKey {
    guard !passphrase.isEmpty else { throw .wrongPassphrase }
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8),
        salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
        outputByteCount: 32,
        rounds: 1 << work,
        blockSize: 8,
        parallelism: 1,
      )
    } catch {
      // The parameters are right, so that it is the memory.
      throw .tooCostly
    }
  }

  /// A key for one purpose, from that of the file.
  private static func key(
    _ purpose: String,
    salt: [UInt8] = [],
    from fileKey: [UInt8],
  ) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: fileKey),
      salt: salt,
      info: Array(purpose.utf8),
      outputByteCount: 32,
    )
  }

  private static func random(
    _ count: Int,
    using generator: inout some RandomNumberGenerator,
  ) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
