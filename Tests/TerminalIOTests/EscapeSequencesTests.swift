import Display
import TestSupport
import Testing

@testable import TerminalIO

@Suite struct EscapeSequencesTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func escIsAKeyWhenNothingFollowsInTime() {
    var sequences = EscapeSequences()
    #expect(sequences.feed([0x1B]).isEmpty)
    #expect(sequences.patience == 50)
    #expect(sequences.timeOut() == [.escape])
    #expect(sequences.timeOut().isEmpty)
    #expect(sequences.patience == nil)
    #expect(sequences.feed(bytes("q")) == [.character("q")])
  }

  @Test func escTwiceInOnePortionIsEsc() {
    var sequences = EscapeSequences()
    #expect(sequences.feed([0x1B, 0x1B]) + sequences.timeOut() == [.escape])
  }

  @Test func whatComesLateAfterEscIsNoText() {
    var sequences = EscapeSequences()
    _ = sequences.feed([0x1B])
    #expect(sequences.timeOut() == [.escape])
    #expect(sequences.feed(bytes("[97;5uA")) == [.character("A")])
  }

  @Test func aCharacterAtOnceAfterEscIsAlt() {
    var sequences = EscapeSequences()
    #expect(
      sequences.feed(bytes("\u{1B}j\u{1B}éx")) == [
        .alternative("j"), .alternative("é"), .character("x"),
      ]
    )
  }

  @Test func ctrlCIsThereWhateverWasCutOffBefore() {
    for start in ["", "\u{1B}", "\u{1B}[1;", "\u{1B}]11;rgb", "\u{1B}O", "\u{1B}\u{1B}"] {
      var sequences = EscapeSequences()
      #expect(sequences.feed(bytes(start + "\u{03}")).last == .character("\u{03}"), "\(start)")
    }
  }

  @Test func aPasteIsTextWhateverItHolds() {
    var sequences = EscapeSequences()
    let text = "1q\u{1B}[A\u{1B}]0;x\u{07}\u{1B}[201\r\nسطر\rline"
    let pieces = sequences.feed(bytes("\u{1B}[200~\(text)\u{1B}[201~z"))
    #expect(
      pieces == [
        .paste("1q\u{1B}[A\u{1B}]0;x\u{07}\u{1B}[201\nسطر\nline"), .character("z"),
      ]
    )
  }

  @Test(arguments: 1...7)
  func aPasteIsOneInWhateverPortionsItComes(portion: Int) {
    var sequences = EscapeSequences()
    let whole = bytes("\u{1B}[200~سطر \u{1B}[2 line\r\n\u{1B}\u{1B}[201~1")
    var pieces: [EscapeSequences.Piece] = []
    for start in stride(from: 0, to: whole.count, by: portion) {
      pieces += sequences.feed(Array(whole[start..<min(start + portion, whole.count)]))
    }
    #expect(pieces == [.paste("سطر \u{1B}[2 line\n\u{1B}"), .character("1")])
  }

  @Test func aPasteCostsWhatItsLengthIs() {
    var sequences = EscapeSequences()
    let piece = "قانون 34-09 \u{1B}[A"
    let count = 5 << 20 / piece.utf8.count
    let text = String(repeating: piece + "\r", count: count)
    let whole = bytes("\u{1B}[200~\(text)\u{1B}[201~")
    var pieces: [EscapeSequences.Piece] = []
    for start in stride(from: 0, to: whole.count, by: 4095) {
      pieces += sequences.feed(Array(whole[start..<min(start + 4095, whole.count)]))
    }
    #expect(pieces == [.paste(String(repeating: piece + "\n", count: count))])
  }

  @Test func aPasteThatStallsIsStillNoCommand() {
    var sequences = EscapeSequences()
    #expect(sequences.feed(bytes("\u{1B}[200~first")).isEmpty)
    #expect(sequences.timeOut() == [.paste("first")])
    #expect(sequences.feed(bytes(String(repeating: "q", count: 40))).isEmpty)
    #expect(
      sequences.feed(bytes("n\u{1B}[201~")) == [
        .paste(String(repeating: "q", count: 40) + "n")
      ]
    )
  }

  @Test func afterAPasteWithoutAnEndKeysAreKeysAgain() {
    var sequences = EscapeSequences()
    _ = sequences.feed(bytes("\u{1B}[200~first"))
    _ = sequences.timeOut()
    #expect(sequences.feed(bytes("n")) == [.character("n")])
  }

  @Test func charactersComeWholeHoweverTheirBytesAreSplit() {
    let text = "aضé€😀z"
    let whole = bytes(text)
    for cut in 0...whole.count {
      var sequences = EscapeSequences()
      let pieces = sequences.feed(Array(whole[..<cut])) + sequences.feed(Array(whole[cut...]))
      #expect(pieces == text.unicodeScalars.map { .character($0) }, "cut at \(cut)")
    }
  }

  @Test(arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0x80, 0x80], [0xC2, 0x9B], [0xF8, 0x88]])
  func whatIsNoCharacterIsNothing(bytes: [UInt8]) {
    var sequences = EscapeSequences()
    #expect(sequences.feed(bytes + [0x61]) == [.character("a")])
  }

  @Test func anyBytesWhateverLeaveKeysToBeKeys() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<LongRuns.count(2000, long: 200_000) {
      var sequences = EscapeSequences()
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let count = Int.random(in: 0...12, using: &generator)
        _ = sequences.feed(
          (0..<count).map { _ in
            Bool.random(using: &generator)
              ? UInt8.random(in: 0...255, using: &generator)
              : [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x4D].randomElement(using: &generator) ?? 0
          }
        )
        if Bool.random(using: &generator) { _ = sequences.timeOut() }
      }
      // No more than a paste, an Esc and what is late can be waiting.
      for _ in 0..<3 { _ = sequences.timeOut() }
      #expect(sequences.feed(bytes("n")) == [.character("n")], "seed \(seed)")
    }
  }
}
