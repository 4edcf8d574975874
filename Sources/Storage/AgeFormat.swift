import Crypto
import FoundationEssentials

/// The lines before the content of a file in the age format: how the file's key is wrapped, and a
/// code that shows that nobody changed them (C2SP, age, "Header").
struct AgeHeader {
  static let version = "age-encryption.org/v1\n"
  private static let recipient = "-> scrypt "
  private static let end = "---"

  let salt: [UInt8]
  /// The base-2 logarithm of scrypt's cost.
  let workFactor: Int
  /// The file's key and its tag.
  let wrappedKey: [UInt8]
  /// The code that stood behind it, where it was read.
  private var code: [UInt8] = []

  init(salt: [UInt8], workFactor: Int, wrappedKey: [UInt8]) {
    self.salt = salt
    self.workFactor = workFactor
    self.wrappedKey = wrappedKey
  }

  /// What the code is reckoned of: everything before it.
  private var authenticated: String {
    """
    \(Self.version)\(Self.recipient)\(AgeBase64.text(salt)) \(workFactor)
    \(AgeBase64.text(wrappedKey))
    \(Self.end)
    """
  }

  func text(authenticatedBy fileKey: [UInt8]) -> [UInt8] {
    Array("\(authenticated) \(AgeBase64.text(code(by: fileKey)))\n".utf8)
  }

  /// Whether the code that was read is the one of this header and this key.
  func isAuthentic(by fileKey: [UInt8]) -> Bool {
    let key = Self.key(from: fileKey)
    return HMAC<SHA256>.isValidAuthenticationCode(
      code,
      authenticating: Array(authenticated.utf8),
      using: key,
    )
  }

  private func code(by fileKey: [UInt8]) -> [UInt8] {
    let key = Self.key(from: fileKey)
    return Array(
      HMAC<SHA256>.authenticationCode(for: Array(authenticated.utf8), using: key)
    )
  }

  private static func key(from fileKey: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: fileKey),
      salt: [UInt8](),
      info: Array("header".utf8),
      outputByteCount: 32,
    )
  }

  /// Reads a header of exactly one scrypt recipient, and what follows it.
  static func read(
    _ bytes: [UInt8]
  ) throws(Sealing.Failure) -> (header: AgeHeader, rest: ArraySlice<UInt8>) {
    var lines: [String] = []
    var rest = bytes[...]
    while lines.count < 4 {
      guard let end = rest.prefix(200).firstIndex(of: 0x0A) else { throw .damaged }
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[(end + 1)...]
    }
    let words = lines[1].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard lines[0] + "\n" == version, words.count == 4, words[0] == "->", words[1] == "scrypt",
      let salt = AgeBase64.bytes(words[2]), salt.count == 16,
      let workFactor = Int(words[3]), String(workFactor) == words[3],
      let wrapped = AgeBase64.bytes(lines[2]), wrapped.count == 32,
      lines[3].hasPrefix("\(end) "), let code = AgeBase64.bytes(String(lines[3].dropFirst(4)))
    else { throw .damaged }
    var header = AgeHeader(salt: salt, workFactor: workFactor, wrappedKey: wrapped)
    header.code = code
    return (header, rest)
  }
}

/// The content of a file in the age format: chunks of 64 KiB, each sealed with its number, the
/// last one as the last (C2SP, age, "Payload"; the STREAM construction).
struct AgePayload {
  private static let chunk = 1 << 16
  private static let tag = 16
  private let key: SymmetricKey

  init(fileKey: [UInt8], nonce: [UInt8]) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: fileKey),
      salt: nonce,
      info: Array("payload".utf8),
      outputByteCount: 32,
    )
  }

  func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var number: UInt64 = 0
    var rest = bytes[...]
    repeat {
      let part = rest.prefix(Self.chunk)
      rest = rest.dropFirst(Self.chunk)
      guard let nonce = Self.nonce(number, isLast: rest.isEmpty),
        let box = try? ChaChaPoly.seal(part, using: key, nonce: nonce)
      else { fatalError("ChaCha20-Poly1305 seals any 64 KiB") }
      result += box.ciphertext
      result += box.tag
      number += 1
    } while !rest.isEmpty
    return result
  }

  func opened(_ sealed: ArraySlice<UInt8>) throws(Sealing.Failure) -> [UInt8] {
    var result: [UInt8] = []
    var number: UInt64 = 0
    var rest = sealed
    repeat {
      let part = rest.prefix(Self.chunk + Self.tag)
      rest = rest.dropFirst(Self.chunk + Self.tag)
      guard part.count >= Self.tag, let nonce = Self.nonce(number, isLast: rest.isEmpty),
        let box = try? ChaChaPoly.SealedBox(
          nonce: nonce,
          ciphertext: part.dropLast(Self.tag),
          tag: part.suffix(Self.tag),
        ),
        let plain = try? ChaChaPoly.open(box, using: key),
        !plain.isEmpty || number == 0
      else { throw .damaged }
      result += plain
      number += 1
    } while !rest.isEmpty
    return result
  }

  /// Eleven bytes of the chunk's number, the greatest first, and one that says whether it is the
  /// last.
  private static func nonce(_ number: UInt64, isLast: Bool) -> ChaChaPoly.Nonce? {
    var bytes: [UInt8] = [0, 0, 0]
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
    return try? ChaChaPoly.Nonce(data: bytes + [isLast ? 1 : 0])
  }
}

/// The armor that age puts around a file for mail: PEM with its own label.
enum AgeArmor {
  private static let begin = "-----BEGIN AGE ENCRYPTED FILE-----"
  private static let end = "-----END AGE ENCRYPTED FILE-----"

  static func isArmored(_ bytes: [UInt8]) -> Bool { bytes.starts(with: begin.utf8) }

  static func bytes(of armored: [UInt8]) throws(Sealing.Failure) -> [UInt8] {
    let lines = String(decoding: armored, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.count >= 2, lines.first == begin[...], lines.last == end[...],
      let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
    else { throw .damaged }
    return Array(data)
  }
}

/// Base64 without padding, in its one canonical form.
private enum AgeBase64 {
  static func text(_ bytes: [UInt8]) -> String {
    var text = Data(bytes).base64EncodedString()
    while text.hasSuffix("=") { text.removeLast() }
    return text
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: text + padding), self.text(Array(data)) == text else {
      return nil
    }
    return Array(data)
  }
}
