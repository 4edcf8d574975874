import BidiText
import Consultation
import Display
import Screens
import TestSupport
import Testing

@testable import TerminalIO

/// One after another: terminfo's numbers are put in their places in one buffer of ncurses.
@Suite(.serialized) struct FrameEncoderTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// What terminfo says of terminals that differ in how they are drawn on.
  enum Described: CaseIterable {
    /// `xterm-256color`.
    case xterm
    /// The same, with marks in the cells of Arabic.
    case guarded
    /// `vt100`: no colours, and the cursor cannot be hidden.
    case vt100
    /// `ansi`, which moves its screen up for a sign in the last cell.
    case ansi
    /// The same, where that can be switched off, or inserted, and little else can be done.
    case simple, inserting

    var capabilities: DrawingCapabilities {
      let texts = texts
      let numbers = self == .xterm || self == .guarded ? ["colors": 256] : ["colors": 8]
      return DrawingCapabilities(
        text: { Array((texts[$0] ?? "").utf8) },
        number: { numbers[$0] ?? -1 },
        flag: { $0 == "am" || $0 == "xenl" && waitsAtMargin },
      )
    }

    var waitsAtMargin: Bool { [.xterm, .guarded, .vt100].contains(self) }

    private var texts: [String: String] {
      var texts = [
        "clear": "\u{1B}[H\u{1B}[2J", "cup": "\u{1B}[%i%p1%d;%p2%dH", "sgr0": "\u{1B}[m",
      ]
      let looks = ["bold": "\u{1B}[1m", "rev": "\u{1B}[7m", "smul": "\u{1B}[4m"]
      let erasing = ["el": "\u{1B}[K", "el1": "\u{1B}[1K", "cuf": "\u{1B}[%p1%dC"]
      let scrolling = ["csr": "\u{1B}[%i%p1%d;%p2%dr", "ind": "\n", "ri": "\u{1B}M"]
      let cursor = ["civis": "\u{1B}[?25l", "cnorm": "\u{1B}[?12l\u{1B}[?25h"]
      let colours = [
        "op": "\u{1B}[39;49m", "dim": "\u{1B}[2m",
        "setaf": "\u{1B}[%?%p1%{8}%<%t3%p1%d%e38;5;%p1%d%;m",
      ]
      let more = ["hpa": "\u{1B}[%i%p1%dG", "ech": "\u{1B}[%p1%dX"]
      let parts: [[String: String]]
      switch self {
      case .xterm, .guarded:
        texts["sgr0"] = "\u{1B}(B\u{1B}[m"
        parts = [looks, erasing, scrolling, cursor, colours, more]
      case .vt100:
        texts["sgr0"] = "\u{1B}[m\u{0F}$<2>"
        texts["cup"] = "\u{1B}[%i%p1%d;%p2%dH$<5>"
        parts = [looks, erasing, scrolling]
      case .ansi: parts = [looks, erasing, colours, more, ["ich1": "\u{1B}[@"]]
      case .simple: parts = [["rmam": "\u{1B}[?7l", "smam": "\u{1B}[?7h"]]
      case .inserting: parts = [["smir": "\u{1B}[4h", "rmir": "\u{1B}[4l"], erasing]
      }
      for part in parts { texts.merge(part) { $1 } }
      return texts
    }

    var encoder: FrameEncoder {
      FrameEncoder(
        capabilities: capabilities,
        styles: StyleTable(capabilities, hasColours: true),
        guardsCells: self == .guarded,
        encoding: .utf8,
      )
    }

    /// What has to stand in a terminal of this kind.
    func places(of canvas: Canvas) -> [PlayedTerminal.Place] {
      let palette = Palette(colourCount: capabilities.colourCount)
      return canvas.cells.enumerated().map { index, cell in
        let row = index / canvas.width
        var text = [cell.glyph.base]
        if self == .guarded, canvas.hasRightToLeftLetters(row: row) { text.append("\u{200E}") }
        for index in cell.glyph.marks.indices {
          guard let mark = Unicode.Scalar(cell.glyph.marks[index]), mark.value != 0 else {
            continue
          }
          text.append(mark)
        }
        return PlayedTerminal.Place(
          text: cell.isContinuation ? [] : text,
          look: look(of: cell.style, palette),
          isContinuation: cell.isContinuation,
        )
      }
    }

    private func look(of style: Style, _ palette: Palette) -> PlayedTerminal.Look {
      var look = PlayedTerminal.Look()
      let canLook = self != .simple && self != .inserting
      guard canLook else { return look }
      if style.emphasis.contains(.bold) { look.attributes.insert(1) }
      if style.emphasis.contains(.underlined) { look.attributes.insert(4) }
      if style.emphasis.contains(.selected) {
        look.attributes.insert(7)
        return look
      }
      look.colour = palette.colour(of: style.role).number
      return look
    }
  }

  private func expectSame(
    _ terminal: PlayedTerminal,
    _ canvas: Canvas,
    _ kind: Described,
    _ comment: Testing.Comment,
  ) {
    let wanted = kind.places(of: canvas)
    for index in wanted.indices where terminal.places[index] != wanted[index] {
      // The look of the second half of a wide character is not seen.
      if wanted[index].isContinuation, terminal.places[index].isContinuation { continue }
      Issue.record(
        """
        row \(index / canvas.width), column \(index % canvas.width): \
        \(terminal.places[index]), not \(wanted[index]); \(comment)
        """
      )
      return
    }
    #expect(terminal.isPlain, comment)
    let canHide = kind == .xterm || kind == .guarded
    #expect(terminal.isCursorShown == (canvas.cursor != nil || !canHide), comment)
    if let cursor = canvas.cursor {
      #expect(Canvas.Position(row: terminal.row, column: terminal.column) == cursor, comment)
    }
  }

  @Test(arguments: Described.allCases)
  func everyTerminalShowsTheNextScreen(kind: Described) {
    let encoder = kind.encoder
    for number in 0..<UInt64(LongRuns.count(60, long: 20_000)) {
      var frames = RandomFrames(seed: Self.seed &+ number)
      var shown: Canvas?
      var next = frames.first()
      var terminal = PlayedTerminal(
        width: next.width,
        height: next.height,
        waitsAtMargin: kind.waitsAtMargin,
      )
      for _ in 0..<6 {
        terminal.take(encoder.bytes(from: shown, to: next))
        expectSame(terminal, next, kind, "seed \(Self.seed &+ number)")
        shown = next
        next = frames.next(after: next)
      }
    }
  }

  @Test func nothingIsWrittenForTheSameScreen() {
    for number in 0..<UInt64(100) {
      var frames = RandomFrames(seed: Self.seed &+ number)
      let canvas = frames.first()
      #expect(Described.xterm.encoder.bytes(from: canvas, to: canvas) == [])
    }
  }

  @Test func aScreenOfAnotherSizeBeginsAnew() {
    let small = Canvas(width: 20, height: 5, direction: .leftToRight)
    let large = Canvas(width: 30, height: 6, direction: .leftToRight)
    let encoder = Described.xterm.encoder
    #expect(encoder.bytes(from: small, to: large) == encoder.bytes(from: nil, to: large))
  }

  @Test func theCursorAloneIsMovedByItsPlaceAlone() {
    var shown = Canvas(width: 20, height: 5, direction: .leftToRight)
    shown.showCursor(row: 1, column: 2)
    var next = shown
    next.showCursor(row: 3, column: 4)
    let encoder = Described.xterm.encoder
    #expect(encoder.bytes(from: shown, to: next) == Array("\u{1B}[4;5H".utf8))
  }

  @Test(arguments: [("x    y", "x    y"), ("x     y", "x\u{1B}[7Gy")])
  func aFewCellsBetweenTwoThatDifferAreWrittenAgain(text: String, sent: String) {
    var shown = Canvas(width: 20, height: 1, direction: .leftToRight)
    shown.write(text.replacing("x", with: "a").replacing("y", with: "b"), in: shown.area)
    var next = Canvas(width: 20, height: 1, direction: .leftToRight)
    next.write(text, in: next.area)
    let bytes = Described.xterm.encoder.bytes(from: shown, to: next)
    #expect(bytes == Array("\u{1B}[1;1H\(sent)\r".utf8))
  }

  /// Pages of the workshop, keys, and the most that a key may send.
  @Test(arguments: [
    (Language.arabic, 80, 24, 190), (.english, 80, 24, 190), (.arabic, 200, 60, 190),
  ])
  func anArrowSendsFewBytes(language: Language, width: Int, height: Int, most: Int) throws {
    let kind = Described.xterm
    var driver = try AppDriver.cairo(language: language, width: width, height: height)
    var terminal = PlayedTerminal(width: width, height: height, waitsAtMargin: true)
    driver.press(.enter)
    driver.press(.enter)
    var shown = driver.app.view()
    terminal.take(kind.encoder.bytes(from: nil, to: shown))
    for key in [Key.Code.down, .down, .down, .up, .down, .up] {
      driver.press(key)
      let next = driver.app.view()
      let bytes = kind.encoder.bytes(from: shown, to: next)
      #expect((1...most).contains(bytes.count), "\(language) \(width)×\(height) \(key)")
      terminal.take(bytes)
      expectSame(terminal, next, kind, "\(language) \(key)")
      shown = next
    }
  }

  @Test func whatALocaleHasNotIsAQuestionMark() {
    // The locale of the tests is C until a terminal is opened.
    var bytes: [UInt8] = []
    ScalarEncoding.locale.append(Glyph("a"), isGuarded: false, to: &bytes)
    #expect(bytes == Array("a".utf8))
  }
}
