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
      if let event = nextKey() { return .event(event) }
      var descriptors = [0, signals, wakeUp].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&descriptors, UInt(descriptors.count), milliseconds ?? -1)
      if count == 0 { return .timeOut }
      if count < 0 { continue }
      if descriptors[2].revents != 0 { return .wokenUp }
      let isGone = descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
      if isGone, descriptors[0].revents & Int16(POLLIN) == 0 { return .event(.ended) }
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
      case SIGCONT: return .resumed
      case SIGTERM, SIGHUP, SIGINT, SIGQUIT: return .ended
      default: continue
      }
    }
    return nil
  }

  private func nextKey() -> TerminalEvent? {
    var code: wint_t = 0
    while true {
      switch majlis_get_key(&code) {
      case OK:
        guard let scalar = Unicode.Scalar(code) else { continue }
        return .key(KeyCodes.key(typing: joinedWithNext(scalar)))
      case KEY_CODE_YES:
        if let event = event(ofCode: Int32(bitPattern: code)) { return event }
      default: return nil
      }
    }
  }

  /// Lam-alef as one character, where its key typed both letters at once, as some layouts do.
  private func joinedWithNext(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar == "ل" else { return scalar }
    var next: wint_t = 0
    switch majlis_get_key(&next) {
    case OK:
      if let ligature = Unicode.Scalar(next).flatMap({ KeyCodes.lamAlef[$0] }) { return ligature }
      unget_wch(wchar_t(bitPattern: next))
    case KEY_CODE_YES: ungetch(Int32(bitPattern: next))
    default: break
    }
    return scalar
  }

  private func event(ofCode code: Int32) -> TerminalEvent? {
    switch code {
    case KeyCodes.pasteStart: return .paste(pasted())
    case KEY_MOUSE: return mouse().map(TerminalEvent.mouse)
    // The size is taken when the signal says so.
    case KEY_RESIZE: return nil
    default: return KeyCodes.key(code).map(TerminalEvent.key)
    }
  }

  /// Everything up to the end of the paste; what takes longer than half a second is no paste.
  private func pasted() -> String {
    var text = String.UnicodeScalarView()
    var code: wint_t = 0
    while text.count < 1 << 20 {
      switch majlis_get_key(&code) {
      case OK: if let scalar = Unicode.Scalar(code) { text.append(scalar == "\r" ? "\n" : scalar) }
      case KEY_CODE_YES:
        if Int32(bitPattern: code) == KeyCodes.pasteEnd { return String(text) }
      default:
        var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        if poll(&input, 1, 500) <= 0 { return String(text) }
      }
    }
    return String(text)
  }

  private func mouse() -> MouseEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let place = (row: Int(event.y), column: Int(event.x))
    if event.bstate & majlis_mouse_up() != 0 {
      return MouseEvent(.wheelUp, row: place.row, column: place.column)
    }
    if event.bstate & majlis_mouse_down() != 0 {
      return MouseEvent(.wheelDown, row: place.row, column: place.column)
    }
    guard event.bstate & majlis_mouse_click() != 0 else { return nil }
    return MouseEvent(.click, row: place.row, column: place.column)
  }
}
