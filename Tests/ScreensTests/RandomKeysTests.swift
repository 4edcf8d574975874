import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// A child at the keyboard: whatever is pressed, the screen is drawn and the session is sound.
@Suite struct RandomKeysTests {
  private static let typed: [Character] = Array(
    "123456789abcdefghijklmnopqrstuvwxyzACENSOPRTZ /:?q \u{0636}\u{0635}\u{062B}٣٢١سلامé\u{301}😀+-+-"
  )
  private static let codes: [Key.Code] = [
    .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
    .home, .end, .pageUp, .pageDown, .function(1), .function(2), .function(10),
  ]

  private func event(_ generator: inout SeededGenerator) -> TerminalEvent {
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    switch below(100) {
    case 0..<50: return .key(.character(Self.typed[below(Self.typed.count)]))
    case 50..<85: return .key(Key(Self.codes[below(Self.codes.count)]))
    case 85..<90:
      return .key(.control(["s", "r", "p", "l", "a", "x", "y", "v", "u"][below(9)]))
    case 90..<94:
      return .resized(width: 1 + below(200), height: 1 + below(60))
    case 94..<96: return .resized(width: 80, height: 24)
    case 96:
      return .paste("سطر\nline\u{1B}[2J\u{202E}\t" + String(repeating: "x", count: below(50)))
    default:
      let kinds: [MouseEvent.Act] = [.click, .wheelUp, .wheelDown]
      return .mouse(MouseEvent(kinds[below(3)], row: below(60), column: below(200)))
    }
  }

  @Test func neverBreaksTheScreenOrTheSession() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let count = LongRuns.count(3000, long: 1_000_000)
    let sittings = LongRuns.count(1, long: 50)
    print("random keys: seed \(seed)")
    var (changes, left) = (0, 0)
    for _ in 0..<sittings {
      var driver = try AppDriver.cairo(language: .arabic, rhythms: [:])
      let start = driver.app.session
      var layouts = LayoutCache(limit: LayoutCache.Limit(layouts: 60, bytes: 100_000))
      for number in 0..<count / sittings {
        let before = driver.effects.count
        driver.happens(.terminal(event(&generator)))
        left += answer(from: before, &driver)
        let canvas = driver.app.view(keeping: &layouts)
        if number.isMultiple(of: 10) {
          let isSame = canvas == driver.app.view()
          #expect(isSame, "what was laid out before changes nothing: seed \(seed)")
        }
        if number.isMultiple(of: 50) { goSomewhere(number / 50, &driver) }
      }
      changes += check(driver, after: start, seed: seed)
    }
    print("random keys: \(count) events, \(changes) changes, left \(left) times")
    #expect(changes > count / 200)
  }

  /// Does what the front end asked for last, as the world outside does.
  ///
  /// - Returns: how often it asked to leave.
  private func answer(from first: Int, _ driver: inout AppDriver) -> Int {
    var left = 0
    for effect in driver.effects[first...] {
      switch effect {
      case .leave, .leaveWithoutUnkept, .moveToNextEdition: left += 1
      case .errand(.report(let report, _)):
        driver.happens(.report(report, (0..<100).map { "\($0) تقرير report" }))
      case .errand(.writeReport(_, let file)): driver.happens(.reportWritten(file))
      case .fingerprint: driver.happens(.fingerprint("00"))
      case .keep, .remember, .readWords, .readGlossary, .redraw, .suspend, .tryAgain,
        .rememberRhythm, .errand(.previewNextEdition), .errand(.lookAtSeats), .errand(.closeSeat):
        break
      case .errand(.lookForRemote): driver.happens(.remoteFound("origin"))
      case .bringTogether:
        driver.happens(.broughtTogether("وصل report", waiting: 1, wasAsked: true))
      }
    }
    return left
  }

  /// Back to a question, where most can be done, or to the room, whose row is the last.
  private func goSomewhere(_ number: Int, _ driver: inout AppDriver) {
    driver.happens(.terminal(.resized(width: 100, height: 30)))
    driver.press(.escape, .escape, .escape)
    if number.isMultiple(of: 4) {
      driver.press(.end, .enter)
    } else {
      driver.type("1/1.\(1 + number % 6).1")
      driver.press(.enter)
    }
  }

  /// Whether what was kept makes the session that is shown, and that is sound.
  ///
  /// - Returns: how many changes were kept.
  private func check(_ driver: AppDriver, after start: Session, seed: UInt64) -> Int {
    var replayed = start
    var changes = 0
    for case .keep(let change) in driver.effects {
      replayed.apply(change)
      changes += 1
    }
    let isSame = replayed == driver.app.session
    #expect(isSame, "seed \(seed)")
    #expect(
      driver.app.session.faults(in: driver.app.context.questionnaire) == [],
      "seed \(seed)",
    )
    return changes
  }
}
