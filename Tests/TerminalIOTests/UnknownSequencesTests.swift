import Consultation
import Display
import TestSupport
import Testing

@testable import Screens
@testable import TerminalIO

/// Sequences that terminals send and that mean nothing here: as if they had not come.
@Suite struct UnknownSequencesTests {
  /// More than a thousand of them, made from what kitty, xterm, rxvt, VT220, the Linux console
  /// and the mouse protocols describe.
  static let all: [String] = keyboards + otherKeys + functionKeys + alternatives + mice + answers

  /// kitty's functional keys, with every modifier, pressed, repeated and let go.
  private static let keyboards: [String] = {
    let codes = Array(57358...57363) + Array(57376...57398) + Array(57427...57454)
    return codes.flatMap { code in
      [1, 2, 3, 5, 9, 17, 33, 65].flatMap { modifiers in
        [":1", ":2", ":3"].map { "[\(code);\(modifiers)\($0)u" }
      }
    }
      + "abdjknqu".unicodeScalars.flatMap { letter in
        [3, 4, 7, 9, 10, 17, 33].map { "[\(letter.value);\($0)u" } + ["[\(letter.value);1:3u"]
      } + ["[57399;3u", "[27;9u", "[13;9u", "[97:65;3;97u", "[?1u", "[?31u"]
  }()

  /// xterm's modifyOtherKeys, without what Control and Shift mean.
  private static let otherKeys: [String] = (0x20...0x7E).flatMap { code in
    [3, 4, 7, 8].map { "[27;\($0);\(code)~" }
  }

  private static let functionKeys: [String] =
    (3...35).flatMap { number in [2, 3, 5, 6].map { "[\(number + 10);\($0)~" } }
    + "PQRSE".flatMap { final in (2...16).map { "[1;\($0)\(final)" } }
    + "abcdefghijklmnopqrstuvwxyz".map { "[1;3\($0)" }
    + (35...57).map { "[\($0)~" } + ["[2$", "[23$", "[24@", "[23^", "[[F", "[[Z", "[E", "OE"]

  private static let alternatives: [String] =
    (0x20...0x7E).compactMap { Unicode.Scalar($0).map(String.init) }
    .filter { !["[", "O", "P", "]", "X", "^", "_"].contains($0) }
    + ["é", "ض", "\u{1B}[1;9A", "\u{1B}OP", "\u{0D}", "\u{09}", "\u{01}"]

  private static let mice: [String] =
    [1, 2, 3, 34, 35, 66, 67, 128, 160].map { "[<\($0);10;10M" }
    + (0...3).map { "[<\($0);10;10m" } + ["[M#!!", "[M@!!", "[35;10;10M", "[<0;0;0M", "[<M"]

  private static let answers: [String] = [
    "[I", "[O", "[?62;22c", "[>1;7006;0c", "[=0c", "[0n", "[3n", "[?10n", "[12;40R", "[?1;1R",
    "[8;24;80t", "[4;600;800t", "[8;1$y", "[?2026;2$y", "[?2004;1$y", "[?997;1n", "[1;2;3;4y",
    "P>|XTerm(379)\u{1B}\\", "P1$r0m\u{1B}\\", "P!|00000000\u{1B}\\", "P1+r544e=787465\u{1B}\\",
    "]11;rgb:ffff/ffff/ffff\u{07}", "]10;rgb:0000/0000/0000\u{1B}\\", "]52;c;cXVpdA==\u{07}",
    "]4;1;rgb:cd00/0000/0000\u{07}", "_Gi=31;OK\u{1B}\\", "^private\u{1B}\\", "Xstring\u{1B}\\",
    "[1;5u", "[M\u{7F}\u{7F}\u{7F}", "[999999999999999999999;5u", "[1:2:3:4:5:6z", "[ q", "[!p",
  ]

  private func events(_ portions: [[UInt8]], timeOut: Bool = false) -> [TerminalEvent] {
    var sequences = EscapeSequences()
    let keys = KeySequences()
    var pieces: [EscapeSequences.Piece] = []
    for portion in portions {
      pieces += sequences.feed(portion)
      if timeOut { pieces += sequences.timeOut() }
    }
    pieces += sequences.timeOut() + sequences.timeOut()
    return pieces.compactMap { keys.event(of: $0) }
  }

  /// Whether a page could take it for one of its keys.
  private func isCommand(_ event: TerminalEvent) -> Bool {
    guard case .key(let key) = event else { return event != .paste("") }
    if case .function(let number) = key.code { return number < 3 && key.modifiers.isEmpty }
    return key.modifiers.isEmpty
  }

  @Test func thereAreMoreThanAThousand() { #expect(Set(Self.all).count > 1000) }

  @Test func noneIsAKeyThatMeansSomething() {
    for sequence in Self.all {
      let events = events([Array("\u{1B}\(sequence)".utf8)])
      #expect(!events.contains(where: isCommand), "\(sequence): \(events)")
    }
  }

  @Test func noneIsAKeyInWhicheverPortionsItComes() {
    for sequence in Self.all {
      let whole = Array("\u{1B}\(sequence)".utf8)
      let expected = events([whole])
      #expect(events(whole.map { [$0] }) == expected, "\(sequence) byte by byte")
      for cut in 1..<whole.count {
        let portions = [Array(whole[..<cut]), Array(whole[cut...])]
        #expect(events(portions) == expected, "\(sequence) cut at \(cut)")
      }
    }
  }

  @Test func cutOffAnywhereNoneLeavesMoreThanAnEsc() {
    for sequence in Self.all {
      let whole = Array("\u{1B}\(sequence)".utf8)
      for cut in 1..<whole.count {
        let events = events([Array(whole[..<cut])])
        // What is cut off right after an Esc is an Esc.
        let last = whole[cut - 1] == 0x1B
        #expect(
          !events.contains { isCommand($0) && !(last && $0 == .key(Key(.escape))) },
          "\(sequence) cut at \(cut): \(events)",
        )
      }
    }
  }

  @Test func afterAnEscThatCameTooEarlyTheRestIsNoText() {
    for sequence in Self.all where sequence.hasPrefix("[") {
      let portions = [[0x1B], Array(sequence.utf8)]
      #expect(events(portions, timeOut: true) == [.key(Key(.escape))], "\(sequence)")
    }
  }

  @Test(arguments: [0, 1, 2])
  func thePageAndTheSessionAreAsTheyWere(depth: Int) throws {
    var driver = try AppDriver.cairo()
    if depth > 0 { driver.press(.enter) }
    if depth > 1 {
      driver.press(Key.character("2"))
      driver.press(Key.character("c"))
    }
    let before = driver.app
    for sequence in Self.all {
      for event in events([Array("\u{1B}\(sequence)".utf8)]) { driver.happens(.terminal(event)) }
      let isSame =
        driver.app.pages == before.pages && driver.app.overlay == before.overlay
        && driver.app.session == before.session && driver.app.language == before.language
      try #require(isSame, "\(sequence)")
    }
  }
}
