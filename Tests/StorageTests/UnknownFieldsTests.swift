import Consultation
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

@Suite struct UnknownFieldsTests {
  /// The value with two keys of a later version in every object whose keys are not names.
  private func extended(_ value: JSONValue, at path: [String] = []) -> JSONValue {
    switch value.kind {
    case .object(let members):
      let named = ["delegations", "answers", "instruments", "translations", "grounds"]
      let last = path.last ?? ""
      let hasNames = named.contains(last) || last.hasSuffix("Translations")
      let future: [JSONValue.Member] = [
        ("future", .object([("a", JSONValue(.number("1.50"))), ("b", .array([.string("é")]))])),
        // Keys that this version knows, but not here.
        path == ["workshop"] || last == "delegation"
          ? ("note", .string("n")) : ("due", .string("d")),
      ]
      let inner = members.map { ($0.key, extended($0.value, at: path + [$0.key])) }
      // There a due date stands, or may.
      let hasDue = last == "actions" || path.contains("record") || path.contains("records")
      return .object(inner + (hasNames ? [] : hasDue ? [future[0]] : future))
    case .array(let elements):
      return .array(elements.map { extended($0, at: path) })
    case .null, .bool, .number, .string: return value
    }
  }

  @Test func whatIsUnknownIsWrittenAgainAtItsPlace() throws {
    let folder = try TemporaryFolder()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Unknown fields: seed \(seed)")
    var sessions = RandomSessions(seed: seed)
    for _ in 0..<100 {
      let session = sessions.next()
      let bytes = JSONWriter.text(extended(JSONForm<Session>.session.write(session)))
      let stored = try SessionFile.read(bytes: bytes, assets: folder.assets)
      let written = stored.unknown.restored(to: JSONForm<Session>.session.write(stored.session))
      let isSame = JSONWriter.text(written) == bytes
      #expect(isSame, "seed \(seed)")
      #expect(stored.session == session, "seed \(seed)")
    }
  }

  /// What is known and says nothing is left out.
  ///
  /// If it were kept as something unknown, it would
  /// come back where another copy says nothing, and merging would depend on who meets whom first.
  @Test func nothingThatTheSchemaKnowsIsKeptAsUnknown() throws {
    let folder = try TemporaryFolder()
    let schema = SchemaTests.assets + "/schemas/session.schema.json"
    let walk = try SchemaWalk(schema: Array(Data(contentsOf: URL(fileURLWithPath: schema))))
    let seed = UInt64.random(in: 0...UInt64.max)
    print("nothing known is kept: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let root = try JSONReader.read(Array(RichSession.text().utf8))
    let empty: [JSONValue] = [
      JSONValue(.null), JSONValue(.bool(false)), JSONValue(.bool(true)), .number(0), .string(""),
      .array([]), .object([]),
    ]
    var read: Set<String> = []
    let fields = walk.fields(of: root).shuffled(using: &generator)
    for field in fields.prefix(LongRuns.count(25, long: fields.count)) {
      let codes = field.schema["enum"]?.elements ?? []
      let others = (0..<LongRuns.count(1, long: 20)).map { _ in
        walk.other(than: field.value, field.schema, using: &generator)
      }
      for value in empty + codes + others {
        let text = JSONWriter.text(root.setting(field.path[...], to: value))
        guard let stored = try? SessionFile.read(bytes: text, assets: folder.assets) else {
          continue
        }
        read.insert(field.pointer)
        let isWhole =
          stored.text == JSONWriter.text(JSONForm<Session>.session.write(stored.session))
        #expect(
          isWhole,
          "seed \(seed): \(field.pointer): \(String(decoding: JSONWriter.text(value), as: UTF8.self))",
        )
      }
    }
    #expect(read.count > 5)
  }

  @Test func theyStayThroughAChangeAndGoWithTheirPlace() throws {
    let folder = try TemporaryFolder()
    let text = SessionCodingTests.smallSession
      .replacingFirst("\"by\": \"amina\"", with: "\"by\": \"amina\", \"terminal\": \"pts/3\"")
      .replacingFirst("\"id\": \"c1\"", with: "\"id\": \"c1\", \"terminal\": \"pts/4\"")
    try folder.write(text, to: "session.json")
    let stored = try folder.stored()
    var session = stored.session
    let havenia = try #require(DelegationCode("QNG"))
    let number = try #require(QuestionNumber("1.1.1"))
    session.apply(
      Change(
        stamp: Change.Stamp(id: "c2", at: Timestamp(milliseconds: 2_000_000_000_000), by: "b"),
        delegation: havenia,
        question: number,
        what: .answered(nil, parts: .nothing, status: .draft),
        was: .answered(.step(.partial), parts: .nothing, status: .draft),
      )
    )
    let written = stored.unknown.restored(to: JSONForm<Session>.session.write(session))
    let answer = written["delegations"]?["QNG"]?["answers"]?["1.1.1"]
    #expect(answer?["terminal"]?.string == "pts/3")
    #expect(written["history"]?.elements?.map { $0["terminal"]?.string } == ["pts/4", nil])
    let withdrawn = stored.unknown.restored(
      to: JSONForm<Session>.session.write(session.with(id: "s2", delegations: []))
    )
    #expect(!String(decoding: JSONWriter.text(withdrawn), as: UTF8.self).contains("pts/"))
  }

