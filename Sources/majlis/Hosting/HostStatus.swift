import Consultation
import Phrases
import Screens
import Storage

/// Who is connected from where since when at which seat, who was there, and who has never come, in
/// lines: the same that the host's page shows.
struct HostStatus {
  private let hosted: HostedSession
  private let words: Words
  private let now = Timestamp.now

  init(_ hosted: HostedSession) {
    self.hosted = hosted
    words = hosted.context.words
  }

  var lines: [String] {
    let seats = hosted.folder.hostedSeats(of: hosted.seats, addresses: [])
    return [words.sentence(of: seats)]
      + seats.lines.map { line in
        let standing = words.standing(
          line.standing,
          at: now,
          minutesFromUTC: now.minutesFromUTC,
        ) { .plain($0) }
        return words(.hostSeat(seat: .plain(name(of: line.seat)), standing: .own(standing)))
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
    words(.hostGone(seat: .plain(name(of: connection.seat)), time: .own(moment(now))))
  }

  private func name(of seat: RemoteSeat) -> String {
    words.name(of: seat) { hosted.names[$0].map { words.text($0) } }
  }

  private func moment(_ moment: Timestamp) -> String {
    words.moment(moment, minutesFromUTC: now.minutesFromUTC)
  }
}
