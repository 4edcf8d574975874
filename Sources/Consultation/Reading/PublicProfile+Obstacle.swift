extension PublicProfile {
  /// Why a profile is not to be published yet.
  package enum Obstacle: Equatable, Sendable {
    /// The questionnaire of this version has no statements to tell it in.
    case needsStatements(version: String)
    /// A domain that is not signed off, by its number.
    case notSignedOff(domain: Int)
    /// One whose answers have changed since it was.
    case changedSinceSignOff(domain: Int)
    /// A domain in which something that the delegation wrote rests on an answer that has changed
    /// since.
    case changedUnderText(domain: Int)
    /// Nothing that is in place is released.
    case nothingReleased

    /// Whether nothing can be shown even as a preview.
    package var standsAgainstPreview: Bool {
      switch self {
      case .needsStatements: true
      case .notSignedOff, .changedSinceSignOff, .changedUnderText, .nothingReleased: false
      }
    }

    static func all(
      of delegation: Delegation,
      in session: Session,
      answering questionnaire: Questionnaire,
      isEmpty: Bool,
      _ texts: ProfileText,
    ) -> [Obstacle] {
      guard questionnaire.questions.contains(where: { !$0.statements.isEmpty }) else {
        return [.needsStatements(version: questionnaire.identity.version)]
      }
      return signOffs(of: delegation, in: session, answering: questionnaire)
        + questionnaire.domains.map(\.number).filter { texts.needsLook(inDomain: $0) }
        .map { .changedUnderText(domain: $0) } + (isEmpty ? [.nothingReleased] : [])
    }

    /// The sign-offs that are missing.
    ///
    /// Who signs one domain off, or says that the government approved, has chosen to publish what
    /// was signed off: every domain in which something is asked is then needed. Who never did is
    /// not asked to.
    private static func signOffs(
      of delegation: Delegation,
      in session: Session,
      answering questionnaire: Questionnaire,
    ) -> [Obstacle] {
      let asked = AskedQuestions(of: questionnaire, for: delegation)
      let domains = questionnaire.domains.map(\.number).filter { !asked.inDomain($0).isEmpty }
      let signOffs = domains.map { ($0, session.signOff(of: delegation.code, domain: $0)) }
      guard delegation.profileFrame.standing == .approved || signOffs.contains(where: { $1 != nil })
      else { return [] }
      return signOffs.compactMap { domain, signOff in
        guard let signOff else { return .notSignedOff(domain: domain) }
        return signOff.isValid ? nil : .changedSinceSignOff(domain: domain)
      }
    }
  }
}
