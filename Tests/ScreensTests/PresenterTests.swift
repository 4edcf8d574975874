import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct PresenterTests {
  private func presenter(
    of session: Session,
    language: Language,
    width: Int = 80,
    height: Int = 24,
  ) throws -> Presenter {
    let driver = try AppDriver.cairo(language: language)
    var presenter = Presenter(
      setting: driver.app.setting,
      shared: SharedView(of: session, for: .room, in: driver.app.context.questionnaire),
      language: language,
      width: width,
      height: height,
    )
    presenter.tick(Timestamp(milliseconds: 1_686_825_727_000))
    return presenter
  }

  /// The Cairo workshop with a question before the room, one speaking, and a secret that is shared
  /// as said.
  private func session(_ sharing: Sharing) throws -> Session {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    driver.type("g5nss")
    for _ in 0..<7 { driver.press(.down) }
    driver.happens(.others([.consent(of: .havenia)]))
    driver.type("sw")
    driver.press(.enter)
    driver.type("2cSECRET")
    driver.press(.control("s"))
    driver.happens(.others([.sharing(sharing, by: .havenia, on: .sample("1.1.1"))]))
    return driver.app.session
  }

  @Test(arguments: Language.allCases)
  func isAsItWasReadByEye(language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      let presenter = try presenter(
        of: session(.room),
        language: language,
        width: width,
        height: height,
      )
      try Golden.expect(
        presenter.view().rows.joined(separator: "\n"),
        "presenter-\(language.rawValue)-\(width)x\(height)",
      )
    }
  }

  @Test(arguments: Language.allCases)
  func showsNothingThatIsNotShared(language: Language) throws {
    let presenter = try presenter(of: session(.private), language: language)
    #expect(!"\(presenter)".contains("SECRET"))
    let title = presenter.words(.presenterShared)
    #expect(!presenter.view().rows.contains { $0.contains(title) })
  }

  /// The pioneers' item runs, and so many cards are there, on as many questions, and an offer.
  private func experience(_ sharing: Sharing, count: Int = 14) throws -> Session {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    var session = driver.app.session
    let item = try #require(session.workshop.agenda.first { $0.kind == .experience })
    func set(_ record: Record, _ key: RecordKey, _ code: DelegationCode?) throws {
      let change = try session.change(
        setting: key,
        to: record,
        of: code,
        stamp: session.nextStamp(),
      )
      if let change { session.apply(change) }
    }
    let began = Timestamp(milliseconds: 1_686_825_427_000)
    try set(.room(RoomState().beginning(item, at: began)), .room, nil)
    let numbers = driver.app.context.questionnaire.questions.map(\.number)
    for index in 0..<count {
      let code = session.order[index % session.order.count]
      if index == 0 {
        let offer = Offer(question: numbers[index], sharing: sharing)
        try set(.offer(offer), RecordKey(.offer, numbers[index].description), code)
      }
      var card = ExperienceCard(
        question: numbers[index],
        title: index.isMultiple(of: 2) ? "بطاقة صحية للجميع" : "Guichet unique",
      )
      card.sharing = sharing
      card.contact = "SECRET"
      try set(.card(card), RecordKey(.card, "\(index)"), code)
    }
    return session
  }

  @Test(arguments: Language.allCases)
  func showsWhatIsSharedOfExperienceAsItWasReadByEye(language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      let presenter = try presenter(
        of: experience(.room),
        language: language,
        width: width,
        height: height,
      )
      try Golden.expect(
        presenter.view().rows.joined(separator: "\n"),
        "presenter-experience-\(language.rawValue)-\(width)x\(height)",
      )
    }
  }

  @Test func saysThatThereIsMoreOnlyWhereThereIs() throws {
    for (count, isMore) in [(1, false), (14, true)] {
      let presenter = try presenter(of: experience(.room, count: count), language: .english)
      let more = presenter.words(.cardPresenterMore)
      #expect(presenter.view().rows.contains { $0.contains(more) } == isMore, "\(count)")
    }
  }

  @Test(arguments: [(60, 16), (80, 24)])
  func leavesRoomForCardsBesideManyExchanges(width: Int, height: Int) throws {
    var session = try experience(.room)
    let codes = session.order
    for (index, code) in codes.enumerated() {
      let hears = codes[(index + 1) % codes.count]
      var exchange = Exchange(question: .sample("1.1.1"), tells: code, hears: [hears])
      exchange.acceptedBy = [code, hears]
      let change = try session.change(
        setting: RecordKey(.exchange, "\(index)"),
        to: .exchange(exchange),
        stamp: session.nextStamp(),
      )
      if let change { session.apply(change) }
    }
    let presenter = try presenter(
      of: session,
      language: .english,
      width: width,
      height: height,
    )
    let rows = presenter.view().rows
    #expect(rows.contains { $0.contains("Amberia shares · Boralia listens") }, "\(rows)")
    #expect(rows.contains { $0.contains(presenter.words(.cardPresenterMore)) }, "\(rows)")
    #expect(rows.contains { $0.contains(presenter.words(.cardSharedTitle)) }, "\(rows)")
    try Golden.expect(
      rows.joined(separator: "\n"),
      "presenter-exchanges-and-cards-\(width)x\(height)",
    )
  }

  @Test func showsNoExperienceThatIsNotShared() throws {
    let presenter = try presenter(of: experience(.private), language: .english)
    #expect(!"\(presenter)".contains("Guichet") && !"\(presenter)".contains("SECRET"))
  }

  @Test func leavesByTheKeyForBack() throws {
    var presenter = try presenter(of: .sample, language: .english)
    #expect(presenter.update(.key(.character("x"))) == [])
    #expect(presenter.update(.key(.character("q"))) == [.leave])
  }
}
