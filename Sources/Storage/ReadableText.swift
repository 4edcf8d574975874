import Consultation
import PlacedJSON

/// The text of a session that this program can read again: what cannot be is never written.
///
/// Made by reading the text back once it is made, and by no other way.
package struct ReadableText: Sendable {
  package let bytes: [UInt8]

  /// - Throws: ``StorageError/tooLarge(limitInMegabytes:)``, or
  ///   ``StorageError/invalid(_:)`` with what would be wrong with the file.
  package init(
    of stored: StoredSession,
    limit: Int = FileSystem.largestFile,
  ) throws(StorageError) {
    let bytes = stored.text
    guard bytes.count <= limit else { throw .tooLarge(limitInMegabytes: limit >> 20) }
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    let questionnaire = stored.questionnaire
    _ = try SessionFile.session(root) { questionnaire[$0]?.kind }
    self.bytes = bytes
  }
}
