import Crypto
import CryptoExtras
import FoundationEssentials

/// Seals bytes with a passphrase in the format of the public tool age, version 1
/// (age-encryption.org/v1, one scrypt recipient), which opens them too: `age -d FILE`.
package enum Sealing {
  /// Why a sealed file stays closed.
  package enum Failure: Error, Equatable, Sendable {
    case wrongPassphrase
    /// It was cut short or changed on its way, or is none.
    case damaged
    /// It asks for more memory than is safe to give.
    case tooCostly
  }

  /// The base-2 logarithm of scrypt's work factor that age uses too: 256 MiB, about a second.
  static let workFactor = 18
  /// What is opened at most: 4 GiB.
  private static let greatestWorkFactor = 22

  /// Seals bytes; what comes out is different each time.
  package static func seal(_ bytes: [UInt8], with passphrase: String) -> [UInt8] {
    seal(bytes, with: passphrase, workFactor: workFactor)
  }

  static func seal(
    _ bytes: [UInt8],
    with passphrase: String,
    workFactor: Int,
  ) -> [UInt8] {
    let fileKey = random(16)
    let salt = random(16)
    guard let wrapping = try? key(from: passphrase, salt: salt, workFactor: workFactor),
      let wrapped = try? ChaChaPoly.seal(fileKey, using: wrapping, nonce: noNonce())
    else { fatalError("scrypt and ChaCha20-Poly1305 take any key of their sizes") }
    let header = AgeHeader(
      salt: salt,
      workFactor: workFactor,
      wrappedKey: Array(wrapped.ciphertext) + Array(wrapped.tag),
    )
    let nonce = random(16)
    let payload = AgePayload(fileKey: fileKey, nonce: nonce)
    return header.text(authenticatedBy: fileKey) + nonce + payload.sealed(bytes)
  }

  /// Opens sealed bytes, armored or not.
  package static func open(
    _ sealed: [UInt8],
    with passphrase: String,
  ) throws(Failure) -> [UInt8] {
    let bytes = AgeArmor.isArmored(sealed) ? try AgeArmor.bytes(of: sealed) : sealed
    let (header, rest) = try AgeHeader.read(bytes)
    guard (1...greatestWorkFactor).contains(header.workFactor) else { throw .tooCostly }
    guard
      let wrapping = try? key(
        from: passphrase,
        salt: header.salt,
        workFactor: header.workFactor,
      ),
      let box = try? ChaChaPoly.SealedBox(
        nonce: noNonce(),
        ciphertext: header.wrappedKey.prefix(16),
        tag: header.wrappedKey.suffix(16),
      )
    else { throw .damaged }
    guard let fileKey = try? ChaChaPoly.open(box, using: wrapping) else { throw .wrongPassphrase }
    guard header.isAuthentic(by: Array(fileKey)), rest.count >= 16 else { throw .damaged }
    let payload = AgePayload(fileKey: Array(fileKey), nonce: Array(rest.prefix(16)))
    return try payload.opened(rest.dropFirst(16))
  }

  /// Whether bytes, of which the first few are enough, are sealed.
  package static func isSealed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: AgeHeader.version.utf8) || AgeArmor.isArmored(bytes)
  }

  private static func key(
    from passphrase: String,
    salt: [UInt8],
    workFactor: Int,
  ) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8),
      salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
      outputByteCount: 32,
      rounds: 1 << workFactor,
      blockSize: 8,
      parallelism: 1,
    )
  }

  /// The nonce of a key that is used once.
  private static func noNonce() throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
  }

  private static func random(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max) }
  }
}
