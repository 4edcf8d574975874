import Display
import Testing

@testable import TerminalIO

@Suite struct KeyCodesTests {
  @Test(
    arguments: [
      ("\u{0D}", Key(.enter)), ("\u{0A}", Key(.enter)), ("\u{7F}", Key(.backspace)),
      ("\u{08}", Key(.backspace)), ("\u{1B}", Key(.escape)), ("\u{09}", Key(.tab)),
      ("\u{03}", .control("c")), ("\u{13}", .control("s")), ("\u{1A}", .control("z")),
      ("ض", .character("ض")), ("1", .character("1")),
    ] as [(Unicode.Scalar, Key)]
  )
  func readsWhatIsTyped(scalar: Unicode.Scalar, key: Key) {
    #expect(KeyCodes.key(typing: scalar) == key)
  }

  @Test func everyCodeOfOurOwnIsAKeyOrTheEdgeOfAPaste() {
    for (_, code) in KeyCodes.defined
    where code != KeyCodes.pasteStart && code != KeyCodes.pasteEnd {
      #expect(KeyCodes.key(code) != nil, "\(code)")
    }
  }
}
