import CHosting
import Consultation
import FoundationEssentials
import Glibc
import Storage

/// What the process of a seat gives up of what this user may do on this machine.
///
/// All seats are the same user to the system, and this program is what keeps them apart. Should
/// somebody get the better of it, the system holds them where they are: no other program, process or
/// socket (seccomp), no file but those of the session's folder, of the seat and of the program
/// (Landlock, since Linux 5.13), and no more than a share of the machine. Where a kernel lacks one of
/// them, a seat opens without it.
struct SeatConfinement {
  private let record: HostRecord

  init(_ record: HostRecord) { self.record = record }

  /// Leaves to this process no other program and process, no more memory than the session takes
  /// several times, no larger file than a session, and so much of the processor.
  ///
  /// - Returns: whether it is so.
  func giveUpProcesses() -> Bool {
    var information = stat()
    let size = stat(record.session, &information) == 0 ? UInt(information.st_size) : 0
    guard majlis_limit_process((256 << 20) + 16 * size, 256 << 20, 1800) == 0 else { return false }
    return majlis_give_up_processes() == 0 || errno == ENOSYS || errno == EINVAL
  }

  /// Leaves to this thread, and to those that it starts, what lies in the session's folder and in the
  /// seat's own, and what the program reads.
  ///
  /// Nothing of the host is among it but its lease: not its key, nor another seat's box, unless they
  /// lie below the session's folder, as they do where one server has all sessions of a folder.
  ///
  /// - Returns: whether it is so.
  func keepToFiles(of seat: RemoteSeat, in folder: HostFolder) -> Bool {
    // Read now, since the system's files of time zones may lie anywhere.
    tzset()
    let environment = ProcessInfo.processInfo.environment
    let assets = try? Assets(environment: environment)
    let home = environment["HOME"].map { ["\($0)/.terminfo"] } ?? []
    let readable = Self.ofTheSystem + home + (assets?.folders ?? []) + [folder.lease]
    let writable = [FileSystem.folder(of: record.session), folder.memory(of: seat).path]
    let (forReading, forWriting) = (Self.strings(readable), Self.strings(writable))
    defer { for text in forReading + forWriting { free(text) } }
    let isKept = majlis_keep_to_files(
      forReading.map { UnsafePointer<CChar>($0) },
      forWriting.map { UnsafePointer<CChar>($0) },
    )
    return isKept == 0 || errno == ENOSYS
  }

  /// Paths as C has them, with its end of a list.
  private static func strings(_ paths: [String]) -> [UnsafeMutablePointer<CChar>?] {
    paths.map { strdup($0) } + [nil]
  }

  /// What a terminal is, how letters are told apart, and parts of the program that the system loads
  /// when they are needed.
  private static let ofTheSystem = [
    "/usr", "/lib", "/lib64", "/etc/terminfo", "/dev/null", "/dev/urandom",
  ]
}
