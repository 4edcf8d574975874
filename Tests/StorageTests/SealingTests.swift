import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct SealingTests {
  /// Seals with so little work that a test can do it often.
  static func sealed(
    _ bytes: [UInt8],
    _ passphrase: String = "جملة سرية",
    work: Int = 1,
  ) throws -> [UInt8] {
    var generator = SeededGenerator(seed: 1)
    return try Sealing.seal(bytes, with: passphrase, work: work, using: &generator)
  }

  static func sample(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
  }

  @Test(arguments: [0, 1, 65535, 65536, 65537, 131_072, 200_000])
  func opensWhatWasSealed(size: Int) throws {
    let bytes = Self.sample(size)
    let sealed = try Self.sealed(bytes)
    #expect(Sealing.isSealed(sealed))
    #expect(try Sealing.open(sealed, with: "جملة سرية") == bytes)
    #expect(try Sealing.open(Self.armored(sealed), with: "جملة سرية") == bytes)
  }

  @Test func sealsTheSameBytesDifferentlyEachTime() throws {
    var generator = SystemRandomNumberGenerator()
    let first = try Sealing.seal([1], with: "a", work: 1, using: &generator)
    let second = try Sealing.seal([1], with: "a", work: 1, using: &generator)
    #expect(first.count == second.count)
    #expect(first != second)
  }

  @Test func doesNotOpenWithAnotherPassphrase() throws {
    let sealed = try Self.sealed([1, 2, 3])
    for passphrase in ["", "x", "جملة سرية ", "جملة سري"] {
      #expect(throws: SealingFailure.wrongPassphrase) {
        try Sealing.open(sealed, with: passphrase)
      }
    }
  }

  @Test func sealsNothingWithAnEmptyPassphrase() {
    #expect(throws: SealingFailure.wrongPassphrase) { try Sealing.seal([1], with: "") }
  }

  @Test func knowsWhatIsNotSealed() throws {
    let others = ["", "{}", "age-encryption.org/v1", "age-encryption.org/v2\n", "-----BEGIN"]
    for other in others.map({ Array($0.utf8) }) {
      #expect(!Sealing.isSealed(other))
      #expect(throws: SealingFailure.notSealed) { try Sealing.open(other, with: "x") }
    }
    #expect(Sealing.isSealed(Self.armored(try Self.sealed([1]))))
  }

  @Test(arguments: [0, 40, 65536, 65537])
  func opensNothingThatWasCutShort(size: Int) throws {
    let sealed = try Self.sealed(Self.sample(size))
    let step = sealed.count > 1000 ? 997 : 1
    for count in [sealed.count - 16, sealed.count - 17, sealed.count - 1]
      + Array(stride(from: 0, to: sealed.count, by: step))
    {
      #expect(throws: SealingFailure.self, "\(count) of \(sealed.count) bytes") {
        try Sealing.open(Array(sealed[..<count]), with: "جملة سرية")
      }
    }
  }

  @Test func opensNothingInWhichAByteWasChanged() throws {
    let sealed = try Self.sealed(Self.sample(40))
    for index in sealed.indices {
      for bit in [1, 0x20, 0x80] as [UInt8] {
        var changed = sealed
        changed[index] ^= bit
        #expect(throws: SealingFailure.self, "bit \(bit) of byte \(index)") {
          try Sealing.open(changed, with: "جملة سرية")
        }
      }
    }
  }

  @Test func opensNoArmorThatWasChangedOrCutShort() throws {
    let bytes = Self.sample(40)
    let armored = Self.armored(try Self.sealed(bytes))
    for index in armored.indices.dropLast() {
      var changed = armored
      changed[index] ^= 1
      for bytes in [changed, Array(armored[..<index])] {
        #expect(throws: SealingFailure.self, "byte \(index)") {
          try Sealing.open(bytes, with: "جملة سرية")
        }
      }
    }
  }

  @Test func opensNoChunksThatWereExchangedOrLeftOut() throws {
    let sealed = try Self.sealed(Self.sample(3 << 16))
    let chunk = 65536 + 16
    let start = sealed.count - 3 * chunk
    let head = sealed[..<start]
    let chunks = (0..<3).map { sealed[(start + $0 * chunk)...].prefix(chunk) }
    #expect(try Sealing.open(head + chunks.flatMap { $0 }, with: "جملة سرية").count == 3 << 16)
    for order in [[1, 0, 2], [0, 2], [0, 1], [2], [], [0, 1, 2, 2], [0, 1, 1, 2]] {
      #expect(throws: SealingFailure.damaged, "\(order)") {
        try Sealing.open(head + order.flatMap { chunks[$0] }, with: "جملة سرية")
      }
    }
  }

  @Test func doesNotWorkLongerThanItMay() throws {
    let text = String(decoding: try Self.sealed([]).prefix(150), as: UTF8.self)
    for work in ["23", "64", "99999999999999999999"] {
      let costly = text.replacingFirst(" 1\n", with: " \(work)\n")
      #expect(throws: SealingFailure.tooCostly) {
        try Sealing.open(Array(costly.utf8), with: "x")
      }
    }
    for work in ["0", "01", "-1", "+1", "1 ", ""] {
      let wrong = text.replacingFirst(" 1\n", with: " \(work)\n")
      #expect(throws: SealingFailure.damaged) { try Sealing.open(Array(wrong.utf8), with: "x") }
    }
  }

  @Test func sealsOnlyForThePassphraseAndWithTheUsualWork() throws {
    let sealed = try Sealing.seal(Self.sample(10), with: "usual")
    let lines = String(decoding: sealed.prefix(150), as: UTF8.self).split(separator: "\n")
    #expect(lines[1].hasPrefix("-> scrypt ") && lines[1].hasSuffix(" 18"))
    #expect(try Sealing.open(sealed, with: "usual") == Self.sample(10))
  }

  /// The header of ``sealed(_:_:work:)``, and changes of it after which it is none any more.
  @Test(arguments: [
    ("an argument more", "-> scrypt ", "-> scrypt x "),
    ("an empty argument", "-> scrypt ", "-> scrypt  "),
    ("an argument less", " 1\n", "\n"),
    ("a space at the end", " 1\n", " 1 \n"),
    ("no arguments", "-> scrypt ", "->\n-> scrypt "),
    ("another stanza before", "-> scrypt ", "-> X25519 x\nAAAA\n-> scrypt "),
    ("another stanza after", "\n--- ", "\n-> X25519 x\nAAAA\n--- "),
    ("the same stanza twice", "\n--- ", "\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n\n--- "),
    ("a stanza without a body", "-> scrypt ", "-> x\n-> scrypt "),
    ("a short salt", "-> scrypt ", "-> scrypt AAAA 1\n\n-> x "),
    ("a body in two short lines", " 1\n", " 1\nAAAA\n"),
    ("an empty body", " 1\n", " 1\n\n"),
    ("carriage returns", "\n", "\r\n"),
    ("a wrong mark", "\n--- ", "\n-- "),
    ("no space after the mark", "\n--- ", "\n---"),
    ("two spaces after the mark", "\n--- ", "\n---  "),
    ("padding", "\n--- ", "=\n--- "),
    ("an invalid character", "\n--- ", "*\n--- "),
    ("a letter beyond ASCII", "-> scrypt ", "-> scrypt é"),
    ("a control character", "-> scrypt ", "-> scrypt \u{1B}"),
  ])
  func takesNoOtherHeader(name: String, from: String, to: String) throws {
    let text = String(decoding: try Self.header(), as: UTF8.self)
    let versionLine = "age-encryption.org/v1\n"
    let changed = versionLine + text.dropFirst(versionLine.count).replacing(from, with: to)
    #expect(changed != text)
    #expect(throws: SealingFailure.damaged, "\(name): \(changed)") {
      try SealedHeader(Array(changed.utf8))
    }
  }

  @Test func takesItsOwnHeaderOnly() throws {
    let bytes = try Self.header()
    let header = try SealedHeader(bytes)
    #expect(header.work == 1)
    #expect(header.end == bytes.count)
    #expect(header.bytes == bytes)
  }

  @Test func opensNothingThatWasSealedForAKey() {
    let text = """
      age-encryption.org/v1
      -> X25519 ajtqAvDEkVNr2B7zUOtq2mAQXDSBlNrVAuM/dKb5sT4
      U+hKlJ4isweJ9PKG7pgscmG3cPASLgTw7SOBpbZ8x2U
      --- yp4Z0lV1LEdkm1+uDCuPUV+9hIXbPKrBXKQ/f5Y03As

      """
    #expect(throws: SealingFailure.notSealed) { try Sealing.open(Array(text.utf8), with: "x") }
  }

  @Test func takesOnlyOneTextForBytes() {
    #expect(StrictBase64.bytes("AA") == [0])
    #expect(StrictBase64.bytes("") == [])
    for wrong in ["AB", "AA==", "A", "AAAAA", "AA\n", " AA", "A-_A", "A A"] {
      #expect(StrictBase64.bytes(wrong) == nil, "\(wrong)")
    }
    for wrong in ["AA", "AB==", "AA=", "AA== ", "AAAA\n"] {
      #expect(StrictBase64.paddedBytes(wrong) == nil, "\(wrong)")
    }
  }

  @Test func takesWhiteSpaceAndCarriageReturnsAroundTheLinesOfArmor() throws {
    let armored = String(decoding: Self.armored(try Self.sealed(Self.sample(96))), as: UTF8.self)
    let fine = [
      armored.replacing("\n", with: "\r\n"), "\n \t\n" + armored + "\r\n \n",
      String(armored.dropLast()),
    ]
    for text in fine {
      #expect(try Sealing.open(Array(text.utf8), with: "جملة سرية") == Self.sample(96))
    }
    let wrong = [
      armored.replacing("\n", with: " \n"), armored.replacing("\n", with: "\n\n"),
      armored.replacing("\n", with: "\n "), armored + "x", armored + armored,
      armored.replacing("-----\n", with: "-----\nVersion: 1\n\n"), armored.lowercased(),
      armored.replacing("END AGE", with: "END PGP"), armored.replacing("\n", with: ""),
      armored.replacing("=\n", with: "\n"),
    ]
    for text in wrong {
      #expect(throws: SealingFailure.self, "\(text)") {
        try Sealing.open(Array(text.utf8), with: "جملة سرية")
      }
    }
  }

  /// The header alone.
  private static func header() throws -> [UInt8] {
    let sealed = try sealed([])
    return Array(sealed.dropLast(32))
  }

  /// The bytes as `age --armor` writes them.
  static func armored(_ bytes: [UInt8]) -> [UInt8] {
    let lines = Data(bytes).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    return Array(
      "-----BEGIN AGE ENCRYPTED FILE-----\n\(lines)\n-----END AGE ENCRYPTED FILE-----\n".utf8
    )
  }
}
