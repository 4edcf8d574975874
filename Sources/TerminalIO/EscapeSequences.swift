/// What a terminal sends, taken apart byte by byte: characters, whole sequences, pastes.
///
/// A sequence is taken to its end by its grammar (ECMA-48, 5.4, 5.6; the mouse and the Linux
/// console have endings of their own), whether anything knows it or not, in as many portions as
/// it comes: its bytes are never characters. Knows no clock: whoever feeds it waits as long as
/// ``patience`` says after the last byte, and then tells it by ``timeOut()`` that nothing came.
///
/// Limitations: Esc and a character that come together are Alt with a key, as no terminal can
/// tell them apart; what a sequence that was cut off still lacks is taken from what is typed
/// within its half second.
struct EscapeSequences: Equatable, Sendable {
  /// One thing that came whole.
  enum Piece: Equatable, Sendable {
    case character(Unicode.Scalar)
    /// Alt with a key that types a character.
    case alternative(Unicode.Scalar)
    /// The key Esc, alone.
    case escape
    case sequence(Sequence)
    /// The mouse as X10 reports it: a button and a place, counted from 1.
    case mouse(button: Int, column: Int, row: Int)
    /// A text pasted from outside, with line feeds at its line ends.
    case paste(String)
  }

  /// A control sequence, or a key of a single shift.
  struct Sequence: Equatable, Sendable {
    enum Introducer: Equatable, Sendable {
      /// `ESC [`
      case control
      /// `ESC O`
      case single
    }

    var introducer: Introducer
    var parameters: [UInt8] = []
    var intermediates: [UInt8] = []
    var final: UInt8 = 0
    /// Whether another Esc stood before it, as some terminals send Alt.
    var isAlternative = false

    /// The bytes as they came, without the Esc of Alt.
    var bytes: [UInt8] {
      let second = introducer == .control ? UInt8(ascii: "[") : UInt8(ascii: "O")
      return [EscapeSequences.escape, second] + parameters + intermediates + [final]
    }
  }

  private enum State: Equatable {
    case ground
    /// Esc came, and it is not known yet whether it is a key or begins a sequence.
    case escape
    case escapeTwice
    /// Esc was a key, because nothing followed in time; a sequence may still be late.
    case late
    case sequence
    /// After `ESC [ [`, by which the Linux console's function keys begin.
    case console
    case mouse
    /// A device control, operating system command or the like, up to its terminator.
    case string
    case stringEscape
    case paste
    /// A paste of which nothing came for long.
    case stalledPaste
  }

  private static let escape: UInt8 = 0x1B
  private static let endOfText: UInt8 = 0x03
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  /// More bytes of one sequence than any terminal sends are passed over.
  private static let mostParameters = 256

  private var state = State.ground
  /// The bytes of a character that is not whole yet.
  private var pending: [UInt8] = []
  private var isAlternative = false
  /// Whether the Esc of the sequence has been taken for the key already.
  private var isLate = false
  private var sequence = Sequence(introducer: .control)
  private var mouse: [Int] = []
  private var paste = BracketedPaste()
  private var pieces: [Piece] = []

  /// For how many milliseconds after the last byte something may still follow that belongs to it.
  var patience: Int32? {
    switch state {
    case .ground: pending.isEmpty ? nil : 500
    case .escape, .escapeTwice: 50
    case .paste: 900
    case .stalledPaste: nil
    case .late, .sequence, .console, .mouse, .string, .stringEscape: 500
    }
  }

  /// Takes in what came in one portion.
  ///
  /// - Returns: what is whole now.
  mutating func feed(_ bytes: [UInt8]) -> [Piece] {
    pieces = []
    beginLateSequence(bytes)
    if state == .stalledPaste {
      state = BracketedPaste.isGoingOn(with: bytes) ? .paste : .ground
    }
    var rest = bytes[...]
    while let byte = rest.first {
      if state == .paste {
        guard let text = paste.take(&rest) else { continue }
        pieces.append(.paste(text))
        toGround()
      } else {
        rest = rest.dropFirst()
        take(byte)
      }
    }
    return pieces
  }

  /// Nothing came for as long as ``patience`` says.
  ///
  /// - Returns: what is whole by that.
  mutating func timeOut() -> [Piece] {
    pieces = []
    switch state {
    case .escape, .escapeTwice:
      pieces = [.escape]
      state = .late
    case .paste:
      pieces = [.paste(paste.end())]
      state = .stalledPaste
    case .stalledPaste: break
    case .ground, .late, .sequence, .console, .mouse, .string, .stringEscape: toGround()
    }
    return pieces
  }

  private mutating func toGround() {
    state = .ground
    pending = []
    isAlternative = false
    isLate = false
  }

