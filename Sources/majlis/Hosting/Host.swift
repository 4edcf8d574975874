import CHosting
import Consultation
import Glibc
import Phrases
import Storage

/// A running host: its server, and a line whenever somebody comes or goes.
struct Host {
  private let hosted: HostedSession
  private var context: CommandContext { hosted.context }

  init(_ hosted: HostedSession) { self.hosted = hosted }

  /// Runs until it is asked to end.
  func run(port: Int?, addresses: [String]) throws {
    let port = port ?? hosted.record.port
    try check(port, addresses)
    let lease: HostLease
    do throws(StorageError) {
      lease = try HostLease(hosted.folder)
    } catch {
      throw Complaint(error, file: hosted.file, words: context.complaintWords)
    }
    try hosted.change { $0.port = port }
    let signals = EndingSignals()
    let server = try server(port, addresses)
    let failure = withExtendedLifetime(lease) { follow(server, signals, port, addresses) }
    server.end()
    if let failure { throw hosted.complaint(failure) }
  }

  private func check(_ port: Int, _ addresses: [String]) throws(Complaint) {
    let words = context.complaintWords
    guard (1...65535).contains(port) else {
      let line = words(.usageWrongValue(name: .plain("--port"), value: .plain("\(port)")))
      throw Complaint([line], .wrongUse)
    }
    for address in addresses where !LocalAddresses.isPlain(address) {
      let line = words(.usageWrongValue(name: .plain("--address"), value: .plain(address)))
      throw Complaint([line], .wrongUse)
    }
    if geteuid() == 0 { Complaint([words(.hostAsRoot)], .done).report() }
    guard Account.canOpenTerminals else {
      throw Complaint([words(.hostNoTerminals)], .cannotCreate)
    }
  }

  private func server(_ port: Int, _ addresses: [String]) throws(Complaint) -> Server {
    let configuration = ServerConfiguration(
      folder: hosted.folder,
      port: port,
      addresses: addresses,
      account: Account.name,
    )
    do throws(Server.Failure) {
      return try Server(configuration, context.environment)
    } catch {
      throw hosted.complaint(error)
    }
  }

  /// Says who comes and goes, until the host is asked to end.
  ///
  /// - Returns: why it ends, where it was not asked to.
  private func follow(
    _ server: Server,
    _ signals: EndingSignals,
    _ port: Int,
    _ addresses: [String],
  ) -> Server.Failure? {
    say(opening(port, addresses))
    var there: [Connection] = []
    while true {
      let now = hosted.folder.connections()
      let status = HostStatus(hosted)
      say(
        there.filter { !now.contains($0) }.map { status.line(gone: $0) }
          + now.filter { !there.contains($0) }.map { status.line(came: $0) }
      )
      there = now
      if signals.wait(seconds: 1) { return nil }
      if let failure = server.failure { return failure }
    }
  }

  /// It goes on hosting where nobody listens to it any more.
  private func say(_ lines: [String]) { try? context.say(lines) }

  private func opening(_ port: Int, _ addresses: [String]) -> [String] {
    let words = context.words
    let reached = (addresses.isEmpty ? LocalAddresses.all : addresses).map { address in
      words(.hostAddress(address: .plain(address), port: .own("\(port)")))
    }
    let count = hosted.record.keys.count
    return [words(.hostRuns(file: .plain(hosted.file)))] + reached
      + [count == 0 ? words(.hostNobodyInvited) : words(.hostInvited(count: count))]
      + [words(.hostEnds)]
  }
}

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
}

/// The signals that ask a program without a screen to end, awaited instead of obeyed.
struct EndingSignals {
  private var set = sigset_t()

  init() {
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // The other end of what it says may go; it goes on hosting.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits at most so long.
  ///
  /// - Returns: whether one came.
  func wait(seconds: Int) -> Bool {
    var (set, limit) = (set, timespec(tv_sec: seconds, tv_nsec: 0))
    return sigtimedwait(&set, nil, &limit) > 0
  }
}
