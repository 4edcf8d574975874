import BidiText
import Consultation
import Display
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Screens

/// Nobody sees what is not theirs: every delegation has a secret of its own in every private
/// field, and it is looked for wherever others look.
@Suite struct SecretsTests {
  private static func secret(of code: DelegationCode) -> String { SecretSession.secret(of: code) }

  /// The text of a screen without what arranges it: letters alone tell a secret.
  private func text(_ canvas: Canvas) -> String { canvas.rows.joined(separator: "\n") }

  @Test(arguments: Language.allCases)
  func theRoomShowsNoSecret(language: Language) throws {
    let (session, questionnaire) = try SecretSession.session()
    #expect("\(session)".contains("SECRET-"))
    var room = try AppDriver(
      session,
      of: questionnaire,
      language: language,
      delegation: nil,
      width: 120,
      height: 60,
    )
    room.press(.end, .enter)
    var screens = 0
    func look(_ driver: AppDriver) {
      let shown = text(driver.app.view())
      #expect(!shown.contains("SECRET"), "\(shown)")
      screens += 1
    }
    let keys = ["y", "p", "e", "d", "E", "T", "A", "C", "S", "S/2", "?"]
    // In each run every third at each key, and in another language those that this one leaves out.
    let step = LongRuns.count(3, long: 1)
    let first = (Language.allCases.firstIndex(of: language) ?? 0) % step
    var walked = 0
    for place in session.order.indices {
      look(room)
      var shared = room
      shared.press(.enter)
      look(shared)
      if place % step == first {
        for start in [room, shared] {
          for key in keys {
            var there = start
            there.type(key)
            look(there)
            there.press(.enter)
            look(there)
          }
        }
        walked += 1
      }
      room.press(.down)
    }
    #expect(walked >= session.order.count / step)
    #expect(screens == session.order.count * 2 + walked * 4 * keys.count)
  }

