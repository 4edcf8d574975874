import CNcurses
package import Display
import Glibc

extension Terminal {
  /// What came first: something at the terminal, or something to fetch behind a descriptor.
  package enum Awaited: Equatable, Sendable {
    case event(TerminalEvent)
    case wokenUp
    /// Nothing came in the time given.
    case timeOut
  }

  /// Waits for the next event.
  ///
  /// One `poll` on the terminal, the signals and the descriptor; without a time, as long as it
  /// takes.
  package mutating func next(
    wakeUp: Int32,
    milliseconds: Int32? = nil,
  ) -> Awaited {
    while true {
      if let event = nextSignal() { return .event(event) }
      if let event = input.next() { return .event(event) }
      var descriptors = [0, signals, wakeUp].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let patience = input.patience
      let limits = [milliseconds, patience].compactMap(\.self)
      let count = poll(&descriptors, UInt(descriptors.count), limits.min() ?? -1)
      if count == 0 {
        guard let patience, patience <= milliseconds ?? patience else { return .timeOut }
        input.timeOut()
      }
      guard count > 0 else { continue }
      if descriptors[2].revents != 0 { return .wokenUp }
      if descriptors[0].revents != 0, !input.read() { return .event(.ended) }
    }
  }

  private mutating func nextSignal() -> TerminalEvent? {
    var number: UInt8 = 0
    while read(signals, &number, 1) == 1 {
      switch Int32(number) {
      case SIGWINCH:
        let size = takeSize()
        return .resized(width: size.width, height: size.height)
      case SIGTSTP:
        suspend()
        return .resumed
      case SIGCONT:
        // The shell, or whoever stopped the program, has had the terminal meanwhile.
        endwin()
        takeAgain()
        return .resumed
      // All others ask to end.
      default: return .ended
      }
    }
    return nil
  }
}
