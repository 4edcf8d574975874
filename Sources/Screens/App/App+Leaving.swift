import Consultation
import Phrases

/// Back from page to page, and out.
extension App {
  /// Whether one page back is out of the program.
  var isFirstPage: Bool { pages.count == 1 && !isAloneBeforeTheList }

  /// Whether the delegation's page is the first one, and the list of delegations lies before it.
  private var isAloneBeforeTheList: Bool {
    guard pages.count == 1, case .delegation = page else { return false }
    return desk.order.count > 1 && !setting.isSeatFixed
  }

  /// Does what the pages asked for, in its order.
  mutating func fulfil() -> [Effect] {
    var effects: [Effect] = []
    var requests = context.takeRequests()
    while !requests.isEmpty {
      for request in requests { effects += fulfil(request) }
      requests = context.takeRequests()
    }
    context.isOn(pages)
    return effects
  }

  private mutating func fulfil(_ request: PageContext.Request) -> [Effect] {
    switch request {
    case .go(let page):
      while let last = pages.last, last.depth >= page.depth { pages.removeLast() }
      pages.append(page)
    case .show(let page): pages[pages.count - 1] = page
    case .back: return goBack()
    case .sitDown(let code): resume(at: code)
    }
    return []
  }

  /// One page back; from the first page, out.
  private mutating func goBack() -> [Effect] {
    if isAloneBeforeTheList {
      let index = context.delegationCode.flatMap { desk.order.firstIndex(of: $0) } ?? 0
      pages.insert(.delegations(DelegationsPage(list: ListState(selected: index))), at: 0)
    }
    guard pages.count > 1 else { return leaveWhenKept() }
    pages.removeLast()
    // Who is back where one sits down, or from a table in the room, has stood up.
    switch (page, desk.seat) {
    case (.delegations, _), (.room, .assisting): context.desk.standUp()
    default: break
    }
    return []
  }

  /// Leaves from the first page; asks first where something could not be kept.
  private mutating func leaveWhenKept() -> [Effect] {
    guard case .notKept = context.keeping, !context.unkept.isEmpty else { return [.leave] }
    context.choose(Unkept())
    return []
  }
}
