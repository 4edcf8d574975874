import Display
import Testing

@Suite struct ArabicKeyboardTests {
  /// The rows of the keyboard as they are printed on the keys, Latin and Arabic 101.
  static let rows: [(latin: String, arabic: String)] = [
    ("qwertyuiop[]", "ضصثقفغعهخحجد"), ("asdfghjkl;'", "شسيبلاتنمكط"), ("zxcv", "ئءؤر"),
    ("nm,./", "ىةوزظ"), ("`", "ذ"),
  ]

  static let keys = rows.flatMap { row in zip(row.latin, row.arabic).map { ($0, $1) } }

  @Test(arguments: keys)
  func readsEachLetterAsTheLatinKeyOnItsPlace(latin: Character, arabic: Character) {
    #expect(ArabicKeyboard.command(.character(arabic)) == .character(latin))
  }

  @Test(
    arguments: [
      ("آ", "N"), ("أ", "H"), ("إ", "Y"), ("؟", "?"), ("،", "K"), ("؛", "P"), ("ـ", "J"),
    ]
      as [(Character, Character)]
  )
  func readsShiftedLettersAsShiftedKeys(arabic: Character, latin: Character) {
    #expect(ArabicKeyboard.command(.character(arabic)) == .character(latin))
  }

  @Test func readsLamAlefAsTheKeyThatTypesIt() {
    #expect(ArabicKeyboard.command(.character("\u{FEFB}")) == .character("b"))
  }

  @Test(arguments: Array(zip("٠١٢٣٤٥٦٧٨٩", 0...9)) + Array(zip("۰۱۲۳۴۵۶۷۸۹", 0...9)))
  func readsBothKindsOfArabicDigits(character: Character, digit: Int) {
    #expect(ArabicKeyboard.digit(character) == digit)
    #expect(ArabicKeyboard.command(.character(character)) == .character(Character("\(digit)")))
  }

  @Test func noTwoKeysShareALetter() {
    let arabic = ArabicKeyboard.keys.map(\.arabic)
    #expect(Set(arabic).count == arabic.count)
  }

  @Test(arguments: ["a", "é", " ", "中", "/"] as [Character])
  func leavesOtherCharactersAsTheyAre(character: Character) {
    #expect(ArabicKeyboard.command(.character(character)) == .character(character))
  }
}
