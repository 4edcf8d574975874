import Display

/// A page that is one text, which is scrolled.
protocol ScrolledPage: PageContent {
  /// The first line that is wanted on the screen.
  var scrolled: Int { get set }
}

extension ScrolledPage {
  /// Scrolls by one of a list's actions.
  ///
  /// - Returns: `nil` for an action that does not scroll.
  func scroll(by action: Action, in context: inout PageContext) -> [Effect]? {
    var layouts = LayoutCache()
    let height = context.bodyArea.height
    let text = LaidOutFlow(body(in: context, &layouts), &layouts)
    let last = max(0, text.height - height)
    var page = self
    switch action {
    case .up: page.scrolled -= 1
    case .down: page.scrolled += 1
    case .pageUp: page.scrolled -= max(1, height - 1)
    case .pageDown: page.scrolled += max(1, height - 1)
    case .first: page.scrolled = 0
    case .last: page.scrolled = last
    default: return nil
    }
    page.scrolled = min(max(0, page.scrolled), last)
    context.show(page.asPage)
    return []
  }
}
