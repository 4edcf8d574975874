import BidiText
import Consultation
import Display
import Phrases

/// One passage of the profile: its words as a whole, how it stands, and the answers it rests on.
struct PassagePage: ItemList, OwnPage {
  /// A line of the page.
  enum Item: Equatable {
    /// Some sentences of the text: of one that is longer than a screen, each part is come to.
    case words(String, Direction)
    case standing
    /// The numbers of the questions that a text of the delegation's own rests on.
    case restsOn
    case ground(Ground)
  }

  let id: String
  var list = ListState()

  var asPage: Page { .passage(self) }
  var depth: Int { 8 }
  var scopes: [ActionScope] { [.passages, .entries, .list, .everywhere] }
  var help: Phrase { .helpPassages }
  var hintOfOpening: Phrase { .hintChange }

  func hints(in context: PageContext) -> [Action] {
    [.open, .leaveOut, .moveEarlier, .moveLater, .back, .help, .remove]
  }

  func items(in context: PageContext) -> [Item] {
    guard let entry = context.profileText?.entry(id) else { return [] }
    let passage = context.text(of: entry)
    let parts = passage.text.partsForReading.map {
      Item.words($0, passage.language.direction)
    }
    return (parts.isEmpty ? [.words("", context.direction)] : parts) + [.standing]
      + (PassagePlace.isOfOwn(id) ? [.restsOn] : []) + entry.grounds.map { .ground($0) }
  }

  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard let entry = context.profileText?.entry(id) else { return [] }
    switch item {
    case .words: context.openField(PassageText(id: id))
    case .standing: return context.perform(.leaveOut, on: entry, at: moment) ?? []
    case .restsOn: context.openField(PassageGrounds(id: id))
    case .ground(.answer(let number)): context.goToOwn(number)
    case .ground(.record(let key)): context.goToRecord(key)
    }
    return []
  }

  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    context.profileText?.entry(id).flatMap { context.perform(action, on: $0, at: moment) }
  }

  // MARK: What it shows

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard let entry = context.profileText?.entry(id) else {
      flow.text(context.words(.passageGone))
      return
    }
    let part = PassagesPage.Part(of: entry.place)
    let section = entry.place.domain == nil ? nil : context.words(entry.place.section.title)
    flow.text(context.joined([context.title(of: part), section]), style: .quiet)
    if let theme = context.themeTitle(of: entry) { flow.text(theme, style: .strong) }
    flow.gap()
  }

  func separate(_ item: Item?, from last: Item?, in context: PageContext, to flow: inout Flow) {
    switch (item, last) {
    case (.standing, _): flow.gap()
    case (.ground, .standing?), (.ground, .restsOn?):
      flow.gap()
      flow.text(context.words(.passageGrounds), style: .heading)
    default: break
    }
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    guard let entry = context.profileText?.entry(id) else { return }
    switch item {
    case .words(let text, let direction):
      flow.text(
        text.isEmpty ? context.words(.fieldEmpty) : text,
        start: 1,
        direction: direction,
      )
    case .standing:
      context.add(context.words(.passageStanding), context.standing(of: entry), to: &flow)
    case .restsOn:
      let numbers = entry.grounds.compactMap(\.question).map { context.words.number($0) }
      context.add(
        context.words(.passageRestsOn),
        numbers.joined(separator: "  "),
        to: &flow,
      )
    case .ground(let ground): context.add(ground, of: entry, to: &flow)
    }
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard let entry = context.profileText?.entry(id) else { return }
    flow.gap()
    if entry.needsLook { flow.text(context.words(.passageLook), style: .attention) }
    flow.text(context.words(.passageAdvice), style: .quiet)
  }
}

extension String {
  /// The text in parts of some lines each, none of which is higher than the smallest screen.
  fileprivate var partsForReading: [String] {
    var parts: [String] = []
    for line in split(whereSeparator: \.isNewline) {
      var part = ""
      for word in line.split(separator: " ") {
        part += (part.isEmpty ? "" : " ") + word
        if part.count > 300, word.hasSuffix(".") {
          parts.append(part)
          part = ""
        }
      }
      if !part.isEmpty { parts.append(part) }
    }
    return parts
  }
}
