import Display
import Consultation
import Phrases

/// The first page of all: three languages, one key.
struct LanguagePage: ListPage {
  var list = ListState()

  var asPage: Page { .language(self) }
  var depth: Int { 0 }
  var hasNumbers: Bool { true }
  var isList: Bool { false }
  var help: Phrase { .helpLanguage }
  var hintOfOpening: Phrase { .hintChooseEntry }

  func heading(in context: PageContext) -> PageHeading {
    PageHeading(start: context.words(.programName))
  }
  func hints(in context: PageContext) -> [Action] { [.open] }

  /// The first page of all: three lines, three languages, one key.
  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    switch action {
    case .choose(let number):
      guard Language.allCases.indices.contains(number - 1) else { return [] }
      return context.chooseLanguage(Language.allCases[number - 1])
    case .open: return context.chooseLanguage(Language.allCases[list.selected])
    default:
      return move(action, among: Language.allCases.count, rows: 3, in: &context)
    }
  }
}

/// Where a delegation, or the facilitator, sits down.
struct DelegationsPage: ItemList {
  /// A delegation by its place; none for the facilitator.
  typealias Item = DelegationIdentity?

  var list = ListState()

  var asPage: Page { .delegations(self) }
  var depth: Int { 1 }
  var hasNumbers: Bool { true }
  var help: Phrase { .helpDelegations }
  var hintOfOpening: Phrase { .hintChooseEntry }

  func hints(in context: PageContext) -> [Action] { [.open, .nextLanguage, .help, .back] }

  func items(in context: PageContext) -> [Item] { context.desk.identities + [nil] }

  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard case .choose(let number) = action else { return nil }
    return context.chooseDelegation(number - 1)
  }

  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.chooseDelegation(list.selected)
  }
}

extension PageContext {
  fileprivate mutating func chooseLanguage(_ language: Language) -> [Effect] {
    guard setting.catalogues[language] != nil else { return [.readWords(of: language)] }
    self.language = language
    go(to: firstPage)
    askForPersonOnce()
    return [.remember(language, delegationCode)]
  }

  /// Goes on in a language on the same page; where its words are not there yet, as soon as they
  /// have been read.
  mutating func goOn(in language: Language) -> [Effect] {
    guard setting.catalogues[language] != nil else { return [.readWords(of: language)] }
    if unreadableLanguage != nil {
      unreadableLanguage = nil
      notice = nil
    }
    self.language = language
    return [.remember(language, delegationCode)]
  }

  /// The language after this one, or after the one that could not be read just now: so each is
  /// come to, and that one is tried again in its turn.
  var languageToGoOnIn: Language {
    let next = (unreadableLanguage ?? language).next
    return next == language ? next.next : next
  }

  fileprivate mutating func chooseDelegation(_ index: Int) -> [Effect] {
    if index == desk.order.count {
      show(.delegations(DelegationsPage(list: ListState(selected: index))))
      enterRoom()
      return []
    }
    guard desk.order.indices.contains(index) else { return [] }
    do throws(Refusal) {
      try desk.sit(at: desk.order[index])
    } catch {
      notice = words(error)
      return []
    }
    show(.delegations(DelegationsPage(list: ListState(selected: index))))
    go(to: .delegation(DelegationPage()))
    askForPersonOnce()
    return [.remember(language, delegationCode)]
  }
}
