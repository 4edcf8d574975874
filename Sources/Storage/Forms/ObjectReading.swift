import PlacedJSON

/// An object while its fields are read: which of its members were known so far.
struct ObjectReading {
  let value: JSONValue
  private let members: [JSONValue.Member]
  /// The members that were known, a bit for each of the first 64, and the others by their index.
  private var known: UInt64 = 0
  private var laterKnown: Set<Int> = []
  /// Where the next one is looked for first: files and forms have much the same order.
  private var next = 0

  /// - Returns: `nil` where the value is no object.
  init?(_ value: JSONValue) {
    guard let members = value.members else { return nil }
    self.value = value
    self.members = members
  }

  /// What is no object, as if it were an empty one.
  init(none value: JSONValue) {
    self.value = value
    members = []
  }

  var isObject: Bool { value.members != nil }

  /// The value of a key, which is known from now on; `nil` where there is none.
  mutating func take(_ key: String) -> JSONValue? {
    for index in next..<members.count where members[index].key == key { return take(index) }
    for index in 0..<next where members[index].key == key { return take(index) }
    return nil
  }

  private mutating func take(_ index: Int) -> JSONValue {
    if index < 64 { known |= 1 << UInt64(index) } else { laterKnown.insert(index) }
    next = index + 1
    return members[index].value
  }

  /// Whether every member is known.
  var isKnown: Bool { members.count <= 64 && known.nonzeroBitCount == members.count }

  /// The members that nobody asked for, but for those of some keys.
  func unknown(besides keys: [String]) -> [JSONValue.Member] {
    members.enumerated().filter { index, member in
      let isKnown = index < 64 ? known >> UInt64(index) & 1 == 1 : laterKnown.contains(index)
      return !isKnown && !keys.contains(member.key)
    }.map(\.element)
  }
}
