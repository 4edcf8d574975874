extension ProfileText {
  /// Where each passage stands that has another place, once one of them is printed or is not.
  ///
  /// What is chosen stands behind what was chosen before.
  package func printing(_ entry: Entry) -> [(id: String, place: PassagePlace)] {
    let kept = entry.rank < PassagePlace.rankOfOwn ? entry.rank : nil
    guard entry.place.section.isChosen, !entry.isPrinted else {
      return [(entry.id, PassagePlace(rank: kept, isPrinted: !entry.isPrinted))]
    }
    let last = entries(at: entry.place).last(where: \.isPrinted)?.rank
    let rank = last.map { $0 + PassagePlace.step } ?? PassagePlace.step
    return [(entry.id, PassagePlace(rank: rank, isPrinted: true))]
  }

  /// The same once one stands before the one that it stands behind, or behind the next.
  ///
  /// One place changes, as long as there is room between two others; nothing where it stands at an
  /// end already.
  package func moving(_ entry: Entry, isEarlier: Bool) -> [(id: String, place: PassagePlace)] {
    // What is not chosen has no order of its own.
    var order = entries(at: entry.place).filter { !$0.place.section.isChosen || $0.isPrinted }
    guard let index = order.firstIndex(where: { $0.id == entry.id }) else { return [] }
    let target = isEarlier ? index - 1 : index + 1
    guard order.indices.contains(target) else { return [] }
    order.swapAt(index, target)
    let before = target > 0 ? order[target - 1].rank : 0
    let after = target + 1 < order.count ? order[target + 1].rank : before + 2 * PassagePlace.step
    let middle = before + (after - before) / 2
    if before < middle, middle < after {
      return [(entry.id, PassagePlace(rank: middle, isPrinted: entry.isPrinted))]
    }
    return order.enumerated().map { place, moved in
      (moved.id, PassagePlace(rank: (place + 1) * PassagePlace.step, isPrinted: moved.isPrinted))
    }
  }
}
