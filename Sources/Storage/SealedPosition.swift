import Consultation
import FoundationEssentials
import PlacedJSON

/// A position of a hidden round as the file has it: Base64 of its canonical JSON under one key.
///
/// That keeps it from somebody who glances at the file, from `grep` and from what `git diff`
/// prints; not from somebody who decodes it, which takes no key. Where positions have to be kept
/// from those who can read the file, the file is sealed as a whole.
enum SealedPosition {
  static let key = "sealed"

  static func text(_ inside: JSONValue) -> String {
    Data(JSONWriter.line(inside)).base64EncodedString()
  }

  /// - Returns: `nil` where it is no Base64 of an object.
  static func inside(of text: String) -> JSONValue? {
    guard let data = Data(base64Encoded: text),
      let value = try? JSONReader.read(Array(data)), value.members != nil,
      value[key] == nil
    else { return nil }
    return value
  }
}

extension Session {
  /// Whether a change says something of a position that nobody sees yet.
  func hides(_ change: Change) -> Bool {
    guard case .position = change.what, let code = change.delegation,
      let number = change.question
    else { return false }
    return delegations[code]?.hidesPositions(on: number) ?? false
  }
}

extension Change {
  /// The same without what it says of a position.
  var withoutPosition: Change {
    guard case .position(let institution, _) = what else { return self }
    return Change(
      stamp: stamp,
      delegation: delegation,
      question: question,
      what: .position(institution: institution, nil),
      was: .position(institution: institution, nil),
      undoes: undoes,
      settles: settles,
    )
  }
}
