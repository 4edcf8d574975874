import Glibc

/// A file as it is on the disk, with what changes when it is written or replaced.
struct FileVersionOnDisk: Equatable, Sendable {
  /// Which file it is, under whichever name.
  struct Node: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  let node: Node
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  init(_ information: stat) {
    node = Node(device: UInt64(information.st_dev), number: UInt64(information.st_ino))
    size = Int64(information.st_size)
    seconds = Int(information.st_mtim.tv_sec)
    nanoseconds = Int(information.st_mtim.tv_nsec)
  }

  /// - Returns: `nil` where there is nothing.
  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    self.init(information)
  }

  /// The version behind an open descriptor.
  init?(descriptor: Int32) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return nil }
    self.init(information)
  }
}
