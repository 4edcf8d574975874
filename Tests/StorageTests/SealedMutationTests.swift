import TestSupport
import Testing

@testable import Storage

/// Sealed files with anything done to them: opened as they were sealed, or not at all.
@Suite struct SealedMutationTests {
  private static let passphrase = "جملة سرية"

  /// What becomes of bytes; nothing where a key would take more work than a test has time for.
  private func opened(_ bytes: [UInt8]) -> Result<[UInt8], SealingFailure>? {
    let binary = SealedArmor.begins(bytes) ? try? SealedArmor.removed(from: bytes) : bytes
    if let binary, let header = try? SealedHeader(binary),
      (11...Sealing.greatestWork).contains(header.work)
    {
      return nil
    }
    do throws(SealingFailure) {
      return .success(try Sealing.open(bytes, with: Self.passphrase))
    } catch {
      return .failure(error)
    }
  }

  private func expectNothing(of bytes: [UInt8], _ context: @autoclosure () -> String) {
    if case .success = opened(bytes) { Issue.record("\(context()) was opened") }
  }

  /// A file of three chunks, of which each byte is changed and each length tried in the long form;
  /// the short one leaves steps between those within a chunk.
  @Test func opensNothingWithAByteChangedOrCutOff() throws {
    let sealed = try SealingTests.sealed(SealingTests.sample(131_100))
    let chunk = SealedPayload.chunkLength + 16
    let start = sealed.count - (131_100 + 3 * 16)
    let edges = Set(
      [0, 1, 2].flatMap { number in
        [0, chunk - 16, chunk - 1].map { min(start + number * chunk + $0, sealed.count - 1) }
      }
    )
    let step = LongRuns.count(6007, long: 1)
    let inside = Set(stride(from: start, to: sealed.count, by: step))
    var count = 0
    for index in Array(0..<start) + edges.union(inside).sorted() {
      var changed = sealed
      changed[index] ^= 1 << UInt8(index % 8)
      expectNothing(of: changed, "with byte \(index) changed, a file")
      expectNothing(of: Array(sealed[..<index]), "a file cut off at \(index)")
      count += 2
    }
    print("sealed files of \(sealed.count) bytes: \(count) changed or cut off")
  }

  @Test func opensNothingWhoseHeaderIsOfAnotherFile() throws {
    var files: [[UInt8]] = []
    for (seed, passphrase) in [Self.passphrase, Self.passphrase, "another"].enumerated() {
      var generator = SeededGenerator(seed: UInt64(seed))
      files.append(
        try Sealing.seal(
          SealingTests.sample(100),
          with: passphrase,
          work: seed + 1,
          using: &generator,
        )
      )
    }
    let lines = files.map { $0[..<($0.count - 100 - 32)].split(separator: 0x0A) }
    // Each line of the header and the payload from any of the three.
    var count = 0
    for choice in 0..<243 {
      let from = [choice % 3, choice / 3 % 3, choice / 9 % 3, choice / 27 % 3, choice / 81]
      var bytes: [UInt8] = []
      for (line, file) in from.dropLast().enumerated() { bytes += lines[file][line] + [0x0A] }
      bytes += files[from[4]].suffix(132)
      if from.allSatisfy({ $0 == from[0] }) {
        #expect(bytes == files[from[0]])
        let isOurs = from[0] < 2
        #expect(((try? Sealing.open(bytes, with: Self.passphrase)) != nil) == isOurs)
      } else if Set(from.dropFirst()).count > 1 {
        // The first line is the same in all of them.
        count += 1
        expectNothing(of: bytes, "a file of lines of \(from)")
      }
    }
    #expect(count == 234)
  }

  @Test func opensWhatWasSealedOrNothing() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    let text = Array("{\"format\": \"majlis-session\"}".utf8)
    let sealed = try SealingTests.sealed(text)
    let goods = [sealed, SealingTests.armored(sealed), SealingTests.armored(Array(sealed[..<150]))]
    let pieces = [
      "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n", "-> X25519 x\nAAAA\n", "---\n", "--- ", "->", "=",
      "\r\n", "-----BEGIN AGE ENCRYPTED FILE-----\n", "-----END AGE ENCRYPTED FILE-----\n", " 1\n",
      " 10\n", " 22\n", " 23\n", "age-encryption.org/v1\n", "AAAA", " ",
    ]
    let count = LongRuns.count(3000, long: 100_000)
    var (outcomes, longest, costly): ([String: Int], Duration, Int) = ([:], .zero, 0)
    for number in 0..<count {
      var bytes = mutations.mutated(goods[number % 3])
      if Bool.random(using: &mutations.generator) {
        bytes = goods[number % 3]
        let piece = pieces.randomElement(using: &mutations.generator) ?? ""
        let place = Int.random(in: 0...bytes.count, using: &mutations.generator)
        bytes.insert(contentsOf: piece.utf8, at: place)
      }
      var outcome: Result<[UInt8], SealingFailure>?
      longest = max(longest, ContinuousClock().measure { outcome = opened(bytes) })
      switch outcome {
      case .success(let opened):
        outcomes["opened", default: 0] += 1
        #expect(opened == text, "seed \(seed), \(number)")
        // Armor may have white space around it, and nothing else may be otherwise.
        #expect(
          number % 3 > 0 || bytes == sealed || SealedArmor.begins(bytes),
          "seed \(seed), \(number)",
        )
      case .failure(let failure): outcomes["\(failure)", default: 0] += 1
      case nil: costly += 1
      }
    }
    print(
      "mutated sealed files: \(count), \(outcomes.sorted { $0.key < $1.key }), "
        + "\(costly) of more work left out, longest \(longest), seed \(seed)"
    )
    #expect(longest < .seconds(5), "seed \(seed)")
  }
}
