package import Consultation
import Storage

extension Session {
  /// This session with everything that another copy of it has, as the program merges files.
  package func merged(with other: Session) throws -> Session {
    try merged(with: other, by: CanonicalJSON())
  }
}
