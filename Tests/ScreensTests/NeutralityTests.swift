import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// On no shared screen can states be compared on how good they are.
///
/// Two laws show it, in every state of a workshop day: where the states exchange what they
/// answered, every screen stays as it is but for the names against what each shared; and where all
/// answer something else, nothing changes but the words of the answers themselves.
@Suite struct NeutralityTests {
  /// A day on which each delegation answers otherwise than the others, and shares a part of it.
  private struct Day {
    let questionnaire: Questionnaire
    var session: Session
    private var stamps = 0

    /// `roles` says for each state of the list whose part it plays.
    init(roles: [Int], flipped: Bool = false) throws {
      let start = try AppDriver.cairo(delegation: nil).app
      questionnaire = start.context.questionnaire
      session = start.session
      for (place, role) in roles.enumerated() {
        try play(role, by: session.order[place], flipped: flipped)
      }
    }

    private mutating func stamp(_ role: Change.Role = .delegate) -> Change.Stamp {
      stamps += 1
      return Change.Stamp(
        id: "s-\(stamps)",
        // All at one time: when somebody wrote is no answer.
        at: Timestamp(milliseconds: 1_686_825_727_000),
        by: "a",
        role: role,
        order: ChangeOrder(clamping: stamps),
      )
    }

    private mutating func play(_ role: Int, by code: DelegationCode, flipped: Bool) throws {
      for index in 0..<(20 + role) {
        let question = questionnaire.questions[index * 3 % questionnaire.questions.count]
        let step = Step.allCases[(index + role + (flipped ? 1 : 0)) % 3]
        for wish in [Wish.answer(.step(step))] + (index % 3 == 0 ? [.sharing(.room)] : []) {
          let change = try session.change(
            fulfilling: wish,
            of: code,
            on: question.number,
            in: questionnaire,
            stamp: stamp(),
          )
          if let change { session.apply(change) }
        }
      }
      let question = questionnaire.questions[role].number
      var records: [(RecordKey, Record)] = [
        (
          RecordKey(.priority, "p"),
          .priority(Priority(title: "priority-\(role)", sharing: .room)),
        )
      ]
      if role < 5 {
        let offer = Offer(question: question, sharing: .room)
        records.append((RecordKey(.offer, "\(question)"), .offer(offer)))
      } else {
        let wished = questionnaire.questions[role - 5].number
        let wish = WishToHear(question: wished, sharing: .room)
        records.append((RecordKey(.wish, "\(wished)"), .wish(wish)))
      }
      for (key, record) in records {
        let change = try session.change(setting: key, to: record, of: code, stamp: stamp())
        if let change { session.apply(change) }
      }
    }

    mutating func put(_ room: RoomState) throws {
      let change = try session.change(setting: .room, to: .room(room), stamp: stamp(.facilitator))
      if let change { session.apply(change) }
    }

    /// Every shared screen as it is now, by what it is called.
    func screens(_ language: Language) throws -> [String: [String]] {
      var room = try AppDriver(
        session,
        of: questionnaire,
        language: language,
        delegation: nil,
        width: 140,
        height: 60,
      )
      room.press(.end, .enter)
      var screens = ["room": room.rows]
      for (name, key) in [("exchanges", "E"), ("parking lot", "T"), ("next steps", "A")] {
        room.type(key)
        screens[name] = room.rows
        room.press(.escape)
      }
      screens["presenter"] = room.presenter(language, width: 140, height: 60).view().rows
      return screens
    }

    func isExperience(_ room: RoomState) -> Bool {
      session.workshop.agenda.contains { $0.id == room.item && $0.kind == .experience }
    }

    /// The states in the room at each item of the agenda and at some questions.
    var states: [RoomState] {
      session.workshop.agenda.flatMap { item in
        [nil, 0, 3, 30].map { index -> RoomState in
          var state = RoomState().beginning(item, at: Timestamp(milliseconds: 1_686_825_600_000))
          state.question = index.map { questionnaire.questions[$0].number }
          return state
        }
      }
    }
  }

