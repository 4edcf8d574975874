package import Consultation

extension Words {
  /// Why a profile is not to be published yet: where, what, and what to do.
  package func text(_ obstacle: PublicProfile.Obstacle, in questionnaire: Questionnaire) -> String {
    func title(_ domain: Int) -> InsertedText {
      .own(questionnaire.domain(numbered: domain).map { text($0.title) } ?? "")
    }
    return switch obstacle {
    case .needsStatements(let version): self(.publicNeedsStatements(version: .plain(version)))
    case .notSignedOff(let domain):
      self(.publicNotSignedOff(number: domain, title: title(domain)))
    case .changedSinceSignOff(let domain):
      self(.publicSignOffVoid(number: domain, title: title(domain)))
    case .changedUnderText(let domain):
      self(.publicTextChanged(number: domain, title: title(domain)))
    case .nothingReleased: self(.publicNothingReleased)
    }
  }

  /// What a public edition leaves out although it is in place, a line for each reason.
  package func lines(_ leftOut: Publication.LeftOut) -> [String] {
    let counts: [(Int, (Int) -> FilledPhrase)] = [
      (leftOut.notReleased, FilledPhrase.publicLeftOutPrivate),
      (leftOut.toVerify, FilledPhrase.publicLeftOutToVerify),
      (leftOut.reserved, FilledPhrase.publicLeftOutReserved),
    ]
    return counts.filter { $0.0 > 0 }.map { self($0.1($0.0)) }
  }
}
