package import Consultation
import Crypto

/// What anybody can recompute to see that a delegation's answers are the ones that were handed
/// over: the SHA-256 of its canonical JSON.
///
/// The canonical form is what `majlis show FILE --delegation MAR --format json` prints, so that
/// `| sha256sum` gives the same; `jq -S .delegations.MAR` prints it too.
package enum Fingerprint {
  /// In hexadecimal, as `sha256sum` prints it.
  package static func of(_ delegation: Delegation) -> String {
    hexadecimal(SHA256.hash(data: Array((SessionJSON.text(delegation) + "\n").utf8)))
  }

  /// 32 digits of sixteen for bytes, the same wherever they are made.
  static func digest(of bytes: [UInt8]) -> String {
    String(hexadecimal(SHA256.hash(data: bytes)).prefix(32))
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
