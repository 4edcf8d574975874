import Glibc

/// The operations by which something is written, as the system has them.
///
/// Values and not calls, so that a test can make the n-th of them fail and see that nothing is
/// lost. Each returns what the system call does and leaves the reason of a failure in `errno`.
struct FileOperations: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  var sync: @Sendable (_ descriptor: Int32) -> Int32
  /// Makes what was written durable, and of the file's own data only its size.
  var dataSync: @Sendable (_ descriptor: Int32) -> Int32
  var truncate: @Sendable (_ descriptor: Int32, _ size: Int) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ path: String, _ newPath: String) -> Int32
  /// Gives a file a second name.
  var link: @Sendable (_ path: String, _ newPath: String) -> Int32
  var remove: @Sendable (_ path: String) -> Int32

  /// Files are made for their owner alone.
  static let system = FileOperations(
    open: { path, flags in Glibc.open(path, flags | O_CLOEXEC, 0o600) },
    write: { descriptor, bytes in Glibc.write(descriptor, bytes.baseAddress, bytes.count) },
    sync: { descriptor in fsync(descriptor) },
    dataSync: { descriptor in fdatasync(descriptor) },
    truncate: { descriptor, size in ftruncate(descriptor, size) },
    close: { descriptor in Glibc.close(descriptor) },
    rename: { path, newPath in Glibc.rename(path, newPath) },
    link: { path, newPath in Glibc.link(path, newPath) },
    remove: { path in unlink(path) },
  )
}
