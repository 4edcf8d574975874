import Display

/// From what a terminal sends to what a person did; what means nothing here is no event at all.
///
/// Sequences of this terminal by terminfo first, then those of xterm, VT220, rxvt, the Linux
/// console, kitty's keyboard protocol and xterm's `modifyOtherKeys`.
struct KeySequences: Sendable {
  private let named: [[UInt8]: Key]

  /// With the sequences that terminfo gives for this terminal.
  init(named: [[UInt8]: Key] = [:]) { self.named = named }

  /// What a person did; `nil` for what was none of their doing, or means nothing.
  func event(of piece: EscapeSequences.Piece) -> TerminalEvent? {
    switch piece {
    case .character(let scalar): .key(Self.key(typing: scalar))
    // Alt with a key means something in one case: as in editors, to delete a word.
    case .alternative("\u{7F}"), .alternative("\u{08}"): .key(Key(.backspace, .alt))
    case .alternative: nil
    case .escape: .key(Key(.escape))
    case .paste(let text): .paste(text)
    case .mouse(let button, let column, let row): Self.mouse(button, column: column, row: row)
    case .sequence(let sequence): event(of: sequence)
    }
  }

  private func event(of sequence: EscapeSequences.Sequence) -> TerminalEvent? {
    if let key = named[sequence.bytes] {
      return .key(sequence.isAlternative ? Key(key.code, key.modifiers.union(.alt)) : key)
    }
    switch sequence.introducer {
    case .single: return Self.key(ofSingleShift: sequence).map(TerminalEvent.key)
    case .control:
      let numbers = Numbers(sequence)
      if let mouse = Self.mouse(sequence, numbers) { return .mouse(mouse) }
      return Self.key(ofControl: sequence, numbers).map(TerminalEvent.key)
    }
  }

  // MARK: What is typed

