import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// The seats at other computers, as the facilitator at the machine that hosts sees them.
@Suite struct HostedSeatsTests {
  private static let begin: Int64 = 1_686_825_727_000
  private static let machine = HostsMachine(command: "majlis host /home/amina/workshop.json")

  /// A facilitator in the room; at the machine that hosts, unless it is said otherwise.
  private func room(
    _ language: Language = .english,
    machine: HostsMachine? = machine,
    isObserver: Bool = false,
    isFacilitator: Bool = false,
    width: Int = 80,
    height: Int = 24,
  ) throws -> AppDriver {
    let workshop = try AppDriver.cairo().app
    var driver = try AppDriver(
      workshop.session,
      of: workshop.context.questionnaire,
      language: language,
      delegation: nil,
      width: width,
      height: height,
      isReadOnly: isObserver,
      isObserver: isObserver,
      isFacilitator: isFacilitator,
      hostsMachine: machine,
    )
    if !isObserver, !isFacilitator { driver.press(.end, .enter) }
    return driver
  }

  private func seat(_ text: String) throws -> RemoteSeat { try #require(RemoteSeat(text)) }

  /// Seats of each kind, in the order in which the host tells of them.
  private func seats(isOpen: Bool = true) throws -> HostedSeats {
    let since = Timestamp(milliseconds: Self.begin - 17 * 60_000)
    let yesterday = Timestamp(milliseconds: Self.begin - 30 * 3_600_000)
    let standings: [(String, HostedSeats.Standing)] = [
      ("QNC-1", .here(from: "192.168.10.27", since: since)),
      ("QNC-2", .here(from: "2001:db8:85a3:8d3:1319:8a2e:370:7348", since: since)),
      ("QNA-1", .wasHere(last: since)), ("QNB-1", .wasHere(last: yesterday)),
      ("QND-1", .neverCame), ("QNE-1", .notInvited),
      ("QNF-1", .here(from: "10.0.0.9", since: yesterday)), ("QNH-1", .neverCame),
      ("QNG-1", .neverCame), ("QNI-1", .neverCame), ("QNJ-1", .neverCame),
      ("facilitator-1", .here(from: "::1", since: since)), ("presenter-1", .neverCame),
      ("observer-1", .notInvited),
    ]
    return HostedSeats(
      isOpen: isOpen,
      port: 2222,
      addresses: ["192.168.10.2", "2001:db8::2"],
      lines: try standings.map { HostedSeats.Line(try seat($0.0), $0.1) },
    )
  }

  @Test(arguments: Language.allCases)
  func isAsItWasReadByEye(language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      var driver = try room(language, width: width, height: height)
      func read(_ name: String) throws {
        try Golden.expect(
          driver.picture,
          "\(name)-\(language.rawValue)-\(width)x\(height)",
        )
      }
      driver.type("c")
      driver.happens(.seats(try seats()))
      driver.press(.down)
      try read("hosted-seats")
      driver.press(.enter)
      try read("hosted-seats-closing")
      driver.press(.escape)
      driver.happens(.seats(try seats(isOpen: false)))
      try read("hosted-seats-not-open")
      driver.type("?")
      try read("hosted-seats-help")
    }
  }

  @Test func followsEverySecondWhileItIsOpenAndNeverOtherwise() throws {
    var driver = try room()
    var second: Int64 = 100
    func looks(_ driver: AppDriver) -> Int { driver.effects.count { $0 == .errand(.lookAtSeats) } }
    func tick(after seconds: Int64) {
      second += seconds
      driver.happens(.tick, at: Timestamp(milliseconds: Self.begin + second * 1000))
    }
    for _ in 0..<5 { tick(after: 60) }
    #expect(looks(driver) == 0)
    driver.type("c")
    #expect(looks(driver) == 1)
    #expect(driver.app.hasClock)
    // Not again before the first look has come back.
    for _ in 0..<3 { tick(after: 5) }
    #expect(looks(driver) == 1)
    driver.happens(
      .seats(try seats()),
      at: Timestamp(milliseconds: Self.begin + second * 1000),
    )
    driver.happens(.tick, at: Timestamp(milliseconds: Self.begin + second * 1000 + 900))
    #expect(looks(driver) == 1)
    // Whatever wakes the program, not its clock alone: others write all the time.
    second += 2
    driver.happens(.others([]), at: Timestamp(milliseconds: Self.begin + second * 1000))
    #expect(looks(driver) == 2)
    driver.happens(.seats(try seats()), at: Timestamp(milliseconds: Self.begin + second * 1000))
    // A clock that was set back does not stop it.
    tick(after: -1000)
    #expect(looks(driver) == 3)
    // Under another page it rests, and goes on when it is seen again.
    driver.type("l")
    driver.happens(.seats(try seats()), at: Timestamp(milliseconds: Self.begin + second * 1000))
    for _ in 0..<5 { tick(after: 60) }
    #expect(looks(driver) == 3)
    driver.press(.escape)
    #expect(looks(driver) == 4)
    driver.press(.escape)
    driver.happens(.seats(try seats()))
    for _ in 0..<5 { tick(after: 60) }
    #expect(looks(driver) == 4)
  }

