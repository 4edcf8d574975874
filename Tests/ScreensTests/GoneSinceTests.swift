import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// Who had the session open and is gone, as the others see it.
@Suite struct GoneSinceTests {
  private static let begin: Int64 = 1_686_825_727_000

  private func later(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: Self.begin + milliseconds)
  }

  private func presence(
    _ name: String,
    of code: DelegationCode? = .havenia,
    at question: String? = "1.1.1",
    terminal: String? = "QNG-1",
    role: Change.Role = .delegate,
  ) -> Presence {
    Presence(
      by: name,
      role: role,
      terminal: terminal,
      delegation: code,
      question: question.map { .sample($0) },
      at: later(0),
    )
  }

  private func room(_ language: Language = .english) throws -> AppDriver {
    var driver = try AppDriver.cairo(language: language, delegation: nil)
    driver.press(.end, .enter)
    return driver
  }

  private func row(of name: String, _ driver: AppDriver) throws -> String {
    try #require(driver.rows.first { $0.contains(name) })
  }

  @Test func theRoomSeesSinceWhenADelegationIsGoneUntilItIsBack() throws {
    var driver = try room()
    driver.type("g1")
    driver.happens(.present([presence("Nadia")]), at: later(0))
    #expect(try row(of: "Havenia", driver).hasSuffix("at 1.1.1"))
    driver.happens(.present([]), at: later(60_000))
    // For a moment it is as if nobody had gone, and the screen waits for the moment to pass.
    driver.happens(.tick, at: later(64_900))
    #expect(try row(of: "Havenia", driver).hasSuffix("at 1.1.1"))
    driver.happens(.tick, at: later(65_000))
    #expect(try row(of: "Havenia", driver).hasSuffix("gone 10:43"))
    #expect(!driver.rows.contains { $0.contains("at 1.1.1") })
    driver.happens(.tick, at: later(3_600_000))
    #expect(try row(of: "Havenia", driver).hasSuffix("gone 10:43"))
    driver.resize(width: 140, height: 45)
    #expect(try row(of: "Havenia", driver).contains("gone since 10:43"))
    driver.resize(width: 80, height: 24)
    driver.happens(.present([presence("Nadia", at: "1.1.2")]), at: later(3_700_000))
    #expect(try row(of: "Havenia", driver).hasSuffix("at 1.1.2"))
  }

  @Test func nothingFlickersWhenACutLineIsBack() throws {
    var driver = try room()
    driver.happens(.present([presence("Nadia")]), at: later(0))
    driver.happens(.present([]), at: later(1000))
    // Who sits there has not said so again, and so is called as the delegation is.
    driver.happens(.present([presence("QNG")]), at: later(4000))
    for second in Int64(4)..<20 {
      driver.happens(.tick, at: later(second * 1000))
      #expect(try row(of: "Havenia", driver).hasSuffix("at 1.1.1"), "\(second)")
    }
    #expect(!driver.app.context.company.isWaiting(at: later(20_000)))
  }

  @Test func theScreenIsDrawnAnewWhenTheMomentHasPassed() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    #expect(!driver.app.hasClock)
    driver.happens(.present([presence("Nadia")]), at: later(0))
    #expect(!driver.app.hasClock)
    driver.happens(.present([]), at: later(1000))
    #expect(driver.app.hasClock)
    driver.happens(.tick, at: later(6000))
    #expect(!driver.app.hasClock)
    #expect(driver.rows.contains { $0.contains("Nadia: gone since 10:42") })
  }

  @Test func aDelegationSeesItOfItsOwnPeopleAtTheSameQuestionAlone() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    let others = [
      presence("Dora", of: .dorania, terminal: "QND-1"),
      presence("Omar", at: "1.1.2", terminal: "QNG-2"),
      presence("facilitator-1", of: nil, at: nil, terminal: "facilitator-1", role: .facilitator),
    ]
    driver.happens(.present(others + [presence("Nadia")]), at: later(0))
    #expect(driver.rows.contains { $0.contains("also here: Nadia") })
    driver.happens(.present([]), at: later(1000))
    driver.happens(.tick, at: later(9000))
    let rows = driver.rows.joined(separator: "\n")
    #expect(rows.contains("Nadia: gone since 10:42"))
    #expect(!rows.contains("also here"))
    for name in ["Dora", "Omar", "facilitator"] { #expect(!rows.contains(name), "\(name)") }
    driver.type("n")
    #expect(driver.rows.contains { $0.contains("Omar: gone since 10:42") })
    #expect(!driver.rows.contains { $0.contains("Nadia") })
  }

  @Test func aDelegationIsNotGoneWhileSomebodyOfItIsThere() throws {
    var driver = try room()
    let two = [presence("Nadia"), presence("Omar", at: "1.1.2", terminal: "QNG-2")]
    driver.happens(.present(two), at: later(0))
    driver.happens(.present([two[1]]), at: later(1000))
    driver.happens(.tick, at: later(9000))
    #expect(try row(of: "Havenia", driver).hasSuffix("at 1.1.2"))
    driver.happens(.present([]), at: later(120_000))
    driver.happens(.tick, at: later(129_000))
    #expect(try row(of: "Havenia", driver).hasSuffix("gone 10:44"))
  }

  @Test func whoGoesElsewhereOrIsCalledOtherwiseIsNotGone() throws {
    var driver = try room()
    let assisting = presence("f", terminal: "pts/1", role: .onBehalf)
    let named = presence("QNG", at: "1.1.2")
    driver.happens(.present([assisting, named]), at: later(0))
    let after = [
      presence("f", of: nil, at: nil, terminal: "pts/1", role: .facilitator),
      presence("Nadia", at: "1.1.2"),
    ]
    driver.happens(.present(after), at: later(1000))
    #expect(!driver.app.context.company.isWaiting(at: later(1000)))
    // Nor is a delegation gone for whom a facilitator wrote.
    driver.happens(.present([]), at: later(2000))
    let writing = presence("g", of: .dorania, terminal: "pts/9", role: .onBehalf)
    driver.happens(.present([writing]), at: later(3000))
    driver.happens(.present([]), at: later(4000))
    driver.happens(.tick, at: later(20_000))
    #expect(try row(of: "Havenia", driver).hasSuffix("gone 10:42"))
    #expect(try !row(of: "Dorania", driver).contains("gone"))
  }

  @Test(arguments: Language.allCases)
  func isAsItWasReadByEye(language: Language) throws {
    for (width, height) in [(80, 24), (140, 45), (60, 16)] {
      var driver = try room(language)
      driver.resize(width: width, height: height)
      var others = [presence("Nadia")]
      others.append(presence("Dora", of: .dorania, at: "6.4.5", terminal: "QND-1"))
      driver.happens(.present(others), at: later(0))
      driver.happens(.present([others[1]]), at: later(1000))
      driver.happens(.tick, at: later(9000))
      let name = "\(language.rawValue)-\(width)x\(height)"
      if height > 16 { try Golden.expect(driver.picture, "room-gone-\(name)") }
      var layouts = LayoutCache()
      let words = driver.app.words
      let columns = RoomColumns(width: driver.app.context.bodyArea.width)
      let text = words(.roomGone(time: .own("10:42")))
      #expect(layouts.width(of: text) <= columns.last.width, "\(text)")
      #expect(layouts.width(of: words(.roomGoneSince(time: .own("10:42")))) <= 16)
      guard height > 16 else { continue }
      var own = try AppDriver.cairo(language: language, width: width, height: height)
      own.press(.enter)
      own.happens(.present(others), at: later(0))
      own.happens(.present([]), at: later(1000))
      own.happens(.tick, at: later(9000))
      try Golden.expect(own.picture, "question-others-gone-\(name)")
    }
  }
}
