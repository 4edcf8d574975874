import Dispatch
import Glibc
import Synchronization

/// Tells when something happens to some names in a folder, or in a folder below it.
///
/// The folder is watched and not the files: a session and its journal are replaced by others of
/// their names. What happens to other names is passed over.
///
/// - Limitations: nothing is told of what another machine does in a network folder, nor of what
///   happened while the folder was not there: who watches looks now and then all the same.
final class FolderWatch: Sendable {
  private let watch: Mutex<Watch>
  private let source: Mutex<any DispatchSourceRead>

  /// Watches some names; `inner` is a folder that is watched whole while it is there, and what
  /// happened is told on the queue.
  ///
  /// Fails where the system watches nothing for this process.
  init?(
    _ folder: String,
    names: Set<String>,
    inner: String,
    queue: DispatchQueue,
    happened: @escaping @Sendable () -> Void,
  ) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    watch = Mutex(Watch(descriptor: descriptor, folder: folder, names: names, inner: inner))
    source = Mutex(DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue))
    source.withLock { source in
      source.setEventHandler { [weak self] in
        if self?.watch.withLock({ $0.takeEvents() }) ?? false { happened() }
      }
      source.setCancelHandler { close(descriptor) }
      source.activate()
    }
  }

  deinit { source.withLock { $0.cancel() } }

  /// Watches the folders that bear the names now: one that was removed, moved away or put in
  /// another's place is watched no more.
  ///
  /// - Returns: whether the folder is watched.
  func renew() -> Bool { watch.withLock { $0.renew() } }
}

/// The system's own list of what is watched (inotify(7)).
private struct Watch: Sendable {
  let descriptor: Int32
  let folder: String
  let names: Set<String>
  let inner: String
  private var watched: Int32 = -1
  private var watchedInner: Int32 = -1

  private static let events = UInt32(
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_DELETE_SELF | IN_MOVE_SELF
  )

  init(descriptor: Int32, folder: String, names: Set<String>, inner: String) {
    self.descriptor = descriptor
    self.folder = folder
    self.names = names
    self.inner = inner
  }

  mutating func renew() -> Bool {
    watched = add(folder, inPlaceOf: watched)
    watchedInner = add("\(folder)/\(inner)", inPlaceOf: watchedInner)
    return watched >= 0
  }

  /// The same folder has the same watch: only another one, or none, ends the one before.
  private func add(_ path: String, inPlaceOf before: Int32) -> Int32 {
    let flags = UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) | UInt32(IN_EXCL_UNLINK)
    let new = inotify_add_watch(descriptor, path, Self.events | flags)
    if before >= 0, before != new { inotify_rm_watch(descriptor, before) }
    return new
  }

  /// Takes what was told since it was asked last.
  ///
  /// - Returns: whether any of it is to be looked at.
  func takeEvents() -> Bool {
    var isAny = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        let events = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        isAny = hasEventToLookAt(events) || isAny
      }
    }
    return isAny
  }

  private func hasEventToLookAt(_ events: UnsafeRawBufferPointer) -> Bool {
    let size = MemoryLayout<inotify_event>.size
    var start = 0
    while start + size <= events.count {
      let event = events.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      let end = min(start + size + Int(event.len), events.count)
      let name = String(decoding: events[start + size..<end].prefix { $0 != 0 }, as: UTF8.self)
      // One without a name is about the folder itself, or of what was lost as there was too much.
      if event.wd != watched || name.isEmpty || name == inner || names.contains(name) {
        return true
      }
      start = end
    }
    return false
  }
}
