/// What a session holds of the workshop beside its frame, agenda, parking lot and actions: where the
/// room is, who speaks, who is there, exchanges.
///
/// A day has hundreds of speeches. What the screens ask of them at every key is kept beside them.
struct RoomRecords: Equatable, Sendable {
  private(set) var all: [RecordKey: Record] = [:]
  /// The places on the speaking list whose time is not over.
  private(set) var openSpeeches: [RecordKey: Speech] = [:]
  private(set) var exchanges: [RecordKey: Exchange] = [:]
  /// How many times each delegation has begun to speak, where it has.
  private var begun: [DelegationCode: Int] = [:]

  init(_ records: [RecordKey: Record]) {
    all.reserveCapacity(records.count)
    for (key, record) in records { self[key] = record }
  }

  /// The delegations that have spoken, or speak.
  var heard: Set<DelegationCode> { Set(begun.keys) }

  subscript(key: RecordKey) -> Record? {
    get { all[key] }
    set {
      if case .speech(let before) = all[key] { count(before, -1) }
      all[key] = newValue
      openSpeeches[key] = nil
      exchanges[key] = nil
      switch newValue {
      case .speech(let speech)?:
        count(speech, 1)
        if speech.endedAt == nil { openSpeeches[key] = speech }
      case .exchange(let exchange)?: exchanges[key] = exchange
      default: break
      }
    }
  }

  private mutating func count(_ speech: Speech, _ step: Int) {
    guard speech.startedAt != nil else { return }
    let count = (begun[speech.delegation] ?? 0) + step
    begun[speech.delegation] = count == 0 ? nil : count
  }
}
