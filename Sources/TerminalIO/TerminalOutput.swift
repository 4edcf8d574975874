import Glibc

/// Writing to a terminal, all of it or until that is no use.
enum TerminalOutput {
  /// Writes all bytes, in one call where the terminal takes them.
  ///
  /// A terminal that takes nothing for now is waited for; one that is gone is not.
  ///
  /// - Parameters:
  ///   - bytes: what to write.
  ///   - descriptor: the terminal.
  ///   - interruption: a descriptor at which something comes that ends the waiting; -1 for none.
  ///   - milliseconds: how long to wait each time; without a limit where it is -1.
  /// - Returns: whether all of them were written.
  static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    interruptedBy interruption: Int32 = -1,
    milliseconds: Int32 = -1,
  ) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var descriptors = [
          pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
          pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
        ]
        let isReady = poll(&descriptors, 2, milliseconds)
        if isReady == 0 || descriptors[1].revents != 0 { return false }
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}
