import Consultation
import Phrases

/// What is said of the room, on the facilitator's screen and on the one for all.
struct RoomWords {
  private let words: Words
  private let names: [DelegationCode: String]
  private let list: SpeakingList
  private let room: RoomState

  init(_ words: Words, desk: some WorkshopSeat) {
    self.init(
      words,
      names: Dictionary(
        desk.identities.map { ($0.code, words.text($0.shortName)) },
        uniquingKeysWith: { first, _ in first },
      ),
      list: desk.speakingList,
      room: desk.room,
    )
  }

  init(_ words: Words, names: [DelegationCode: String], list: SpeakingList, room: RoomState) {
    self.words = words
    self.names = names
    self.list = list
    self.room = room
  }

  func name(_ code: DelegationCode) -> String { names[code] ?? code.description }

  /// An item with the time at which it began.
  func line(_ line: DayPlan.Line) -> String {
    "\(words.time(ofDay: line.start)) \(words.text(line.item.title))"
  }

  func isOver(_ line: DayPlan.Line) -> Bool {
    if case .running(let left, _) = line.standing { left < 0 } else { false }
  }

  /// How long an item has left, or is over time.
  func left(_ line: DayPlan.Line) -> String {
    guard case .running(let left, let isPaused) = line.standing else { return "" }
    let time = words(left < 0 ? .roomOver(count: -left) : .roomLeft(count: left))
    return isPaused ? "\(time) · \(words(.roomPaused))" : time
  }

  /// The domain or question before the room, and how it is put to it.
  func place(in questionnaire: Questionnaire) -> String? {
    var parts: [String] = []
    if let domain = room.domain.flatMap({ questionnaire.domain(numbered: $0) }) {
      parts.append(
        words(.roomDomain(number: domain.number, title: .own(words.text(domain.title))))
      )
    }
    if let number = room.question { parts.append(words.number(number)) }
    if room.turns == .inTurn {
      parts.append(
        room.turn.map { words(.roomTurnOf(name: .own(name($0)))) } ?? words(.roomInTurn)
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// Who speaks and who is next; then, quietly, who was not heard yet.
  var speaking: [String] {
    var first = list.speaking.map { words(.roomSpeaking(name: .own(name($0)))) }
    if first == nil, list.waiting.isEmpty { first = words(.roomNobodySpeaks) }
    var parts = [first].compactMap(\.self)
    if !list.waiting.isEmpty {
      let waiting = words.list(list.waiting.map(name))
      parts.append(words(.roomWaiting(names: .own(waiting))))
    }
    var lines = [parts.joined(separator: " · ")]
    if !list.notYet.isEmpty {
      lines.append(words(.roomNotYet(names: .own(words.list(list.notYet.map(name))))))
    }
    return lines
  }
}
