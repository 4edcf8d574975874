import Glibc

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
