import Consultation
import Phrases

/// What somebody at a terminal does towards the room.
extension PageContext {
  /// Sits down as facilitator: sees what was shared, and runs the day.
  mutating func enterRoom() {
    desk.enterRoom()
    go(to: .room(RoomPage()))
  }

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
