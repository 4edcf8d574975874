import Consultation
import FoundationEssentials
import Glibc
import Phrases
import Storage

/// The environment of a seat: what the host has, and of what came over the line the terminal and the
/// language, where they are what they claim to be.
///
/// A name of a locale or a terminal can be a path that is read and believed, and so none is let
/// through as it came.
struct SeatEnvironment {
  /// What of the host's own environment its seats are given.
  static let ofHost = ["HOME", "XDG_DATA_HOME", "MAJLIS_ASSETS", "TZ"]

  private let given: [String: String]
  /// What the client asked to have run.
  let command: String?

  init(_ given: [String: String] = ProcessInfo.processInfo.environment) {
    self.given = given
    command = given["SSH_ORIGINAL_COMMAND"]
  }

  /// Where the client is.
  var address: String {
    let connection = given["SSH_CONNECTION"] ?? ""
    return String(connection.prefix { $0 != " " }.prefix(64))
  }

  /// The language of the client's locale, where it is one of the three.
  var language: Language? {
    ["LC_MESSAGES", "LANG"].lazy.compactMap { given[$0] }
      .compactMap { Language(rawValue: String($0.prefix(2))) }.first
  }

  /// Puts it into the place of what there was.
  func replace(with host: [String: String]) {
    var new = host.filter { Self.ofHost.contains($0.key) }
    // What the screen of the other computer shows is not known; all of them that matter show this.
    new["LC_ALL"] = "C.UTF-8"
    new["PATH"] = "/usr/bin:/bin"
    new["TERM"] = plain("TERM") ?? "dumb"
    new["COLORTERM"] = plain("COLORTERM")
    if !(given["NO_COLOR"] ?? "").isEmpty { new["NO_COLOR"] = "1" }
    // Tells that the terminal has to be asked what it is.
    new["SSH_TTY"] = given["SSH_TTY"]
    clearenv()
    for (name, value) in new { setenv(name, value, 1) }
  }

  /// A name, where it can be nothing else.
  private func plain(_ variable: String) -> String? {
    guard let name = given[variable], (1...40).contains(name.utf8.count) else { return nil }
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    return isPlain && !name.hasPrefix(".") ? name : nil
  }
}
