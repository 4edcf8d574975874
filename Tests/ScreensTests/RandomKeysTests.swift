import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// A child at the keyboard: whatever is pressed, the screen is drawn and the session is sound.
@Suite struct RandomKeysTests {
  private static let typed: [Character] = Array(
    "123456789abcdefghijklmnopqrstuvwxyzACENSOPRT /:?q \u{0636}\u{0635}\u{062B}٣٢١سلامé\u{301}😀+-+-"
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
      var sitting = try Sitting.cairo(language: .arabic)
      let start = sitting.app.session
      var layouts = LayoutCache(limit: LayoutCache.Limit(layouts: 60, bytes: 100_000))
      for number in 0..<count / sittings {
        let before = sitting.effects.count
        sitting.happens(.terminal(event(&generator)))
        left += answer(from: before, &sitting)
        let canvas = sitting.app.view(keeping: &layouts)
        if number.isMultiple(of: 10) {
          let isSame = canvas == sitting.app.view()
          #expect(isSame, "what was laid out before changes nothing: seed \(seed)")
        }
        if number.isMultiple(of: 50) { goSomewhere(number / 50, &sitting) }
      }
      changes += check(sitting, after: start, seed: seed)
    }
    print("random keys: \(count) events, \(changes) changes, left \(left) times")
    #expect(changes > count / 200)
  }

  /// Does what the front end asked for last, as the world outside does.
  ///
  /// - Returns: how often it asked to leave.
  private func answer(from first: Int, _ sitting: inout Sitting) -> Int {
    var left = 0
    for effect in sitting.effects[first...] {
      switch effect {
      case .leave, .leaveWithoutUnkept: left += 1
      case .report(let report, _):
        sitting.happens(.report(report, (0..<100).map { "\($0) تقرير report" }))
      case .writeReport(_, let file): sitting.happens(.reportWritten(file))
      case .fingerprint: sitting.happens(.fingerprint("00"))
      case .keep, .remember, .readWords, .redraw, .suspend, .tryAgain: break
      }
    }
    return left
  }

  /// Back to a question, where most can be done, or to the room, whose row is the last.
  private func goSomewhere(_ number: Int, _ sitting: inout Sitting) {
    sitting.happens(.terminal(.resized(width: 100, height: 30)))
    sitting.press(.escape, .escape, .escape)
    if number.isMultiple(of: 4) {
      sitting.press(.end, .enter)
    } else {
      sitting.type("1/1.\(1 + number % 6).1")
      sitting.press(.enter)
    }
  }

  /// Whether what was kept makes the session that is shown, and that is sound.
  ///
  /// - Returns: how many changes were kept.
  private func check(_ sitting: Sitting, after start: Session, seed: UInt64) -> Int {
    var replayed = start
    var changes = 0
    for case .keep(let change) in sitting.effects {
      replayed.apply(change)
      changes += 1
    }
    let isSame = replayed == sitting.app.session
    #expect(isSame, "seed \(seed)")
    #expect(
      sitting.app.session.faults(in: sitting.app.context.questionnaire) == [],
      "seed \(seed)",
    )
    return changes
  }
}
