import Testing

@testable import BidiText

@Suite struct TextSanitizerTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("نص عربي", "نص عربي"), ("two\nlines", "two\nlines"),
      ("\u{1B}[31mred", "␛[31mred"), ("bell\u{7}", "bell␇"), ("a\u{9B}2J", "a\u{FFFD}2J"),
      ("del\u{7F}", "del␡"), ("tab\there", "tab here"), ("\u{202E}evil", "\u{FFFD}evil"),
      ("open\u{2067}", "open\u{FFFD}"), ("\u{2068}closed\u{2069}", "\u{2068}closed\u{2069}"),
      ("\u{2069}shut", "\u{FFFD}shut"), ("\u{0}", "␀"), ("\u{E000}", "\u{FFFD}"),
    ]
  )
  func showsWhatCouldDoHarm(text: String, expected: String) {
    #expect(TextSanitizer.visible(text) == expected)
  }

  @Test(
    arguments: [
      "\u{E0001}", "\u{E0041}", "\u{E007F}", "\u{E0100}", "\u{E01EF}", "\u{FE00}", "\u{2062}",
      "\u{206A}", "\u{3164}", "\u{FFA0}", "\u{115F}", "\u{FFF9}", "\u{1D173}",
      // The others at the ends of what is hidden.
      "\u{1160}", "\u{17B4}", "\u{17B5}", "\u{180B}", "\u{180F}", "\u{2061}", "\u{2065}",
      "\u{206F}", "\u{FE0D}", "\u{FFF0}", "\u{FFFB}", "\u{1BCA0}", "\u{1BCA3}", "\u{1D17A}",
      "\u{E0000}", "\u{E0FFF}",
    ]
  )
  func showsThatSomethingIsHidden(character: String) {
    #expect(TextSanitizer.visible("a\(character)b") == "a\u{FFFD}b")
    let line = TextLayout.line("a\(character)b", direction: .leftToRight, width: nil)
    #expect(line.cells.allSatisfy { $0.glyph.base.properties.generalCategory != .format })
  }

  @Test(arguments: [
    "م\u{200C}ی", "لا\u{200D}", "\u{200E}--seal", "\u{200F}", "\u{61C}", "☎\u{FE0F}",
  ])
  func keepsWhatArabicAndEmojiNeed(text: String) { #expect(TextSanitizer.visible(text) == text) }

  @Test(
    arguments: [
      ("one\ntwo", "one␊two"), ("one\r\ntwo", "one␊two"), ("one\u{2028}two\u{85}", "one␊two␊"),
      ("plain", "plain"), ("\u{B}", "␊"),
    ]
  )
  func makesOneLineOfMany(text: String, expected: String) {
    #expect(TextSanitizer.line(text) == expected)
  }

  @Test func keepsFourMarksOnALetter() {
    let piled = "a" + String(repeating: "\u{301}", count: 60)
    #expect(TextSanitizer.visible(piled).unicodeScalars.count == 5)
  }

  @Test func isolatesWhatIsInserted() {
    #expect(TextSanitizer.isolated("x\u{2069}") == "\u{2068}x\u{FFFD}\u{2069}")
  }

  @Test func noControlCharacterComesOutOfALayout() {
    for value in UInt32(0)..<0xA0 {
      guard let scalar = Unicode.Scalar(value), scalar != "\n", scalar != "\r" else { continue }
      for line in TextLayout("a\(scalar)b", direction: .leftToRight).lines {
        for cell in line.cells {
          #expect(cell.glyph.base.properties.generalCategory != .control, "U+\(value)")
        }
      }
    }
  }
}
