import Consultation
import Phrases

extension ReportText {
  /// `Objective 7: Reducing vulnerabilities`.
  func objective(_ objective: CompactObjective) -> Passage {
    own(.reportObjectiveTitle(number: objective.number, title: .own(words(objective.phrase))))
  }

  /// `Round table 2: objectives 4, 8, …`.
  func roundTable(_ table: RoundTable) -> Passage { own(words.title(of: table)) }

  /// `3a Coordination between ministries`.
  func subcategory(_ subcategory: SDGSubcategory) -> Passage {
    own(
      .reportNumbered(
        // The code is a name: an Arabic digit would change places with its letter.
        place: .own(subcategory.description),
        title: .own(words(subcategory.phrase)),
      )
    )
  }
}

extension CompactObjective {
  /// The 23 of them, in their order.
  static let all: [CompactObjective] = (1...23).compactMap(CompactObjective.init)

  private static let phrases: [Phrase] = [
    .reportObjective1, .reportObjective2, .reportObjective3, .reportObjective4,
    .reportObjective5, .reportObjective6, .reportObjective7, .reportObjective8,
    .reportObjective9, .reportObjective10, .reportObjective11, .reportObjective12,
    .reportObjective13, .reportObjective14, .reportObjective15, .reportObjective16,
    .reportObjective17, .reportObjective18, .reportObjective19, .reportObjective20,
    .reportObjective21, .reportObjective22, .reportObjective23,
  ]

  /// Its title in short.
  fileprivate var phrase: Phrase { Self.phrases[number - 1] }
}

extension SDGSubcategory {
  private static let titles: [Phrase] = [
    .reportSDGDomain1, .reportSDGDomain2, .reportSDGDomain3, .reportSDGDomain4,
    .reportSDGDomain5, .reportSDGDomain6,
  ]

  private static let questions: [Phrase] = [
    .reportSDGQuestion1, .reportSDGQuestion2, .reportSDGQuestion3, .reportSDGQuestion4,
    .reportSDGQuestion5, .reportSDGQuestion6,
  ]

  /// What the metadata calls one of the six domains.
  static func title(ofDomain number: Int) -> Phrase { titles[number - 1] }

  /// The question of one of the six domains, word for word in English (metadata 10-07-02).
  static func question(ofDomain number: Int) -> Phrase { questions[number - 1] }

  private static let phrases: [String: Phrase] = [
    "1a": .reportSub1a, "1b": .reportSub1b, "1c": .reportSub1c, "1d": .reportSub1d,
    "1e": .reportSub1e, "2a": .reportSub2a, "2b": .reportSub2b, "2c": .reportSub2c,
    "2d": .reportSub2d, "2e": .reportSub2e, "3a": .reportSub3a, "3b": .reportSub3b,
    "3c": .reportSub3c, "3d": .reportSub3d, "3e": .reportSub3e, "4a": .reportSub4a,
    "4b": .reportSub4b, "4c": .reportSub4c, "4d": .reportSub4d, "4e": .reportSub4e,
    "5a": .reportSub5a, "5b": .reportSub5b, "5c": .reportSub5c, "5d": .reportSub5d,
    "5e": .reportSub5e, "6a": .reportSub6a, "6b": .reportSub6b, "6c": .reportSub6c,
    "6d": .reportSub6d, "6e": .reportSub6e,
  ]

  /// Its words: in English those of the metadata, in the other languages this program's, since none
  /// are published.
  fileprivate var phrase: Phrase { Self.phrases[description] ?? .nothing }
}
