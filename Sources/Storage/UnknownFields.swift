import Consultation
import PlacedJSON

/// What a newer version of the program wrote and this one does not know: kept, and written again
/// at the same place, so that the model can stay free of it.
///
/// A tree like the file's own, with only those branches that hold such keys: putting them back
/// takes one walk, however many there are.
package struct UnknownFields: Sendable {
  /// One step into a JSON value.
  enum Step: Hashable, Sendable {
    case key(String)
    /// An element of an array, found again by its identifier.
    case element(String)
    /// What is kept here, and not what is kept further in.
    case members
  }

  private var members: [JSONValue.Member] = []
  private var branches: [Step: UnknownFields] = [:]

  package init() {}

  var isEmpty: Bool { members.isEmpty && branches.isEmpty }

  /// Keeps a member of the object to which these steps lead.
  mutating func keep(_ member: JSONValue.Member, at steps: ArraySlice<Step>) {
    guard let step = steps.first else { return members.append(member) }
    branches[step, default: UnknownFields()].keep(member, at: steps.dropFirst())
  }

  /// What of it stands at one delegation, and nothing else.
  func ofDelegation(_ code: String) -> UnknownFields {
    var kept = UnknownFields()
    var delegations = UnknownFields()
    delegations.branches[.key(code)] = branches[.key("delegations")]?.branches[.key(code)]
    if !delegations.isEmpty { kept.branches[.key("delegations")] = delegations }
    return kept
  }

  /// The same without what stands at one delegation, and at the changes, which do not tell whose
  /// they are.
  func withoutDelegation(_ code: String) -> UnknownFields {
    var kept = self
    kept.branches[.key("delegations")]?.branches[.key(code)] = nil
    kept.branches[.key("history")] = nil
    return kept
  }

  /// Takes in what another copy has; of two values of one key, the one that comes later in its
  /// canonical form, and of two objects what both have.
  mutating func join(_ other: UnknownFields) {
    members = JSONValue.joined(members, other.members)
    for (step, branch) in other.branches { branches[step, default: UnknownFields()].join(branch) }
  }

  /// Lets go of what stood in something that was taken away at any time, even where it is there
  /// again: a copy that knows of its absence only would have none of it, and it must not depend on
  /// who meets whom first.
  mutating func forget(whatWasTakenAwayIn history: [Change]) {
    guard !isEmpty else { return }
    for change in history {
      for steps in change.placesTakenAway { forget(steps[...]) }
      if case .answered(_, let parts, _) = change.what, let answer = change.placeOfAnswer {
        forget(
          under: (answer + [.key("instruments")])[...],
          besides: Set(parts.instruments.keys),
        )
      }
    }
  }

  /// Lets go of what stood in an object's members but for those of some keys.
  private mutating func forget(under steps: ArraySlice<Step>, besides keys: Set<String>) {
    guard let step = steps.first else {
      let kept = Set(keys.map { Step.key($0) })
      branches = branches.filter { kept.contains($0.key) }
      return
    }
    branches[step]?.forget(under: steps.dropFirst(), besides: keys)
  }

  mutating func forget(_ steps: ArraySlice<Step>) {
    guard let step = steps.first else { return }
    if step == .members { return members = [] }
    guard branches[step] != nil else { return }
    if steps.count == 1 {
      branches[step] = nil
    } else {
      branches[step]?.forget(steps.dropFirst())
    }
  }

  /// The same for one change of the history.
  func restored(toChange value: JSONValue, id: String) -> JSONValue {
    branches[.key("history")]?.branches[.element(id)]?.restored(to: value) ?? value
  }

  /// The value with what was kept put back where it stood, as far as its place is still there.
  func restored(to value: JSONValue) -> JSONValue {
    guard !isEmpty else { return value }
    var restored = value
    switch value.kind {
    case .object(var present):
      for index in present.indices {
        guard let branch = branches[.key(present[index].key)] else { continue }
        present[index].value = branch.restored(to: present[index].value)
      }
      let keys = Set(present.map(\.key))
      restored.kind = .object(present + members.filter { !keys.contains($0.key) })
    case .array(let elements):
      restored.kind = .array(
        elements.map { element in
          element.identifier.flatMap { branches[.element($0)] }?.restored(to: element) ?? element
        }
      )
    // A standing, which is its step alone where nothing more is known of it.
    case .string where !members.isEmpty: restored.kind = .object([("step", value)] + members)
    case .null, .bool, .number, .string: break
    }
    return restored
  }
}

