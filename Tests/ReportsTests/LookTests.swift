import BidiText
import Consultation
import Testing

@testable import Reports

@Suite struct LookTests {
  private static let document = Document(
    title: Passage("<b>{{main}}</b>", .english),
    language: .english,
    cover: Cover(title: Passage("<i>&", .english), issuers: [Passage("<u>", .english)]),
    blocks: [.paragraph(Passage("<script>", .english))],
  )

  /// However a template asks for it: what it gets is escaped already.
  @Test(arguments: [
    "{{{title}}}", "{{&title}}", "{{% CONTENT_TYPE:TEXT}}{{title}}", "{{#title}}{{{.}}}{{/title}}",
    "{{title.text}}", "{{#cover}}{{{title}}}{{#issuers}}{{{.}}}{{/issuers}}{{/cover}}",
    "{{title.text.text}}", "{{#cover}}{{.}}{{/cover}}", "{{lowercased(title)}}",
  ])
  func bringsNoTextIntoAPageUnescaped(asking: String) throws {
    let frame = asking + "{{head}}{{mark}}{{main}}"
    let look = try Look(template: frame, style: "")
    let page = Self.document.html(look)
    for tag in ["<b>", "<i>", "<u>", "<script>"] { #expect(!page.contains(tag), "\(page)") }
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test(arguments: [
    ("{{head}}\n{{#mark}}{{mark}}{{/main}}", 2, 21), ("{{head", 1, 7),
    ("{{head}}{{mark}}\n{{#main}}{{main}}", 2, 18), ("{{=}}", 1, 4),
  ])
  func saysWhereATemplateCannotBeRead(template: String, line: Int, column: Int) throws {
    let fault = try #require(throws: Fault.self) { try Look(template: template, style: "") }
    #expect(fault.what == .look(.notATemplate))
    #expect(fault.place == [.position(line: line, column: column)])
  }

  /// Cut off anywhere, it is told to be wrong, or is whole; no text stops the program.
  @Test func readsEveryBeginningOfTheShippedTemplate() throws {
    let whole = try Documents.template()
    for count in stride(from: 0, to: whole.count, by: 7) {
      _ = try? Look(template: String(whole.prefix(count)), style: "")
    }
  }

  @Test(arguments: Look.required)
  func refusesAFrameWithoutWhatEveryPageHas(name: String) throws {
    let whole = Look.required.map { "{{\($0)}}" }.joined()
    _ = try Look(template: whole, style: "")
    let without = whole.replacing("{{\(name)}}", with: "")
    let hidden = whole.replacing("{{\(name)}}", with: "{{^title}}{{\(name)}}{{/title}}")
    for template in [without, hidden, whole + "{{\(name)}}"] {
      #expect(throws: Fault([], .look(.without(name: name)))) {
        try Look(template: template, style: "")
      }
    }
  }

  @Test func fetchesNothingButAnEmblemThatIsInThePage() throws {
    var document = Self.document
    let frame = "{{head}}{{mark}}{{#cover}}{{emblem}}{{/cover}}{{main}}"
    let look = try Look(template: frame, style: "")
    #expect(document.html(look).contains("\"default-src 'none'; style-src 'unsafe-inline'\""))
    document.cover?.emblem = try Emblem(
      [0xFF, 0xD8, 0xFF, 0xE0],
      description: Passage("\"><script>", .english),
    )
    let page = document.html(look)
    #expect(page.contains("'unsafe-inline'; img-src data:\""))
    #expect(page.contains("src=\"data:image/jpeg;base64,/9j/4A==\""))
    #expect(page.contains("alt=\"&quot;&gt;&lt;script&gt;\""))
  }

  // MARK: Colours

  /// White paper and a dark screen: letters in a domain's colour and on it (WCAG 2.2, 1.4.3).
  @Test func theColoursOfTheDomainsCanBeRead() throws {
    let parts = try Documents.style().split(separator: "@media screen and (prefers-color-scheme")
    #expect(parts.count == 2)
    for part in parts {
      func colour(_ name: String) throws -> Double {
        let match = try #require(part.firstMatch(of: try Regex("--\(name): #([0-9a-f]{6});")))
        return try luminance(#require(match.output[1].substring.map(String.init)))
      }
      let paper = try colour("paper")
      for name in (1...6).map({ "domain-\($0)" }) + ["accent", "ink", "quiet"] {
        let letters = try colour(name)
        let contrast = (max(paper, letters) + 0.05) / (min(paper, letters) + 0.05)
        #expect(contrast >= 4.5, "\(name): \(contrast)")
      }
    }
  }

  /// Relative luminance (WCAG 2.2).
  private func luminance(_ hexadecimal: String) throws -> Double {
    let number = try #require(Int(hexadecimal, radix: 16))
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double(number >> shift & 255) / 255
      guard value > 0.04045 else { return value / 12.92 }
      var power = 1.0
      // x to the power of 2.4 without a library of mathematics: 12 fifth roots.
      var root = value
      for _ in 0..<60 {
        root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
      }
      for _ in 0..<12 { power *= root }
      return power
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

@Suite struct EmblemTests {
  @Test func isPNGOrJPEGByItsFirstBytesAndNothingElse() throws {
    let texts = ["<svg/>", "GIF89a", "", "\u{FEFF}<svg onload='x'/>", "%PDF-1.7"]
    for text in texts {
      #expect(throws: Emblem.Failure.notAPicture) {
        try Emblem(Array(text.utf8), description: Passage("", .english))
      }
    }
    let large = [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: Emblem.largest)
    #expect(throws: Emblem.Failure.tooLarge(limit: Emblem.largest)) {
      try Emblem(large, description: Passage("", .english))
    }
  }

  @Test(arguments: [
    ([0xFF, 0xD8, 0xFF], "/9j/"), ([0xFF, 0xD8, 0xFF, 0], "/9j/AA=="),
    ([0xFF, 0xD8, 0xFF, 0, 1], "/9j/AAE="),
  ])
  func isWrittenInBase64(bytes: [UInt8], text: String) throws {
    let emblem = try Emblem(bytes, description: Passage("", .english))
    #expect(emblem.address == "data:image/jpeg;base64," + text)
  }
}

@Suite struct IsolatedRunsTests {
  @Test func anIsolateIsARunThatKnowsItsDirection() {
    let runs = IsolatedRuns.split("نص (\u{2066}Law 3\u{2069}) و\u{2068}art.\u{2069}"[...])
    #expect(
      runs == [
        IsolatedRuns.Run(text: "نص (", direction: nil),
        IsolatedRuns.Run(text: "Law 3", direction: .leftToRight),
        IsolatedRuns.Run(text: ") و", direction: nil),
        IsolatedRuns.Run(text: "art.", direction: .leftToRight),
      ]
    )
  }
}
