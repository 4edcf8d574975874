import CHosting
import Glibc
import Storage

/// The account that this program runs as.
enum Account {
  /// Whether an `sshd` of this account can give a terminal to who comes in: only root can give one to
  /// the group that it has to belong to, and so it has to do so from the beginning.
  static var canOpenTerminals: Bool {
    guard geteuid() != 0, let group = getgrnam("tty")?.pointee.gr_gid else { return true }
    return majlis_terminal_is_of(group) == 1
  }

  static var name: String {
    getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(geteuid())"
  }

  /// To whom a folder belongs, by name.
  static func owner(of folder: String) -> String? {
    var information = stat()
    guard stat(folder, &information) == 0 else { return nil }
    return getpwuid(information.st_uid).map { String(cString: $0.pointee.pw_name) }
  }
}
