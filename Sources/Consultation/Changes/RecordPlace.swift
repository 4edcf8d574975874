/// Where in a session a record stands: whose it is, and by what it is found there.
///
/// What there is one of, the workshop's frame and each delegation's, has one place whatever a key
/// calls it; what is the workshop's belongs to nobody, whoever set it.
struct RecordPlace: Hashable {
  let delegation: DelegationCode?
  let key: RecordKey

  init(_ key: RecordKey, of code: DelegationCode?) {
    delegation = key.kind.isOfDelegation ? code : nil
    self.key =
      switch key.kind {
      case .workshop, .frame: RecordKey(key.kind, "")
      default: key
      }
  }
}

/// What has to be made anew from the history where a change comes in earlier than others.
enum Register: Hashable {
  /// One answer: its parts share a status, and lists in which things stand one behind another.
  case answer(DelegationCode, QuestionNumber)
  /// Records that stand one behind another.
  case list(Record.Kind, DelegationCode?)
  /// One record, which the last change of it decides.
  case record(RecordPlace)
  /// Which delegation it is, and whether it is on the list at all.
  case identity(DelegationCode)
}

extension Change {
  /// Where the record stands that it sets; `nil` where it sets none.
  var recordPlace: RecordPlace? {
    guard case .record(let key, _) = what else { return nil }
    return RecordPlace(key, of: delegation)
  }

  /// The record that it sets; `nil` where it takes one away, or sets none.
  var record: Record? {
    if case .record(_, let record) = what { record } else { nil }
  }

  /// The record that was there before.
  var recordBefore: Record? {
    if case .record(_, let record) = was { record } else { nil }
  }

  /// The delegation that it adds, renames or takes off the list.
  var identified: DelegationCode? {
    guard case .record(let key, _) = what, key.kind == .identity else { return nil }
    return DelegationCode(key.id)
  }

  /// What it sets; `nil` where it alters nothing: what has another identifier than the one by
  /// which it is set could not be found again.
  var register: Register? {
    guard what.isOneThing else { return nil }
    if let place = recordPlace {
      if let identified { return .identity(identified) }
      if place.key.kind.isOfDelegation, place.delegation == nil { return nil }
      return place.key.kind.isListed
        ? .list(place.key.kind, place.delegation) : .record(place)
    }
    guard let delegation, let question else { return nil }
    return .answer(delegation, question)
  }
}

extension Record.Kind {
  /// Whether records of it stand one behind another.
  var isListed: Bool {
    switch self {
    case .agendaItem, .parked, .nextStep, .delegate: true
    default: false
    }
  }
}

extension Change.What {
  /// Whether what it sets has the identifier by which it is set.
  fileprivate var isOneThing: Bool {
    switch self {
    case .evidence(let id, let piece, _): piece.map { $0.id == id } ?? true
    case .comment(let id, let comment): comment.map { $0.id == id } ?? true
    case .record(let key, let record): record.map { $0.belongs(at: key) } ?? true
    case .answered, .applied, .noted, .position, .reservation, .status, .sharing: true
    }
  }
}

extension Record {
  fileprivate func belongs(at key: RecordKey) -> Bool {
    guard kind == key.kind else { return false }
    return switch self {
    case .identity(let identity): identity.code.description == key.id
    default: listedID.map { $0 == key.id } ?? true
    }
  }
}
