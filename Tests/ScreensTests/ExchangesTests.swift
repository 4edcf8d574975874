import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct ExchangesTests {
  /// Morocco offers to tell of 1.1.1, Iraq wishes to hear of it.
  private func session(offer: String = "3", wish: String = "3") throws -> Session {
    var morocco = try AppDriver.cairo()
    morocco.press(.enter)
    morocco.type("o\(offer)")
    var iraq = try AppDriver.cairo(delegation: .iraq)
    iraq.happens(.others(morocco.app.session.history))
    iraq.press(.enter)
    iraq.type("w\(wish)")
    return iraq.app.session
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
    #expect(room.rows.contains { $0.contains("Morocco shares · Iraq listens") })
    room.press(.enter)
    #expect(room.rows.contains { $0.contains("waits for Morocco and Iraq") })
    var session = room.app.session
    for code in [DelegationCode.morocco, .iraq] {
      var table = try driver(session, code)
      table.type("E")
      table.press(.enter, .enter)
      session = table.app.session
    }
    let view = SharedView(of: session, for: .room, in: room.app.context.questionnaire)
    #expect(view.exchanges.map(\.tells) == [.morocco])
    #expect(view.exchanges.map(\.hears) == [[.iraq]])
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
    #expect(room.rows.contains { $0.contains("Morocco shares · somebody listens") })
    let view =
      "\(SharedView(of: room.app.session, for: .room, in: room.app.context.questionnaire).exchanges)"
    #expect(!view.contains("IRQ"))
  }

  /// The exchange of Morocco and Iraq, accepted by both, open at Morocco's table.
  private func agreed() throws -> AppDriver {
    var room = try driver(session())
    room.press(.end, .enter)
    room.type("E")
    room.press(.enter)
    var session = room.app.session
    for code in [DelegationCode.iraq, .morocco] {
      var table = try driver(session, code)
      table.type("E")
      table.press(.enter, .enter)
      session = table.app.session
    }
    var table = try driver(session, .morocco)
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
