import Consultation
import Glibc
import Storage
import TestSupport

/// What keeping one change costs, beside appending the same bytes to a file and syncing it.
///
/// Both in one run and in turns, so that a disk that is slow for a while is slow for all.
enum KeepingBenchmark {
  private static let rounds = 300

  static func run() throws {
    let folder = CommandLine.arguments.dropFirst(2).first ?? "."
    let assets = try Assets(environment: [:])
    var kept: [(name: String, keeper: Keeper, session: Session, times: [Double])] = []
    for count in [1000, 100_000] {
      let path = "\(folder)/keeping-\(count).json"
      unlink(path)
      try SessionFile.create(try session(ofChanges: count, assets), at: path)
      let stored = try SessionFile.read(path, assets: assets)
      let keeper = Keeper(path: path, stored: stored, assets: assets)
      kept.append(("kept after \(count) changes", keeper, stored.session, []))
    }
    let bare = open("\(folder)/keeping-bare", O_WRONLY | O_CREAT | O_APPEND | O_TRUNC, 0o600)
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 420)
    var bareTimes: [Double] = []
    for round in 0..<rounds {
      bareTimes.append(
        time {
          _ = write(bare, line, line.count)
          fdatasync(bare)
        }
      )
      for index in kept.indices {
        let change = change(round, of: kept[index].session.id)
        kept[index].times.append(
          time {
            kept[index].keeper.keep(change)
            _ = kept[index].keeper.waitUntilKept()
          }
        )
      }
    }
    print("what                           quartiles (microseconds)")
    report("a bare append and fdatasync", bareTimes)
    for (name, keeper, _, times) in kept {
      report(name, times)
      _ = keeper.finish()
    }
    close(bare)
    for name in ["keeping-bare", "keeping-1000.json", "keeping-100000.json"] {
      for file in [name, "\(name).~1~", ".\(name).journal"] { unlink("\(folder)/\(file)") }
    }
  }

  private static func time(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .microseconds(1)
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    let quartiles = [1, 2, 3].map { Int(sorted[sorted.count * $0 / 4]) }
    print(name + String(repeating: " ", count: max(0, 30 - name.count)), quartiles)
  }

  private static func change(_ number: Int, of session: String) -> Change {
    let steps: [Step] = [.established, .partial, .absent]
    return Change(
      stamp: Change.Stamp(
        id: "00000000-0000-4000-8000-\(number)-\(session)",
        at: Timestamp(milliseconds: 1_700_000_000_000 + Int64(number)),
        by: "amina",
        terminal: "pts/3",
      ),
      delegation: .morocco,
      question: .sample("1.1.1"),
      what: .answered(.step(steps[number % 3]), parts: .nothing, status: .draft),
      was: .answered(.step(steps[(number + 2) % 3]), parts: .nothing, status: .draft),
    )
  }

  private static func session(ofChanges count: Int, _ assets: Assets) throws -> Session {
    var session = try assets.template("cairo-2023", id: "keeping-\(count)").session
    for number in 0..<count { session.apply(change(number, of: "history")) }
    return session
  }
}
