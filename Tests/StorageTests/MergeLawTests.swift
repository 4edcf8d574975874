import Consultation
import Crypto
import Foundation
import PlacedJSON
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// The laws of merging, over files: byte for byte, with what other hands and newer programs wrote
/// into them, and under clocks that go forward and back.
@Suite(.serialized) struct MergeLawTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["MAJLIS_MERGE_SEED"].flatMap { UInt64($0) }

  /// Whether this process tries the laws: where eight are compared, the others only merge, since
  /// the laws hold of the same bytes.
  private static let triesLaws = environment["MAJLIS_MERGE_LAWS"] != "0"

  /// What was read last, since most texts are merged with several others.
  private final class Known: Sendable {
    private let sessions = Mutex<[[UInt8]: StoredSession]>([:])

    func session(_ text: [UInt8], read: () throws -> StoredSession) throws -> StoredSession {
      if let known = sessions.withLock({ $0[text] }) { return known }
      let stored = try read()
      sessions.withLock { sessions in
        if sessions.count > 20 { sessions = [:] }
        sessions[text] = stored
      }
      return stored
    }
  }

  /// Copies of one session, edited by hand in whatever the schema knows.
  private struct Copies {
    let folder: TemporaryFolder
    let walk: SchemaWalk
    var generator: SeededGenerator
    var branches: RandomBranches
    /// The fields that were edited, as the schema calls them.
    var edited: Set<String> = []

    init(seed: UInt64) throws {
      folder = try TemporaryFolder()
      let path = SchemaTests.assets + "/schemas/session.schema.json"
      walk = try SchemaWalk(schema: Array(Data(contentsOf: URL(fileURLWithPath: path))))
      generator = SeededGenerator(seed: seed)
      branches = RandomBranches(seed: seed)
    }

    private let known = Known()

    func read(_ text: [UInt8]) throws -> StoredSession {
      try known.session(text) {
        try SessionFile.read(bytes: text, assets: folder.assets)
      }
    }

    func merge(_ first: [UInt8], _ second: [UInt8]) throws -> [UInt8] {
      try SessionFile.merge(try read(first), try read(second)).text
    }

    /// A session in which every field of the schema is filled in, and some of none.
    func start() throws -> [UInt8] {
      try #require(try? read(Array(RichSession.text().utf8)), "the rich session is one").text
    }

    /// The same after some more was done, by people whose clocks go wrong.
    mutating func goingOn(_ text: [UInt8], steps: Int) throws -> [UInt8] {
      var stored = try read(text)
      stored.session = branches.goingOn(stored.session, steps: steps)
      return stored.text
    }

    /// Whether a field says whose a change or an exchange is.
    ///
    /// Where one copy gives it to another delegation, and one of the two has withdrawn from a third
    /// copy, no copy can know what the others know (``Session/merged(with:by:)``).
    private static func isOwner(_ field: SchemaWalk.Field) -> Bool {
      field.pointer == "/history/[]/delegation"
        || ["/tells", "/hears", "/hears/[]"].contains { field.pointer.hasSuffix($0) }
    }

    /// The same after another hand changed some fields of it.
    mutating func edited(_ text: [UInt8], times: Int) throws -> [UInt8] {
      var text = text
      for _ in 0..<times {
        let root = try JSONReader.read(text)
        let fields = walk.fields(of: root).filter { !Self.isOwner($0) }
        guard let field = fields.randomElement(using: &generator) else { continue }
        text = try edited(root, field) ?? text
      }
      return text
    }

    /// With another value in one field; `nil` where that is no session any more.
    mutating func edited(_ root: JSONValue, _ field: SchemaWalk.Field) throws -> [UInt8]? {
      let isOptional = field.value != nil && Int.random(in: 0..<8, using: &generator) == 0
      let new =
        isOptional ? nil : walk.other(than: field.value, field.schema, using: &generator)
      let text = JSONWriter.text(root.setting(field.path[...], to: new))
      guard let stored = try? read(text), stored.session.id == RichSession.id,
        stored.session.questionnaire.id == "small"
      else { return nil }
      edited.insert(field.pointer)
      return text
    }

    /// After a delegation took its answers out of it.
    func withdrawing(from text: [UInt8]) throws -> [UInt8] {
      var stored = try read(text)
      // Another hand may have written that it has.
      guard stored.session.receipt(of: .dorania) == nil else { return text }
      let receipt = Receipt(
        delegation: .dorania,
        at: Timestamp(milliseconds: 1_686_825_730_000),
        by: "a",
        fingerprint: String(repeating: "0c", count: 32),
      )
      try stored.session.withdraw(receipt)
      stored.unknown = stored.unknown.withoutDelegation(DelegationCode.dorania.description)
      return stored.text
    }

    /// With a key that only a newer program knows, at the top or somewhere inside.
    mutating func extended(_ text: [UInt8]) throws -> [UInt8] {
      let root = try JSONReader.read(text)
      let fields = walk.fields(of: root).filter { $0.path.count > 1 }
      var path: [SchemaWalk.Step] = []
      if let field = fields.randomElement(using: &generator), Bool.random(using: &generator) {
        path = field.path.dropLast()
      }
      if case .index = path.last { path.removeLast() }
      let value: JSONValue =
        Bool.random(using: &generator)
        ? .number(Int.random(in: 0..<99, using: &generator))
        : .object([("k\(Int.random(in: 0..<3, using: &generator))", .string("é"))])
      let key = SchemaWalk.Step.key("future\(Int.random(in: 0..<2, using: &generator))")
      let new = JSONWriter.text(root.setting((path + [key])[...], to: value))
      return (try? read(new)) == nil ? text : new
    }
  }

  /// Tries the laws on three copies; tells the first that does not hold.
  private func broken(_ copies: Copies, _ a: [UInt8], _ b: [UInt8], _ c: [UInt8]) throws -> String?
  {
    let ab = try copies.merge(a, b)
    if try copies.merge(b, a) != ab { return "ab = ba" }
    let abc = try copies.merge(ab, c)
    if try copies.merge(a, copies.merge(b, c)) != abc { return "(ab)c = a(bc)" }
    if try copies.merge(copies.merge(a, c), b) != abc { return "(ab)c = (ac)b" }
    if try copies.merge(ab, ab) != ab { return "(ab)(ab) = ab" }
    if try copies.merge(ab, a) != ab { return "(ab)a = ab" }
    let aa = try copies.merge(a, a)
    if try copies.merge(aa, aa) != aa { return "(aa)(aa) = aa" }
    if try copies.merge(aa, b) != ab { return "(aa)b = ab" }
    return nil
  }

  @Test func holdForCopiesThatWentOnApartAndWereEditedByHand() throws {
    let seed = Self.seed ?? UInt64.random(in: 0...(.max))
    let count = LongRuns.count(24, long: 10_000, or: "MAJLIS_MERGE_COUNT")
    print("merge laws of files: seed \(seed), \(count) histories")
    var copies = try Copies(seed: seed)
    var digest = SHA256()
    for number in 0..<count {
      var base = try copies.goingOn(copies.start(), steps: 4)
      // One whose clock stands years ahead, as everybody's history goes on from there.
      if number % 3 == 0 { copies.branches.clock = 1_924_992_000_000 }
      base = try copies.goingOn(base, steps: 1)
      copies.branches.clock = 1_686_825_727_000
      var apart: [[UInt8]] = []
      for _ in 0..<3 {
        var copy = try copies.goingOn(base, steps: 4)
        copy = try copies.edited(copy, times: number % 4)
        if number % 2 == 0 { copy = try copies.extended(copy) }
        apart.append(try copies.goingOn(copy, steps: 2))
      }
      if number % 5 == 0 {
        apart[2] = try copies.withdrawing(from: apart[2])
      }
      if Self.triesLaws {
        let law = try broken(copies, apart[0], apart[1], apart[2])
        #expect(law == nil, "seed \(seed), history \(number): \(law ?? "")")
      }
      digest.update(
        data: try copies.merge(copies.merge(apart[0], apart[1]), apart[2])
      )
    }
    print("merge digest: \(Fingerprint.hexadecimal(digest.finalize()))")
  }

  @Test func holdForADifferenceInEachFieldOfTheSchema() throws {
    let seed = Self.seed ?? UInt64.random(in: 0...(.max))
    print("merge laws for each field: seed \(seed)")
    var copies = try Copies(seed: seed)
    let start = try copies.start()
    let root = try JSONReader.read(start)
    var fields = copies.walk.fields(of: root)
    let all = fields.count
    fields = Array(fields.shuffled(using: &copies.generator).prefix(LongRuns.count(20, long: all)))
    for field in fields {
      var apart: [[UInt8]] = []
      for _ in 0..<40 where apart.count < 3 {
        if let text = try copies.edited(root, field) { apart.append(text) }
      }
      guard apart.count == 3 else { continue }
      let law = try broken(copies, apart[0], apart[1], apart[2])
      #expect(law == nil, "seed \(seed), \(field.pointer): \(law ?? "")")
    }
    // What says which session it is of which questionnaire makes another session of it.
    let others = Set(fields.map(\.pointer)).subtracting(copies.edited)
    let expected = [
      "/format", "/version", "/id", "/questionnaire/id", "/questionnaire/version",
      // Of what kind it is, the schema does not know.
      "/history/[]/was/record", "/delegations/*/records/*/*/standing",
    ]
    // A position that stands there openly cannot be sealed as well.
    let unexpected = others.subtracting(expected).filter { !$0.hasSuffix("/sealed") }
    #expect(unexpected == [], "seed \(seed)")
  }

  @Test func givesTheSameBytesInSeveralProcesses() throws {
    let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    var environment = Self.environment
    environment["SWIFT_DETERMINISTIC_HASHING"] = nil
    environment["MAJLIS_MERGE_SEED"] = "\(UInt64.random(in: 0...(.max)))"
    environment["MAJLIS_MERGE_COUNT"] = "\(LongRuns.count(8, long: 1_000))"
    var digests: Set<String> = []
    for process in 0..<LongRuns.count(4, long: 8) {
      environment["MAJLIS_MERGE_LAWS"] = process == 0 ? "1" : "0"
      let outcome = try Program.run(
        executable,
        [
          "--testing-library", "swift-testing", "--filter",
          "holdForCopiesThatWentOnApartAndWereEditedByHand",
        ],
        environment: environment,
      )
      #expect(outcome.status == 0, "\(outcome.output) \(outcome.complaints)")
      let line = try #require(
        outcome.output.split(separator: "\n").first { $0.hasPrefix("merge digest: ") },
        "\(outcome.output) \(outcome.complaints)",
      )
      digests.insert(String(line))
    }
    #expect(digests.count == 1, "\(environment["MAJLIS_MERGE_SEED"] ?? "")")
  }
}
