import Consultation
import BidiText
import Display
import Phrases

/// A line to type into, and the list of what it finds: the search and the palette.
struct Finder: Equatable, Sendable {
  var query: TextEditor
  var list = ListState()
  /// What a search looks through, and what it has found there.
  var index: SearchIndex?
  private(set) var hits: [SearchHit] = []
  /// For the palette: what could be done when it was opened.
  let possible: Set<Action>

  init(direction: Direction, possible: Set<Action> = []) {
    self.possible = possible
    query = TextEditor(text: "", direction: direction, isMultiline: false, limit: 80)
  }

  /// Finds anew, after what is looked for has changed.
  mutating func search() { hits = index?.hits(of: query.text) ?? [] }
}

extension App {
  /// The palette as it is when it is opened.
  func palette() -> Finder {
    let rows = ActionTable.rows.filter {
      page.scopes.contains($0.scope) && $0.action != .palette && isOffered($0.action)
    }
    return Finder(
      direction: direction,
      possible: Set(rows.map(\.action).filter(isPossible)),
    )
  }

  /// The actions that the palette finds by their names, what the page is about first.
  ///
  /// Moving about comes last. What belongs elsewhere is found by its name only, and says where.
  func actions(in finder: Finder) -> [ActionTable.Row] {
    let wanted = LetterFolding.fold(finder.query.text)
    var seen: Set<Phrase> = []
    let scopes = page.scopes.filter { $0 != .list } + page.scopes.filter { $0 == .list }
    let found = scopes.flatMap { scope in ActionTable.rows.filter { $0.scope == scope } }
      .filter { row in
        row.action != .palette && isOffered(row.action)
          && (wanted.isEmpty || LetterFolding.fold(words(row.title)).contains(wanted))
      }
    let here = found.filter {
      finder.possible.contains($0.action) && seen.insert($0.title).inserted
    }
    guard !wanted.isEmpty else { return here }
    return here + found.filter { seen.insert($0.title).inserted }
  }

  /// How many things a finder has found.
  func count(of finder: Finder, isPalette: Bool) -> Int {
    isPalette ? actions(in: finder).count : finder.hits.count
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
    case .escape where key.modifiers.isEmpty:
      overlay = nil
      return []
    case .home where finder.query.text.isEmpty:
      _ = finder.list.move(.first, count: count, pageSize: 1)
    case .end where finder.query.text.isEmpty:
      _ = finder.list.move(.last, count: count, pageSize: 1)
    case .enter where key.modifiers.isEmpty:
      overlay = nil
      return isPalette ? run(finder, at: moment) : find(finder)
    case .up: _ = finder.list.move(.up, count: count, pageSize: 1)
    case .down: _ = finder.list.move(.down, count: count, pageSize: 1)
    case .pageUp: _ = finder.list.move(.pageUp, count: count, pageSize: context.finderRows)
    case .pageDown: _ = finder.list.move(.pageDown, count: count, pageSize: context.finderRows)
    default:
      finder.query.press(key, width: 80)
      finder.list = ListState()
      finder.search()
    }
    overlay = isPalette ? .palette(finder) : .search(finder)
    return []
  }

  private mutating func run(_ finder: Finder, at moment: Moment) -> [Effect] {
    let rows = actions(in: finder)
    guard rows.indices.contains(finder.list.selected) else { return [] }
    let row = rows[finder.list.selected]
    guard finder.possible.contains(row.action) else {
      notice = "\(words(row.title)) \(setting.symbols.separator) \(whyNotHere(row))"
      return []
    }
    return perform(row.action, at: moment)
  }

  private mutating func find(_ finder: Finder) -> [Effect] {
    if finder.hits.indices.contains(finder.list.selected) {
      context.go(to: finder.hits[finder.list.selected].place)
    }
    return []
  }
}
