extension Session {
  /// Makes a change part of the session.
  ///
  /// The one way in which a session changes. A change stands at its place in the history, whenever
  /// it comes in: what stands afterwards is what all of them make in their order, so that whoever
  /// has the same changes has the same session. One that is there already is let go, and so is one
  /// to a delegation that has withdrawn, with its text; one to a delegation that the session does
  /// not have is recorded and alters nothing else.
  package mutating func apply(_ change: Change) { apply([change]) }

  /// So many are done one after another; more are made anew together, which costs each of them
  /// less however many there are of one answer.
  private static let fewChanges = 64

  /// Makes changes part of the session.
  ///
  /// Takes time in proportion to them where they are the latest, and to the whole history
  /// otherwise.
  package mutating func apply(_ changes: [Change]) {
    let new = changes.filter { lets($0) && !contains($0) }.sorted { $0.comesBefore($1) }
    guard let first = new.first else { return }
    var unsettled: Set<DelegationCode> = []
    if new.count < Self.fewChanges, history.last.map({ $0.comesBefore(first) }) ?? true {
      for change in new {
        append(change)
        take(change, &unsettled)
      }
    } else {
      history = Self.joined(history, new)
      remake(Set(new.compactMap(\.register)), &unsettled)
    }
    settle(unsettled)
  }

  /// Becomes another state of the session, with those of its own changes that are not on the disk
  /// yet.
  package mutating func become(_ other: Session, with unkept: Set<String>) {
    let own = unkept.isEmpty ? [] : history.filter { unkept.contains($0.stamp.id) }
    let isIndexed = log.index != nil
    self = other
    if isIndexed { keepIndex() }
    apply(own)
  }

  /// Whether a change may be part of the session.
  func lets(_ change: Change) -> Bool {
    if let code = change.delegation, receipt(of: code) != nil { return false }
    return !isOfWithdrawn(change)
  }

  /// Adds a change at the end of the history; one that came in twice is one.
  private mutating func append(_ change: Change) {
    if let last = history.last, !last.comesBefore(change) { return }
    log.append(change)
  }

  /// Changes that are there and new ones, each in their order, in one order.
  private static func joined(_ present: [Change], _ new: [Change]) -> [Change] {
    var joined: [Change] = []
    joined.reserveCapacity(present.count + new.count)
    func append(_ change: Change) {
      if let last = joined.last, !last.comesBefore(change) { return }
      joined.append(change)
    }
    var rest = new[...]
    for change in present {
      while let next = rest.first, next.comesBefore(change) { append(rest.removeFirst()) }
      append(change)
    }
    rest.forEach { append($0) }
    return joined
  }

  private func contains(_ change: Change) -> Bool {
    var (low, high) = (history.startIndex, history.endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if history[middle].comesBefore(change) { low = middle + 1 } else { high = middle }
    }
    return low < history.endIndex && !change.comesBefore(history[low])
  }
}

extension Answer {
  /// Sets the one part that the change speaks of.
  mutating func set(_ part: Change.What) {
    switch part {
    case .answered(let value, let parts, let status):
      self.value = value
      self.parts = parts
      self.status = status
    case .applied(let applied): self.applied = applied
    case .noted(let note, let status):
      self.note = note
      self.status = status ?? self.status
    case .evidence(let id, let piece, let status):
      evidence.replace(elementWith: id, by: piece, identifiedBy: \.id)
      self.status = status ?? self.status
    case .position(let institution, let position):
      positions.give(position?.insideForKeeping, by: institution)
    case .reservation(let institution, let text): reservations[institution] = text
    case .status(let status): self.status = status
    case .sharing(let sharing): self.sharing = sharing
    case .comment(let id, let comment):
      comments.replace(elementWith: id, by: comment, identifiedBy: \.id)
    case .record: break
    }
  }

  /// The part that the change speaks of, as it is now.
  func current(_ part: Change.What) -> Change.What {
    switch part {
    case .answered: .answered(value, parts: parts, status: status)
    case .applied: .applied(applied)
    case .noted(_, let status): .noted(note, status: status.map { _ in self.status })
    case .evidence(let id, _, let status):
      .evidence(id: id, evidence.first { $0.id == id }, status: status.map { _ in self.status })
    case .position(let institution, _):
      .position(
        institution: institution,
        positions.insideForKeeping[institution].map(GivenPosition.init),
      )
    case .reservation(let institution, _):
      .reservation(institution: institution, reservations[institution])
    case .status: .status(status)
    case .sharing: .sharing(sharing)
    case .comment(let id, _): .comment(id: id, comments.first { $0.id == id })
    case .record: part
    }
  }
}

extension Session {
  /// The part that a change speaks of, as it is now.
  func current(_ change: Change) -> Change.What {
    if case .record(let key, _) = change.what {
      return .record(key, record(at: key, of: change.delegation))
    }
    guard let code = change.delegation, let number = change.question else { return change.what }
    return answer(of: code, to: number).current(change.what)
  }
}

extension Array {
  /// Puts an element in the place of the one with this identifier, or at the end; without an
  /// element, takes that one out.
  mutating func replace(
    elementWith id: String,
    by element: Element?,
    identifiedBy identifier: (Element) -> String,
  ) {
    let index = firstIndex { identifier($0) == id }
    switch (index, element) {
    case (let index?, let element?): self[index] = element
    case (let index?, nil): remove(at: index)
    case (nil, let element?): append(element)
    case (nil, nil): break
    }
  }
}
