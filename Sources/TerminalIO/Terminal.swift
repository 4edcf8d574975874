import CNcurses
import CTerminalRestore
import Display
import Glibc

/// The terminal, owned by the one place that draws on it.
///
/// It is given back as it was found when this value's life ends, and by a signal handler when the
/// program crashes. So a command leaves by returning, never by `exit`.
package struct Terminal: ~Copyable {
  package struct Wishes: Sendable {
    let bidi: BidiSwitch
    let hasColours: Bool

    package init(bidi: BidiSwitch, hasColours: Bool) {
      self.bidi = bidi
      self.hasColours = hasColours
    }
  }

  package enum Failure: Error {
    /// Standard input or output is no terminal.
    case notATerminal
    /// The locale's characters are not UTF-8.
    case localeIsNotUTF8
    /// terminfo does not know the kind of terminal, by its name.
    case unknownTerminal(String)
  }

  let screen: OpaquePointer
  let bidi: BidiSwitch
  /// The reading end of the pipe that signals are written to.
  let signals: Int32
  let encoder: FrameEncoder
  private let hasMouse: Bool
  var input: TerminalInput
  /// What the terminal shows; `nil` where that is not known.
  var shown: Canvas?

  /// Takes the terminal over.
  package init(_ wishes: Wishes, needsUTF8: Bool) throws(Failure) {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    setlocale(LC_ALL, "")
    if needsUTF8, String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      throw .localeIsNotUTF8
    }
    majlis_restore_save(0)
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    majlis_restore_at_crash()
    majlis_signals_to(ends[1])
    // Not what the environment or the terminal says of the size: a screen of 65,535 by 65,535
    // cells is asked for before anything could be done about it.
    use_env(false)
    use_tioctl(false)
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let screen = majlis_open_screen() else {
      majlis_restore_disarm()
      throw .unknownTerminal(name)
    }
    let capabilities = DrawingCapabilities.ofThisTerminal()
    guard capabilities.suffice else {
      endwin()
      majlis_restore_disarm()
      delscreen(screen)
      throw .unknownTerminal(name)
    }
    self.screen = screen
    signals = ends[0]
    bidi = wishes.bidi
    hasMouse = !capabilityBytes("kmous").isEmpty
    encoder = FrameEncoder(
      capabilities: capabilities,
      styles: StyleTable(capabilities, hasColours: wishes.hasColours),
      guardsCells: bidi.guardsCells,
      encoding: .ofTheLocale,
    )
    input = TerminalInput(descriptor: 0, keys: .ofThisTerminal())
    Self.prepareScreen()
    let restoring = Self.restoringBytes(bidi)
    majlis_restore_set_bytes(restoring, restoring.utf8.count)
    _ = takeSize()
    enter()
  }

  /// Takes the screen, then tells the terminal how it is to be used.
  ///
  /// The next frame clears it after that: VTE gives each row the order that is set when the row is
  /// cleared. What ncurses draws here is an empty screen, and it draws nothing else: it believes to
  /// the end that the terminal writes plainly, and frames leave it so.
  private func enter() {
    wrefresh(majlis_screen())
    Self.send(enteringBytes)
  }

  deinit {
    Self.send(Self.leavingBytes(bidi))
    endwin()
    majlis_restore_disarm()
    delscreen(screen)
  }

  /// Keys come one by one and as they are.
  ///
  /// ncurses hides the cursor, so that it shows it whenever it gives the terminal back, however
  /// frames have left it.
  private static func prepareScreen() {
    raw()
    noecho()
    nonl()
    keypad(majlis_screen(), true)
    curs_set(0)
  }

  // MARK: Bytes that ncurses does not know

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  /// Presses of buttons and the wheel, with places of any number of digits.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  private var enteringBytes: String { Self.pasteOn + (hasMouse ? Self.mouseOn : "") + bidi.off }

  private static func leavingBytes(_ bidi: BidiSwitch) -> String {
    bidi.on + mouseOff + pasteOff
  }

  /// What a signal handler writes: everything that is undone at the end, and what ncurses undoes.
  private static func restoringBytes(_ bidi: BidiSwitch) -> String {
    let capabilities = ["sgr0", "op", "cnorm", "rmkx", "rmcup"].map { name in
      String(decoding: Capability(capabilityBytes(name)).bytes(), as: UTF8.self)
    }
    return leavingBytes(bidi) + capabilities.joined()
  }

  /// Writes bytes in order with what ncurses writes, which has been flushed before.
  ///
  /// What a terminal does not take within a second is let go: it is about to be left, or cleared.
  private static func send(_ text: String) {
    _ = TerminalOutput.write(Array(text.utf8), to: 1, milliseconds: 1000)
  }

  // MARK: Size and suspending

  /// How many cells the screen has.
  package var size: (width: Int, height: Int) { (Int(majlis_columns()), Int(majlis_rows())) }

  /// More cells than any screen has: a terminal that claims more is not believed.
  private static let mostCells: (columns: Int32, rows: Int32) = (1000, 500)

  /// Tells ncurses how large the terminal is now.
  mutating func takeSize() -> (width: Int, height: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if majlis_terminal_size(0, &columns, &rows) == 1 {
      resize_term(min(rows, Self.mostCells.rows), min(columns, Self.mostCells.columns))
    }
    shown = nil
    return size
  }

  /// Gives the terminal to the shell, and takes it again when the program goes on.
  package mutating func suspend() {
    Self.send(Self.leavingBytes(bidi))
    endwin()
    majlis_suspend()
    takeAgain()
  }

  mutating func takeAgain() {
    _ = takeSize()
    enter()
  }

  /// Draws every cell anew the next time.
  package mutating func redraw() { shown = nil }
}
