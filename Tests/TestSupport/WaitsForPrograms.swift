import Foundation
package import Testing

/// A suite that mostly waits for programs which it started: it waits on threads of its own.
///
/// The threads that Swift lends to tests are as many as there are cores. While one of them waits for
/// a program, nothing else runs on it, and a core stands idle.
package struct WaitsForPrograms: SuiteTrait, TestScoping {
  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void,
  ) async throws {
    try await withTaskExecutorPreference(ThreadsThatWait.shared) { try await function() }
  }
}

extension Trait where Self == WaitsForPrograms {
  package static var waitsForPrograms: Self { WaitsForPrograms() }
}

/// A few threads, so that as many programs run at a time and no more.
private final class ThreadsThatWait: TaskExecutor {
  static let shared = ThreadsThatWait()

  private let queue = OperationQueue()

  private init() { queue.maxConcurrentOperationCount = 4 }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
