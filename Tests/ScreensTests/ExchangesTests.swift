import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct ExchangesTests {
  /// Havenia offers to tell of 1.1.1, Dorania wishes to hear of it.
  private func session(offer: String = "3", wish: String = "3") throws -> Session {
    var havenia = try AppDriver.cairo()
    havenia.press(.enter)
    havenia.type("o\(offer)")
    var dorania = try AppDriver.cairo(delegation: .dorania)
    dorania.happens(.others(havenia.app.session.history))
    dorania.press(.enter)
    dorania.type("w\(wish)")
    return dorania.app.session
  }

  private func driver(
    _ session: Session,
    _ code: DelegationCode? = nil,
  ) throws -> AppDriver {
    let cairo = try AppDriver.cairo()
    return try AppDriver(session, of: cairo.app.context.questionnaire, delegation: code)
  }

  @Test func anOfferAndAWishBecomeAnExchangeWhenBothAccept() throws {
    var room = try driver(session())
    room.press(.end, .enter)
    room.type("E")
    #expect(room.rows.contains { $0.contains("Havenia shares · Dorania listens") })
    room.press(.enter)
    #expect(room.rows.contains { $0.contains("waits for Havenia and Dorania") })
    var session = room.app.session
    for code in [DelegationCode.havenia, .dorania] {
      var table = try driver(session, code)
      table.type("E")
      table.press(.enter, .enter)
      session = table.app.session
    }
    let view = SharedView(of: session, for: .room, in: room.app.context.questionnaire)
    #expect(view.exchanges.map(\.tells) == [.havenia])
    #expect(view.exchanges.map(\.hears) == [[.dorania]])
  }

  @Test func nobodyAcceptsForAnother() throws {
    var room = try driver(session())
    room.press(.end, .enter)
    room.type("E")
    room.press(.enter, .enter, .enter)
    #expect(room.app.notice == "This exchange is between other delegations.")
  }

  @Test(arguments: [("1", "3"), ("2", "3"), ("3", "1"), ("3", "2")])
  func whatIsNotSharedIsProposedToNobody(offer: String, wish: String) throws {
    var room = try driver(session(offer: offer, wish: wish))
    room.press(.end, .enter)
    room.type("E")
    #expect(room.rows.contains { $0.contains("Nothing is offered and wished for") })
  }

  @Test func anAnonymousWishShowsNoName() throws {
    var room = try driver(session(wish: "4"))
    room.press(.end, .enter)
    room.type("E")
    #expect(room.rows.contains { $0.contains("Havenia shares · somebody listens") })
    let view =
      "\(SharedView(of: room.app.session, for: .room, in: room.app.context.questionnaire).exchanges)"
    #expect(!view.contains("QND"))
  }

  /// The exchange of Havenia and Dorania, accepted by both, open at Havenia's table.
  private func agreed() throws -> AppDriver {
    var room = try driver(session())
    room.press(.end, .enter)
    room.type("E")
    room.press(.enter)
    var session = room.app.session
    for code in [DelegationCode.dorania, .havenia] {
      var table = try driver(session, code)
      table.type("E")
      table.press(.enter, .enter)
      session = table.app.session
    }
    var table = try driver(session, .havenia)
    table.type("E")
    table.press(.enter)
    return table
  }

  @Test func anAgreedExchangeIsPutOnTheAgendaAndTakenOffIt() throws {
    var table = try agreed()
    let agenda = table.app.session.workshop.agenda
    table.press(.down, .enter)
    table.type("3")
    var exchange = try #require(ExchangesPage().items(in: table.app.context).first?.exchange)
    #expect(exchange.isAgreed && exchange.item == agenda[1].id)
    table.press(.escape)
    let title = table.app.words.line(of: agenda[1])
    #expect(table.rows.contains { $0.contains("\(title.prefix(30))") })
    table.press(.enter, .down, .enter)
    table.type("1")
    exchange = try #require(ExchangesPage().items(in: table.app.context).first?.exchange)
    #expect(exchange.item == nil)
  }

  @Test func whatWasSaidAndTakenHomeIsWrittenDown() throws {
    var table = try agreed()
    table.press(.end, .up, .enter)
    table.type("How it was paid for")
    table.press(.enter, .end, .enter)
    table.type("One window in each city")
    table.press(.enter)
    let exchange = try #require(ExchangesPage().items(in: table.app.context).first?.exchange)
    #expect(exchange.said == "How it was paid for")
    #expect(exchange.takenHome == "One window in each city")
  }
}
