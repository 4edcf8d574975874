import FoundationEssentials

/// Base64 of which every text stands for other bytes (RFC 4648, 3.5).
enum StrictBase64 {
  /// The text without padding.
  static func text(_ bytes: [UInt8]) -> String {
    String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
  }

  /// The bytes that a text without padding stands for; nothing where it is not their only one.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return paddedBytes(text + padding).flatMap { Self.text($0) == text ? $0 : nil }
  }

  /// The bytes that a text with padding stands for; nothing where it is not their only one.
  static func paddedBytes(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text
    else { return nil }
    return Array(data)
  }
}
