import PlacedJSON

/// How often sessions are brought together with those of others by themselves, as it was chosen on
/// this machine: by the file, the session that is in it, and who publishes from it.
extension DataFolder {
  private var rhythmsPath: String { path + "/together.json" }
  private static let identifier = "id"

  /// In minutes, by what publishers are remembered by; nothing where it cannot be read.
  package func rhythms(ofSession file: String, id: String) -> [String: Int] {
    rhythms[file].flatMap { $0.id == id ? $0.minutes : nil } ?? [:]
  }

  /// Remembers it; of a session that is not there any more, nothing.
  package func remember(
    minutes: Int?,
    of publisher: String,
    ofSession file: String,
    id: String,
  ) throws(StorageError) {
    try FileSystem.makeFolder(path)
    var all = rhythms.filter { FileSystem.exists($0.key) }
    var own = all[file].flatMap { $0.id == id ? $0.minutes : nil } ?? [:]
    own[publisher] = minutes
    all[file] = own.isEmpty ? nil : (id, own)
    let members = all.sorted { $0.key < $1.key }.map { file, chosen in
      let minutes = chosen.minutes.sorted { $0.key < $1.key }
        .map { ($0.key, JSONValue.number($0.value)) }
      return (file, JSONValue.object([(Self.identifier, .string(chosen.id))] + minutes))
    }
    _ = try AtomicWriting().replace(rhythmsPath, with: JSONWriter.text(.object(members)))
  }

  private var rhythms: [String: (id: String, minutes: [String: Int])] {
    // As with what was used last, forgetting is no fault.
    guard let bytes = try? FileSystem.read(rhythmsPath, limit: 1 << 20),
      case .object(let members)? = (try? JSONReader.read(bytes))?.kind
    else { return [:] }
    var rhythms: [String: (id: String, minutes: [String: Int])] = [:]
    for (file, chosen) in members {
      guard case .object(let members) = chosen.kind, let id = chosen[Self.identifier]?.string
      else { continue }
      var minutes: [String: Int] = [:]
      for (publisher, value) in members { minutes[publisher] = value.wholeNumber }
      rhythms[file] = (id, minutes)
    }
    return rhythms
  }
}
