import TestSupport
import Testing

enum Golden {
  /// Compares a screen with the one that was read; where they differ, the whole screen is told.
  static func expect(
    _ text: String,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
  ) throws {
    let difference = try GoldenFile.difference(of: text + "\n", from: name + ".txt", beside: file)
    if let difference {
      Issue.record("\(difference)\n\(text)", sourceLocation: sourceLocation)
    }
  }
}
