import BidiText
import Glibc
import Phrases
import Storage

/// Standard output, each write to it looked after: what is not written whole is a failure.
///
/// A reader that has seen enough and closed the pipe is told nothing; the status says that not
/// everything was written.
enum StandardOutput {
  /// Writes all of it.
  ///
  /// - Returns: why not all of it could be written, in the system's words; empty where the reader
  ///   has gone.
  static func write(_ bytes: [UInt8]) -> String? {
    fflush(nil)
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
          // Someone else has made it one that does not wait.
          var waited = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
          _ = poll(&waited, 1, -1)
        } else if count == 0 || errno != EINTR {
          return errno == EPIPE ? "" : String(cString: strerror(errno))
        }
      }
      return nil
    }
  }
}

extension Complaint {
  /// That not everything could be printed.
  init(printingFailedBy reason: String, words: Words) {
    let line = words(.failurePrinting(reason: .plain(reason)))
    self.init(
      reason.isEmpty ? [] : ["\(words(.standardOutput)): \(line)"],
      .readingOrWritingFailed,
    )
  }
}

extension CommandContext {
  /// Prints lines, each of which stays one whatever is in it.
  func say(_ lines: [String]) throws(Complaint) {
    guard !lines.isEmpty else { return }
    try say(Array((lines.map(TextSanitizer.line).joined(separator: "\n") + "\n").utf8))
  }

  /// Prints a text of several lines.
  func say(text: String) throws(Complaint) { try say(Array((text + "\n").utf8)) }

  /// Prints bytes as they are.
  func say(_ bytes: [UInt8]) throws(Complaint) {
    if let reason = StandardOutput.write(bytes) {
      throw Complaint(printingFailedBy: reason, words: complaintWords)
    }
  }
}
