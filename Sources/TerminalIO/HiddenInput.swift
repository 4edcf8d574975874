import CNcurses
import CTerminalRestore
import Glibc

/// A line that a person types and nobody sees: a passphrase.
package enum HiddenInput {
  private static let interrupt: UInt8 = 3
  private static let endOfTransmission: UInt8 = 4
  private static let clearLine: UInt8 = 21

  /// Asks at the terminal itself, wherever standard input and output go.
  ///
  /// The terminal sends no signal meanwhile, so that it is given back whatever is pressed; it is
  /// given back too where a signal from elsewhere ends the program.
  ///
  /// - Returns: `nil` where there is no terminal, and when the person gives up by Ctrl-C.
  package static func ask(_ question: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    majlis_restore_save(terminal)
    majlis_restore_at_any_end()
    defer { majlis_restore_disarm() }
    var hidden = before
    cfmakeraw(&hidden)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &before)
      say("\n", on: terminal)
    }
    say(question, on: terminal)
    return line(from: terminal)
  }

  private static func say(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    // A terminal that takes no text takes no answer either.
    _ = write(terminal, bytes, bytes.count)
  }

  private static func line(from terminal: Int32) -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 0x0D, 0x0A: return String(decoding: bytes, as: UTF8.self)
      case interrupt, endOfTransmission: return nil
      case clearLine: bytes = []
      case 0x7F, 0x08:
        var text = String(decoding: bytes, as: UTF8.self)
        if !text.isEmpty { text.removeLast() }
        bytes = Array(text.utf8)
      default: bytes.append(byte)
      }
    }
  }
}
