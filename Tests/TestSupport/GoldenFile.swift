import Foundation

/// A text that was read by eye once, and is compared with ever after.
package enum GoldenFile {
  /// Compares a text with the file of this name in the folder `Golden` beside a test.
  ///
  /// `MAJLIS_ACCEPT=1` in the environment accepts the new one: look at what `git diff` then says.
  ///
  /// - Returns: what is different, and the command that accepts it; `nil` where nothing is.
  package static func difference(
    of text: String,
    from name: String,
    beside test: String,
  ) throws
    -> String?
  {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let url = folder.appendingPathComponent(name)
    let old = try? String(contentsOf: url, encoding: .utf8)  // There is none of a new one.
    if old == text { return nil }
    if ProcessInfo.processInfo.environment["MAJLIS_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return nil
    }
    let lines = (old ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, new).enumerated().first { $0.element.0 != $0.element.1 }
    let suite = URL(fileURLWithPath: test).deletingPathExtension().lastPathComponent
    return """
      Golden/\(name) is not what it was; the first line that differs is \
      \((first?.offset ?? min(lines.count, new.count)) + 1):
      - \(first.map { String($0.element.0) } ?? "(the end, or there is no such file)")
      + \(first.map { String($0.element.1) } ?? "(the end)")
      To accept it: MAJLIS_ACCEPT=1 swift test --filter \(suite); then read git diff.
      """
  }
}
