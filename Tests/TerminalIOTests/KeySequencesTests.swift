import Display
import Testing

@testable import TerminalIO

@Suite struct KeySequencesTests {
  /// What a person did by everything that these bytes say.
  private func events(_ text: String, named: [[UInt8]: Key] = [:]) -> [TerminalEvent] {
    var sequences = EscapeSequences()
    let keys = KeySequences(named: named)
    return (sequences.feed(Array(text.utf8)) + sequences.timeOut()).compactMap {
      keys.event(of: $0)
    }
  }

  @Test(
    arguments: [
      ("\u{0D}", Key(.enter)), ("\u{0A}", Key(.enter)), ("\u{7F}", Key(.backspace)),
      ("\u{08}", Key(.backspace)), ("\u{1B}", Key(.escape)), ("\u{09}", Key(.tab)),
      ("\u{03}", .control("c")), ("\u{13}", .control("s")), ("\u{1A}", .control("z")),
      ("ض", .character("ض")), ("1", .character("1")), ("\u{00}", .control(" ")),
      ("\u{1C}", .control("\\")), ("é", .character("é")), ("😀", .character("😀")),
    ]
  )
  func readsWhatIsTyped(text: String, key: Key) { #expect(events(text) == [.key(key)]) }

  @Test(
    arguments: [
      // xterm, VT220
      ("[A", Key(.up)), ("OA", Key(.up)), ("[1;5C", Key(.right, .control)),
      ("[1;6D", Key(.left, [.control, .shift])), ("[1;2H", Key(.home, .shift)),
      ("[3;5~", Key(.delete, .control)), ("[1;3D", Key(.left, .alt)), ("[5~", Key(.pageUp)),
      ("[Z", Key(.backTab)), ("OP", Key(.function(1))), ("[21~", Key(.function(10))),
      ("[25~", Key(.function(13))), ("[1;2P", Key(.function(1), .shift)),
      // rxvt, the Linux console, Alt as another Esc
      ("Oc", Key(.right, .control)), ("[d", Key(.left, .shift)), ("[3^", Key(.delete, .control)),
      ("[[B", Key(.function(2))), ("\u{1B}[A", Key(.up, .alt)), ("\u{7F}", Key(.backspace, .alt)),
      // The keypad of PuTTY
      ("Oq", .character("1")), ("OM", Key(.enter)), ("Ok", .character("+")),
      // kitty, modifyOtherKeys
      ("[97u", .character("a")), ("[97;5u", .control("a")), ("[97;2u", .character("A")),
      ("[1590u", .character("ض")), ("[27u", Key(.escape)), ("[13u", Key(.enter)),
      ("[9;2u", Key(.backTab)), ("[57400u", .character("1")), ("[57414u", Key(.enter)),
      ("[57:47;2u", .character("/")), ("[112;5:1u", .control("p")), ("[27;5;115~", .control("s")),
      ("[57419u", Key(.up)), ("[99;69u", .control("c")), ("[1;129A", Key(.up)),
    ]
  )
  func knowsTheKeysThatMeanSomething(sequence: String, key: Key) {
    #expect(events("\u{1B}" + sequence) == [.key(key)])
  }

  @Test(
    arguments: [
      ("[<0;12;5M", MouseEvent(.click, row: 4, column: 11)),
      ("[<64;1;1M", MouseEvent(.wheelUp, row: 0, column: 0)),
      ("[<69;300;100M", MouseEvent(.wheelDown, row: 99, column: 299)),
      ("[32;12;5M", MouseEvent(.click, row: 4, column: 11)),
      ("[M !\"", MouseEvent(.click, row: 1, column: 0)),
      ("[M \u{C3}\u{A0}!", MouseEvent(.click, row: 0, column: 191)),
    ]
  )
  func knowsTheMouse(sequence: String, event: MouseEvent) {
    let bytes = sequence.unicodeScalars.map { UInt8($0.value) }
    var sequences = EscapeSequences()
    let pieces = sequences.feed([0x1B] + bytes)
    #expect(pieces.compactMap { KeySequences().event(of: $0) } == [.mouse(event)])
  }

  @Test func aTerminalsOwnSequencesComeFirst() {
    let named = [Array("\u{1B}[224z".utf8): Key(.function(1))]
    #expect(events("\u{1B}[224z", named: named) == [.key(Key(.function(1)))])
    #expect(events("\u{1B}[224z").isEmpty)
  }
}
