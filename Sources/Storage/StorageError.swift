package import Consultation
import PlacedJSON

/// Every way in which keeping and reading can fail.
package enum StorageError: Error, Equatable, Sendable {
  case noSuchFile
  /// What is in the file is not valid; each thing that is wrong with it.
  case invalid([Fault])
  case readFailed(reason: String)
  case cannotCreate(reason: String)
  /// There is a file of that name already.
  case exists
  case writeFailed(reason: String)
  /// The session can be read here but not safely written: the disk is read-only, or knows no
  /// locks. It may be opened read-only.
  case readOnly(reason: String)
  /// Another process has the session open for writing.
  case heldByAnother
  /// The file is not the one that was read any more: someone else wrote it.
  case changedByAnother
  case noAssets
  /// What stands under this path beside a session is no file of the program's own: a link, a
  /// pipe, another user's.
  case notOwn(String)
  /// What stands at the session's path is not that session any more.
  case displaced(Displacement)
  /// It would become larger than what can be read again.
  case tooLarge(limitInMegabytes: Int)
  /// The session does not allow it.
  case refused(Refusal)
  /// A sealed file cannot be opened: with this passphrase, or at all.
  case sealed(SealingFailure)
  /// Nothing is written to that path, whatever a person says.
  case output(OutputFile.Refusal)

  /// What became of a session's file under those who have it open.
  package enum Displacement: Equatable, Sendable {
    case gone
    /// A folder, a link or the like took its place.
    case noFile
    case anotherSession
    case damaged
  }

  /// What is wrong with the file, as faults that can be printed with their places.
  package var faults: [Fault] {
    switch self {
    case .invalid(let faults): faults
    case .noSuchFile: [Fault([], .noSuchFile)]
    case .readFailed(let reason): [Fault([], .notReadable(reason: reason))]
    case .cannotCreate, .exists, .writeFailed, .readOnly, .heldByAnother, .changedByAnother,
      .noAssets, .refused, .sealed, .notOwn, .displaced, .tooLarge, .output:
      []
    }
  }

  /// Runs the reader of JSON, its fault as one of a file.
  static func reading<Value>(
    _ read: () throws(JSONFault) -> Value
  ) throws(StorageError) -> Value {
    do {
      return try read()
    } catch {
      throw .invalid([Fault(error)])
    }
  }
}
