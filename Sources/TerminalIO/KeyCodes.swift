import CNcurses
import Display

/// From what ncurses reports to keys.
enum KeyCodes {
  static let pasteStart: Int32 = 2000
  static let pasteEnd: Int32 = 2001

  /// Sequences that terminfo has no name for, with codes of our own.
  static let defined: [(bytes: String, code: Int32)] = [
    ("\u{1B}[200~", pasteStart), ("\u{1B}[201~", pasteEnd),
    ("\u{1B}[1;5D", 2010), ("\u{1B}[1;5C", 2011), ("\u{1B}[1;6D", 2012), ("\u{1B}[1;6C", 2013),
    ("\u{1B}[1;2A", 2014), ("\u{1B}[1;2B", 2015), ("\u{1B}[1;5H", 2016), ("\u{1B}[1;5F", 2017),
    ("\u{1B}[3;5~", 2018), ("\u{1B}[1;2H", 2019), ("\u{1B}[1;2F", 2020),
  ]

  /// Lam with what follows it as one character, as the key `b` of an Arabic keyboard types it.
  static let lamAlef: [Unicode.Scalar: Unicode.Scalar] = [
    "ا": "\u{FEFB}", "أ": "\u{FEF7}", "إ": "\u{FEF9}", "آ": "\u{FEF5}",
  ]

  /// The key of a code; `nil` for what means nothing here.
  static func key(_ code: Int32) -> Key? {
    if code > KEY_F0, code <= KEY_F0 + 24 { return Key(.function(Int(code - KEY_F0))) }
    return keys[code]
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: Key(.up), KEY_DOWN: Key(.down), KEY_LEFT: Key(.left), KEY_RIGHT: Key(.right),
    KEY_HOME: Key(.home), KEY_END: Key(.end), KEY_PPAGE: Key(.pageUp), KEY_NPAGE: Key(.pageDown),
    KEY_IC: Key(.insert), KEY_DC: Key(.delete), KEY_BACKSPACE: Key(.backspace),
    KEY_ENTER: Key(.enter), KEY_BTAB: Key(.backTab), KEY_A1: Key(.home), KEY_C1: Key(.end),
    KEY_A3: Key(.pageUp), KEY_C3: Key(.pageDown),
    KEY_SLEFT: Key(.left, .shift), KEY_SRIGHT: Key(.right, .shift), KEY_SR: Key(.up, .shift),
    KEY_SF: Key(.down, .shift), KEY_SHOME: Key(.home, .shift), KEY_SEND: Key(.end, .shift),
    2010: Key(.left, .control), 2011: Key(.right, .control),
    2012: Key(.left, [.control, .shift]), 2013: Key(.right, [.control, .shift]),
    2014: Key(.up, .shift), 2015: Key(.down, .shift), 2016: Key(.home, .control),
    2017: Key(.end, .control), 2018: Key(.delete, .control), 2019: Key(.home, .shift),
    2020: Key(.end, .shift),
  ]

  /// The key that types a character.
  static func key(typing scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x08, 0x7F: Key(.backspace)
    case 0x1B: Key(.escape)
    case 0x01...0x1A:
      Key.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    default: Key(.character(Character(scalar)))
    }
  }
}
