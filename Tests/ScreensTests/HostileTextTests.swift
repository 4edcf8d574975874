import BidiText
import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// Whatever a file or a person says, the screen obeys none of it.
@Suite struct HostileTextTests {
  static let texts = [
    "\u{1B}[2J\u{1B}]0;title\u{7}", "\u{202E}reversed", "\u{2067}never closed",
    "a\u{2069}b\u{2069}",
    "tab\tbell\u{7}null\u{0}delete\u{7F}c1\u{9B}31m",
    "e" + String(repeating: "\u{301}", count: 40),
    "\u{200B}\u{FEFF}\u{E0001}", "line\u{2028}end\r\nand more", "\u{E000}\u{FFFF}\u{10FFFF}",
  ]

  private func expectHarmless(_ driver: AppDriver, _ text: String) {
    let canvas = driver.app.view()
    for cell in canvas.cells {
      let scalar = cell.glyph.base
      #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "\(text)")
      #expect(scalar.properties.generalCategory != .format, "\(text)")
    }
  }

  @Test(arguments: texts)
  func inANoteAndInEvidence(text: String) throws {
    var driver = try AppDriver(.sample, of: .everyKind)
    driver.press(.enter)
    driver.type("c")
    driver.happens(.terminal(.paste(text)))
    expectHarmless(driver, text)
    driver.press(.control("s"))
    driver.type("e+")
    driver.happens(.terminal(.paste("x" + text)))
    driver.press(.enter)
    expectHarmless(driver, text)
    driver.press(.escape)
    expectHarmless(driver, text)
  }

  /// The line that a text stands in is that of the same page with a text that does no harm, but
  /// for the text.
  @Test(arguments: texts)
  func inTheTextsOfAFile(text: String) throws {
    let title = LocalizedText(inEach: { _ in text })
    let question = Question(
      number: .sample("1.1.1"),
      text: title,
      guidance: Guidance(lookFor: title, steps: [.established: title]),
      kind: .scale(.presence),
    )
    var session = Session.sample
    session.workshop.title = TranslatedText(text, language: .english)
    var driver = try AppDriver(session, of: .sample([question]))
    expectHarmless(driver, text)
    driver.press(.enter)
    expectHarmless(driver, text)
    #expect(driver.rows[0].hasPrefix(" Havenia · 1 Domain 1"))
  }

  @Test func anOverrideInANameTurnsNothingAround() throws {
    var driver = try AppDriver(.sample, of: .everyKind, language: .arabic)
    driver.press(.enter)
    driver.type("e+")
    driver.happens(.terminal(.paste("\u{202E}abc")))
    driver.press(.enter)
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("\u{FFFD}abc") })
  }
}