  @Test func closesASeatOnlyWhenAskedOnceMore() throws {
    var driver = try room()
    func closed(_ driver: AppDriver) -> [Effect] {
      driver.effects.filter { if case .errand(.closeSeat) = $0 { true } else { false } }
    }
    driver.type("c")
    driver.happens(.seats(try seats()))
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("Close the seat QNC-1 Amberia?") })
    driver.press(.enter)
    #expect(closed(driver) == [])
    driver.press(.down, .enter)
    driver.press(.down, .enter)
    #expect(closed(driver) == [.errand(.closeSeat(try seat("QNC-2")))])
    // A seat to which nobody has a key cannot be closed.
    driver.press(.down, .down, .down, .down, .enter)
    #expect(driver.rows.contains { $0.contains("Nobody has a key to this seat.") })
    driver.press(.down, .enter)
    #expect(closed(driver).count == 1)
  }

  @Test func staysAtTheSameSeatWhenOthersComeBeforeIt() throws {
    var driver = try room()
    driver.type("c")
    let all = try seats()
    driver.happens(.seats(all))
    driver.press(.down, .down)
    let first = all.lines[0]
    driver.happens(
      .seats(
        HostedSeats(isOpen: true, port: 2222, addresses: [], lines: [first] + all.lines)
      )
    )
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("Close the seat QNA-1 Boralia?") })
  }

  @Test(arguments: ["elsewhere", "observer", "guest", "delegation"])
  func isNowhereButAtTheMachineThatHosts(place: String) throws {
    var driver =
      switch place {
      case "observer": try room(machine: nil, isObserver: true)
      case "guest": try room(machine: nil, isFacilitator: true)
      case "delegation": try AppDriver.cairo()
      default: try room(machine: nil)
      }
    let before = driver.effects
    driver.type("c")
    driver.press(.escape)
    if place == "delegation" { driver = try AppDriver.cairo() }
    #expect(!driver.effects.dropFirst(before.count).contains(.errand(.lookAtSeats)))
    let title = driver.app.words(.actionHostedSeats)
    driver.type(":computers")
    #expect(!driver.rows.contains { $0.contains("Seats at other") }, "\(driver.rows)")
    driver.press(.escape)
    let flow = driver.app.helpFlow(width: 78)
    #expect(!flow.texts.contains { $0.text.contains(title) })
    driver.happens(.seats(try seats()))
    #expect(!driver.rows.contains { $0.contains("192.168.10.27") })
  }

  @Test func isFoundByItsWordsInTheRoomOfTheMachineThatHosts() throws {
    var driver = try room()
    driver.type(":computers")
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.lookAtSeats))
    #expect(driver.rows.contains { $0.contains("Seats at other computers") })
  }

  @Test func theScreenForTheRoomShowsNoAddress() throws {
    var driver = try room()
    driver.type("c")
    driver.happens(.seats(try seats()))
    let shown = driver.presenter(.english, width: 120, height: 40).view().rows.joined()
    #expect(!shown.contains("192.168") && !shown.contains("majlis host"))
  }

  @Test func readsTheSameLineByLine() throws {
    var dialogue = PlainDialogue(try room().app)
    let moment = Moment(at: Timestamp(milliseconds: Self.begin), id: "a")
    let effects = dialogue.take(line: "c", at: moment)
    #expect(effects == [.errand(.lookAtSeats)])
    _ = dialogue.take(.seats(try seats()), at: moment)
    #expect(
      dialogue.lines.contains { $0.contains("QNC-1 Amberia") && $0.contains("192.168.10.27") }
    )
    _ = dialogue.take(line: "2", at: moment)
    #expect(dialogue.lines.contains { $0.contains("Close the seat QNC-2 Amberia?") })
    #expect(dialogue.take(line: "2", at: moment) == [.errand(.closeSeat(try seat("QNC-2")))])
  }
}
