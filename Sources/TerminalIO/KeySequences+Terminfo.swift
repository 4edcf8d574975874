import CNcurses
import Display

extension KeySequences {
  /// The sequences of the terminal whose description has been read.
  static func ofThisTerminal() -> KeySequences {
    var named: [[UInt8]: Key] = [:]
    for (capability, key) in capabilities {
      let bytes = capabilityBytes(capability)
      // Keys of one byte are what that byte is everywhere.
      if bytes.count > 2, bytes[0] == 0x1B { named[bytes] = key }
    }
    return KeySequences(named: named)
  }

  private static let capabilities: [(String, Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kent", Key(.enter)),
      ("kcbt", Key(.backTab)), ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
      ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)), ("kHOM", Key(.home, .shift)),
      ("kEND", Key(.end, .shift)),
    ] + (1...12).map { ("kf\($0)", Key(.function($0))) }
}

/// What terminfo says of a capability of the terminal whose description has been read; nothing
/// where it has none.
func capabilityBytes(_ name: String) -> [UInt8] {
  var buffer = [CChar](repeating: 0, count: 1024)
  let length = Int(majlis_capability(name, &buffer, 1024))
  return buffer[..<length].map { UInt8(bitPattern: $0) }
}
