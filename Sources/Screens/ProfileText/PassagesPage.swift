import BidiText
import Consultation
import Display
import Phrases

/// The passages of one part of a profile: of a domain its text and what the state chose of it.
struct PassagesPage: ItemList, OwnPage {
  /// A part of a profile.
  enum Part: Equatable, Sendable {
    case section(ProfileSection)
    case domain(Int)

    init(of place: ProfileText.Place) {
      self = place.domain.map { .domain($0) } ?? .section(place.section)
    }

    /// What stands in it, in the order in which it is printed.
    var places: [ProfileText.Place] {
      switch self {
      case .section(let section): [ProfileText.Place(section)]
      case .domain(let number):
        ProfileSection.allCases.filter(\.isOfDomain).map { ProfileText.Place($0, domain: number) }
      }
    }
  }

  /// A line of the page.
  enum Item: Equatable {
    case passage(ProfileText.Entry)
    /// By which one is added.
    case adding(ProfileText.Place)

    var place: ProfileText.Place {
      switch self {
      case .passage(let entry): entry.place
      case .adding(let place): place
      }
    }
  }

  let part: Part
  var list = ListState()

  var asPage: Page { .passages(self) }
  var depth: Int { 7 }
  var scopes: [ActionScope] { [.passages, .entries, .list, .everywhere] }
  var help: Phrase { .helpPassages }
  var domainOnScreen: Int? { if case .domain(let number) = part { number } else { nil } }

  func hints(in context: PageContext) -> [Action] {
    [.open, .leaveOut, .moveEarlier, .moveLater, .add, .back, .help, .remove]
  }

  func items(in context: PageContext) -> [Item] {
    guard let text = context.profileText else { return [] }
    return part.places.flatMap { place in
      text.entries(at: place).map { .passage($0) } + [.adding(place)]
    }
  }

  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch item {
    case .passage(let entry): context.go(to: .passage(PassagePage(id: entry.id)))
    case .adding(let place): context.openNewPassage(at: place)
    }
    return []
  }

  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard let item else { return nil }
    if action == .add {
      context.openNewPassage(at: item.place)
      return []
    }
    guard case .passage(let entry) = item else { return nil }
    guard let effects = context.perform(action, on: entry, at: moment) else { return nil }
    var page = self
    page.list.selected =
      page.items(in: context).firstIndex { other in
        if case .passage(let same) = other { same.id == entry.id } else { false }
      } ?? list.selected
    context.show(page.asPage)
    return effects
  }

  // MARK: What it shows

  func area(in context: PageContext) -> Area {
    guard context.hasTwoPanes else { return context.bodyArea }
    return context.wholeArea.inset(start: 2).split(startWidth: context.startOfPassage - 4).start
  }

  func width(in context: PageContext) -> Int { min(84, area(in: context).width) }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.text(context.title(of: part), style: .strong)
    if domainOnScreen != nil {
      flow.text(context.words(.passagesIntroduction), style: .quiet)
    }
  }

  func separate(_ item: Item?, from last: Item?, in context: PageContext, to flow: inout Flow) {
    guard let item, item.place != last?.place else { return }
    flow.gap()
    if domainOnScreen != nil {
      flow.text(context.words(item.place.section.title), style: .heading)
    }
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    switch item {
    case .adding(let place):
      flow.text(
        context.words(place.section.isChosen ? .addArea : .addPassage),
        start: 3,
        style: .key,
      )
    case .passage(let entry): context.add(entry, to: &flow)
    }
  }

  func drawAside(in context: PageContext, on canvas: inout Canvas) {
    guard context.hasTwoPanes, case .passage(let entry)? = selectedItem(in: context) else { return }
    let area = context.wholeArea.inset(start: context.startOfPassage, end: 2)
    var flow = Flow(width: min(96, area.width), direction: context.direction)
    context.addWords(of: entry, to: &flow)
    flow.gap()
    context.addGrounds(of: entry, to: &flow)
    LaidOutFlow(flow, &canvas.layouts).draw(
      on: &canvas,
      in: area,
      symbols: context.setting.symbols,
    )
  }

  private func selectedItem(in context: PageContext) -> Item? {
    let items = items(in: context)
    return items.indices.contains(list.selected) ? items[list.selected] : nil
  }
}

extension PageContext {
  /// Where the passage stands beside the list of them on a wide screen.
  fileprivate var startOfPassage: Int { min(92, width / 2) }

  func title(of part: PassagesPage.Part) -> String {
    switch part {
    case .section(let section): words(section.title)
    case .domain(let number):
      "\(words.number(number)) "
        + (questionnaire.domain(numbered: number).map { words.text($0.title) } ?? "")
    }
  }

  /// A passage in the list: whether it is printed, its beginning, and how it stands.
  fileprivate func add(_ entry: ProfileText.Entry, to flow: inout Flow) {
    let passage = text(of: entry)
    if let theme = themeTitle(of: entry) { flow.text(theme, start: 3, style: .strong) }
    flow.row([
      Flow.Column(
        text: entry.isPrinted ? setting.symbols.chosen : setting.symbols.open,
        start: 1,
        width: 2,
        style: entry.isPrinted ? .done : .quiet,
      ),
      Flow.Column(
        text: passage.text,
        start: 3,
        style: entry.isPrinted ? .text : .quiet,
        direction: passage.language.direction,
        mostRows: entry.place.section.isChosen ? 2 : 3,
      ),
    ])
    flow.text(standing(of: entry), start: 5, style: .quiet)
    if entry.needsLook { flow.text(words(.passageLook), start: 5, style: .attention) }
  }
}
