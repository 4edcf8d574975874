extension Session {
  /// Makes a change part of the session.
  ///
  /// The one way in which a session changes. A change to a delegation that the session does not
  /// have is recorded in the history and alters nothing else; one to a delegation that has
  /// withdrawn is let go, with its text.
  package mutating func apply(_ change: Change) {
    if let code = change.delegation, receipt(of: code) != nil { return }
    if isOfWithdrawn(change) { return }
    if let code = change.delegation { bringBack(code) }
    history.append(change)
    if case .record(let key, let record) = change.what {
      set(record, at: key, of: change.delegation)
      return
    }
    guard let code = change.delegation, let number = change.question,
      var answer = delegations[code]?.answer(to: number)
    else { return }
    answer.set(change.what)
    answer.by = change.stamp.by
    answer.at = change.stamp.at
    delegations[code]?.answers[number] = answer
  }
}

extension Session {
  /// Makes changes part of the session as if they had come before some of its last ones.
  ///
  /// So everybody who has the session open has it in the order in which it is on the disk: the
  /// changes that are not there yet come last, and their answers stand.
  package mutating func apply(_ changes: [Change], before later: Set<String>) {
    let own = takeOut(later)
    for change in changes + own { apply(change) }
  }

  /// Becomes another state of the session, with some of its own changes after all of that.
  package mutating func become(_ other: Session, before later: Set<String>) {
    let own = takeOut(later)
    self = other
    for change in own { apply(change) }
  }

  /// Takes changes out of the history; what they did to the answers stays.
  private mutating func takeOut(_ ids: Set<String>) -> [Change] {
    guard !ids.isEmpty else { return [] }
    let own = history.filter { ids.contains($0.stamp.id) }
    history.removeAll { ids.contains($0.stamp.id) }
    return own
  }
}

extension Answer {
  /// Sets the one part that the change speaks of.
  mutating func set(_ part: Change.What) {
    switch part {
    case .answered(let value, let instruments, let status):
      self.value = value
      self.instruments = instruments
      self.status = status
    case .applied(let applied): self.applied = applied
    case .noted(let note, let status):
      self.note = note
      self.status = status ?? self.status
    case .evidence(let id, let piece, let status):
      evidence.replace(elementWith: id, by: piece, identifiedBy: \.id)
      self.status = status ?? self.status
    case .position(let institution, let position): positions[institution] = position
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
    case .answered: .answered(value, instruments: instruments, status: status)
    case .applied: .applied(applied)
    case .noted(_, let status): .noted(note, status: status.map { _ in self.status })
    case .evidence(let id, _, let status):
      .evidence(id: id, evidence.first { $0.id == id }, status: status.map { _ in self.status })
    case .position(let institution, _):
      .position(institution: institution, positions[institution])
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
