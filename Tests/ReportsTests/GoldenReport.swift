import TestSupport
import Testing

enum GoldenReport {
  /// Compares a report with the one that was read.
  static func expect(
    _ text: String,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
  ) throws {
    if let difference = try GoldenFile.difference(of: text, from: name, beside: file) {
      Issue.record("\(difference)", sourceLocation: sourceLocation)
    }
  }
}
