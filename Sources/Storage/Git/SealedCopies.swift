package import Consultation

/// What delegations have sent of their whole files, sealed, to a repository's remote.
package struct SealedCopies {
  private let repository: GitRepository
  private let refs: [GitRepository.Ref]

  private static let start = "sealed/"

  /// Looks into the remote of the repository in whose folder a session is to be.
  package init(
    forSession path: String,
    remote: String?,
    environment: [String: String],
  ) throws(SyncFailure) {
    repository = try GitRepository(
      around: Companions(ofSession: path),
      remote: remote,
      environment: environment,
    )
    switch try repository.refs() {
    case .success(let found): refs = found
    case .failure(let failure): throw .notReached(reason: failure.reason)
    }
  }

  /// Whose copies there are.
  package var delegations: [DelegationCode] { refs.compactMap(Self.delegation).sorted() }

  private static func delegation(of ref: GitRepository.Ref) -> DelegationCode? {
    ref.name.hasPrefix(start) ? DelegationCode(ref.name.dropFirst(start.count)) : nil
  }

  /// What the branch of a delegation's copy is called.
  package static func branch(of code: DelegationCode) -> String { "\(start)\(code)" }

  /// The sealed copy of a delegation; `nil` where there is none.
  package func copy(of code: DelegationCode) throws(SyncFailure) -> [UInt8]? {
    guard let ref = refs.first(where: { Self.delegation(of: $0) == code }) else { return nil }
    if let failure = try repository.fetch([ref]) { throw .notReached(reason: failure.reason) }
    switch try repository.file(SessionSync.sealedFile, in: ref.object) {
    case .success(let bytes): return bytes
    case .failure:
      let limit = GitRepository.limit >> 20
      throw .unreadable(branch: ref.name, [Fault([], .tooLarge(limitInMegabytes: limit))])
    }
  }
}
