import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// A session that is kept on several machines, brought together from the screen.
@Suite struct TogetherTests {
  private func driver(
    language: Language = .english,
    delegation: DelegationCode? = .havenia,
    isObserver: Bool = false,
    isFacilitator: Bool = false,
    rhythms: [Publisher: TogetherRhythm]? = [:],
    session: Session = .sample,
  ) throws -> AppDriver {
    try AppDriver(
      session,
      of: .everyKind,
      language: language,
      delegation: delegation,
      isObserver: isObserver,
      isFacilitator: isFacilitator,
      rhythms: rhythms,
    )
  }

  private func publisher(_ code: DelegationCode?) throws -> Publisher {
    try #require(Session.sample.publisher(as: code))
  }

  private func words(_ language: Language = .english) throws -> Words {
    Words(try Words.catalogue(language), about: .state, digits: .western)
  }

  @Test(arguments: [Language.arabic, .english, .french])
  func isOfferedOnceThereIsARemoteAndDoneByEnter(language: Language) throws {
    var driver = try driver(language: language)
    driver.press(Key.character("Z"))
    #expect(driver.effects == [.errand(.lookForRemote)])
    driver.happens(.remoteFound("origin"))
    let words = try words(language)
    let screen = driver.rows.joined(separator: "\n")
    #expect(screen.contains("origin") && screen.contains("git") == false, "\(screen)")
    #expect(driver.app.overlay != nil)
    driver.press(.enter)
    #expect(driver.effects.last == .bringTogether(try publisher(.havenia)))
    #expect(driver.app.overlay == nil)
    #expect(driver.app.foot.standing.contains(words(.togetherGoesOn)))
    // It goes on, and is not begun twice.
    let count = driver.effects.count
    driver.press(Key.character("Z"))
    #expect(driver.effects.count == count)
    #expect(driver.app.notice == words(.togetherUnderWay))
    driver.happens(.broughtTogether("up to date", waiting: 0, wasAsked: true))
    #expect(driver.app.notice == "up to date")
    #expect(!driver.app.foot.standing.contains(words(.togetherGoesOn)))
  }

  @Test func whyItCannotBeDoneIsSaidInOneLine() throws {
    var driver = try driver()
    driver.press(Key.character("Z"))
    driver.happens(.told("no remote"))
    #expect(driver.app.overlay == nil && driver.app.notice == "no remote")
  }

  @Test func whoHasGoneOnToSomethingElseIsNotDisturbed() throws {
    var driver = try driver()
    driver.press(Key.character("Z"))
    driver.press(Key.character("?"))
    let before = driver.rows
    driver.happens(.remoteFound("origin"))
    #expect(driver.rows == before)
  }

  @Test func everySeatPublishesAsItselfAndWhoOnlyLooksOnNotAtAll() throws {
    #expect(try driver().app.context.publisher == publisher(.havenia))
    let room = try driver(delegation: nil, isFacilitator: true)
    #expect(try room.app.context.publisher == publisher(nil))
    #expect(try driver(delegation: nil, isObserver: true).app.context.publisher == nil)
    // Where nobody sits yet it is for nobody, and a seat far away has no such action.
    var nobody = try driver(delegation: nil)
    nobody.press(Key.character("Z"))
    #expect(nobody.effects == [] && nobody.app.notice == "Choose a delegation first.")
    var far = try driver(rhythms: nil)
    far.press(Key.character("Z"))
    #expect(far.effects == [])
    far.press(Key.character("?"))
    #expect(!far.app.helpFlow(width: 78).texts.contains { $0.text.contains("(git)") })
    far.press(Key(.escape), Key.character(":"))
    far.type("git")
    #expect(!far.rows.contains { $0.contains("(git)") })
  }

  @Test func nobodyPublishesFromAnothersFileOrWhileWritingForADelegation() throws {
    let own = try Session.sample.extract(
      of: .havenia,
      at: Timestamp(milliseconds: 0),
      fingerprint: "",
    )
    #expect(try own.publisher(as: nil) == publisher(.havenia))
    #expect(own.publisher(as: .dorania) == nil)
    #expect(SeatedSession(own, seat: .facilitator).publisher == nil)
    #expect(SeatedSession(own, seat: .delegation(.dorania)).publisher == nil)
    for seat in [Seat.nobodyYet, .observer] {
      #expect(SeatedSession(.sample, seat: seat).publisher == nil)
    }
  }

  @Test func howOftenByItselfIsChosenRememberedAndTakenBack() throws {
    var driver = try driver()
    let havenia = try publisher(.havenia)
    #expect(driver.app.standingOrder == nil)
    driver.press(Key.character("Z"))
    driver.happens(.remoteFound("origin"))
    #expect(!driver.rows.contains { $0.contains("No longer automatically") })
    driver.press(Key.character("2"))
    #expect(
      driver.effects.suffix(2) == [
        .rememberRhythm(havenia, .everyFiveMinutes), .bringTogether(havenia),
      ]
    )
    #expect(driver.app.standingOrder == StandingOrder(havenia, .everyFiveMinutes))
    driver.happens(.broughtTogether("up to date", waiting: 0, wasAsked: true))
    driver.press(Key.character("Z"))
    driver.happens(.remoteFound("origin"))
    let screen = driver.rows.joined(separator: "\n")
    #expect(screen.contains("At present it is done automatically, every 5 minutes."), "\(screen)")
    driver.press(Key.character("4"))
    #expect(driver.effects.last == .rememberRhythm(havenia, nil))
    #expect(driver.app.standingOrder == nil)
    // As it was chosen the last time; for who chose it and nobody else.
    let again = try self.driver(rhythms: [havenia: .everyThirtyMinutes])
    #expect(again.app.standingOrder == StandingOrder(havenia, .everyThirtyMinutes))
    let other = try self.driver(delegation: .dorania, rhythms: [havenia: .everyThirtyMinutes])
    #expect(other.app.standingOrder == nil)
  }

  @Test func whatCameInWithADisagreementLeadsToThePageOfConflicts() throws {
    var base = Session.sample
    try base.fulfil(.answer(.step(.absent)), on: "1.1.1")
    var (office, home) = (base, base)
    try office.fulfil(.answer(.step(.partial)), on: "1.1.1", id: "office")
    try home.fulfil(.answer(.step(.established)), on: "1.1.1", id: "home")
    var driver = try driver(session: office)
    driver.happens(.broughtTogether("taken in: Havenia 1", waiting: 1, wasAsked: false))
    driver.happens(.reloaded(try office.merged(with: home)))
    let notice = try #require(driver.app.notice)
    #expect(notice.hasPrefix("taken in: Havenia 1") && notice.hasSuffix("press d"), "\(notice)")
    driver.press(Key.character("d"))
    #expect(driver.rows.joined(separator: "\n").contains("Waiting for a decision"))
  }
}
