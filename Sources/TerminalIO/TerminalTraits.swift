import CNcurses
import Glibc

/// What can be said of the terminal without taking it over.
package struct TerminalTraits: Sendable {
  /// The kind of terminal by its name in terminfo; empty where there is none.
  package let name: String
  /// How many cells it has; `nil` where standard output is no terminal.
  package let size: (width: Int, height: Int)?
  /// How many colours terminfo gives it; 0 for none.
  package let colourCount: Int
  package let hasMouse: Bool
  /// The encoding of the locale, such as `UTF-8`.
  package let encoding: String

  package init(environment: [String: String]) {
    name = environment["TERM"] ?? ""
    var window = winsize()
    let isKnown = ioctl(1, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    size = isKnown ? (Int(window.ws_col), Int(window.ws_row)) : nil
    var status: Int32 = 0
    let isInTerminfo = setupterm(nil, 1, &status) == OK
    colourCount = isInTerminfo ? max(0, Int(majlis_colours_in_terminfo())) : 0
    var buffer = [CChar](repeating: 0, count: 64)
    hasMouse = isInTerminfo && majlis_capability("kmous", &buffer, 64) > 0
    setlocale(LC_ALL, "")
    encoding = String(cString: nl_langinfo(Int32(CODESET)))
  }

  package var isUTF8: Bool { encoding == "UTF-8" }
}
