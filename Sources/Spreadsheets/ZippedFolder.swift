/// Files in one: what every computer opens without installing anything.
package enum ZippedFolder {
  /// The bytes of a zip file; the same files give the same bytes.
  package static func bytes(of files: [(name: String, content: [UInt8])]) -> [UInt8] {
    ZipArchive(files.map { ZipArchive.Entry(name: $0.name, content: $0.content) }).bytes
  }
}
