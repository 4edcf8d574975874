extension Session {
  /// Every record that stands in the session, at its place: all that it holds beside the answers.
  ///
  /// Of a delegation that has withdrawn, only which one it is and how it took part.
  var facts: [RecordPlace: Record] {
    var facts: [RecordPlace: Record] = [:]
    func add(_ record: Record?, _ key: RecordKey, of code: DelegationCode? = nil) {
      if let record, !isOfWithdrawn(record) { facts[RecordPlace(key, of: code)] = record }
    }
    add(record(at: RecordKey(.workshop, ""), of: nil), RecordKey(.workshop, ""))
    for item in workshop.agenda { add(.agendaItem(item), RecordKey(.agendaItem, item.id)) }
    for matter in workshop.parkingLot { add(.parked(matter), RecordKey(.parked, matter.id)) }
    for step in workshop.actions { add(.nextStep(step), RecordKey(.nextStep, step.id)) }
    for (key, record) in records { add(record, key) }
    for (code, delegation) in delegations {
      add(.identity(delegation.identity), .identity(of: code))
      add(.frame(delegation.frame), .frame, of: code)
      guard receipt(of: code) == nil else { continue }
      for delegate in delegation.delegates {
        add(.delegate(delegate), RecordKey(.delegate, delegate.id), of: code)
      }
      for (key, record) in delegation.records { add(record, key, of: code) }
    }
    return facts
  }

  /// Puts records at their places in a session that holds nothing else yet; what stands in lists
  /// comes in the order of its identifiers.
  mutating func setUp(_ facts: [RecordPlace: Record]) {
    var lists: [Register: [Record]] = [:]
    for case .identity(let identity) in facts.values { name(identity) }
    putInOrder()
    for (place, record) in facts {
      if let code = place.delegation, delegations[code] == nil { continue }
      if place.key.kind == .identity || isOfWithdrawn(record) { continue }
      if let code = place.delegation, receipt(of: code) != nil, place.key.kind != .frame {
        continue
      }
      if place.key.kind.isListed {
        lists[.list(place.key.kind, place.delegation), default: []].append(record)
      } else {
        set(record, at: place.key, of: place.delegation)
      }
    }
    for case (.list(let kind, let code), let records) in lists {
      let sorted = records.sorted {
        ($0.listedID ?? "").utf8.lexicographicallyPrecedes(($1.listedID ?? "").utf8)
      }
      set(sorted, of: kind, of: code)
    }
  }

  /// Keeps the place of every answer that another copy has, even of one that says nothing: a newer
  /// program may have something there.
  mutating func keepPlaces(of other: Session) {
    for (code, delegation) in other.delegations {
      guard delegations[code] != nil, receipt(of: code) == nil else { continue }
      for (number, answer) in delegation.answers {
        var kept = delegations[code]?.answers[number] ?? Answer()
        kept.by = later(kept.by, answer.by)
        kept.at = [kept.at, answer.at].compactMap(\.self).max()
        delegations[code]?.answers[number] = kept
      }
    }
  }

  /// The delegations that someone took off the list at any time.
  var codesTakenOff: Set<DelegationCode> {
    Set(history.compactMap { $0.record == nil ? $0.identified : nil })
  }
}

extension [RecordPlace: Record] {
  /// Takes in a record of another copy.
  mutating func join(
    _ record: Record,
    at place: RecordPlace,
    by encoding: some CanonicalEncoding,
  ) {
    guard let same = removeValue(forKey: place) else { return self[place] = record }
    self[place] = encoding.joined(same, record)
  }
}

extension [Change] {
  /// What stood before all of these changes where they set records.
  ///
  /// Nothing, or what the first one of each says was there. Of a delegation, which one it is as
  /// they say it last.
  var whatWasThereBefore: [RecordPlace: Record?] {
    var before: [RecordPlace: Record?] = [:]
    for change in self {
      guard let place = change.recordPlace, change.register != nil else { continue }
      if place.key.kind == .identity {
        guard let record = change.record ?? change.recordBefore else { continue }
        before[place] = .some(record)
      } else if place.key.kind.isFrame {
        // Of these there is always one: where no change says which, what stands there stays.
        guard before[place] == nil, let record = change.recordBefore ?? change.record else {
          continue
        }
        before[place] = .some(record)
      } else if before[place] == nil {
        before[place] = .some(change.recordBefore)
      }
    }
    return before
  }
}

extension RecordKey {
  /// How a delegation takes part.
  static let frame = RecordKey(.frame, "")
}

extension Delegation {
  /// How it takes part.
  var frame: DelegationFrame {
    DelegationFrame(mode: mode, languages: languages, digits: digits)
  }
}