extension Change {
  /// Where the answer stands in the session's file that it is of.
  fileprivate var placeOfAnswer: [UnknownFields.Step]? {
    guard let delegation, let question else { return nil }
    return [
      .key("delegations"), .key(delegation.description), .key("answers"),
      .key(question.description),
    ]
  }

  /// Where something was, in the session's file, that this change takes away.
  fileprivate var placesTakenAway: [[UnknownFields.Step]] {
    let own: [UnknownFields.Step] =
      delegation.map { [.key("delegations"), .key($0.description)] } ?? []
    let answer = own + (question.map { [.key("answers"), .key($0.description)] } ?? [])
    switch what {
    case .evidence(let id, nil, _): return [answer + [.key("evidence"), .element(id)]]
    case .position(let name, nil): return [answer + [.key("positions"), .element(name)]]
    case .reservation(let name, nil): return [answer + [.key("reservations"), .element(name)]]
    case .comment(let id, nil): return [answer + [.key("comments"), .element(id)]]
    case .noted(let note, _):
      return languagesWithout(note).map { answer + [.key("noteTranslations"), .key($0)] }
    case .record(let key, let record): return Self.places(of: key, record, own)
    case .answered, .applied, .evidence, .position, .reservation, .status, .sharing, .comment:
      return []
    }
  }

  private static func places(
    of key: RecordKey,
    _ record: Record?,
    _ own: [UnknownFields.Step],
  ) -> [[UnknownFields.Step]] {
    let workshop: [UnknownFields.Step] = [.key("workshop")]
    switch (key.kind, record) {
    case (.workshop, .workshop(let frame)?):
      return languagesWithout(frame.title).map { workshop + [.key("titleTranslations"), .key($0)] }
        + languagesWithout(frame.place).map { workshop + [.key("placeTranslations"), .key($0)] }
    case (.agendaItem, .agendaItem(let item)?):
      return languagesWithout(item.title).map {
        workshop + [.key("agenda"), .element(key.id), .key("titleTranslations"), .key($0)]
      }
    case (.agendaItem, _): return [workshop + [.key("agenda"), .element(key.id)]]
    case (.parked, nil): return [workshop + [.key("parkingLot"), .element(key.id)]]
    case (.nextStep, nil): return [workshop + [.key("actions"), .element(key.id)]]
    case (.delegate, nil): return [own + [.key("delegates"), .element(key.id)]]
    case (.identity, nil):
      let place: [UnknownFields.Step] = [.key("delegations"), .key(key.id)]
      return [.members, .key("shortName"), .key("officialName")].map { place + [$0] }
    case (.profile, .profile(let profile)?):
      let place = own + [.key("records"), .key(key.kind.rawValue), .key(key.id), .key("context")]
      if profile.context == nil { return [place] }
      return languagesWithout(profile.context).map { place + [.key("translations"), .key($0)] }
    case (_, nil):
      return [own + [.key("records"), .key(key.kind.rawValue), .key(key.id)]]
    case (_, _?): return []
    }
  }
}

/// The languages in which a text has no translation.
private func languagesWithout(_ text: TranslatedText?) -> [String] {
  Language.allCases.filter { text?.translations[$0] == nil }.map(\.rawValue)
}

extension JSONValue {
  /// By what an element of an array is found again.
  var identifier: String? {
    if let name = self["id"]?.string ?? self["institution"]?.string { return name }
    guard let fingerprint = self["fingerprint"]?.string else { return nil }
    return "\(fingerprint) \(self["delegation"]?.string ?? "") \(self["by"]?.string ?? "")"
  }
}
