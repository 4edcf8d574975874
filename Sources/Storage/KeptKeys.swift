import PlacedJSON

/// What a newer version of the program wrote and this one does not know: kept, and written again
/// at the same place, so that the model can stay free of it.
package struct KeptKeys: Sendable {
  /// One step into a JSON value.
  enum Step: Hashable, Sendable {
    case key(String)
    /// An element of an array, found again by its identifier.
    case element(String)
  }

  private struct Kept: Sendable {
    let path: [Step]
    let key: String
    let value: JSONValue
  }

  private var kept: [Kept] = []

  package init() {}

  /// What stands in the file that was read and not in what this program would write of it.
  ///
  /// Both are the same session, so what is missing from the second is what was not understood.
  /// Keys that are known and were left out on purpose have to be named.
  init(of original: JSONValue, writtenAs written: JSONValue, known: Set<String>) {
    compare(original, written, path: [], known: known)
  }

  private mutating func compare(
    _ original: JSONValue,
    _ written: JSONValue,
    path: [Step],
    known: Set<String>,
  ) {
    if let members = original.members, written.members != nil {
      for (key, value) in members {
        if let same = written[key] {
          compare(value, same, path: path + [.key(key)], known: known)
        } else if !known.contains(key) {
          kept.append(Kept(path: path, key: key, value: value))
        }
      }
    } else if let elements = original.elements, let others = written.elements {
      let byID = Dictionary(
        others.compactMap { other in other.identifier.map { ($0, other) } },
        uniquingKeysWith: { first, _ in first },
      )
      for element in elements {
        guard let id = element.identifier, let same = byID[id] else { continue }
        compare(element, same, path: path + [.element(id)], known: known)
      }
    }
  }

  /// The value with what was kept put back where it stood, as far as its place is still there.
  func restored(to value: JSONValue) -> JSONValue {
    kept.reduce(value) { $0.adding($1.value, key: $1.key, at: $1.path[...]) }
  }
}

extension JSONValue {
  fileprivate var identifier: String? { self["id"]?.string ?? self["institution"]?.string }

  fileprivate func adding(
    _ value: JSONValue,
    key: String,
    at path: ArraySlice<KeptKeys.Step>,
  ) -> JSONValue {
    var changed = self
    switch (path.first, kind) {
    case (nil, .object(var members)):
      if self[key] == nil { members.append((key, value)) }
      changed.kind = .object(members)
    case (.key(let name)?, .object(var members)):
      guard let index = members.firstIndex(where: { $0.key == name }) else { return self }
      members[index].value = members[index].value.adding(value, key: key, at: path.dropFirst())
      changed.kind = .object(members)
    case (.element(let id)?, .array(var elements)):
      guard let index = elements.firstIndex(where: { $0.identifier == id }) else { return self }
      elements[index] = elements[index].adding(value, key: key, at: path.dropFirst())
      changed.kind = .array(elements)
    default: break
    }
    return changed
  }
}
