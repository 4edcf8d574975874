import Glibc
import Synchronization

@testable import Storage

/// File operations of which some fail, counted from the first.
final class FailingDisk: Sendable {
  enum Fault: Equatable, Sendable, CaseIterable {
    case noSpace, inputOutput, readOnly, noPermission, interrupted
    /// Half of what is written arrives, and then there is no space.
    case shortWrite
    /// The operation is done, and failure reported all the same.
    case doneButReported
    /// From here on nothing works any more, as when the power goes.
    case dead

    var code: Int32 {
      switch self {
      case .noSpace, .shortWrite: ENOSPC
      case .inputOutput, .doneButReported, .dead: EIO
      case .readOnly: EROFS
      case .noPermission: EACCES
      case .interrupted: EINTR
      }
    }
  }

  private struct State {
    var count = 0
    var failing: Int?
    var fault = Fault.inputOutput
    var isShort = false
  }

  private let state = Mutex(State())
  private let given = Mutex(0)

  /// How many descriptors it gave that were not closed.
  var openDescriptors: Int { given.withLock { $0 } }

  /// How many operations there were since ``fail(at:_:)``.
  var count: Int { state.withLock { $0.count } }

  /// Lets the n-th operation from now fail; none with `nil`.
  func fail(at number: Int?, _ fault: Fault = .inputOutput) {
    state.withLock { $0 = State(failing: number, fault: fault) }
  }

  /// Whether this operation fails, and whether it is done before it says so.
  private func turn() -> (code: Int32, fault: Fault)? {
    state.withLock { state in
      state.count += 1
      if state.isShort {
        state.isShort = false
        return (ENOSPC, .noSpace)
      }
      guard let failing = state.failing else { return nil }
      let fails = state.fault == .dead ? state.count >= failing : state.count == failing
      guard fails else { return nil }
      return (state.fault.code, state.fault)
    }
  }

  private func run<Number: SignedInteger>(_ operation: () -> Number) -> Number {
    guard let (code, fault) = turn() else { return operation() }
    if fault == .doneButReported { _ = operation() }
    errno = code
    return -1
  }

  var operations: FileOperations {
    let system = FileOperations.system
    return FileOperations(
      open: { path, flags in
        // A descriptor that was given must not be lost, or the test would run out of them.
        guard let (code, _) = self.turn() else {
          let descriptor = system.open(path, flags)
          if descriptor >= 0 { self.given.withLock { $0 += 1 } }
          return descriptor
        }
        errno = code
        return -1
      },
      write: { descriptor, bytes in
        guard let (code, fault) = self.turn() else { return system.write(descriptor, bytes) }
        if fault == .shortWrite, bytes.count > 1 {
          self.state.withLock { $0.isShort = true }
          let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
          return system.write(descriptor, half)
        }
        if fault == .doneButReported { _ = system.write(descriptor, bytes) }
        errno = code
        return -1
      },
      sync: { descriptor in self.run { system.sync(descriptor) } },
      dataSync: { descriptor in self.run { system.dataSync(descriptor) } },
      truncate: { descriptor, size in self.run { system.truncate(descriptor, size) } },
      close: { descriptor in
        // Linux lets go of the descriptor whatever close says.
        let result = system.close(descriptor)
        self.given.withLock { $0 -= 1 }
        guard let (code, _) = self.turn() else { return result }
        errno = code
        return -1
      },
      rename: { path, newPath in self.run { system.rename(path, newPath) } },
      link: { path, newPath in self.run { system.link(path, newPath) } },
      remove: { path in self.run { system.remove(path) } },
    )
  }
}
