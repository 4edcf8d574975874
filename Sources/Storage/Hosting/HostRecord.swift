package import Consultation
import PlacedJSON

/// What a host remembers of a session from one start to the next: where it is, and who was invited.
package struct HostRecord: Equatable, Sendable {
  /// The key of a seat, of which the host has the public half alone.
  package struct Key: Equatable, Sendable {
    /// Its kind and itself: `ssh-ed25519 AAAA…`.
    package let text: String
    /// What no other key of the seat had: who comes with an earlier one is not let in any more.
    package let serial: String
    package let invitedAt: Timestamp

    /// - Returns: `nil` unless it is the key alone, in the one form that is made here.
    package init?(_ text: String, serial: String, invitedAt: Timestamp) {
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "ssh-ed25519",
        parts[1].utf8.allSatisfy({ Self.signs.contains($0) }), (60...100).contains(parts[1].count),
        serial.utf8.allSatisfy({ Self.signs.contains($0) }), (8...64).contains(serial.count)
      else { return nil }
      self.text = text
      self.serial = serial
      self.invitedAt = invitedAt
    }

    private static let signs = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8
    )
  }

  /// The port where none was given.
  package static let usualPort = 2222

  /// The path of the session.
  package var session: String
  package var port: Int
  /// What of the host's environment the seats need, by name.
  package var environment: [String: String]
  package var keys: [RemoteSeat: Key] = [:]
  /// How many seconds a seat at which something is done waits for its first key: the speeches of an
  /// opening, and longer.
  package var patience = 7200

  package init(session: String, port: Int, environment: [String: String]) {
    self.session = session
    self.port = port
    self.environment = environment
  }

  init?(_ value: JSONValue) {
    guard let session = value["session"]?.string, let port = value["port"]?.wholeNumber else {
      return nil
    }
    let environment = (value["environment"]?.members ?? []).compactMap { name, value in
      value.string.map { (name, $0) }
    }
    self.init(
      session: session,
      port: port,
      environment: Dictionary(environment) { first, _ in first },
    )
    if let seconds = value["patience"]?.wholeNumber, seconds > 0 { patience = seconds }
    for (name, value) in value["seats"]?.members ?? [] {
      guard let seat = RemoteSeat(name), let text = value["key"]?.string,
        let serial = value["serial"]?.string, let time = value["invitedAt"]?.wholeNumber,
        let key = Key(
          text,
          serial: serial,
          invitedAt: Timestamp(milliseconds: Int64(time)),
        )
      else { continue }
      keys[seat] = key
    }
  }

  var json: JSONValue {
    .object([
      ("environment", .object(environment.sorted { $0.key < $1.key }.map { ($0, .string($1)) })),
      ("patience", .number(patience)),
      ("port", .number(port)),
      (
        "seats",
        .object(
          keys.sorted { $0.key.description < $1.key.description }.map { seat, key in
            (
              seat.description,
              .object([
                ("invitedAt", .number(Int(key.invitedAt.milliseconds))),
                ("key", .string(key.text)),
                ("serial", .string(key.serial)),
              ]),
            )
          }
        ),
      ),
      ("session", .string(session)),
    ])
  }

  /// The file by which OpenSSH knows who may come in, each forced to their seat.
  ///
  /// - Throws: ``StorageError/notOwn(_:)`` where a path has a character that could end its line.
  func authorizedKeys(program: String, folder: String) throws(StorageError) -> [UInt8] {
    let command = "exec \(try Self.quoted(program)) seat \(try Self.quoted(folder))"
    let lines = keys.sorted { $0.key.description < $1.key.description }.map { seat, key in
      // There a quotation mark is written with a backslash before it, and nothing else is.
      let forced = "\(command) \(seat) '\(key.serial)'".replacing("\"", with: "\\\"")
      return "restrict,pty,command=\"\(forced)\" \(key.text) \(seat)\n"
    }
    return Array(lines.joined().utf8)
  }

  /// A path as a shell reads it.
  private static func quoted(_ path: String) throws(StorageError) -> String {
    guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw .notOwn(path)
    }
    return "'\(path.replacing("'", with: "'\\''"))'"
  }
}