  // MARK: Byte by byte

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground, .late: takeCharacter(byte)
    case .escape: takeAfterEscape(byte)
    case .escapeTwice: takeAfterTwoEscapes(byte)
    case .sequence: takeOfSequence(byte)
    case .console:
      sequence.parameters = [UInt8(ascii: "[")]
      endSequence(byte)
    case .mouse: takeOfMouse(byte)
    case .string: takeOfString(byte)
    case .stringEscape:
      state = .string
      if byte == UInt8(ascii: "\\") { toGround() } else { takeAfterEscape(byte) }
    // Taken in whole stretches.
    case .paste, .stalledPaste: break
    }
  }

  private mutating func takeCharacter(_ byte: UInt8) {
    state = .ground
    if byte == Self.escape {
      toGround()
      state = .escape
      return
    }
    if byte & 0xC0 != 0x80 { pending = [] }
    pending.append(byte)
    guard pending.count >= Self.length(ofCharacterBeginningBy: pending[0]) else { return }
    let scalars = String(decoding: pending, as: UTF8.self).unicodeScalars
    pending = []
    defer { isAlternative = false }
    // What is no character, and the commands of eight bits, which nobody types.
    guard let scalar = scalars.first, scalars.count == 1, scalar != "\u{FFFD}",
      !(0x80..<0xA0).contains(scalar.value)
    else { return }
    pieces.append(isAlternative ? .alternative(scalar) : .character(scalar))
  }

  private static func length(ofCharacterBeginningBy byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): begin(.control)
    case UInt8(ascii: "O"): begin(.single)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string
    case Self.escape: state = .escapeTwice
    // To leave at once goes before everything.
    case Self.endOfText: takeCharacter(byte)
    default:
      isAlternative = true
      takeCharacter(byte)
    }
  }

  /// After two: Esc pressed twice, or Alt with a key that sends a sequence.
  private mutating func takeAfterTwoEscapes(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): begin(.control, isAlternative: true)
    case UInt8(ascii: "O"): begin(.single, isAlternative: true)
    case Self.escape: pieces.append(.escape)
    default:
      pieces.append(.escape)
      takeAfterEscape(byte)
    }
  }

  private mutating func begin(_ introducer: Sequence.Introducer, isAlternative: Bool = false) {
    state = .sequence
    sequence = Sequence(introducer: introducer, isAlternative: isAlternative)
  }

  private mutating func takeOfSequence(_ byte: UInt8) {
    switch (byte, sequence.introducer) {
    case (0x30...0x3F, _):
      if sequence.parameters.count < Self.mostParameters { sequence.parameters.append(byte) }
    case (0x20...0x2F, .control):
      if sequence.intermediates.count < Self.mostParameters { sequence.intermediates.append(byte) }
    case (UInt8(ascii: "["), .control) where sequence.parameters.isEmpty: state = .console
    case (UInt8(ascii: "M"), .control) where sequence.parameters.isEmpty:
      state = .mouse
      mouse = []
    case (0x40...0x7E, _), (0x20...0x2F, .single): endSequence(byte)
    // No part of a sequence: it was cut off, and something else begins.
    default:
      toGround()
      take(byte)
    }
  }

  private mutating func endSequence(_ final: UInt8) {
    sequence.final = final
    let wasLate = isLate
    toGround()
    if sequence.bytes == Self.pasteStart {
      state = .paste
    } else if !wasLate {
      pieces.append(.sequence(sequence))
    }
  }

  /// Three numbers, each with 32 added: one byte, or the two of a character above 127.
  private mutating func takeOfMouse(_ byte: UInt8) {
    if let first = pending.first, byte & 0xC0 == 0x80 {
      mouse[mouse.count - 1] = Int(first & 0x1F) << 6 | Int(byte & 0x3F)
      pending = []
    } else {
      if mouse.count == 3 {
        endMouse()
        return take(byte)
      }
      mouse.append(Int(byte))
      pending = (0xC2...0xDF).contains(byte) ? [byte] : []
    }
    if mouse.count == 3, pending.isEmpty { endMouse() }
  }

  private mutating func endMouse() {
    let wasLate = isLate
    toGround()
    guard !wasLate else { return }
    pieces.append(.mouse(button: mouse[0] - 32, column: mouse[1] - 32, row: mouse[2] - 32))
  }

  private mutating func takeOfString(_ byte: UInt8) {
    switch byte {
    case Self.escape: state = .stringEscape
    // BEL ends it, CAN and SUB cancel it.
    case 0x07, 0x18, 0x1A: toGround()
    case Self.endOfText:
      toGround()
      take(byte)
    default: break
    }
  }

  // MARK: What comes late

  /// A sequence whose Esc had to be taken for the key: what is left of it is no text.
  private mutating func beginLateSequence(_ bytes: [UInt8]) {
    guard state == .late else { return }
    toGround()
    guard let first = bytes.first, bytes.count > 1 else { return }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") && bytes.count == 2 else {
      return
    }
    state = .escape
    isLate = true
  }
}
