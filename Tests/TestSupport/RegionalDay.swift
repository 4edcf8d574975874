package import Consultation

/// A filled Cairo day whose ten states answer the second edition, so that what they share can be told
/// in sentences: the records of `CairoDay`, and parts of what Sampleland says is in place.
package enum RegionalDay {
  package static func session() throws -> (session: Session, questionnaire: Questionnaire) {
    try made.get()
  }

  private static let made = Result { try makeSession() }

  private static func makeSession() throws -> (session: Session, questionnaire: Questionnaire) {
    let day = try CairoDay().session
    let (sampleland, questionnaire) = try Sampleland.published()
    guard let source = sampleland.delegations[Sampleland.code] else {
      return (sampleland, questionnaire)
    }
    let told = source.answers.filter { $0.value.sharing == .report }.sorted { $0.key < $1.key }
    return (
      Session(
        id: "regional-day",
        questionnaire: questionnaire.identity,
        workshop: day.workshop,
        delegations: day.orderedDelegations.enumerated().map { place, delegation in
          var delegation = delegation
          delegation.answers = [:]
          // By a rule and not by chance: each leaves every third one out, and says no to another.
          for (index, (number, answer)) in told.enumerated() where (index + place) % 3 != 0 {
            var answer = answer
            if (index + 2 * place) % 5 == 0 { answer.value = .step(.absent) }
            answer.evidence = []
            delegation.answers[number] = answer
          }
          return delegation
        },
      ), questionnaire,
    )
  }
}
