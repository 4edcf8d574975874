/// FNV-1a of 64 bits: it tells texts apart, the same on every machine, and keeps no secret.
package enum FNV1a {
  /// In hexadecimal, without zeros in front.
  package static func digits(of text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { (hash: UInt64, byte) in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
