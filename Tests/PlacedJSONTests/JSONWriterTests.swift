import PlacedJSON
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.text(value), as: UTF8.self)
  }

  @Test func sortsKeysByUnicodeScalar() {
    let keys = ["é", "z", "Z", "10", "2", "\u{1F600}", "\u{FB01}", ""]
    let value = JSONValue.object(keys.map { ($0, .number(1)) })
    #expect(
      text(value)
        == """
        {
          "": 1,
          "10": 1,
          "2": 1,
          "Z": 1,
          "z": 1,
          "é": 1,
          "\u{FB01}": 1,
          "😀": 1
        }

        """
    )
  }

  @Test func writesALineWithoutSpaces() {
    let value = JSONValue.object([
      ("list", .array([.string("a"), .array([]), .object([])])), ("bool", JSONValue(.bool(false))),
    ])
    let line = String(decoding: JSONWriter.line(value), as: UTF8.self)
    #expect(line == #"{"bool":false,"list":["a",[],{}]}"#)
  }

  @Test func writesOneValueALine() {
    let value = JSONValue.object([
      ("list", .array([.string("a"), .array([]), .object([])])),
      ("bool", JSONValue(.bool(false))), ("null", JSONValue(.null)),
    ])
    #expect(
      text(value)
        == """
        {
          "bool": false,
          "list": [
            "a",
            [],
            {}
          ],
          "null": null
        }

        """
    )
  }

  @Test(
    arguments: [
      ("\"", #"\""#), ("\\", #"\\"#), ("/", "/"), ("\n", #"\n"#), ("\t", #"\t"#),
      ("\r", #"\u000d"#), ("\u{0}", #"\u0000"#), ("\u{1B}", #"\u001b"#), ("\u{7F}", #"\u007f"#),
      ("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#), ("\u{2027}", "\u{2027}"),
      ("الهجرة é 😀", "الهجرة é 😀"), ("a\u{2028}b\"c", #"a\u2028b\"c"#),
    ]
  )
  func escapesWhatHasToBe(string: String, written: String) {
    #expect(text(.string(string)) == "\"\(written)\"\n")
  }

  @Test func whatItWritesIsReadAgain() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let once = JSONWriter.text(.random(depth: 4, using: &generator))
      let again = JSONWriter.text(try JSONReader.read(once))
      #expect(once == again, "seed \(seed)")
    }
  }
}

extension JSONValue {
  fileprivate static func random(
    depth: Int,
    using generator: inout SeededGenerator,
  ) -> JSONValue {
    let numbers = ["0", "-0", "1.50", "1e9", "-12.5E-3", "18446744073709551616"]
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &generator) {
    case 0: return JSONValue(.null)
    case 1: return JSONValue(.bool(Bool.random(using: &generator)))
    case 2: return JSONValue(.number(numbers.randomElement(using: &generator) ?? "0"))
    case 3: return .string(.random(using: &generator))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          .random(depth: depth - 1, using: &generator)
        }
      )
    default:
      return .object(
        (0..<Int.random(in: 0..<4, using: &generator)).map { number in
          ("\(number)" + .random(using: &generator), .random(depth: depth - 1, using: &generator))
        }
      )
    }
  }
}

extension String {
  fileprivate static func random(using generator: inout SeededGenerator) -> String {
    var scalars = UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      let ranges: [ClosedRange<UInt32>] = [0...0x7F, 0x600...0x6FF, 0x2000...0x206F, 0...0x10FFFF]
      let range = ranges.randomElement(using: &generator) ?? 0...0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
