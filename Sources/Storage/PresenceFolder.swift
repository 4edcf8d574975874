import Consultation
import FoundationEssentials
import Glibc
import PlacedJSON

/// Who has a session open on this machine: a hidden folder beside it, with a file for each
/// process that is locked as long as the process lives, however it ends.
///
/// What cannot be written here is not known to others, and no harm. A file is read again where it has
/// changed: of sixty people each has the files of all others to look at. The folder is opened once for
/// each look, through no link, and everything is done relative to it: only regular files of this
/// user with the names that the program makes are read, and only those are removed.
struct PresenceFolder {
  private let path: String
  private let own: String
  private var descriptor: Int32 = -1
  private var told: Presence?
  /// What was read of others, by the names of their files.
  private var known: [String: Known] = [:]

  /// What a file said, as long as it is the same.
  private struct Known {
    let changed: timespec
    let size: off_t
    let presence: Presence

    func isOf(_ information: stat) -> Bool {
      size == information.st_size && changed.tv_sec == information.st_mtim.tv_sec
        && changed.tv_nsec == information.st_mtim.tv_nsec
    }
  }

  init(forSession path: String) {
    self.path = Companions(ofSession: path).presence
    own = "\(getpid())-\(UUID().uuidString)"
  }

  /// Lets others know where this person is.
  mutating func tell(_ presence: Presence) {
    guard presence != told else { return }
    if descriptor < 0 { begin() }
    guard descriptor >= 0 else { return }
    let bytes = JSONWriter.line(JSONForm.presence.write(presence)) + [0x0A]
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return }
    ftruncate(descriptor, off_t(bytes.count))
    told = presence
  }

  private mutating func begin() {
    mkdir(path, 0o700)
    descriptor =
      inFolder { folder in
        openat(folder, own, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      } ?? -1
    if descriptor >= 0 { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  /// Those who are there besides this process; the files of those who are gone are removed.
  mutating func others() -> [Presence] {
    let before = known
    known =
      inFolder { folder in
        var found: [String: Known] = [:]
        for name in FileSystem.names(inOpen: folder) where name != own && Self.isName(name) {
          found[name] = Self.other(name, in: folder, before[name])
        }
        return found
      } ?? [:]
    return known.sorted { $0.key < $1.key }.map(\.value.presence)
  }

  mutating func end() {
    guard descriptor >= 0 else { return }
    _ = inFolder { folder in unlinkat(folder, own, 0) }
    close(descriptor)
    descriptor = -1
    // Stays as long as others are in it.
    rmdir(path)
  }

  /// Does something in the folder, where there is one of this user's own.
  private func inFolder<Value>(_ work: (Int32) -> Value) -> Value? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    var information = stat()
    guard fstat(folder, &information) == 0, information.st_uid == geteuid() else { return nil }
    return work(folder)
  }

  private static func other(_ name: String, in folder: Int32, _ known: Known?) -> Known? {
    var information = stat()
    guard fstatat(folder, name, &information, AT_SYMLINK_NOFOLLOW) == 0,
      information.st_mode & S_IFMT == S_IFREG, information.st_uid == geteuid()
    else { return nil }
    let other = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard other >= 0 else { return nil }
    defer { close(other) }
    guard flock(other, LOCK_SH | LOCK_NB) != 0 else {
      unlinkat(folder, name, 0)
      return nil
    }
    guard fstat(other, &information) == 0 else { return nil }
    // The clock of files goes in steps, within which one can change once more.
    let isSettled = time(nil) - information.st_mtim.tv_sec > 1
    if let known, known.isOf(information), isSettled { return known }
    // One that is being written at this moment is read the next time.
    guard let bytes = try? FileSystem.read(other, limit: 1 << 16),
      let value = try? JSONReader.read(bytes)
    else { return nil }
    var reading = FileReading()
    guard let presence = JSONForm.presence.read(value, { Path().passingOver }, &reading) else {
      return nil
    }
    return Known(changed: information.st_mtim, size: information.st_size, presence: presence)
  }

  /// Whether a name is one that the program makes: a process and an identifier.
  private static func isName(_ name: String) -> Bool {
    guard let dash = name.firstIndex(of: "-") else { return false }
    let process = name[..<dash]
    return !process.isEmpty && process.allSatisfy { ("0"..."9").contains($0) }
      && UUID(uuidString: String(name[name.index(after: dash)...])) != nil
  }
}

extension JSONForm where Value == Presence {
  /// Where somebody is counts as far as it can be read.
  fileprivate static let presence = JSONForm(
    JSONField("by", \.by, .string),
    JSONField("role", \.role, .code),
    JSONField("terminal", \.terminal, optional: .string),
    JSONField("delegation", \.delegation, optional: .delegation),
    JSONField("question", \.question, optional: .question),
    JSONField("at", \.at, .moment),
    make: Presence.init,
  )
}
