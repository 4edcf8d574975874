import Consultation
import Phrases
import Screens
import Storage

/// Who is connected from where since when at which seat, who was there, and who has never come.
struct HostStatus {
  private let hosted: HostedSession
  private let words: Words

  init(_ hosted: HostedSession) {
    self.hosted = hosted
    words = hosted.context.words
  }

  var lines: [String] {
    let isRunning = HostLease.isHeld(hosted.folder)
    let record = hosted.record
    let there = hosted.folder.connections()
    let head = isRunning ? words(.hostIsRunning(port: .own("\(record.port)"))) : words(.hostIsNot)
    let seats =
      hosted.seats
      + record.keys.keys.filter { !hosted.seats.contains($0) }
      .sorted { $0.description < $1.description }
    return [head]
      + seats.flatMap { seat in
        let here = there.filter { $0.seat == seat }
        return here.isEmpty ? [line(absent: seat, record)] : here.map(line(here:))
      }
  }

  func line(came connection: Connection) -> String {
    words(
      .hostCame(
        address: .plain(connection.from),
        seat: .plain(name(of: connection.seat)),
        time: .own(moment(connection.since)),
      )
    )
  }

  func line(gone connection: Connection) -> String {
    words(.hostGone(seat: .plain(name(of: connection.seat)), time: .own(moment(.now))))
  }

  private func line(here connection: Connection) -> String {
    words(
      .hostHere(
        address: .plain(connection.from),
        seat: .plain(name(of: connection.seat)),
        time: .own(moment(connection.since)),
      )
    )
  }

  private func line(absent seat: RemoteSeat, _ record: HostRecord) -> String {
    let name = InsertedText.plain(name(of: seat))
    guard record.keys[seat] != nil else { return words(.hostNotInvited(seat: name)) }
    guard let last = hosted.folder.lastArrival(at: seat) else {
      return words(.hostNeverCame(seat: name))
    }
    return words(.hostWasHere(seat: name, time: .own(moment(last))))
  }

  /// `MAR-2 Morocco`, as far as it is a delegation's.
  private func name(of seat: RemoteSeat) -> String {
    guard case .delegation(let code) = seat.place, let name = hosted.names[code] else {
      return seat.description
    }
    return "\(seat) \(words.text(name))"
  }

  private func moment(_ moment: Timestamp) -> String {
    let time = TimeOfDay(moment)
    let date = words.date(CalendarDate(moment))
    return "\(date) \(words.time(hour: time.hour, minute: time.minute))"
  }
}
