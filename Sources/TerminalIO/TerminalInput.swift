import Display
import Glibc

/// What is read from a terminal, as events in the order in which they happened.
struct TerminalInput: Sendable {
  private let descriptor: Int32
  private let keys: KeySequences
  private var sequences = EscapeSequences()
  private var waiting: ArraySlice<EscapeSequences.Piece> = []

  init(descriptor: Int32, keys: KeySequences) {
    self.descriptor = descriptor
    self.keys = keys
  }

  /// For how many milliseconds to wait for more before ``timeOut()``; `nil` while nothing has
  /// begun that more could belong to.
  var patience: Int32? { sequences.patience }

  /// The next event of what has been read.
  mutating func next() -> TerminalEvent? {
    while let piece = waiting.popFirst() {
      if let event = keys.event(of: joinedWithNext(piece)) { return event }
    }
    return nil
  }

  /// Reads what there is; waits where there is nothing.
  ///
  /// - Returns: whether the terminal is still there.
  mutating func read() -> Bool {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 12) { buffer, read in
      count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      read = max(0, count)
    }
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
    waiting += sequences.feed(bytes)
    return true
  }

  /// Nothing came for as long as the input's patience.
  mutating func timeOut() { waiting += sequences.timeOut() }

  /// Lam-alef as one character, where its key typed both letters at once, as some layouts do.
  private mutating func joinedWithNext(_ piece: EscapeSequences.Piece) -> EscapeSequences.Piece {
    guard piece == .character("ل") else { return piece }
    if waiting.isEmpty, hasMore { _ = read() }
    guard case .character(let next) = waiting.first, let ligature = KeySequences.lamAlef[next]
    else { return piece }
    waiting.removeFirst()
    return .character(ligature)
  }

  private var hasMore: Bool {
    var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0 && input.revents & Int16(POLLIN) != 0
  }
}
