/// What is asked for over a connection to a seat: all there is.
package enum SeatRequest: Equatable, Sendable {
  /// The seat's page.
  case page
  case list
  case get(BoxName)
  case put(BoxName)

  /// Reads what a client of OpenSSH asked to have run; nothing where it asked for nothing.
  ///
  /// - Returns: `nil` for everything else.
  package init?(_ command: String?) {
    guard let command else {
      self = .page
      return
    }
    if command == "list" {
      self = .list
      return
    }
    let parts = command.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = BoxName(String(parts[1])) else { return nil }
    switch parts[0] {
    case "get": self = .get(name)
    case "put": self = .put(name)
    default: return nil
    }
  }
}
