import Consultation
import Display
import Phrases

/// The agenda, the clock and the delegations, for the facilitator.
struct RoomPage: ListPage {
  var list = ListState()

  var asPage: Page { .room(self) }
  var depth: Int { 2 }
  var scopes: [ActionScope] { [.room, .list, .everywhere] }
  var help: Phrase { .helpRoom }
  var hasClock: Bool { true }

  func area(in context: some RoomContext) -> Area {
    guard context.hasAgendaPane else { return context.bodyArea }
    return context.wholeArea.inset(start: 2).split(startWidth: 80).start
  }

  func drawAside(in context: some RoomContext, on canvas: inout Canvas) {
    if context.hasAgendaPane { context.drawAgenda(on: &canvas) }
  }

  func hints(in context: some RoomContext) -> [Action] {
    [
      .open, .agenda, .pauseClock, .moveRoom, .floor, .attendance, .sitDown, .prepare, .help,
      .back,
    ]
  }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let code =
      context.desk.order.indices.contains(list.selected) ? context.desk.order[list.selected] : nil
    switch action {
    case .open:
      if let code { context.go(to: .sharedDelegation(SharedDelegationPage(code: code))) }
    case .agenda where context.desk.workshop.agenda.isEmpty:
      context.notice = context.words(.agendaIsEmpty)
    case .agenda: context.choose(ItemToBegin())
    case .prepare where context.desk.seat == .observer:
      context.notice = context.words(.observerLooksOn)
    case .openSeats: return context.openHostedSeats() ? [] : nil
    case .prepare: context.go(to: .prepare(PreparePage()))
    case .moveRoom: context.choose(DomainOfRoom())
    case .pauseClock: return context.setRoom(context.desk.room.pausing(at: moment.at), at: moment)
    case .extend, .shorten:
      guard context.desk.room.item != nil else { return context.sayNothingRuns() }
      var room = context.desk.room
      room.added += action == .extend ? 5 : -5
      return context.setRoom(room, at: moment)
    case .nextQuestion: return context.moveRoom(by: 1, at: moment)
    case .previousQuestion: return context.moveRoom(by: -1, at: moment)
    case .turns:
      var room = context.desk.room
      room.turns = room.turns == .parallel ? .inTurn : .parallel
      room.turn = room.turns == .inTurn ? context.desk.order.first : nil
      return context.setRoom(room, at: moment)
    case .floor: return code.map { context.passFloor(to: $0, at: moment) } ?? []
    case .attendance: return code.map { context.markAttendance(of: $0, at: moment) } ?? []
    case .sitDown:
      if let code { context.sitDown(at: code) }
    default:
      return move(
        action,
        among: context.desk.order.count,
        rows: area(in: context).height,
        in: &context,
      )
    }
    return []
  }
}

/// Which item of the agenda begins.
struct ItemToBegin: ChooserPurpose {
  func title(in context: some RoomContext) -> String { context.words(.chooseAgendaItem) }

  func entries(in context: some RoomContext) -> [String] {
    context.desk.workshop.agenda.map { context.words.line(of: $0) }
  }

  /// The one after the one that runs.
  func chosen(in context: some RoomContext) -> Int? {
    let agenda = context.desk.workshop.agenda
    let index = agenda.firstIndex { $0.id == context.desk.room.item }
    return index.map { min($0 + 1, agenda.count - 1) }
  }

  func choose(_ index: Int, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    let agenda = context.desk.workshop.agenda
    guard agenda.indices.contains(index) else { return [] }
    return context.setRoom(
      context.desk.room.beginning(agenda[index], at: moment.at),
      at: moment,
    )
  }
}

/// Which domain is before the room.
struct DomainOfRoom: ChooserPurpose {
  func title(in context: some RoomContext) -> String { context.words(.chooseRoomDomain) }
  func entries(in context: some RoomContext) -> [String] { context.domainTitles }
  func chosen(in context: some RoomContext) -> Int? { (context.desk.room.domain ?? 1) - 1 }

  func choose(_ index: Int, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    var room = context.desk.room
    room.domain = context.questionnaire.domains[index].number
    room.question = nil
    return context.setRoom(room, at: moment)
  }
}

/// What a facilitator does in the room.
extension RoomContext {
  fileprivate mutating func sayNothingRuns() -> [Effect] {
    notice = words(.roomNothingRuns)
    return []
  }

  fileprivate mutating func setRoom(_ room: RoomState, at moment: Moment) -> [Effect] {
    set(.room, to: .room(room), at: moment)
  }

  /// Puts the next question before the room, or where all take turns the next delegation's turn.
  fileprivate mutating func moveRoom(by step: Int, at moment: Moment) -> [Effect] {
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

  fileprivate mutating func markAttendance(of code: DelegationCode, at moment: Moment) -> [Effect] {
    let key = RecordKey.attendance(of: code)
    var attendance = Attendance(delegation: code, arrivedAt: moment.at, leftAt: nil)
    if let before = desk.attendance(of: code) {
      attendance.arrivedAt = before.isPresent ? before.arrivedAt : moment.at
      attendance.leftAt = before.isPresent ? moment.at : nil
    }
    return set(key, to: .attendance(attendance), at: moment)
  }
}
