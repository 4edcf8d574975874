/// Entries that stand one behind another and are found by an identifier, while changes set them.
///
/// What is set again keeps its place; what is taken away and set anew comes last.
struct ListOfEntries<Entry> {
  private var slots: [Entry?] = []
  private var indices: [String: Int] = [:]
  /// What was put back already: the first change of each tells what was there before all.
  private var putBack: Set<String> = []

  init(_ entries: [Entry], identifiedBy identifier: (Entry) -> String) {
    for entry in entries { set(entry, at: identifier(entry)) }
  }

  var entries: [Entry] { slots.compactMap(\.self) }

  mutating func set(_ entry: Entry?, at id: String) {
    switch (indices[id], entry) {
    case (let index?, let entry?): slots[index] = entry
    case (let index?, nil):
      slots[index] = nil
      indices[id] = nil
    case (nil, let entry?):
      indices[id] = slots.count
      slots.append(entry)
    case (nil, nil): break
    }
  }

  /// Makes an entry what it was before the first change that it is told of.
  mutating func putBack(_ entry: Entry?, at id: String) {
    if putBack.insert(id).inserted { set(entry, at: id) }
  }
}

extension ListOfEntries where Entry == Record {
  /// The records that changes make of these.
  func made(by changes: [Change]) -> [Record] {
    var list = self
    for change in changes {
      guard case .record(let key, _) = change.what else { continue }
      list.putBack(change.recordBefore, at: key.id)
    }
    for change in changes {
      guard case .record(let key, let record) = change.what else { continue }
      list.set(record, at: key.id)
    }
    return list.entries
  }
}

extension Session {
  /// The records of a kind that stand one behind another.
  func records(_ kind: Record.Kind, of code: DelegationCode?) -> ListOfEntries<Record> {
    switch kind {
    case .agendaItem:
      ListOfEntries(workshop.agenda.map { .agendaItem($0) }) { $0.listedID ?? "" }
    case .parked: ListOfEntries(workshop.parkingLot.map { .parked($0) }) { $0.listedID ?? "" }
    case .nextStep: ListOfEntries(workshop.actions.map { .nextStep($0) }) { $0.listedID ?? "" }
    default:
      ListOfEntries(
        (code.flatMap { delegations[$0] }?.delegates ?? []).map { .delegate($0) }
      ) { $0.listedID ?? "" }
    }
  }

  /// Puts records in the place of all of their kind.
  mutating func set(_ records: [Record], of kind: Record.Kind, of code: DelegationCode?) {
    switch kind {
    case .agendaItem:
      workshop.agenda = records.compactMap {
        if case .agendaItem(let item) = $0 { item } else { nil }
      }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    case .parked:
      workshop.parkingLot = records.compactMap {
        if case .parked(let matter) = $0 { matter } else { nil }
      }
    case .nextStep:
      workshop.actions = records.compactMap {
        if case .nextStep(let step) = $0 { step } else { nil }
      }
    default:
      guard let code else { return }
      delegations[code]?.delegates = records.compactMap {
        if case .delegate(let delegate) = $0 { delegate } else { nil }
      }
    }
  }
}

extension Record {
  /// The identifier of one that stands in a list.
  var listedID: String? {
    switch self {
    case .agendaItem(let item): item.id
    case .parked(let matter): matter.id
    case .nextStep(let step): step.id
    case .delegate(let delegate): delegate.id
    default: nil
    }
  }
}
