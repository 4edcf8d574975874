package import Consultation
import FoundationEssentials
import Glibc
import PlacedJSON

/// Somebody who sits at a seat from another computer.
package struct Connection: Equatable, Sendable {
  package let seat: RemoteSeat
  /// The address that they came from.
  package let from: String
  package let since: Timestamp
  package let process: Int32
}

/// Who is connected: a file for each process of a seat, locked as long as that lives.
///
/// The lock is one of which the system tells who holds it (`F_GETLK`), so that no number in a file
/// decides whom a signal is sent to.
extension HostFolder {
  /// Notes that this process sits at a seat, until it ends; who sat there with the same key is
  /// asked to leave: they are the same person, whose line was cut.
  package func connect(_ seat: RemoteSeat, from: String, at now: Timestamp) throws(StorageError) {
    let name = "\(seat) \(UUID().uuidString)"
    let file = open(
      "\(connectionsFolder)/\(name)",
      O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
      0o600,
    )
    // It stays open to the end of the process, and with it the lock.
    guard file >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    var lock = Self.wholeFile(F_WRLCK)
    guard fcntl(file, F_SETLK, &lock) == 0 else {
      throw .cannotCreate(reason: FileSystem.reason())
    }
    let value = JSONValue.object([
      ("from", .string(from)), ("since", .number(Int(now.milliseconds))),
    ])
    let bytes = JSONWriter.line(value)
    guard FileOperations.system.writeAll(bytes, to: file) else {
      throw .writeFailed(reason: FileSystem.reason())
    }
    close(seat, but: name)
    // What it was writing and where it was is kept before this one begins there.
    for _ in 0..<100 where connections(but: name).contains(where: { $0.seat == seat }) {
      usleep(30_000)
    }
  }

  /// Asks those who sit at a seat to leave, as by a line that was hung up: what they were writing is
  /// kept.
  package func close(_ seat: RemoteSeat) { close(seat, but: nil) }

  private func close(_ seat: RemoteSeat, but own: String?) {
    for connection in connections(but: own) where connection.seat == seat {
      kill(connection.process, SIGHUP)
    }
  }

  /// Who is connected now; the files of those who are gone are removed.
  package func connections() -> [Connection] { connections(but: nil) }

  /// Whoever closes their own file lets go of their own lock, and so it is left out.
  private func connections(but own: String?) -> [Connection] {
    let folder = open(connectionsFolder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return [] }
    defer { Glibc.close(folder) }
    return FileSystem.names(inOpen: folder).filter { $0 != own }
      .compactMap { Self.connection($0, in: folder) }
  }

  private static func connection(_ name: String, in folder: Int32) -> Connection? {
    guard let seat = name.split(separator: " ").first.flatMap({ RemoteSeat(String($0)) }) else {
      return nil
    }
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { Glibc.close(file) }
    var lock = wholeFile(F_WRLCK)
    guard fcntl(file, F_GETLK, &lock) == 0 else { return nil }
    guard lock.l_type != F_UNLCK else {
      unlinkIfOld(name, file, in: folder)
      return nil
    }
    // One that is being written at this moment is read the next time.
    guard let bytes = try? FileSystem.read(file, limit: 1 << 12),
      let value = try? JSONReader.read(bytes)
    else { return nil }
    return Connection(
      seat: seat,
      from: value["from"]?.string ?? "",
      since: Timestamp(milliseconds: Int64(value["since"]?.wholeNumber ?? 0)),
      process: lock.l_pid,
    )
  }

  /// Removes the file of who is gone; not one that was made a moment ago and is not locked yet.
  private static func unlinkIfOld(_ name: String, _ file: Int32, in folder: Int32) {
    var information = stat()
    guard fstat(file, &information) == 0, time(nil) - information.st_mtim.tv_sec > 2 else { return }
    unlinkat(folder, name, 0)
  }

  private static func wholeFile(_ kind: Int32) -> flock {
    flock(l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
  }
}