  /// The words of a screen, without how they are arranged, with a sign of whose part is played in
  /// the place of each name.
  private func words(_ rows: [String], parts: [(name: String, sign: String)]) -> [String] {
    var text = rows.joined(separator: "\n")
    for part in parts { text = text.replacing(part.name, with: " \(part.sign) ") }
    return text.split(whereSeparator: { $0.isWhitespace || ",.،".contains($0) })
      .map(String.init).sorted()
  }

  @Test func whereStatesExchangeTheirAnswersOnlyTheNamesChange() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let straight = Array(0..<10)
    var first = try Day(roles: straight)
    let names = first.session.orderedDelegations.map { $0.shortName[.english] }
    var compared = 0
    for _ in 0..<LongRuns.count(1, long: 20) {
      let roles = straight.shuffled(using: &generator)
      var second = try Day(roles: roles)
      for state in first.states {
        try first.put(state)
        try second.put(state)
        let others = try second.screens(.english)
        for (name, rows) in try first.screens(.english) {
          let other = try #require(others[name])
          let before = words(rows, parts: zip(names, straight).map { ($0, "#\($1)") })
          let after = words(other, parts: zip(names, roles).map { ($0, "#\($1)") })
          #expect(before == after, "\(name), seed \(seed)")
          let (order, otherOrder) = (order(of: names, in: rows), order(of: names, in: other))
          if name == "exchanges" || name == "presenter" && first.isExperience(state) {
            // In the order of the questions that are offered and wished, whoever does.
            let parts = Dictionary(uniqueKeysWithValues: zip(names, straight))
            let others = Dictionary(uniqueKeysWithValues: zip(names, roles))
            #expect(order.map { parts[$0] } == otherOrder.map { others[$0] }, "\(name)")
          } else {
            #expect(order == otherOrder, "\(name)")
          }
          compared += 1
        }
      }
    }
    print("neutral: \(compared) screens with the answers exchanged, seed \(seed)")
  }

  /// The names that begin a row, in the order in which they do.
  private func order(of names: [String], in rows: [String]) -> [String] {
    rows.compactMap { row in
      let text = row.drop { !$0.isLetter }
      return names.first { text.hasPrefix($0 + "  ") }
    }
  }

  @Test(arguments: Language.allCases)
  func whereAllAnswerOtherwiseNothingButTheAnswersChanges(language: Language) throws {
    var first = try Day(roles: Array(0..<10))
    var second = try Day(roles: Array(0..<10), flipped: true)
    let catalogue = try AppDriver.cairo(language: language).app.words
    let titles = Set(
      Scale.allCases.flatMap { scale in
        Step.allCases.compactMap { step in
          first.questionnaire.scaleTitles[scale]?[step].map { catalogue.text($0) }
        }
      }
    )
    // The longest first, since some begin as others do; as they stand on the screen.
    let shown = titles.map { title in
      var canvas = Canvas(width: 100, height: 1, direction: language.direction)
      canvas.write(title, in: canvas.area)
      return canvas.rows[0].split(separator: " ").joined(separator: " ")
    }.sorted { ($0.count, $0) > ($1.count, $1) }
    var compared = 0
    for state in first.states {
      try first.put(state)
      try second.put(state)
      let others = try second.screens(language)
      for (name, rows) in try first.screens(language) {
        func plain(_ rows: [String]) -> [String] {
          rows.map { row in
            var text = row.split(separator: " ").joined(separator: " ")
            for title in shown { text = text.replacing(title, with: "#") }
            return text
          }
        }
        let before = plain(rows)
        let after = plain(try #require(others[name]))
        let differing = zip(before, after).first { $0 != $1 }
        #expect(differing == nil && before.count == after.count, "\(name)")
        compared += 1
      }
    }
    print("neutral: \(compared) screens with other answers, \(language.rawValue)")
  }
}
