import Consultation
import Display
import Phrases

/// What a facilitator does in the room.
extension App {
  /// Sits down as facilitator: sees what was shared, and runs the day.
  mutating func enterRoom() {
    desk.enterRoom()
    go(to: .room(ListState()))
  }

  mutating func updateRoom(_ list: ListState, _ action: Action, at moment: Moment) -> [Effect]? {
    var list = list
    let code = desk.order.indices.contains(list.selected) ? desk.order[list.selected] : nil
    switch action {
    case .open: if let code { go(to: .sharedDelegation(code, ListState())) }
    case .agenda where desk.workshop.agenda.isEmpty: notice = words(.agendaIsEmpty)
    case .agenda: overlay = .chooser(Chooser(.agendaItem, in: self))
    case .prepare where desk.seat == .observer: notice = words(.observerLooksOn)
    case .prepare: go(to: .prepare(ListState()))
    case .moveRoom: overlay = .chooser(Chooser(.roomDomain, in: self))
    case .pauseClock: return setRoom(desk.room.pausing(at: moment.at), at: moment)
    case .extend, .shorten:
      guard desk.room.item != nil else { return sayNothingRuns() }
      var room = desk.room
      room.added += action == .extend ? 5 : -5
      return setRoom(room, at: moment)
    case .nextQuestion: return moveRoom(by: 1, at: moment)
    case .previousQuestion: return moveRoom(by: -1, at: moment)
    case .turns:
      var room = desk.room
      room.turns = room.turns == .parallel ? .inTurn : .parallel
      room.turn = room.turns == .inTurn ? desk.order.first : nil
      return setRoom(room, at: moment)
    case .floor: return code.map { passFloor(to: $0, at: moment) } ?? []
    case .attendance: return code.map { markAttendance(of: $0, at: moment) } ?? []
    case .sitDown:
      if let code { sitDown(at: code) }
    default:
      guard list.move(action, count: desk.order.count, pageSize: bodyArea.height) else {
        return nil
      }
      show(.room(list))
    }
    return []
  }

  private mutating func sayNothingRuns() -> [Effect] {
    notice = words(.roomNothingRuns)
    return []
  }

  mutating func setRoom(_ room: RoomState, at moment: Moment) -> [Effect] {
    set(.room, to: .room(room), at: moment)
  }

  /// Has a record set and kept.
  mutating func set(
    _ key: RecordKey,
    to record: Record?,
    of code: DelegationCode? = nil,
    at moment: Moment,
  ) -> [Effect] {
    change(at: moment) { desk, stamp throws(Refusal) in
      try desk.change(setting: key, to: record, of: code, stamp: stamp)
    }
  }

  mutating func begin(_ item: AgendaItem, at moment: Moment) -> [Effect] {
    setRoom(desk.room.beginning(item, at: moment.at), at: moment)
  }

  /// Puts the next question before the room, or where all take turns the next delegation's turn.
  private mutating func moveRoom(by step: Int, at moment: Moment) -> [Effect] {
    var room = desk.room
    if room.turns == .inTurn, let turn = room.turn, room.question != nil,
      let index = desk.order.firstIndex(of: turn),
      desk.order.indices.contains(index + step)
    {
      room.turn = desk.order[index + step]
      return setRoom(room, at: moment)
    }
    let numbers = questionnaire.questions.map(\.number)
    let inDomain = numbers.filter { room.domain == nil || $0.domain == room.domain }
    if let question = room.question, let index = inDomain.firstIndex(of: question) {
      guard inDomain.indices.contains(index + step) else { return [] }
      room.question = inDomain[index + step]
    } else {
      room.question = inDomain.first
    }
    room.domain = room.question?.domain
    if room.turns == .inTurn { room.turn = step > 0 ? desk.order.first : desk.order.last }
    return setRoom(room, at: moment)
  }

  /// From asking to speaking to having spoken, one press each.
  mutating func passFloor(to code: DelegationCode, at moment: Moment) -> [Effect] {
    guard let (key, speech) = desk.openSpeech(of: code) else {
      let key = RecordKey(.speech, moment.id)
      return set(key, to: .speech(Speech(delegation: code, askedAt: moment.at)), at: moment)
    }
    var changed = speech
    guard speech.startedAt == nil else {
      changed.endedAt = moment.at
      return set(key, to: .speech(changed), at: moment)
    }
    // One at a time: who speaks now has spoken.
    var effects: [Effect] = []
    if let speaking = desk.speakingList.speaking,
      let (before, speech) = desk.openSpeech(of: speaking)
    {
      var other = speech
      other.endedAt = moment.at
      let ending = Moment(at: moment.at, id: "\(moment.id)-end")
      effects += set(before, to: .speech(other), at: ending)
    }
    changed.startedAt = moment.at
    return effects + set(key, to: .speech(changed), at: moment)
  }

  private mutating func markAttendance(
    of code: DelegationCode,
    at moment: Moment,
  ) -> [Effect] {
    let key = RecordKey.attendance(of: code)
    var attendance = Attendance(delegation: code, arrivedAt: moment.at, leftAt: nil)
    if let before = desk.attendance(of: code) {
      attendance.arrivedAt = before.isPresent ? before.arrivedAt : moment.at
      attendance.leftAt = before.isPresent ? moment.at : nil
    }
    return set(key, to: .attendance(attendance), at: moment)
  }

  // MARK: At a delegation's table

  /// Raises the hand of the delegation at this terminal, or lowers it.
  mutating func raiseHand(at moment: Moment) -> [Effect] {
    guard let code = delegationCode else { return [] }
    guard let (key, speech) = desk.openSpeech(of: code), speech.startedAt == nil else {
      let effects = passFloor(to: code, at: moment)
      if !effects.isEmpty { notice = words(.handRaised) }
      return effects
    }
    let effects = set(key, to: nil, at: moment)
    if !effects.isEmpty { notice = words(.handLowered) }
    return effects
  }

  /// Goes to the question that is before the room.
  mutating func followRoom() -> [Effect] {
    guard delegation != nil, let number = desk.room.question, questionnaire[number] != nil
    else {
      notice = words(.roomNowhere)
      return []
    }
    goToQuestion(number)
    return []
  }
}
