import Consultation
import BidiText
import Display
import Phrases

/// A line to type into, and the list of what it finds: the search and the palette.
package struct Finder: Equatable, Sendable {
  package var query: TextEditor
  package var list = ListState()
  /// What a search looks through, and what it has found there.
  var index: SearchIndex?
  private(set) var hits: [SearchHit] = []

  init(direction: Direction) {
    query = TextEditor(text: "", direction: direction, isMultiline: false, limit: 80)
  }

  /// Finds anew, after what is looked for has changed.
  mutating func search() { hits = index?.hits(of: query.text) ?? [] }
}

extension App {
  /// The actions that the palette finds by their names, those of this page first.
  func actions(matching query: String) -> [ActionTable.Row] {
    let wanted = LetterFolding.fold(query)
    var seen: Set<Phrase> = []
    return page.scopes.flatMap { scope in ActionTable.rows.filter { $0.scope == scope } }
      .filter { row in
        row.action != .palette
          && (wanted.isEmpty || LetterFolding.fold(words(row.title)).contains(wanted))
          && seen.insert(row.title).inserted
      }
  }

  /// How many things a finder has found.
  func count(of finder: Finder, isPalette: Bool) -> Int {
    isPalette ? actions(matching: finder.query.text).count : finder.hits.count
  }

  mutating func updateFinder(
    _ finder: Finder,
    isPalette: Bool,
    _ key: Key,
    at moment: Moment,
  )
    -> [Effect]
  {
    var finder = finder
    let count = count(of: finder, isPalette: isPalette)
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .enter:
      overlay = nil
      return isPalette ? run(finder, at: moment) : find(finder)
    case .up: _ = finder.list.move(.up, count: count, pageSize: 1)
    case .down: _ = finder.list.move(.down, count: count, pageSize: 1)
    case .pageUp: _ = finder.list.move(.pageUp, count: count, pageSize: finderRows)
    case .pageDown: _ = finder.list.move(.pageDown, count: count, pageSize: finderRows)
    default:
      finder.query.press(key, width: 80)
      finder.list = ListState()
      finder.search()
    }
    overlay = isPalette ? .palette(finder) : .search(finder)
    return []
  }

  private mutating func run(_ finder: Finder, at moment: Moment) -> [Effect] {
    let rows = actions(matching: finder.query.text)
    guard rows.indices.contains(finder.list.selected) else { return [] }
    return perform(rows[finder.list.selected].action, at: moment)
  }

  private mutating func find(_ finder: Finder) -> [Effect] {
    if finder.hits.indices.contains(finder.list.selected) {
      go(to: finder.hits[finder.list.selected].place)
    }
    return []
  }
}
