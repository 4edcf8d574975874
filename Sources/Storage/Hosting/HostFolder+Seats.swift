package import Consultation

extension HostFolder {
  /// Who sits at the seats of a session, who did, and who was invited.
  ///
  /// What the host's page and `majlis host --status` both say. It reads and changes nothing, so that
  /// it can be asked every second. Who was invited beyond the seats that the session has comes after
  /// them.
  package func hostedSeats(of seats: [RemoteSeat], addresses: [String]) -> HostedSeats {
    let record = record
    let keys = record?.keys ?? [:]
    let others = keys.keys.filter { !seats.contains($0) }
      .sorted { $0.description < $1.description }
    let there = Dictionary(grouping: connections(), by: \.seat)
    return HostedSeats(
      isOpen: HostLease.isHeld(self),
      port: shared?.port ?? record?.port ?? HostRecord.usualPort,
      addresses: addresses,
      lines: (seats + others).flatMap { seat in
        guard let here = there[seat] else {
          return [HostedSeats.Line(seat, standing(of: seat, isInvited: keys[seat] != nil))]
        }
        return here.map { HostedSeats.Line(seat, .here(from: $0.from, since: $0.since)) }
      },
    )
  }

  /// What there is to say of a seat at which nobody is.
  private func standing(of seat: RemoteSeat, isInvited: Bool) -> HostedSeats.Standing {
    guard isInvited else { return .notInvited }
    return lastArrival(at: seat).map { .wasHere(last: $0) } ?? .neverCame
  }
}
