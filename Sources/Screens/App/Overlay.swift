/// What is laid over the page.
enum Overlay: Equatable, Sendable {
  case help(firstRow: Int)
  case palette(Finder)
  case search(Finder)
  case chooser(Chooser)
  case field(TextField)

  /// What keys mean while it is there; typing goes to the overlay itself.
  var scopes: [ActionScope] {
    switch self {
    case .help, .chooser: [.list, .everywhere]
    case .palette, .search: []
    case .field: [.text]
    }
  }
}
