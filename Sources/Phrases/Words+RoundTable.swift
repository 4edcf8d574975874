package import Consultation

extension Words {
  /// `Round table 2: objectives 4, 8, 9, 10, 11, 13 and 21`.
  package func title(of table: RoundTable) -> String {
    let objectives = SentenceJoining(language).list(
      table.objectives.map { number($0.number) },
      words: self,
    )
    return self(.reportRoundTable(number: table.number, objectives: .own(objectives)))
  }
}

extension ReviewNote.Kind {
  package var phrase: Phrase {
    switch self {
    case .challenge: .reviewChallenge
    case .lesson: .reviewLesson
    }
  }
}
