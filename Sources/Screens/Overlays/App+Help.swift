import BidiText
import Consultation
import Display
import Phrases

extension App {
  /// Everything that can be done on this page, with its keys, from the action table.
  func helpFlow(width: Int) -> Flow {
    var flow = Flow(width: width, direction: direction)
    flow.text(words(page.content.help))
    let keyWidth = min(18, width / 3)
    var elsewhere: [ActionTable.Row] = []
    for scope in page.scopes {
      let rows = rows(of: scope)
      let here = rows.filter(belongsHere)
      elsewhere += rows.filter { row in !here.contains { $0.title == row.title } }
      guard !here.isEmpty else { continue }
      flow.gap()
      flow.text(words(scope.title), style: .heading)
      for row in here { add(row, to: &flow, keyWidth: keyWidth) }
    }
    if !elsewhere.isEmpty {
      flow.gap()
      flow.text(words(.helpElsewhere), style: .heading)
      for row in elsewhere {
        add(row, to: &flow, keyWidth: keyWidth, place: whyNotHere(row))
      }
    }
    flow.gap()
    flow.text(words(.scopeText), style: .heading)
    flow.text(words(.helpText))
    flow.gap()
    flow.text(words(.helpArabicKeyboard), style: .quiet)
    return flow
  }

  /// What a kind of place knows, once each.
  private func rows(of scope: ActionScope) -> [ActionTable.Row] {
    var seen: Set<Phrase> = []
    return ActionTable.rows.filter { row in
      row.scope == scope && isOffered(row.action) && seen.insert(row.title).inserted
    }
  }

  private func add(
    _ row: ActionTable.Row,
    to flow: inout Flow,
    keyWidth: Int,
    place: String? = nil,
  ) {
    let keys =
      row.action == .choose(1)
      ? "\(words.number(1)) – \(words.number(9))"
      : row.action == .tick(1)
        ? ActionTable.tickKeys.map(String.init).joined(separator: " ")
        : row.keys.map { words.name(of: $0) }.joined(separator: "  ")
    let title = words(row.title)
    flow.row([
      Flow.Column(
        text: keys,
        width: keyWidth - 1,
        style: place == nil ? .key : .quiet,
        isOneLine: true,
      ),
      Flow.Column(
        text: place.map { "\(title) \(setting.symbols.separator) \($0)" } ?? title,
        start: keyWidth,
        style: place == nil ? .text : .quiet,
      ),
    ])
  }

  mutating func updateHelp(firstRow: Int, _ action: Action) -> [Effect] {
    let panel = context.panelArea(rows: height)
    var layouts = LayoutCache()
    let flow = LaidOutFlow(helpFlow(width: panel.width), &layouts)
    let last = max(0, flow.height - panel.height)
    let row: Int
    switch action {
    case .up: row = firstRow - 1
    case .down: row = firstRow + 1
    case .pageUp: row = firstRow - panel.height
    case .pageDown: row = firstRow + panel.height
    case .first: row = 0
    case .last: row = last
    default:
      overlay = nil
      return []
    }
    overlay = .help(firstRow: min(max(0, row), last))
    return []
  }
}
