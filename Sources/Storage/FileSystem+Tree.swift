import Glibc

extension FileSystem {
  /// Whether who runs this may do anything on the machine.
  package static var isRoot: Bool { geteuid() == 0 }

  /// Takes a folder away with all that is in it, as far as that can be done; links are not followed.
  static func removeTree(_ path: String) {
    var information = stat()
    guard lstat(path, &information) == 0 else { return }
    guard information.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) where name != "." && name != ".." { removeTree("\(path)/\(name)") }
    rmdir(path)
  }
}
