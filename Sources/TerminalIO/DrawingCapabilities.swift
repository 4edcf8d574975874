import CNcurses

/// What a terminal can do that screens are drawn with, as terminfo says.
struct DrawingCapabilities: Sendable {
  let clearScreen: Capability
  let moveCursor: Capability
  let moveInRow: Capability
  let moveOn: Capability
  let clearToEndOfRow: Capability
  let clearToStartOfRow: Capability
  let eraseCells: Capability
  let hideCursor: Capability
  let showCursor: Capability

  let scrollRegion: Capability
  let scrollUp: Capability
  let scrollDown: Capability

  let plain: Capability
  let bold: Capability
  let dim: Capability
  let underlined: Capability
  let reversed: Capability
  let foreground: Capability
  let defaultColours: Capability
  /// How many colours there are; none where they cannot be set and taken back.
  let colourCount: Int
  /// Which looks cannot be had together with a colour (`ncv`).
  let lostInColour: Int

  /// Whether a sign in the last cell of the last row moves the whole screen up.
  let lastCellScrolls: Bool
  let marginOff: Capability
  let marginOn: Capability
  let insertOn: Capability
  let insertOff: Capability
  let insertOne: Capability

  /// - Parameters:
  ///   - text: what terminfo says of a capability that is bytes; none where there is none.
  ///   - number: one that is a number; less than 0 where there is none.
  ///   - flag: whether the terminal is as a name says.
  init(
    text: (String) -> [UInt8],
    number: (String) -> Int,
    flag: (String) -> Bool,
  ) {
    func capability(_ name: String) -> Capability { Capability(text(name)) }
    clearScreen = capability("clear")
    moveCursor = capability("cup")
    moveInRow = capability("hpa")
    moveOn = capability("cuf")
    clearToEndOfRow = capability("el")
    clearToStartOfRow = capability("el1")
    eraseCells = capability("ech")
    hideCursor = capability("civis")
    showCursor = capability("cnorm")
    scrollRegion = capability("csr")
    scrollUp = capability("ind")
    scrollDown = capability("ri")
    // Where a look takes a cell of its own, there is none.
    let hasLooks = number("xmc") < 0
    func look(_ name: String) -> Capability { hasLooks ? capability(name) : Capability([]) }
    plain = look("sgr0")
    bold = look("bold")
    dim = look("dim")
    underlined = look("smul")
    reversed = look("rev")
    foreground = look("setaf")
    defaultColours = look("op")
    let hasColours = !foreground.isMissing && !defaultColours.isMissing
    colourCount = hasColours ? max(0, number("colors")) : 0
    lostInColour = max(0, number("ncv"))
    lastCellScrolls = flag("am") && !flag("xenl")
    marginOff = capability("rmam")
    marginOn = capability("smam")
    insertOn = capability("smir")
    insertOff = capability("rmir")
    insertOne = capability("ich1")
  }

  /// Whether screens can be drawn with them at all.
  var suffice: Bool { !clearScreen.isMissing && !moveCursor.isMissing }

  /// Whether a sign can be written so that those after it move on.
  var canInsert: Bool { !insertOn.isMissing || !insertOne.isMissing }

  var canScroll: Bool { !scrollRegion.isMissing && !scrollUp.isMissing && !scrollDown.isMissing }
}

extension DrawingCapabilities {
  /// Those of the terminal whose description has been read.
  static func ofThisTerminal() -> DrawingCapabilities {
    DrawingCapabilities(
      text: capabilityBytes,
      number: { Int(majlis_number($0)) },
      flag: { majlis_flag($0) != 0 },
    )
  }
}
