import Foundation
import Testing

/// A text that was read by eye once, and is compared with ever after.
enum Golden {
  /// Compares a text with the file of this name in the folder `Golden` beside the test.
  ///
  /// A difference is told with both texts, and with the command that accepts the new one. That
  /// is `MAJLIS_ACCEPT=1` in the environment: look at what `git diff` then says.
  static func expect(
    _ text: String,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
  ) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let url = folder.appendingPathComponent(name + ".txt")
    let new = text + "\n"
    let old = try? String(contentsOf: url, encoding: .utf8)  // There is none of a new screen.
    if old == new { return }
    if ProcessInfo.processInfo.environment["MAJLIS_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try new.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    Issue.record(
      """
      \(name) is not what it was.
      --- Golden/\(name).txt
      \(old ?? "(there is no such file)")
      --- now
      \(new)
      To accept it: MAJLIS_ACCEPT=1 swift test --filter GoldenScreens; then read git diff.
      """,
      sourceLocation: sourceLocation,
    )
  }
}
