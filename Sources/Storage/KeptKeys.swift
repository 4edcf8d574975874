import PlacedJSON

/// What a newer version of the program wrote and this one does not know: kept, and written again
/// at the same place, so that the model can stay free of it.
///
/// A tree like the file's own, with only those branches that hold such keys: putting them back
/// takes one walk, however many there are.
package struct KeptKeys: Sendable {
  /// One step into a JSON value.
  fileprivate enum Step: Hashable, Sendable {
    case key(String)
    /// An element of an array, found again by its identifier.
    case element(String)
  }

  private var members: [JSONValue.Member] = []
  private var branches: [Step: KeptKeys] = [:]

  package init() {}

  /// What stands in the file that was read and not in what this program would write of it.
  ///
  /// Both are the same session, so what is missing from the second is what was not understood.
  init(of original: JSONValue, writtenAs written: JSONValue) {
    self.init(original, written, at: .session)
  }

  private init(_ original: JSONValue, _ written: JSONValue, at place: Place) {
    if let originals = original.members, let others = written.members {
      // Most objects are small, and making a table of one takes longer than looking through it.
      let table =
        others.count > 16 ? Dictionary(others, uniquingKeysWith: { first, _ in first }) : nil
      for (key, value) in originals {
        if let same = table.map({ $0[key] }) ?? written[key] {
          keep(KeptKeys(value, same, at: place.of(key)), at: .key(key))
        } else if !place.leavesOut(key) {
          members.append((key, value))
        }
      }
    } else if let originals = original.elements, let others = written.elements {
      let byID = Dictionary(
        others.compactMap { other in other.identifier.map { ($0, other) } },
        uniquingKeysWith: { first, _ in first },
      )
      for element in originals {
        guard let id = element.identifier, let same = byID[id] else { continue }
        keep(KeptKeys(element, same, at: place), at: .element(id))
      }
    }
  }

  private var isEmpty: Bool { members.isEmpty && branches.isEmpty }

  private mutating func keep(_ branch: KeptKeys, at step: Step) {
    if !branch.isEmpty, branches[step] == nil { branches[step] = branch }
  }

  /// What of it stands at one delegation, and nothing else.
  func ofDelegation(_ code: String) -> KeptKeys {
    var kept = KeptKeys()
    var delegations = KeptKeys()
    delegations.branches[.key(code)] = branches[.key("delegations")]?.branches[.key(code)]
    if !delegations.isEmpty { kept.branches[.key("delegations")] = delegations }
    return kept
  }

  /// The same without what stands at one delegation, and at the changes, which do not tell whose
  /// they are.
  func withoutDelegation(_ code: String) -> KeptKeys {
    var kept = self
    kept.branches[.key("delegations")]?.branches[.key(code)] = nil
    kept.branches[.key("history")] = nil
    return kept
  }

  /// Takes in what another copy has and this one has not.
  mutating func take(_ other: KeptKeys) {
    let keys = Set(members.map(\.key))
    members += other.members.filter { !keys.contains($0.key) }
    for (step, branch) in other.branches { branches[step, default: KeptKeys()].take(branch) }
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
    case .null, .bool, .number, .string: break
    }
    return restored
  }
}

extension JSONValue {
  fileprivate var identifier: String? {
    self["id"]?.string ?? self["institution"]?.string ?? self["fingerprint"]?.string
  }
}

/// Where in a session file a value stands, as far as keys are left out there.
///
/// A key that is known is left out where there is nothing to say, and then need not be kept. One
/// of the same name at another place is unknown there, and is. The elements of an array stand
/// where the array does.
private enum Place {
  case session, workshop, agenda, delegations, delegation, answers, answer, positions
  case history, part, elsewhere

  /// Where the value of a key stands.
  func of(_ key: String) -> Place {
    switch (self, key) {
    case (.session, "workshop"): .workshop
    case (.session, "delegations"): .delegations
    case (.session, "history"): .history
    case (.workshop, "agenda"): .agenda
    case (.delegations, _): .delegation
    case (.delegation, "answers"): .answers
    case (.answers, _): .answer
    case (.answer, "positions"): .positions
    case (.history, "to"), (.history, "was"): .part
    case (.part, "position"): .positions
    default: .elsewhere
    }
  }

  func leavesOut(_ key: String) -> Bool {
    switch self {
    case .session: ["order", "ranks", "receipts"].contains(key)
    case .workshop:
      ["days", "placeLanguage", "placeTranslations", "titleTranslations"].contains(key)
    case .agenda: key == "titleTranslations"
    case .answer, .part:
      [
        "comments", "evidence", "instruments", "notApplicableReason", "noteLanguage",
        "noteTranslations", "positions", "reservations",
      ].contains(key)
    case .positions: key == "notApplicableReason"
    case .delegations, .delegation, .answers, .history, .elsewhere: false
    }
  }
}
