/// The Arabic keyboard, read as the keys of the Latin one on the same places.
///
/// With an Arabic layout switched on, the key marked `q` types ض. Wherever a command letter is
/// awaited, it is read as `q`.
package enum ArabicKeyboard {
  /// The Latin character on the place of this Arabic one; `nil` where it is no Arabic letter.
  ///
  /// The layouts are Arabic 101 and 102 as Microsoft draws them and `xkb`'s `ara`, which differ
  /// in the keys beside the letters only. The key `b` types lam-alef: one character from `xkb`.
  package static func latin(for character: Character) -> Character? {
    latinByArabic[character]
  }

  /// The digit 0 to 9 that this character is, in Western, Arabic-Indic or Eastern Arabic-Indic
  /// digits.
  package static func digit(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0x660...0x669: return Int(scalar.value - 0x660)
    case 0x6F0...0x6F9: return Int(scalar.value - 0x6F0)
    default: return nil
    }
  }

  /// The key that a command letter is meant by: Arabic letters and digits as the Latin ones.
  package static func command(_ key: Key) -> Key {
    guard case .character(let character) = key.code else { return key }
    if let digit = digit(character) {
      return Key(.character(Character("\(digit)")), key.modifiers)
    }
    if let latin = latin(for: character) { return Key(.character(latin), key.modifiers) }
    return key
  }

  /// Each Arabic character with the Latin one of its key, unshifted and shifted.
  package static let keys: [(arabic: Character, latin: Character)] = [
    ("ض", "q"), ("ص", "w"), ("ث", "e"), ("ق", "r"), ("ف", "t"), ("غ", "y"), ("ع", "u"),
    ("ه", "i"), ("خ", "o"), ("ح", "p"), ("ج", "["), ("د", "]"),
    ("ش", "a"), ("س", "s"), ("ي", "d"), ("ب", "f"), ("ل", "g"), ("ا", "h"), ("ت", "j"),
    ("ن", "k"), ("م", "l"), ("ك", ";"), ("ط", "'"),
    ("ئ", "z"), ("ء", "x"), ("ؤ", "c"), ("ر", "v"), ("\u{FEFB}", "b"), ("ى", "n"), ("ة", "m"),
    ("و", ","), ("ز", "."), ("ظ", "/"), ("ذ", "`"),
    ("\u{64E}", "Q"), ("\u{64B}", "W"), ("\u{64F}", "E"), ("\u{64C}", "R"), ("\u{FEF9}", "T"),
    ("إ", "Y"), ("\u{2018}", "U"), ("÷", "I"), ("×", "O"), ("؛", "P"),
    ("\u{650}", "A"), ("\u{64D}", "S"), ("\u{FEF7}", "G"), ("أ", "H"), ("ـ", "J"), ("،", "K"),
    ("\u{652}", "X"), ("\u{FEF5}", "B"), ("آ", "N"), ("\u{2019}", "M"), ("؟", "?"),
    ("\u{651}", "~"),
  ]

  private static let latinByArabic = Dictionary(
    keys.map { ($0.arabic, $0.latin) },
    uniquingKeysWith: { first, _ in first },
  )
}
