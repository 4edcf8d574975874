/// Where the program makes files that somebody at the screen has named.
package enum FileAccess: Sendable {
  /// For a person at this machine, what they type is a path: beside the session or below a folder of
  /// their own.
  case person(session: String, home: String?)
  /// For a guest it is a plain name in the box of their seat, and nothing else.
  case guest(SeatBox)

  /// The file of a name, in one of some formats; nothing is written yet.
  ///
  /// - Throws: why there is none.
  package func output(
    named name: String,
    _ formats: [FileFormat],
    inputs: [String],
  ) throws(StorageError) -> NamedOutput {
    switch self {
    case .person(let session, let home):
      let path = Self.path(name, session, home)
      return NamedOutput(
        shownName: path,
        destination: .file(try OutputFile(path, formats, inputs: inputs)),
      )
    case .guest(let box):
      guard let plain = BoxName(name) else { throw .output(.isNoPlainName) }
      let format = try FileFormat.promised(byName: name, among: formats)
      return NamedOutput(shownName: name, destination: .box(box, plain, format))
    }
  }

  private static func path(_ name: String, _ session: String, _ home: String?) -> String {
    if name.hasPrefix("/") { return name }
    if name.hasPrefix("~/"), let home { return home + name.dropFirst() }
    return "\(FileSystem.folder(of: session))/\(name)"
  }
}

/// A file that is made under a name that somebody gave, never in the place of another.
package struct NamedOutput: Sendable {
  fileprivate enum Destination: Sendable {
    case file(OutputFile)
    case box(SeatBox, BoxName, FileFormat?)
  }

  /// What the person is told of where it is.
  package let shownName: String
  fileprivate let destination: Destination

  /// Which of the formats its name promises; `nil` where that promises nothing.
  package var format: FileFormat? {
    switch destination {
    case .file(let file): file.format
    case .box(_, _, let format): format
    }
  }

  /// Writes it whole, or not at all.
  package func write(_ bytes: [UInt8]) throws(StorageError) {
    switch destination {
    case .file(let file): try file.write(bytes)
    case .box(let box, let name, _): try box.write(bytes, as: name, replacing: false)
    }
  }
}
