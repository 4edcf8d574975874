import CNcurses
import Glibc

/// Standard input without lines, echo and signals, for the moment of a question.
package struct RawInput {
  private var before = termios()

  /// - Returns: `nil` where standard input is no terminal.
  package init?() {
    guard tcgetattr(0, &before) == 0 else { return nil }
    var raw = before
    cfmakeraw(&raw)
    tcsetattr(0, TCSANOW, &raw)
  }

  /// Waits for any key.
  package func waitForKey() {
    var byte: UInt8 = 0
    while read(0, &byte, 1) < 0, errno == EINTR {}
  }

  /// Puts the terminal's settings back.
  package func end() {
    var before = before
    tcsetattr(0, TCSANOW, &before)
  }
}
