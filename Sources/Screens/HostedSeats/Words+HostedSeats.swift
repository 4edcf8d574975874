package import Consultation
package import Phrases

/// What is said of seats at other computers, by the host's page and by `majlis host`.
extension Words {
  /// Whether others can come in, and on which port.
  package func sentence(of seats: HostedSeats) -> String {
    seats.isOpen ? self(.hostIsRunning(port: .own("\(seats.port)"))) : self(.hostIsNot)
  }

  /// What a seat is called, after its name in the host's lines: `MAR-2 Morocco`; a delegation by
  /// the name that is handed in, where there still is one.
  package func name(
    of seat: RemoteSeat,
    delegation: (DelegationCode) -> String?,
  ) -> String {
    let name: String? =
      switch seat.place {
      case .delegation(let code): delegation(code)
      case .facilitator: self(.hostSeatFacilitator)
      case .presenter: self(.hostSeatScreen)
      case .observer: self(.hostSeatObserver)
      }
    return name.map { "\(seat) \($0)" } ?? seat.description
  }

  /// Who sits there since when, who did, or that nobody ever has; of this day the time alone.
  ///
  /// The caller says how the address of a client can stand in its line.
  package func standing(
    _ standing: HostedSeats.Standing,
    at now: Timestamp,
    minutesFromUTC minutes: Int,
    address inserted: (String) -> InsertedText,
  ) -> String {
    func said(_ moment: Timestamp) -> InsertedText {
      let isToday = CalendarDate(moment.local(minutes)) == CalendarDate(now.local(minutes))
      guard isToday else { return .own(self.moment(moment, minutesFromUTC: minutes)) }
      return .own(time(of: moment, minutesFromUTC: minutes))
    }
    return switch standing {
    case .here(let address, let since):
      self(.hostHere(address: inserted(address), time: said(since)))
    case .wasHere(let last): self(.hostWasHere(time: said(last)))
    case .neverCame: self(.hostNeverCame)
    case .notInvited: self(.hostNotInvited)
    }
  }

  /// Day and time of a moment on a clock so many minutes before UTC.
  package func moment(_ moment: Timestamp, minutesFromUTC minutes: Int) -> String {
    let date = date(CalendarDate(moment.local(minutes)))
    return "\(date) \(time(of: moment, minutesFromUTC: minutes))"
  }

  /// The time of such a moment.
  func time(of moment: Timestamp, minutesFromUTC minutes: Int) -> String {
    let time = TimeOfDay(moment, minutesFromUTC: minutes)
    return self.time(hour: time.hour, minute: time.minute)
  }
}

extension Timestamp {
  /// The moment at which UTC has the date and time that a clock so many minutes before it has now.
  fileprivate func local(_ minutes: Int) -> Timestamp {
    Timestamp(milliseconds: milliseconds + Int64(minutes) * 60_000)
  }
}
