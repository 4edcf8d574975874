package import Consultation
import PlacedJSON

/// The canonical encoding by which a merge decides: what stands in a session file, as JSON on one
/// line with sorted keys; unknown keys are put in order by it too.
///
/// Fingerprints are taken of the same values, laid out in lines as the file has them. The two stay
/// apart: one would change every fingerprint, or the order in which copies were merged before. The
/// article *The canonical encoding* says what they have in common, and an example.
package struct CanonicalJSON: CanonicalEncoding {
  package init() {}

  package func bytes(of change: Change) -> [UInt8] {
    JSONWriter.line(JSONForm.change.write(change))
  }

  package func digest(of bytes: [UInt8]) -> String { Fingerprint.digest(of: bytes) }

  package func joined(_ first: Record, _ second: Record) -> Record {
    let form = RecordForms.record(first.kind)
    let values = (form.write(first), form.write(second))
    // Were what both say together no record, one of them stands as a whole.
    if !first.kind.isWhole {
      var reading = FileReading()
      let both = form.read(JSONValue.joined(values.0, values.1), { Path() }, &reading)
      if let both, reading.faults.isEmpty { return both }
    }
    let later = JSONWriter.line(JSONValue.later(values.0, values.1))
    return later == JSONWriter.line(values.0) ? first : second
  }
}

extension Record.Kind {
  /// Whether only the whole of it is somebody's word: half of one signature and half of another
  /// would be what nobody signed.
  fileprivate var isWhole: Bool {
    switch self {
    case .signOff, .baseline, .consent, .room, .speech, .attendance: true
    default: false
    }
  }
}

extension JSONValue {
  /// What two values say together: of objects each key, of anything else the later one.
  static func joined(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    guard let members = first.members, let others = second.members else {
      return later(first, second)
    }
    return .object(joined(members, others))
  }

  /// The members of both.
  ///
  /// A text goes with its language and its standing, or it would be said to be in another one.
  static func joined(_ first: [Member], _ second: [Member]) -> [Member] {
    let unit = ["text", "language", "standing"]
    let isText = { (member: Member) in member.key == "language" || member.key == "standing" }
    guard first.contains(where: isText), second.contains(where: isText) else {
      return joinedByKey(first, second)
    }
    let texts = (
      first.filter { unit.contains($0.key) }, second.filter { unit.contains($0.key) },
    )
    let later = later(.object(texts.0), .object(texts.1)).members ?? []
    return later
      + joinedByKey(
        first.filter { !unit.contains($0.key) },
        second.filter { !unit.contains($0.key) },
      )
  }

  private static func joinedByKey(_ first: [Member], _ second: [Member]) -> [Member] {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    var places: [[UInt8]: Int] = [:]
    var members = first
    for (index, member) in first.enumerated() { places[Array(member.key.utf8)] = index }
    for member in second {
      if let index = places[Array(member.key.utf8)] {
        members[index].value = joined(members[index].value, member.value)
      } else {
        members.append(member)
      }
    }
    return members
  }

  /// Of two values the one that comes later: by its type, numbers then by their size, and all by
  /// their bytes.
  static func later(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    if first.typeRank != second.typeRank {
      return first.typeRank < second.typeRank ? second : first
    }
    if let number = first.number, let other = second.number, number != other {
      return number < other ? second : first
    }
    let lines = (JSONWriter.line(first), JSONWriter.line(second))
    return lines.0.lexicographicallyPrecedes(lines.1) ? second : first
  }

  private var typeRank: Int {
    switch kind {
    case .null: 0
    case .bool: 1
    case .number: 2
    case .string: 3
    // Their first bytes tell these two apart.
    case .array, .object: 4
    }
  }
}
