import Consultation
import Glibc

/// The operations on files that are used here, and their errors.
package enum FileSystem {
  /// How much is read of one file: no questionnaire and no session comes near it.
  package static let largestFile = 256 << 20

  /// The whole content of a file.
  package static func read(
    _ path: String,
    limit: Int = largestFile,
  ) throws(StorageError) -> [UInt8] {
    // A pipe that nobody writes to is empty, rather than waited for without an end.
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .noSuchFile : .readFailed(reason: reason())
    }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return try read(descriptor, limit: limit)
  }

  /// What can be read from a descriptor until its end: standard input, or an open file.
  package static func read(
    _ descriptor: Int32,
    limit: Int = largestFile,
  ) throws(StorageError) -> [UInt8] {
    var bytes: [UInt8] = []
    var information = stat()
    if fstat(descriptor, &information) == 0 {
      guard information.st_mode & S_IFMT != S_IFDIR else { throw .invalid([Fault([], .folder)]) }
      // A file can say that it is larger than any memory.
      guard information.st_size <= limit else { throw tooLarge(limit) }
      bytes.reserveCapacity(Int(information.st_size))
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = retrying { Int32(truncatingIfNeeded: Glibc.read(descriptor, &chunk, 1 << 16)) }
      guard count >= 0 else { throw .readFailed(reason: reason()) }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
  }

  private static func tooLarge(_ limit: Int) -> StorageError {
    .invalid([Fault([], .tooLarge(limitInMegabytes: limit >> 20))])
  }

  /// Whether a file is sealed, as its first bytes tell.
  package static func isSealed(_ path: String) -> Bool {
    start(of: path, count: 64).map(Sealing.isSealed) ?? false
  }

  /// The first bytes of a file; nothing where it cannot be read.
  static func start(of path: String, count: Int) -> [UInt8]? {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    return Array(bytes[..<max(0, Glibc.read(descriptor, &bytes, count))])
  }

  /// Whether what is printed goes into this file.
  package static func isStandardOutput(_ path: String) -> Bool {
    var (output, information) = (stat(), stat())
    return fstat(1, &output) == 0 && output.st_mode & S_IFMT == S_IFREG
      && stat(path, &information) == 0 && information.st_ino == output.st_ino
      && information.st_dev == output.st_dev
  }

  package static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether anything stands under a name, be it a link that leads nowhere.
  static func stands(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0
  }

  /// The folder in which a path lies; `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The file that a path leads to, through symbolic links; the path itself where there is none.
  package static func target(of path: String) -> String {
    resolved(path) ?? path
  }

  /// The same; nothing where a path leads to no file.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a folder and those it lies in, for their owner alone.
  package static func makeFolder(_ path: String) throws(StorageError) {
    guard !isFolder(path) else { return }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .cannotCreate(reason: reason())
    }
  }

  /// The names in a folder, in order; none where it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    return names(in: folder)
  }

  /// The same of a folder that is open.
  static func names(inOpen descriptor: Int32) -> [String] {
    let copy = dup(descriptor)
    guard let folder = fdopendir(copy) else {
      close(copy)
      return []
    }
    defer { closedir(folder) }
    rewinddir(folder)
    return names(in: folder)
  }

  private static func names(in folder: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The reason of the last failure, in the system's words.
  static func reason() -> String { String(cString: strerror(errno)) }

  /// Does it again as long as a signal interrupts it.
  static func retrying(_ operation: () -> Int32) -> Int32 {
    while true {
      let result = operation()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