  @Test(arguments: Language.allCases)
  func thePresenterShowsNoSecretAtAnyItemAndQuestion(language: Language) throws {
    let (start, questionnaire) = try SecretSession.session()
    let setting = try AppDriver.cairo(language: language).app.setting
    var session = start
    for (number, item) in session.workshop.agenda.enumerated() {
      for question in [nil, QuestionNumber.sample("1.1.1"), .sample("3.1.1")] {
        var state = RoomState().beginning(item, at: Timestamp(milliseconds: 0))
        state.question = question
        let change = try session.change(
          setting: .room,
          to: .room(state),
          stamp: Change.Stamp(
            id: "room-\(number)-\(session.history.count)",
            at: Timestamp(milliseconds: 0),
            by: "f",
            role: .facilitator,
          ),
        )
        if let change { session.apply(change) }
        let presenter = Presenter(
          setting: setting,
          shared: SharedView(of: session, for: .room, in: questionnaire),
          language: language,
          width: 120,
          height: 60,
        )
        #expect(!text(presenter.view()).contains("SECRET"))
        // Nor anywhere in what it has, seen or not, which is the same in each language.
        if language == .arabic { #expect(!"\(presenter)".contains("SECRET")) }
      }
    }
  }

  @Test func anExtractHasNoSecretOfTheOthers() throws {
    let (session, _) = try SecretSession.session()
    for code in session.order {
      let extract = try session.extract(
        of: code,
        at: Timestamp(milliseconds: 0),
        fingerprint: "",
      )
      let text = "\(extract)"
      #expect(text.contains(Self.secret(of: code)))
      for other in session.order where other != code {
        #expect(!text.contains(Self.secret(of: other)))
      }
    }
  }

  @Test func whateverIsPressedAtOneTableShowsNothingOfAnother() throws {
    let (session, questionnaire) = try SecretSession.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("one table: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var table = try AppDriver(
      session,
      of: questionnaire,
      delegation: .dorania,
      width: 100,
      height: 30,
      isSeatFixed: true,
    )
    let keys: [Key] =
      Array("123nbNceshypdETACSmafkqtow/:?r").map { Key.character($0) }
      + [Key(.enter), Key(.escape), Key(.up), Key(.down), Key(.end), Key(.tab)]
    var own = 0
    for _ in 0..<LongRuns.count(1000, long: 100_000) {
      table.press(keys[Int.random(in: 0..<keys.count, using: &generator)])
      let shown = text(table.app.view())
      if shown.contains(Self.secret(of: .dorania)) { own += 1 }
      // Its own may be broken where a line ends.
      let others = session.order.filter { $0 != .dorania && shown.contains(Self.secret(of: $0)) }
      if !others.isEmpty {
        Issue.record("seed \(seed): of \(others)\n\(shown)")
        return
      }
    }
    #expect(own > 0)
  }

  // MARK: Every action of a facilitator and of an observer

  /// Whether a mark stands on a screen, in one row.
  private func shows(_ mark: String, _ canvas: Canvas) -> Bool {
    let wanted = Array(mark.unicodeScalars)
    var matched = 0
    for cell in canvas.cells where !cell.isContinuation {
      if cell.glyph.base == wanted[matched] {
        matched += 1
        if matched == wanted.count { return true }
      } else {
        matched = cell.glyph.base == wanted[0] ? 1 : 0
      }
    }
    return false
  }

  private static let typed = Array("123456789abcdefghijklmnopqrstuvwxyzACEFNOPRSTZ]/:?+- ")
    .map { Key.character($0) }
  private static let named: [Key] =
    [
      .enter, .enter, .escape, .up, .down, .down, .home, .end, .pageUp, .pageDown, .tab, .delete,
      .backspace, .function(1), .function(2), .function(10),
    ].map { Key($0) } + ["s", "r", "p"].map { Key.control($0) }

  private func key(_ keys: [Key], _ generator: inout SeededGenerator) -> Key {
    keys[Int.random(in: 0..<keys.count, using: &generator)]
  }

  /// Back in the room, where somebody has left it: who sits down as a delegation is none of this.
  private func stayInTheRoom(_ driver: inout AppDriver) {
    if case .delegations = driver.app.page { driver.press(.end, .enter) }
  }

  /// From wherever somebody is to the table of a delegation that consents, on its first question.
  private func goToTheTable(of code: DelegationCode, _ room: inout AppDriver) {
    room.press(.escape, .escape)
    stayInTheRoom(&room)
    room.press(.home)
    for _ in room.app.session.order.prefix(while: { $0 != code }) { room.press(.down) }
    room.type("w")
    room.press(.enter)
  }

  /// That nothing was asked for which would be a delegation's own, in a file or on the screen.
  private func expectNothingOwn(_ effects: ArraySlice<Effect>, _ seed: UInt64) {
    for effect in effects {
      switch effect {
      case .errand(.report(let report, _)), .errand(.writeReport(let report, _)):
        #expect(!report.report.isOfDelegation, "seed \(seed)")
      case .fingerprint: Issue.record("an own assessment was frozen, seed \(seed)")
      case .keep(let change):
        let isComment = if case .comment = change.what { true } else { false }
        let isOfRoom =
          if case .record(let key, _) = change.what { key.kind.isOfFacilitator } else { false }
        #expect(isComment || isOfRoom, "\(change), seed \(seed)")
      case .bringTogether(let publisher), .rememberRhythm(let publisher, _):
        #expect(publisher.delegation == nil, "seed \(seed)")
      case .remember, .readWords, .readGlossary, .redraw, .suspend, .leave, .leaveWithoutUnkept,
        .tryAgain, .moveToNextEdition, .errand(.previewNextEdition), .errand(.lookForRemote),
        .errand(.lookAtSeats), .errand(.closeSeat):
        break
      }
    }
  }

  @Test(arguments: [false, true])
  func whateverAFacilitatorOrAnObserverPressesShowsNothingPrivate(isObserver: Bool) throws {
    let (session, questionnaire) = try SecretSession.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var room = try AppDriver(
      session,
      of: questionnaire,
      delegation: nil,
      width: 120,
      height: 40,
      isReadOnly: isObserver,
      isObserver: isObserver,
      hostsMachine: isObserver ? nil : HostsMachine(command: "majlis host s.json"),
      author: "facilitator",
      rhythms: [:],
    )
    if !isObserver { room.press(.end, .enter) }
    let keys = Self.typed + Self.named + Self.named
    var told = 0
    for number in 0..<LongRuns.count(500, long: 100_000) {
      room.press(key(keys, &generator))
      stayInTheRoom(&room)
      let screen = room.app.view()
      #expect(room.app.context.delegation == nil)
      if shows("SECRET", screen) || shows("HIDDEN", screen) {
        Issue.record("seed \(seed), key \(number)\n\(text(screen))")
        return
      }
      expectNothingOwn(room.effects[told...], seed)
      told = room.effects.count
    }
    print("\(isObserver ? "observer" : "facilitator"): \(told) effects, seed \(seed)")
    if isObserver { #expect(room.app.session == session) }
  }

  @Test func whoWritesForADelegationAtItsWishSeesNothingOfTheOthersAndNothingAfterwards() throws {
    let (session, questionnaire) = try SecretSession.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var room = try AppDriver(
      session,
      of: questionnaire,
      delegation: nil,
      width: 120,
      height: 40,
      author: "facilitator",
    )
    room.press(.end, .enter)
    // A round is not revealed here: afterwards its positions would be seen by right.
    let keys = (Self.typed + Self.named).filter {
      ![.character("r"), .character(":"), .control("p"), .control("r")].contains($0)
    }
    var own = 0
    var consenting: Set<DelegationCode> = []
    for number in 0..<LongRuns.count(800, long: 100_000) {
      if number.isMultiple(of: 100) {
        let host = session.order[Int.random(in: 0..<session.order.count, using: &generator)]
        let next = session.order.filter { $0 == host || Bool.random(using: &generator) }
        let changes = session.order.compactMap { code -> Change? in
          switch (consenting.contains(code), next.contains(code)) {
          case (false, true): .consent(of: code, id: "on-\(number)-\(code)", after: Int64(number))
          case (true, false):
            .consentTakenBack(by: code, id: "off-\(number)-\(code)", after: Int64(number))
          default: nil
          }
        }
        consenting = Set(next)
        room.happens(.others(changes))
        goToTheTable(of: host, &room)
      } else {
        if room.app.context.delegation == nil, number.isMultiple(of: 5) {
          room.press(.escape, .escape)
          stayInTheRoom(&room)
          room.type("w")
        }
        room.press(key(keys, &generator))
      }
      stayInTheRoom(&room)
      let screen = room.app.view()
      if shows("HIDDEN", screen) {
        Issue.record("seed \(seed), key \(number)\n\(text(screen))")
        return
      }
      guard shows("SECRET", screen) else { continue }
      let code = try #require(room.app.context.delegationCode, "seed \(seed)\n\(text(screen))")
      #expect(consenting.contains(code))
      let others = session.order.filter { $0 != code && shows(Self.secret(of: $0), screen) }
      if !others.isEmpty {
        Issue.record("seed \(seed): of \(others)\n\(text(screen))")
        return
      }
      own += 1
    }
    print("at their wish: \(own) screens of their own, seed \(seed)")
    #expect(own > 0)
  }

  @Test func aHiddenRoundIsHiddenAtItsOwnTable() throws {
    let (session, questionnaire) = try SecretSession.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var table = try AppDriver(
      session,
      of: questionnaire,
      delegation: .dorania,
      width: 100,
      height: 30,
      isSeatFixed: true,
    )
    let keys = (Self.typed + Self.named).filter {
      ![.character("r"), .character(":"), .control("p"), .control("r")].contains($0)
    }
    for number in 0..<LongRuns.count(800, long: 100_000) {
      if number.isMultiple(of: 40) {
        table.press(.escape, .escape)
        table.type(["p", "y", "d"][number / 40 % 3])
      }
      table.press(key(keys, &generator))
      let screen = table.app.view()
      if shows("HIDDEN", screen) {
        Issue.record("seed \(seed), key \(number)\n\(text(screen))")
        return
      }
    }
  }

  @Test func noPageReadsTheWholeSession() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Screens")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? FileManager.DirectoryEnumerator()
    where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      #expect(!source.contains("sessionForKeeping"), "\(file.lastPathComponent)")
      #expect(!source.contains("insideForKeeping"), "\(file.lastPathComponent)")
      count += 1
    }
    #expect(count > 50)
  }
}
