/// What stands in a session otherwise than its own history says: written by another hand than this
/// program's.
///
/// Only where the history speaks of it: the rest is what was there before all changes.
struct Unrecorded {
  private let session: Session
  private let told: Session
  private(set) var changes: [Change] = []

  /// `told` is the same session as its history makes it.
  init(in session: Session, told: Session) {
    self.session = session
    self.told = told
    findAnswers()
    findRecords()
  }

  private mutating func findAnswers() {
    var last: [Register: Change] = [:]
    for change in told.history { if let register = change.register { last[register] = change } }
    for delegation in session.orderedDelegations {
      let code = delegation.code
      guard session.receipt(of: code) == nil, let told = told.delegations[code] else { continue }
      for number in Set(delegation.answers.keys).union(told.answers.keys).sorted() {
        let answer = delegation.answer(to: number)
        let replayed = told.answer(to: number)
        let last = last[.answer(code, number)]
        for what in answer.differences(from: replayed) {
          let at = answer.at ?? last?.stamp.at ?? Timestamp(milliseconds: 0)
          found(what, was: replayed.current(what), of: code, number, by: answer.by, at, last)
        }
      }
    }
  }

  private mutating func findRecords() {
    var last: [RecordPlace: Change] = [:]
    for change in told.history {
      guard change.register != nil, let place = change.recordPlace else { continue }
      last[place] = change
      if change.record == nil, let code = change.identified {
        last[RecordPlace(.frame, of: code)] = last[RecordPlace(.frame, of: code)] ?? change
      }
    }
    let (stands, isTold) = (session.facts, told.facts)
    for (place, last) in last {
      let code = place.delegation ?? last.identified
      // A delegation is not taken away by hand: it withdraws, or is taken off the list.
      if let code, session.delegations[code] == nil || told.receipt(of: code) != nil { continue }
      let (record, replayed) = (stands[place], isTold[place])
      guard record != replayed, record != nil || !place.key.kind.isFrame else { continue }
      found(
        .record(place.key, record),
        was: .record(place.key, replayed),
        of: place.delegation,
        nil,
        by: nil,
        last.stamp.at,
        last,
      )
    }
  }

  private mutating func found(
    _ what: Change.What,
    was: Change.What,
    of code: DelegationCode?,
    _ number: QuestionNumber?,
    by author: String?,
    _ at: Timestamp,
    _ last: Change?,
  ) {
    changes.append(
      Change(
        stamp: Change.Stamp(
          id: "",
          at: at,
          by: author ?? "",
          order: last.map(\.stamp.order.next) ?? ChangeOrder(at: at),
        ),
        delegation: code,
        question: number,
        what: what,
        was: was,
      )
    )
  }
}

extension Change {
  /// The same known by what it changes and to what, and by nothing else.
  func identified(by encoding: some CanonicalEncoding) -> Change {
    func same(_ stamp: Stamp) -> Change {
      Change(stamp: stamp, delegation: delegation, question: question, what: what, was: was)
    }
    let nobody = Stamp(id: "", at: Timestamp(milliseconds: 0), by: "")
    return same(
      Stamp(
        id: encoding.identifier(of: encoding.bytes(of: same(nobody))),
        at: stamp.at,
        by: stamp.by,
        order: stamp.order,
      )
    )
  }
}

extension Answer {
  /// What this answer says otherwise than another one, part by part.
  fileprivate func differences(from other: Answer) -> [Change.What] {
    let changed = everyPart.filter { other.current($0) != $0 }
    let kinds = Set(everyPart.map(\.kind))
    let empty = Answer()
    // A part that is empty here and not there was taken away by hand.
    let removed = other.everyPart.filter { !kinds.contains($0.kind) && current($0) != $0 }
      .map { empty.current($0) }
    return changed + removed
  }
}

extension Delegation {
  /// Its name, its place and how it takes part: what everybody knows of it, and what stays of one
  /// that has withdrawn.
  var nameAndPlace: Delegation {
    Delegation(
      code: code,
      rank: rank,
      kind: kind,
      shortName: shortName,
      officialName: officialName,
      mode: mode,
      languages: languages,
      digits: digits,
    )
  }
}
