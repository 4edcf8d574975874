import Consultation
import TestSupport
import Testing

@Suite struct SharedExperienceTests {
  private func session(_ records: [(DelegationCode, String, Record)]) throws -> Session {
    var session = Session.sample
    for (code, id, record) in records {
      let change = try session.change(
        setting: RecordKey(record.kind, id),
        to: record,
        of: code,
        stamp: session.nextStamp(),
      )
      if let change { session.apply(change) }
    }
    return session
  }

  private func entries(of session: Session, domain: Int? = nil) -> [SharedExperience.Entry] {
    let view = SharedView(of: session, for: .room, in: .everyKind)
    return SharedExperience(of: view, in: .everyKind, domain: domain).entries
  }

  private func card(_ number: String, _ title: String, _ sharing: Sharing) -> Record {
    var card = ExperienceCard(question: .sample(number), title: title)
    card.sharing = sharing
    return .card(card)
  }

  private func wish(_ number: String, isAnonymous: Bool = false) -> Record {
    .wish(WishToHear(question: .sample(number), sharing: .room, isAnonymous: isAnonymous))
  }

  @Test func standsInTheOrderOfTheQuestionnaireAndOfTheStates() throws {
    let session = try session([
      (.dorania, "b", card("2.1.1", "later", .room)),
      (.dorania, "a", card("1.1.1", "second", .room)),
      (.havenia, "z", card("1.1.1", "first", .report)),
    ])
    let titles = entries(of: session).map { entry in
      if case .card(_, let card) = entry.item { card.card.title } else { "" }
    }
    #expect(titles == ["first", "second", "later"])
    #expect(entries(of: session, domain: 2).count == 1)
  }

  @Test func hasNothingThatIsNotShared() throws {
    let session = try session([
      (.dorania, "a", card("1.1.1", "SECRET", .private)),
      (.dorania, "1.1.1", .offer(Offer(question: .sample("1.1.1"), text: "SECRET"))),
      (.dorania, "1.1.2", .wish(WishToHear(question: .sample("1.1.2"), sharing: .private))),
    ])
    #expect(entries(of: session).isEmpty)
  }

  @Test func anUnnamedWishStandsLastAndTellsNoName() throws {
    let session = try session([
      (.havenia, "1.1.1", wish("1.1.1", isAnonymous: true)), (.dorania, "1.1.1", wish("1.1.1")),
    ])
    #expect(entries(of: session).map(\.item) == [.wish(.dorania), .wish(nil)])
  }

  @Test func aMarkThatSaysNothingIsNotHeard() throws {
    var mark = UsefulMark(owner: .havenia, card: "a")
    mark.isAnonymous = true
    let quiet = try session([(.dorania, "m", .useful(mark))])
    #expect(quiet.marks(onCardsOf: .havenia).isEmpty)
    mark.isUseful = true
    let heard = try session([(.dorania, "m", .useful(mark))])
    #expect(heard.marks(onCardsOf: .havenia).map(\.isUseful) == [true])
  }
}
