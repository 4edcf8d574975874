package import Consultation
import Phrases
package import Storage

extension Assets {
  private static let cairo = Result {
    try Assets(folder: Words.assetsFolder).template("cairo-2023", id: "cairo")
  }

  /// The workshop of the Cairo template with ten states that there are not: nobody's invented answers
  /// stand under the name of a state that there is.
  ///
  /// Their codes are some of those that ISO 3166-1 leaves to its users, and sort as those of the
  /// template do.
  package static func fictitiousWorkshop(
    id: String
  ) throws -> (session: Session, questionnaire: Questionnaire) {
    let stored = try cairo.get()
    let session = stored.session
    let delegations = zip(session.orderedDelegations, FictitiousState.all).map { state, name in
      Delegation(
        code: name.code,
        rank: state.rank,
        kind: state.kind,
        shortName: name.shortName,
        officialName: name.officialName,
        mode: state.mode,
        languages: state.languages,
        digits: state.digits,
        delegates: state.delegates,
      )
    }
    return (
      Session(
        id: id,
        questionnaire: session.questionnaire,
        workshop: session.workshop,
        delegations: delegations,
      ), stored.questionnaire,
    )
  }
}

/// A state that there is not, in the order of the Cairo template's states.
private struct FictitiousState {
  let code: DelegationCode
  let shortName: LocalizedText
  let officialName: LocalizedText

  init(
    _ code: String,
    _ english: String,
    _ french: String,
    _ arabic: String,
    kind: (english: String, french: String, arabic: String) = (
      "Republic of", "République", "جمهورية",
    ),
  ) {
    self.code = .sample(code)
    shortName = LocalizedText(arabic: arabic, english: english, french: french)
    let isVowel = french.first.map { "AEIOU".contains($0) } ?? false
    officialName = LocalizedText(
      arabic: "\(kind.arabic) \(arabic)",
      english: "\(kind.english) \(english)",
      french: "\(kind.french) \(isVowel ? "d’" : "de ")\(french)",
    )
  }

  private static let kingdom = ("Kingdom of", "Royaume", "مملكة")

  static let all = [
    FictitiousState("QNC", "Amberia", "Ambrie", "أمبريا"),
    FictitiousState("QNA", "Boralia", "Boralie", "بوراليا", kind: kingdom),
    FictitiousState("QNB", "Celestia", "Célestie", "سيليستيا"),
    FictitiousState("QND", "Dorania", "Doranie", "دورانيا"),
    FictitiousState("QNE", "Elvoria", "Elvorie", "إلفوريا"),
    FictitiousState("QNF", "Falconia", "Falconie", "فالكونيا"),
    FictitiousState("QNH", "Galenia", "Galénie", "غالينيا"),
    FictitiousState("QNG", "Havenia", "Havénie", "هافينيا", kind: kingdom),
    FictitiousState("QNI", "Indigia", "Indigie", "إنديغيا"),
    FictitiousState("QNJ", "Junonia", "Junonie", "جونونيا"),
  ]
}
