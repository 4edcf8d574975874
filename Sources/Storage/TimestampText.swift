package import Consultation
import FoundationEssentials

extension Timestamp {
  /// ISO 8601 in UTC with milliseconds: `2023-06-15T10:42:07.123Z`.
  package var text: String {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// Reads ISO 8601, with or without a fraction of a second.
  package init?(_ text: String) {
    let styles = [
      Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle(),
    ]
    for style in styles {
      if let date = try? style.parse(text) {  // Not in this form: the next one is tried.
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
        return
      }
    }
    return nil
  }
}
