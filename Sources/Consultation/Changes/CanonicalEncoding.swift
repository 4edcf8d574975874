/// How a merge puts two things in order where nobody said which of them came later.
///
/// The order is that of the bytes in which the session file writes them: JSON on one line, with
/// sorted keys and no spaces, texts as they are, numbers in their shortest form. It is the same in
/// every process, on every machine and in every version, and it is the encoding that fingerprints
/// are taken of. No description of a value serves for it: that of a dictionary is another one in
/// each process.
///
/// A protocol, because the model knows no JSON: what reads and writes the file implements it, so
/// that there is one encoding of each thing and not two that could come to differ.
package protocol CanonicalEncoding {
  /// The canonical bytes of a change.
  func bytes(of change: Change) -> [UInt8]

  /// Two records of one place as one: of each field, and each translation, the one that comes
  /// later by its bytes; numbers by their size. What one of them does not have, the other gives.
  ///
  /// Has to be commutative, associative and idempotent.
  func joined(_ first: Record, _ second: Record) -> Record

  /// Letters and digits for bytes, the same for the same ones.
  func digest(of bytes: [UInt8]) -> String
}

extension CanonicalEncoding {
  /// The identifier of what was found in a file and is known by its bytes alone.
  package func identifier(of bytes: [UInt8]) -> String { "found-" + digest(of: bytes) }

  /// Of two changes of one identifier, the one that counts.
  ///
  /// The later one, and of two at one place the one whose bytes come later. Two that differ were
  /// tampered with, or found in two files.
  func later(_ first: Change, _ second: Change) -> Change {
    if first.stamp.order != second.stamp.order {
      return first.stamp.order < second.stamp.order ? second : first
    }
    return bytes(of: first).lexicographicallyPrecedes(bytes(of: second)) ? second : first
  }
}

/// Of two texts the one whose bytes come later.
func later(_ first: String?, _ second: String?) -> String? {
  guard let first, let second else { return first ?? second }
  return first.utf8.lexicographicallyPrecedes(second.utf8) ? second : first
}
