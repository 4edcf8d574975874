package import Consultation
import PlacedJSON

extension Assets {
  /// The files of a small questionnaire that works, with comments in one language that say where to
  /// write what.
  ///
  /// A comment is a member `$comment`, as in JSON Schema; whoever reads a questionnaire passes it
  /// over.
  package func beginning(
    ofQuestionnaire id: String,
    in language: Language,
  ) throws(StorageError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in ["questionnaire.json", "domain-1.json"] {
      let bytes = try bytes("new-questionnaire/\(name)")
      let value = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
      files.append(
        (name, JSONWriter.text(value.commented(in: language).renamed(id), isSorted: false))
      )
    }
    return files
  }
}

extension JSONValue {
  /// The same with each comment in one language alone.
  fileprivate func commented(in language: Language) -> JSONValue {
    if let elements { return .array(elements.map { $0.commented(in: language) }) }
    guard let members else { return self }
    return .object(
      members.map { key, value in
        (
          key,
          key == "$comment" ? value[language.rawValue] ?? value : value.commented(in: language),
        )
      }
    )
  }

  /// The same under another `id`, where it has one.
  fileprivate func renamed(_ id: String) -> JSONValue {
    guard let members, self["id"] != nil else { return self }
    return .object(members.map { key, value in (key, key == "id" ? .string(id) : value) })
  }
}
