import Consultation
import TestSupport
import Testing

/// What a delegation writes and chooses of its profile, and what of that gets through to the public.
@Suite struct ProfileTextTests {
  private let edition: Questionnaire
  private var session: Session

  init() throws {
    edition = try .secondEdition()
    session = .sample(answering: edition)
  }

  private func profile() throws -> PublicProfile {
    try #require(PublicProfile(of: .havenia, in: session, answering: edition))
  }

  private mutating func set(_ record: Record, _ id: String) throws {
    let change = try session.change(
      setting: RecordKey(record.kind, id),
      to: record,
      of: .havenia,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(change))
  }

  private func texts() throws -> ProfileText {
    let delegation = try #require(session.delegations[.havenia])
    let publication = Publication(of: delegation, answering: edition)
    return ProfileText(of: delegation, publication, answering: edition)
  }

  private mutating func establish(_ numbers: String...) throws {
    for number in numbers {
      try session.fulfil(.answer(.step(.established)), on: number, in: edition)
      try session.fulfil(.sharing(.report), on: number, in: edition)
    }
  }

  private mutating func write(_ text: String, at id: String) throws {
    let entry = try #require(try texts().entry(id))
    let delegation = try #require(session.delegations[.havenia])
    let standing = GroundStanding(of: delegation, answering: edition)
    let passage = ProfilePassage(
      section: entry.place.section,
      domain: entry.place.domain,
      text: TranslatedText(text, language: .english),
      grounds: standing.fingerprints(of: entry.grounds),
    )
    try set(.passage(passage), id)
  }

  @Test mutating func aTextIsForAnotherLookWhereAnAnswerUnderItHasChanged() throws {
    try establish("1.2.1")
    try write("Ours.", at: "text-1.2")
    #expect(try profile().isReady)
    // What is said of it elsewhere is nothing that the text rests on.
    try session.fulfil(.note(TranslatedText("n", language: .english)), on: "1.2.1", in: edition)
    try establish("1.3.1")
    #expect(try profile().isReady)
    for wish in [
      Wish.evidence(id: "e", Evidence(id: "e", title: "New law")), .sharing(.room),
      .answer(.step(.absent)),
    ] {
      try session.fulfil(wish, on: "1.2.1", in: edition)
      #expect(try profile().obstacles == [.changedUnderText(domain: 1)], "\(wish)")
    }
    let entry = try #require(try texts().entry("text-1.2"))
    #expect(entry.written?.text.original == "Ours.", "what it wrote stays")
    try write("Ours, read again.", at: "text-1.2")
    #expect(try profile().isReady)
    // What newly is in place in the theme is something that the text does not know of.
    try establish("1.2.2")
    #expect(try profile().obstacles == [.changedUnderText(domain: 1)])
    try set(.passagePlace(PassagePlace(isPrinted: false)), "text-1.2")
    #expect(try profile().obstacles == [])
  }

  @Test mutating func whatIsLeftOutIsNeitherToldNorCitedNorIndexed() throws {
    try establish("1.2.1", "1.3.1")
    #expect(try profile().inPlace.count == 2)
    try set(.passagePlace(PassagePlace(isPrinted: false)), "text-1.2")
    let profile = try profile()
    #expect(profile.inPlace.map(\.question) == [.sample("1.3.1")])
    #expect(profile.passages[ProfileText.Place(.text, domain: 1)]?.count == 1)
  }

  @Test mutating func nothingIsChosenBeforeTheStateChooses() throws {
    try establish("1.2.1")
    var priority = Priority(title: "Data", domain: 1)
    priority.sharing = .private
    try set(.priority(priority), "p")
    let proposed = try texts()
    let developed = ProfileText.Place(.developed, domain: 1)
    let potential = ProfileText.Place(.potential, domain: 1)
    #expect(proposed.entries(at: developed).map(\.id) == ["developed-1.2.1"])
    #expect(proposed.entries(at: potential).map(\.id) == ["priority-p"])
    #expect(try profile().passages[developed] == nil && profile().passages[potential] == nil)
    try set(.passagePlace(PassagePlace(isPrinted: true)), "priority-p")
    #expect(
      try profile().passages[potential]?.map(\.content)
        == [.suggested(.prioritized(id: "p", title: "Data"))]
    )
  }

  /// A wish to hear of ratification is no wish to ratify.
  @Test mutating func aPolicyChoiceIsNeverProposedAsPotential() throws {
    for question in edition.questions {
      let wish = WishToHear(question: question.number, sharing: .report)
      try set(.wish(wish), question.number.description)
      #expect((DevelopableQuestion(question) == nil) == question.isPolicyChoice)
    }
    let choices = edition.questions.count { $0.isPolicyChoice }
    #expect(choices > 0)
    let texts = try texts()
    var proposed = 0
    for domain in edition.domains {
      for entry in texts.entries(at: ProfileText.Place(.potential, domain: domain.number)) {
        guard case .wished(let question)? = entry.suggestion else { continue }
        proposed += 1
        #expect(edition[question.number]?.isPolicyChoice == false)
      }
    }
    #expect(proposed > 10)
  }

  @Test mutating func passagesAreMovedOnePlaceAtATimeAndKeepTheirOrder() throws {
    try establish("1.1.2", "1.2.1", "1.3.1")
    let place = ProfileText.Place(.text, domain: 1)
    func ids() throws -> [String] { try texts().entries(at: place).map(\.id) }
    #expect(try ids() == ["text-1.1", "text-1.2", "text-1.3"])
    for _ in 0..<30 {
      for (id, isEarlier) in [("text-1.3", true), ("text-1.3", true), ("text-1.3", false)] {
        let before = try ids()
        let entry = try #require(try texts().entry(id))
        let index = try #require(before.firstIndex(of: id))
        for (moved, to) in try texts().moving(entry, isEarlier: isEarlier) {
          try set(.passagePlace(to), moved)
        }
        var expected = before
        let target = index + (isEarlier ? -1 : 1)
        if expected.indices.contains(target) { expected.swapAt(index, target) }
        #expect(try ids() == expected)
      }
    }
  }

  @Test mutating func twoOfficialsWhoWriteAndMoveApartLoseNothing() throws {
    try establish("1.1.2", "1.2.1")
    var other = self
    try write("Written here.", at: "text-1.1")
    try other.set(.passagePlace(PassagePlace(isPrinted: false)), "text-1.1")
    try other.set(
      .passage(
        ProfilePassage(
          section: .text,
          domain: 1,
          text: TranslatedText("Added there.", language: .english),
        )
      ),
      "own-there",
    )
    session = try session.merged(with: other.session)
    let entry = try #require(try texts().entry("text-1.1"))
    #expect(entry.written?.text.original == "Written here." && !entry.isPrinted)
    #expect(try texts().entry("own-there")?.written?.text.original == "Added there.")
    #expect(session.conflicts().isEmpty)
  }
}
