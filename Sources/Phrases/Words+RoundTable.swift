package import Consultation

extension Words {
  /// `Round table 2: objectives 4, 8, …`.
  package func title(of table: RoundTable) -> String {
    let objectives = table.objectives.map { number($0.number) }
      .joined(separator: self(.listSeparator))
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