  @Test func nothingGoesFromOneOfTwoWithTheSameIdentifierToTheOther() throws {
    let folder = try TemporaryFolder()
    let root = try JSONReader.read(Array(SessionCodingTests.smallSession.utf8))
    let change = try #require(root["history"]?.elements?.first)
    let members = try #require(change.members)
    let second = JSONValue.object(
      members + [("undoes", .string("c0")), ("role", .string("onBehalf"))]
    )
    for history in [[change, second], [second, change]] {
      let text = JSONWriter.text(root.setting([.key("history")], to: .array(history)))
      let stored = try SessionFile.read(bytes: text, assets: folder.assets)
      let again = try SessionFile.read(bytes: stored.text, assets: folder.assets)
      #expect(again.session == stored.session)
    }
  }

  @Test func aKindOfRecordsThatIsThereWithoutAnyIsWrittenAgain() throws {
    let (folder, stored) = try TemporaryFolder.withSession()
    var session = stored.session
    let offer = try session.change(
      setting: RecordKey(.offer, "1.1.1"),
      to: .offer(Offer(question: .sample("1.1.1"), sharing: .room)),
      of: .havenia,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(offer))
    let text = String(decoding: SessionFile.text(session), as: UTF8.self)
      .replacingFirst("\"records\": {", with: "\"records\": {\"card\": {}, ")
    #expect(text.contains("\"card\": {}"))
    let read = try SessionFile.read(bytes: Array(text.utf8), assets: folder.assets)
    let written = read.unknown.restored(to: JSONForm<Session>.session.write(read.session))
    #expect(JSONWriter.text(written) == JSONWriter.text(try JSONReader.read(Array(text.utf8))))
  }

  @Test func aRankThatNeedNotBeWrittenDoesNotComeBack() throws {
    let folder = try TemporaryFolder()
    let root = try JSONReader.read(Array(RichSession.text().utf8))
    let ranks: [JSONValue.Member] = [
      ("QNG", .number(0)), ("QND", .number(1)), ("QNJ", .number(9)),
    ]
    let text = JSONWriter.text(root.setting([.key("ranks")], to: .object(ranks)))
    let stored = try SessionFile.read(bytes: text, assets: folder.assets)
    let written = try JSONReader.read(stored.text)
    #expect(written["ranks"]?.members?.map(\.key) == ["QNJ"])
  }

  @Test func ofAStandingThatIsWrittenAsItsStepTheyAreKeptToo() throws {
    let folder = try TemporaryFolder()
    let root = try JSONReader.read(Array(RichSession.text().utf8))
    let place = ["delegations", "QNG", "answers", "1.1.1", "instruments", "CRC"]
    let standing = JSONValue.object([("step", .string("partial")), ("future", .number(1))])
    let text = JSONWriter.text(
      root.setting(place.map { SchemaWalk.Step.key($0) }[...], to: standing)
    )
    let stored = try SessionFile.read(bytes: text, assets: folder.assets)
    let written = try place.reduce(JSONReader.read(stored.text)) { try #require($0[$1]) }
    #expect(written["step"]?.string == "partial" && written["future"]?.wholeNumber == 1)
  }

  @Test func aNoteOfTodayIsNotReplacedByOneOfTomorrow() throws {
    let folder = try TemporaryFolder()
    let text = SessionCodingTests.smallSession
      .replacingFirst("\"by\": \"amina\"", with: "\"by\": \"amina\", \"noteLanguage\": \"fr\"")
    try folder.write(text, to: "session.json")
    let stored = try folder.stored()
    let written = stored.unknown.restored(to: JSONForm<Session>.session.write(stored.session))
    #expect(written["delegations"]?["QNG"]?["answers"]?["1.1.1"]?["noteLanguage"] == nil)
  }

  // What grew with the square of their number would take hours.
  @Test(.timeLimit(.minutes(10))) func aHundredThousandOfThemAreKept() throws {
    let root = try JSONReader.read(Array(SessionCodingTests.smallSession.utf8))
    let change = try #require(root["history"]?.elements?.first?.members)
    let history = JSONValue.array(
      (0..<100_000).map { number in
        .object(
          change.filter { $0.key != "id" } + [
            ("id", .string("c\(number)")), ("future", .number(1)),
          ]
        )
      }
    )
    var reading = FileReading()
    let changes = JSONForm<[Change]>.list(of: .change)
    let read = changes.read(history, { Path().key("history") }, &reading) ?? []
    let written = JSONValue.object([("history", changes.write(read))])
    let restored = reading.unknown.restored(to: written)
    #expect(restored["history"]?.elements?.last?["future"]?.wholeNumber == 1)
  }
}
