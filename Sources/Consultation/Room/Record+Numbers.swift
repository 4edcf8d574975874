extension Record {
  /// The first number in it that is outside the range that there is for it.
  ///
  /// Within these ranges everything that is reckoned with the numbers of a session fits.
  package var numberOutsideRange: (key: String, range: ClosedRange<Int>)? {
    numbers.first { !$0.range.contains($0.number) }.map { ($0.key, $0.range) }
  }

  private var numbers: [(key: String, number: Int, range: ClosedRange<Int>)] {
    switch self {
    case .identity(let identity): [("rank", identity.rank, DelegationIdentity.ranks)]
    case .agendaItem(let item):
      [("start", item.start, AgendaItem.starts), ("minutes", item.minutes, AgendaItem.lengths)]
        + domain(item.domain)
    case .room(let room):
      [
        ("added", room.added, RoomState.additions),
        (
          "paused", Int(room.paused),
          Int(RoomState.pauses.lowerBound)...Int(RoomState.pauses.upperBound),
        ),
      ] + domain(room.domain)
    case .priority(let priority): domain(priority.domain)
    case .consulted(let consulted): domain(consulted.domain)
    case .signOff(let signOff): domain(signOff.domain)
    case .remark(let remark): domain(remark.domain)
    default: []
    }
  }

  private func domain(
    _ number: Int?
  ) -> [(key: String, number: Int, range: ClosedRange<Int>)] {
    number.map { [("domain", $0, QuestionNumber.range)] } ?? []
  }
}