  /// The key that types a character.
  static func key(typing scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x08, 0x7F: Key(.backspace)
    case 0x1B: Key(.escape)
    case 0x00: Key.control(" ")
    case 0x01...0x1A:
      Key.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C...0x1F:
      Key.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: Key(.character(Character(scalar)))
    }
  }

  /// Lam with what follows it as one character, as the key `b` of an Arabic keyboard types it.
  static let lamAlef: [Unicode.Scalar: Unicode.Scalar] = [
    "ا": "\u{FEFB}", "أ": "\u{FEF7}", "إ": "\u{FEF9}", "آ": "\u{FEF5}",
  ]

  // MARK: Numbers in a control sequence

  /// The parameters as numbers, and the numbers beside each (`97:65;5:1`).
  private struct Numbers {
    let all: [[Int]]
    /// Whether they are what a key sends: numbers and nothing else.
    let isOfKey: Bool

    init(_ sequence: EscapeSequences.Sequence) {
      let text = String(decoding: sequence.parameters, as: UTF8.self)
      isOfKey = text.allSatisfy { $0.isASCII && $0.isNumber || $0 == ";" || $0 == ":" }
      all = text.drop { $0 == "<" }.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      }
    }

    subscript(index: Int) -> Int? { all.indices.contains(index) ? all[index].first : nil }

    /// The number beside another.
    func beside(_ index: Int) -> Int? {
      all.indices.contains(index) && all[index].count > 1 ? all[index][1] : nil
    }

    /// The modifiers that a parameter says; `nil` for those of keys that mean nothing here, and
    /// for a key that is let go.
    func modifiers(_ index: Int) -> Key.Modifiers? {
      guard beside(index) != 3 else { return nil }
      let bits = max(0, (self[index] ?? 1) - 1)
      // Super, Hyper and Meta; Caps Lock and Num Lock are let be.
      guard bits & 0b111000 == 0, bits < 256 else { return nil }
      var modifiers: Key.Modifiers = []
      if bits & 1 != 0 { modifiers.insert(.shift) }
      if bits & 2 != 0 { modifiers.insert(.alt) }
      if bits & 4 != 0 { modifiers.insert(.control) }
      return modifiers
    }
  }

  // MARK: Keys

  private static func key(
    ofControl sequence: EscapeSequences.Sequence,
    _ numbers: Numbers,
  ) -> Key? {
    let alternative: Key.Modifiers = sequence.isAlternative ? .alt : []
    if sequence.parameters == [UInt8(ascii: "[")] {
      // The Linux console's F1 to F5.
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(sequence.final) else { return nil }
      return Key(.function(Int(sequence.final - UInt8(ascii: "A")) + 1))
    }
    guard numbers.isOfKey, sequence.intermediates.isEmpty,
      let modifiers = numbers.modifiers(1)?.union(alternative)
    else { return nil }
    switch sequence.final {
    case UInt8(ascii: "~"):
      if numbers[0] == 27, let code = numbers[2] {
        return key(ofCode: code, shifted: nil, modifiers)
      }
      return numbers[0].flatMap { codesOfTilde[$0] }.map { Key($0, modifiers) }
    case UInt8(ascii: "u"):
      return numbers[0].flatMap { key(ofCode: $0, shifted: numbers.beside(0), modifiers) }
    case UInt8(ascii: "^"), UInt8(ascii: "@"):
      // rxvt, with Control, and with Control and Shift.
      let shift: Key.Modifiers = sequence.final == UInt8(ascii: "@") ? .shift : []
      guard numbers.all.count == 1 else { return nil }
      return numbers[0].flatMap { codesOfTilde[$0] }
        .map { Key($0, [.control, shift, alternative]) }
    case UInt8(ascii: "Z"): return Key(.backTab)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      // rxvt, with Shift; a terminal's answers of the same ending have parameters.
      guard sequence.parameters.isEmpty else { return nil }
      return codesOfLetter[sequence.final - 0x20].map { Key($0, [.shift, alternative]) }
    default:
      // `CSI 1;5D`, and what asks for a place (`CSI 12;40R`) is no key.
      guard numbers.all.count < 2 || numbers[0] == 1 || numbers[0] == 0 else { return nil }
      return codesOfLetter[sequence.final].map { Key($0, modifiers) }
    }
  }

  private static func key(ofSingleShift sequence: EscapeSequences.Sequence) -> Key? {
    guard let own = Numbers(sequence).modifiers(0) else { return nil }
    let modifiers = sequence.isAlternative ? own.union(.alt) : own
    switch sequence.final {
    // rxvt, with Control.
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return codesOfLetter[sequence.final - 0x20].map { Key($0, [.control, modifiers]) }
    default: break
    }
    if let code = codesOfLetter[sequence.final] { return Key(code, modifiers) }
    // The keypad, which some terminals tell apart from the keys of the same signs.
    return keypad[sequence.final].map { Key($0, modifiers) }
  }

  /// The key of a Unicode number, as kitty and xterm's `modifyOtherKeys` report it.
  private static func key(ofCode code: Int, shifted: Int?, _ modifiers: Key.Modifiers) -> Key? {
    if let key = codesOfUnicode[code] { return Key(key, modifiers).withTabBack }
    // Beyond are keys such as Caps Lock and the media keys, in a private area.
    guard code >= 0x20, !(0xE000...0xF8FF).contains(code), let own = UInt32(exactly: code),
      var scalar = Unicode.Scalar(own)
    else { return nil }
    if modifiers.contains(.control) {
      guard modifiers == .control else {
        return Key(.character(Character(scalar)), modifiers)
      }
      return controlKey(of: scalar)
    }
    guard !modifiers.contains(.alt) else { return nil }
    if modifiers.contains(.shift) {
      let upper = Character(scalar).uppercased().unicodeScalars.first
      let wanted = shifted.flatMap { UInt32(exactly: $0) }.flatMap { Unicode.Scalar($0) }
      scalar = wanted ?? upper ?? scalar
    }
    guard !(0x7F..<0xA0).contains(scalar.value) else { return nil }
    return Key(.character(Character(scalar)))
  }

  /// Control with a letter means the same however it is sent.
  private static func controlKey(of scalar: Unicode.Scalar) -> Key {
    switch scalar {
    case "i": Key(.tab)
    case "m", "j": Key(.enter)
    case "h": Key(.backspace)
    case "[": Key(.escape)
    default: Key.control(Character(Character(scalar).lowercased()))
    }
  }

  private static let codesOfLetter: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let codesOfTilde: [Int: Key.Code] = {
    var codes: [Int: Key.Code] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in functions.enumerated() { codes[number] = .function(index + 1) }
    return codes
  }()

  private static let keypad: [UInt8: Key.Code] = {
    var codes: [UInt8: Key.Code] = [
      UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab, UInt8(ascii: " "): .character(" "),
      UInt8(ascii: "X"): .character("="),
    ]
    // `j` to `y` are the signs of the keypad from `*` to `9`.
    for final in UInt8(ascii: "j")...UInt8(ascii: "y") {
      codes[final] = .character(Character(Unicode.Scalar(final - 0x40)))
    }
    return codes
  }()

  /// Keys that kitty's protocol gives numbers to which are no character.
  private static let codesOfUnicode: [Int: Key.Code] = {
    var codes: [Int: Key.Code] = [
      27: .escape, 13: .enter, 9: .tab, 127: .backspace, 8: .backspace,
      57409: .character("."), 57410: .character("/"), 57411: .character("*"),
      57412: .character("-"), 57413: .character("+"), 57414: .enter, 57415: .character("="),
      57416: .character(","), 57417: .left, 57418: .right, 57419: .up, 57420: .down,
      57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end, 57425: .insert,
      57426: .delete,
    ]
    for digit in 0...9 { codes[57399 + digit] = .character(Character("\(digit)")) }
    for number in 13...35 { codes[57376 + number - 13] = .function(number) }
    return codes
  }()

  // MARK: The mouse

  private static func mouse(
    _ sequence: EscapeSequences.Sequence,
    _ numbers: Numbers,
  ) -> MouseEvent? {
    guard sequence.intermediates.isEmpty, sequence.final == UInt8(ascii: "M"),
      let button = numbers[0], let column = numbers[1], let row = numbers[2]
    else { return nil }
    // With `<` as xterm's newer protocol counts, without as urxvt's.
    let isNewer = sequence.parameters.first == UInt8(ascii: "<")
    return mouseEvent(isNewer ? button : button - 32, column: column, row: row)
  }

  private static func mouse(_ button: Int, column: Int, row: Int) -> TerminalEvent? {
    mouseEvent(button, column: column, row: row).map(TerminalEvent.mouse)
  }

  /// A button is pressed, or the wheel turned; letting go and moving mean nothing.
  private static func mouseEvent(_ button: Int, column: Int, row: Int) -> MouseEvent? {
    guard column > 0, row > 0 else { return nil }
    let act: MouseEvent.Act
    // Shift, Alt and Control are added as 4, 8 and 16.
    switch button & ~0b11100 {
    case 0: act = .click
    case 64: act = .wheelUp
    case 65: act = .wheelDown
    default: return nil
    }
    return MouseEvent(act, row: row - 1, column: column - 1)
  }
}

extension Key {
  /// Shift and Tab as the key that they are.
  fileprivate var withTabBack: Key {
    code == .tab && modifiers == .shift ? Key(.backTab) : self
  }
}
