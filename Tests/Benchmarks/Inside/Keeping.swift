import Benchmark
import Consultation
import Glibc
import Storage
import TestSupport

/// What keeping one answer costs, after a short history and a long one, and when another has just
/// written the session's file, beside appending as many bytes to a file and syncing it; in the
/// folder of `MAJLIS_KEEPING`, on the disk that is meant.
func keepingBenchmarks() {
  let folder = getenv("MAJLIS_KEEPING").map { String(cString: $0) } ?? "."
  Benchmark("Keeping: a bare append and fdatasync") { benchmark in
    let path = "\(folder)/keeping-bare"
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 420)
    defer {
      close(file)
      unlink(path)
    }
    benchmark.startMeasurement()
    blackHole(write(file, line, line.count))
    fdatasync(file)
    benchmark.stopMeasurement()
  }
  for count in [1000, 100_000] {
    let path = "\(folder)/keeping-\(count).json"
    for isWritten in [false, true] {
      Benchmark(
        "Keeping: an answer after \(count) changes\(isWritten ? ", the file just written" : "")",
        configuration: Benchmark.Configuration(
          metrics: [.wallClock, .peakMemoryResident],
          warmupIterations: 3,
          maxDuration: .seconds(3),
          maxIterations: 300,
          setup: { Kept.begin(path, changes: count) },
          teardown: { Kept.end(path) },
        ),
      ) { benchmark in
        guard let kept = Kept.now else { return benchmark.error("no session") }
        if isWritten, !Kept.isWrittenAgain(path) { return benchmark.error("not written") }
        let change = answer(benchmark.currentIteration, of: "kept")
        benchmark.startMeasurement()
        kept.keep(change)
        blackHole(kept.waitUntilKept())
        benchmark.stopMeasurement()
      }
    }
  }
}

/// The session that is being kept: one at a time, in the process of its benchmark.
private enum Kept {
  nonisolated(unsafe) static var now: Keeper?

  static func begin(_ path: String, changes count: Int) {
    end(path)
    guard let assets = try? Assets(environment: [:]),
      var session = try? assets.template("cairo-2023", id: "keeping-\(count)").session
    else { return }
    for number in 0..<count { session.apply(answer(number, of: "history")) }
    guard (try? SessionFile.create(session, at: path)) != nil,
      let stored = try? SessionFile.read(path, assets: assets)
    else { return }
    now = Keeper(path: path, stored: stored, assets: assets)
  }

  /// Puts the same content there as another file, as somebody does who folds what is there already.
  static func isWrittenAgain(_ path: String) -> Bool {
    let new = "\(path).new"
    guard let bytes = try? FileSystem.read(path), let file = fopen(new, "w") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count && rename(new, path) == 0
  }

  static func end(_ path: String) {
    _ = now?.finish()
    now = nil
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    let (folder, name) = (path[..<cut], path[path.index(after: cut)...])
    for file in [path, "\(path).~1~", "\(folder)/.\(name).journal"] { unlink(file) }
  }
}

private func answer(_ number: Int, of session: String) -> Change {
  let steps: [Step] = [.established, .partial, .absent]
  return Change(
    stamp: Change.Stamp(
      id: "00000000-0000-4000-8000-\(number)-\(session)",
      at: Timestamp(milliseconds: 1_700_000_000_000 + Int64(number)),
      by: "amina",
      terminal: "pts/3",
    ),
    delegation: .sample("MAR"),
    question: .sample("1.1.1"),
    what: .answered(.step(steps[number % 3]), parts: .nothing, status: .draft),
    was: .answered(.step(steps[(number + 2) % 3]), parts: .nothing, status: .draft),
  )
}
