import PlacedJSON
import Testing

@Suite struct JSONReaderTests {
  private func fault(of bytes: [UInt8], limits: JSONReader.Limits = .init()) -> JSONFault? {
    do throws(JSONFault) {
      _ = try JSONReader.read(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("{}", "{}\n"), (" [ ] ", "[]\n"), ("1.0", "1.0\n"), ("-0", "-0\n"),
      ("1E+2", "1E+2\n"), ("0.10e-7", "0.10e-7\n"),
      ("123456789012345678901234567890", "123456789012345678901234567890\n"),
      ("true", "true\n"), ("null", "null\n"), (#""\u00e9\/\ud83d\ude00""#, "\"é/😀\"\n"),
      ("\u{FEFF}[1]", "[\n  1\n]\n"), (#"{"b":1,"a":[]}"#, "{\n  \"a\": [],\n  \"b\": 1\n}\n"),
      (#""\u0000""#, "\"\\u0000\"\n"), ("\t\r\n1\n", "1\n"),
    ]
  )
  func readsWhatIsJSON(text: String, written: String) throws {
    let value = try JSONReader.read(Array(text.utf8))
    #expect(String(decoding: JSONWriter.text(value), as: UTF8.self) == written)
  }

  @Test(
    arguments: [
      ("", JSONFault.What.endsTooEarly, 1, 1), ("{\"a\": 1,", .endsTooEarly, 1, 9),
      ("[\n1,\n  oops]", .unexpected, 3, 3), ("[1] 2", .trailingText, 1, 5),
      ("01", .trailingText, 1, 2), ("[1,]", .unexpected, 1, 4), ("{\"a\" 1}", .unexpected, 1, 6),
      ("{a: 1}", .unexpected, 1, 2), ("[+1]", .unexpected, 1, 2), ("[.5]", .unexpected, 1, 2),
      ("[1.]", .unexpected, 1, 4), ("1e", .endsTooEarly, 1, 3), ("-", .endsTooEarly, 1, 2),
      ("tru", .endsTooEarly, 1, 4), ("nulL", .unexpected, 1, 4), ("NaN", .unexpected, 1, 1),
      ("\"a\nb\"", .unexpected, 1, 3), ("\"a", .endsTooEarly, 1, 3),
      (#""\x""#, .unexpected, 1, 3), (#""\u12g4""#, .unexpected, 1, 6),
      (#"["\ud800"]"#, .loneSurrogate, 1, 3), (#""\udc00""#, .loneSurrogate, 1, 2),
      (#""\ud800\u0041""#, .loneSurrogate, 1, 2), (#""\ud800\n""#, .loneSurrogate, 1, 2),
      ("{\"a\": 1,\n \"a\": 2}", .duplicateKey("a"), 2, 2),
      (#"{"a": 1, "\u0061": 2}"#, .duplicateKey("a"), 1, 10),
      ("\u{FEFF}x", .unexpected, 1, 1), ("\"a\" // b", .trailingText, 1, 5),
    ]
  )
  func saysWhatIsWrongAndWhere(text: String, what: JSONFault.What, line: Int, column: Int) {
    let expected = JSONFault(what, at: JSONPlace(line: line, column: column))
    #expect(fault(of: Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 1), ([0x22, 0xC0, 0xAF, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x5B, 0x22, 0xE2, 0x80, 0x22, 0x5D], 2),
      ([0xFF, 0xFE, 0x7B, 0x00], 1),
    ] as [([UInt8], Int)]
  )
  func saysThatATextIsNotUTF8(bytes: [UInt8], column: Int) {
    let place = JSONPlace(line: 1, column: column)
    #expect(fault(of: bytes) == JSONFault(.notUTF8, at: place))
  }

  @Test func stopsAtItsLimits() {
    let limits = JSONReader.Limits(bytes: 40, depth: 3, digits: 5)
    let start = JSONPlace(line: 1, column: 1)
    #expect(fault(of: Array("[[[1]]]".utf8), limits: limits) == nil)
    #expect(
      fault(of: Array("[[[[1]]]]".utf8), limits: limits)
        == JSONFault(.tooDeep(limit: 3), at: JSONPlace(line: 1, column: 4))
    )
    #expect(
      fault(of: Array("123456".utf8), limits: limits)
        == JSONFault(.numberTooLong(limit: 5), at: start)
    )
    let long = [UInt8](repeating: UInt8(ascii: " "), count: 41)
    #expect(fault(of: long, limits: limits) == JSONFault(.tooLarge(limit: 40), at: start))
  }

  @Test func isNotTakenDownByAMillionBrackets() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(fault(of: deep)?.what == .tooDeep(limit: 64))
    let objects = Array(String(repeating: "{\"a\":", count: 100_000).utf8)
    #expect(fault(of: objects)?.what == .tooDeep(limit: 64))
  }

  @Test func keepsTwoKeysThatOnlyLookTheSame() throws {
    let text = Array("{\"\u{E9}\": 1, \"e\u{301}\": 2}".utf8)
    let members = try #require(try JSONReader.read(text).members)
    #expect(members.map { Array($0.key.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
  }

  @Test func knowsWhereEachValueBegins() throws {
    let root = try JSONReader.read(Array("{\"a\": [1,\n   {\"é\": true}]}".utf8))
    let object = try #require(root["a"]?.elements?.last)
    #expect(root.place == JSONPlace(line: 1, column: 1))
    #expect(object.place == JSONPlace(line: 2, column: 4))
    #expect(object["é"]?.place == JSONPlace(line: 2, column: 11))
  }

  @Test func aTextCutShortAnywhereIsRefused() throws {
    let text = Array(#"{"a": [1.5, true, null, "x\u00e9"], "b": {"c": -0.1e5}}"#.utf8)
    _ = try JSONReader.read(text)
    for length in 0..<text.count {
      #expect(fault(of: Array(text[..<length]))?.what == .endsTooEarly, "\(length) bytes")
    }
  }
}
