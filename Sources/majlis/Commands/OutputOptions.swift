import ArgumentParser
import Glibc
import Storage

/// Where a command writes what it makes.
struct OutputOptions: ParsableArguments {
  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; - or none for standard output.",
  )
  var path: String?

  var isStandardOutput: Bool { path == nil || path == "-" }

  /// Writes it; a file is for its owner alone, and comes in the place of one of that name whole.
  func write(_ bytes: [UInt8], _ surroundings: Surroundings) throws(Complaint) {
    guard let path, !isStandardOutput else {
      fflush(nil)
      return try surroundings.onFile("-") { () throws(StorageError) in
        try FileSystem.write(bytes, toDescriptor: 1)
      }
    }
    try surroundings.onFile(path) { () throws(StorageError) in
      do throws(StorageError) {
        try SessionFile.write(bytes, to: path)
      } catch .writeFailed(let reason) {
        throw .cannotCreate(reason: reason)
      }
    }
  }
}
