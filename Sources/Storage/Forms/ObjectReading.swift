import PlacedJSON

/// An object while its fields are read: which of its members were known so far.
struct ObjectReading {
  let value: JSONValue
  /// None in what is no object.
  private var cursor: ObjectCursor?
  /// The members that were known, a bit for each of the first 64, and the others by their index.
  private var known: UInt64 = 0
  private var laterKnown: Set<Int> = []

  /// - Returns: `nil` where the value is no object.
  init?(_ value: JSONValue) {
    guard let cursor = ObjectCursor(value) else { return nil }
    self.value = value
    self.cursor = cursor
  }

  /// What is no object, as if it were an empty one.
  init(none value: JSONValue) { self.value = value }

  var isObject: Bool { cursor != nil }

  /// The value of a key, which is known from now on; `nil` where there is none.
  mutating func take(_ key: String) -> JSONValue? {
    guard let (index, value) = cursor?.take(key) else { return nil }
    if index < 64 { known |= 1 << UInt64(index) } else { laterKnown.insert(index) }
    return value
  }

  /// Whether every member is known.
  var isKnown: Bool {
    guard let count = cursor?.count else { return true }
    return count <= 64 && known.nonzeroBitCount == count
  }

  /// The members that nobody asked for, but for those of some keys.
  func unknown(besides keys: [String]) -> [JSONValue.Member] {
    (value.members ?? []).enumerated().filter { index, member in
      let isKnown = index < 64 ? known >> UInt64(index) & 1 == 1 : laterKnown.contains(index)
      return !isKnown && !keys.contains(member.key)
    }.map(\.element)
  }
}
