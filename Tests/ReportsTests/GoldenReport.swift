import Foundation
import Testing

/// A report that was read by eye once, and is compared with ever after.
enum GoldenReport {
  /// Compares a text with the file of this name in the folder `Golden` beside the test.
  ///
  /// `MAJLIS_ACCEPT=1` in the environment accepts the new one: look at what `git diff` then says.
  static func expect(
    _ text: String,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
  ) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let url = folder.appendingPathComponent(name)
    let old = try? String(contentsOf: url, encoding: .utf8)  // There is none of a new report.
    if old == text { return }
    if ProcessInfo.processInfo.environment["MAJLIS_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let lines = (old ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      Golden/\(name) is not what it was; the first line that differs is \
      \((first?.offset ?? min(lines.count, new.count)) + 1):
      - \(first.map { String($0.element.0) } ?? "(the end, or there is no such file)")
      + \(first.map { String($0.element.1) } ?? "(the end)")
      To accept it: MAJLIS_ACCEPT=1 swift test --filter GoldenReports; then read git diff.
      """,
      sourceLocation: sourceLocation,
    )
  }
}
