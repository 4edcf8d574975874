import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// The facilitator writes for a delegation at its wish: two terminals that share what is changed.
@Suite struct ConsentOnScreensTests {
  /// The table of Havenia, and the room with Havenia chosen.
  private func sides(height: Int = 24) throws -> (table: AppDriver, room: AppDriver) {
    let cairo = try AppDriver.cairo().app
    let table = try AppDriver(
      cairo.session,
      of: cairo.context.questionnaire,
      height: height,
      isSeatFixed: true,
      author: "amina",
    )
    var room = try AppDriver(
      cairo.session,
      of: cairo.context.questionnaire,
      delegation: nil,
      height: height,
      author: "facilitator",
    )
    room.press(.end, .enter)
    for _ in 0..<7 { room.press(.down) }
    return (table, room)
  }

  /// What one side changed is on the other's screen, as after its keeper has seen it.
  private func share(_ from: AppDriver, _ to: inout AppDriver, after count: Int = 0) {
    let changes = from.effects.dropFirst(count).compactMap { effect -> Change? in
      if case .keep(let change) = effect { change } else { nil }
    }
    to.happens(.others(changes))
  }

  @Test func withoutItTheRoomSaysHowItIsGivenAndNoDigitChangesAnything() throws {
    var (_, room) = try sides()
    let before = room.app.session
    room.type("w")
    #expect(room.app.context.delegation == nil)
    #expect(room.rows.contains { $0.contains("at its own terminal with F") })
    room.type("123456789")
    #expect(room.app.session == before)
  }

  @Test func isInSightOfBothSidesAndTakenBackByOneKey() throws {
    var (table, room) = try sides()
    table.type("F2")
    #expect(table.rows[0].contains("The facilitator writes for you until 11:42 · F takes it back"))
    share(table, &room)
    #expect(room.rows.contains { $0.contains("You may write (w) for: Havenia") })
    room.type("w")
    #expect(room.rows[0].contains("Writing for Havenia, at its wish, until 11:42"))
    room.press(.enter)
    room.type("2")
    #expect(room.rows[0].contains("Writing for Havenia"))
    #expect(room.app.session.history.last?.stamp.role == .onBehalf)
    let kept = table.effects.count
    share(room, &table)
    #expect(table.answer("1.1.1").value == .step(.partial))
    table.type("F")
    #expect(!table.rows[0].contains("writes for you"))
    share(table, &room, after: kept)
    #expect(room.app.context.delegation == nil)
    #expect(room.rows.contains { $0.contains("The consent of Havenia has ended") })
    let before = room.app.session
    room.type("3 c1")
    #expect(room.app.session == before)
    room.press(.enter)
    room.type("w")
    #expect(room.app.context.delegation == nil)
  }

  @Test func whatWasBeingWrittenWaitsUnseenForANewConsent() throws {
    var (_, room) = try sides()
    room.happens(.others([.consent(of: .havenia)]))
    room.type("w")
    room.press(.enter)
    room.type("cHalf a text")
    room.happens(.others([.consentTakenBack(by: .havenia)]))
    #expect(!room.rows.contains { $0.contains("Half a text") })
    #expect(room.rows.contains { $0.contains("your text waits here") })
    // Who types on does nothing in the room.
    let before = room.app.session
    room.type(" s more g m")
    #expect(room.app.session == before)
    room.press(.enter)
    #expect(!room.rows.contains { $0.contains("Half a text") })
    room.happens(.others([.consent(of: .havenia, id: "again", after: 2000)]))
    room.type("w")
    #expect(room.rows.contains { $0.contains("Half a text") })
    room.press(.control("s"))
    #expect(room.answer("1.1.1").note?.original == "Half a text")
  }

  @Test func endsByTheClock() throws {
    var (_, room) = try sides()
    room.happens(.others([.consent(of: .havenia, lasting: 1100)]))
    room.type("w")
    #expect(room.app.context.delegation != nil)
    #expect(room.app.hasClock)
    for _ in 0..<100 { room.happens(.tick) }
    #expect(room.app.context.delegation == nil)
    guard case .room = room.app.page else {
      Issue.record("\(room.app.page)")
      return
    }
  }

  @Test func theFacilitatorTakesNoOwnReportAlong() throws {
    var (_, room) = try sides()
    room.happens(.others([.consent(of: .havenia)]))
    room.type("wR")
    #expect(!room.rows.contains { $0.contains("profile") })
  }

  @Test func isSaidInThePlainDialogueToo() throws {
    var (_, room) = try sides()
    room.happens(.others([.consent(of: .havenia)]))
    room.type("w")
    #expect(PlainDialogue(room.app).lines.contains("Writing for Havenia, at its wish, until 11:42"))
  }

  @Test func anObserverSeesTheRoomAndNoTable() throws {
    let cairo = try AppDriver.cairo().app
    var observer = try AppDriver(
      cairo.session,
      of: cairo.context.questionnaire,
      delegation: nil,
      isReadOnly: true,
      isObserver: true,
    )
    #expect(observer.rows.contains { $0.contains("Havenia") })
    observer.happens(.others([.consent(of: cairo.session.order[0])]))
    observer.type("w")
    #expect(observer.app.context.delegation == nil)
    #expect(observer.rows.contains { $0.contains("This terminal looks on") })
    observer.type("q")
    #expect(observer.effects.contains(.leave))
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 40)])
  func theLineIsThereOnEveryPage(width: Int, height: Int) throws {
    var (_, room) = try sides()
    room.resize(width: width, height: height)
    room.happens(.others([.consent(of: .havenia)]))
    room.type("w")
    room.press(.enter)
    for keys in ["", "p", "e", "y", "m", "?", "T", "E", "O", "d", ":"] {
      var page = room
      page.type(keys)
      #expect(page.rows[0].contains("Writing for Havenia, at its wish"), "\(keys)")
    }
  }
}
