import Consultation

extension DayPlan {
  /// The day as it is at a moment, by the clock of a place.
  init(_ agenda: [AgendaItem], _ room: RoomState?, now: Timestamp, minutesFromUTC: Int) {
    let time = TimeOfDay(now, minutesFromUTC: minutesFromUTC)
    self.init(agenda, room, now: now, minuteOfDay: time.hour * 60 + time.minute)
  }
}
