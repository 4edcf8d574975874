import Display
import Phrases

/// A page that is one list of items: it says which they are, how each is shown and what Enter does on
/// it; moving, the wheel, clicks and the marks of more are the same for all.
protocol ItemList: ListPage {
  associatedtype Item
  associatedtype Items: RandomAccessCollection<Item> = [Item] where Items.Index == Int
  /// Those that are shown, from the first on; counted from nought.
  func items(in context: PageContext) -> Items
  /// The page to which Enter on an item leads, where it does nothing else.
  func page(of item: Item) -> Page?
  /// What Enter on an item does.
  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect]
  /// What is shown of an item; before the first of a group also what the group is called.
  func add(_ item: Item, to flow: inout Flow, in context: PageContext)

  /// What stands above so many items: the title, where nothing else is said.
  func head(over count: Int, in context: PageContext, to flow: inout Flow)
  /// What stands above an item and is not part of it, as the name of its group; above the last line
  /// where there is no item.
  func separate(_ item: Item?, from last: Item?, in context: PageContext, to flow: inout Flow)
  /// What stands below them.
  func foot(over count: Int, in context: PageContext, to flow: inout Flow)
  /// What is said where there is no item.
  var nothing: Phrase? { get }
  /// The last line, by which an item is added; none where none can be.
  func addLine(in context: PageContext) -> Phrase?
  /// Has an item added.
  func openNew(in context: inout PageContext)
  /// Takes an item away.
  func remove(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect]
  /// What else can be done here.
  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]?
  /// How many rows a page of the list is.
  func rows(in context: PageContext) -> Int
  func width(in context: PageContext) -> Int
}

extension ItemList {
  func page(of item: Item) -> Page? { nil }
  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    if let page = page(of: item) { context.go(to: page) }
    return []
  }
  var nothing: Phrase? { nil }
  func separate(
    _ item: Item?,
    from last: Item?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {}
  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    if let title { flow.title(context.words(title)) }
  }
  func foot(over count: Int, in context: some RoomContext, to flow: inout Flow) {}
  func addLine(in context: some RoomContext) -> Phrase? { nil }
  func openNew(in context: inout some RoomContext) {}
  func remove(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    []
  }
  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? { nil }
  func rows(in context: some RoomContext) -> Int { context.bodyArea.height }
  func width(in context: some RoomContext) -> Int { min(76, context.bodyArea.width) }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    let (item, count) = selected(in: context)
    if let effects = updateElse(action, on: item, in: &context, at: moment) { return effects }
    let canAdd = addLine(in: context) != nil
    switch action {
    case .open:
      if let item { return open(item, in: &context, at: moment) }
      if canAdd { openNew(in: &context) }
    case .add where canAdd: openNew(in: &context)
    case .remove where canAdd:
      if let item { return remove(item, in: &context, at: moment) }
    default:
      return move(
        action,
        among: count + (canAdd ? 1 : 0),
        rows: rows(in: context),
        in: &context,
      )
    }
    return []
  }

  /// The item that is selected, and how many there are: no more of them, so that who reads them out
  /// of the session does not hold it while it changes.
  private func selected(in context: PageContext) -> (item: Item?, count: Int) {
    let items = items(in: context)
    let item = items.indices.contains(list.selected) ? items[list.selected] : nil
    return (item, items.count)
  }

  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: width(in: context), direction: context.direction)
    let items = items(in: context)
    head(over: items.count, in: context, to: &flow)
    if items.isEmpty, let nothing { flow.text(context.words(nothing), style: .quiet) }
    let near = near(of: items.count, in: context)
    flow.gap(near.lowerBound)
    var last = near.isEmpty || near.lowerBound == 0 ? nil : items[near.lowerBound - 1]
    for index in near {
      let item = items[index]
      separate(item, from: last, in: context, to: &flow)
      last = item
      flow.entry(index, isSelected: list.selected == index) { add(item, to: &$0, in: context) }
    }
    flow.gap(items.count - near.upperBound)
    if let line = addLine(in: context) {
      separate(nil, from: last, in: context, to: &flow)
      flow.entry(items.count, isSelected: list.selected >= items.count) { flow in
        flow.text(context.words(line), start: 1, style: .key)
      }
    }
    foot(over: items.count, in: context, to: &flow)
    return flow
  }

  /// The items that can be on the screen; in the place of the others stand as many lines.
  ///
  /// An item has a line at least: those that are farther from the selected one than a screen is high
  /// are not seen.
  private func near(of count: Int, in context: PageContext) -> Range<Int> {
    let height = max(0, area(in: context).height)
    // Items were taken away meanwhile: the last line is selected then, or nothing is.
    let selected =
      list.selected < count ? list.selected : addLine(in: context) == nil ? 0 : count
    return max(0, selected - height)..<min(count, max(selected, height) + 1)
  }
}

/// A list whose items are kept by those who read it: one is added by a line of text, and taken away.
protocol EntryList: ItemList {
  /// The last line, by which an item is added.
  var adding: Phrase { get }
  /// What that text is called.
  var titleOfNew: Phrase { get }
  /// What is said where that text is empty, and the field is not just left.
  var problemOfNothing: Phrase? { get }
  /// Makes an item of a text.
  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect]
}

extension EntryList {
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  func hints(in context: some RoomContext) -> [Action] {
    [.add, .remove, .open, .back, .help, .undo]
  }
  var problemOfNothing: Phrase? { nil }
  func addLine(in context: some RoomContext) -> Phrase? { adding }
  func openNew(in context: inout some RoomContext) { context.openField(NewEntry(list: self)) }
}

/// The text by which an item is added to a list.
struct NewEntry<List: EntryList>: TextPurpose {
  let list: List

  func title(in context: PageContext) -> String { context.words(list.titleOfNew) }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard text.isEmpty else { return list.make(text, in: &context, at: moment) }
    if let problem = list.problemOfNothing { throw WritingProblem(problem) }
    return []
  }
}

extension Flow {
  /// The title of a page, and a line below it.
  mutating func title(_ title: String) {
    text(title, style: .strong)
    gap()
  }

  /// An entry in one line or two.
  mutating func line(_ text: String, under detail: String? = nil, style: Style = .text) {
    self.text(text, start: 1, style: style)
    if let detail { self.text(detail, start: 3, style: .quiet) }
  }
}
