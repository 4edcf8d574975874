import Consultation
import Display
import Phrases

/// The glossary: the terms that stood on the screen from which it was opened, and then all of them
/// in the order of the reader's alphabet.
struct GlossaryPage: Equatable, Sendable {
  /// The terms of the screen before.
  let here: [GlossaryTerm.Code]
  /// A text that a term's names have; empty for all.
  var sought = ""
  var list = ListState()
}

/// A term in that list.
struct ListedTerm {
  let term: GlossaryTerm
  /// Whether it stands among those of the screen before.
  let isHere: Bool
}

extension GlossaryPage: ItemList {
  var asPage: Page { .glossary(self) }
  /// Deeper than any page that it can be opened from, so that one comes back there.
  var depth: Int { 10 }
  var scopes: [ActionScope] { [.glossary, .list, .everywhere] }
  var help: Phrase { .helpGlossary }
  var title: Phrase? { .glossaryTitle }
  var nothing: Phrase? { .nothingFound }

  func heading(in context: some RoomContext) -> PageHeading { context.delegationHeading }
  func hints(in context: some RoomContext) -> [Action] { [.open, .findTerm, .back, .help] }

  func items(in context: some RoomContext) -> [ListedTerm] {
    guard let glossary = context.setting.glossary else { return [] }
    let all = glossary.sorted(in: context.language)
    guard sought.isEmpty else {
      return all.filter { $0.has(sought) }.map { ListedTerm(term: $0, isHere: false) }
    }
    let here = Set(here)
    return all.filter { here.contains($0.code) }.map { ListedTerm(term: $0, isHere: true) }
      + all.map { ListedTerm(term: $0, isHere: false) }
  }

  func page(of listed: ListedTerm) -> Page? {
    .glossaryTerm(GlossaryTermPage(term: listed.term.code))
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    let title = context.words(.glossaryTitle)
    flow.text(
      sought.isEmpty
        ? title
        : context.joined([title, context.words(.glossarySought(text: .foreign(sought)))]),
      style: .strong,
    )
  }

  func separate(
    _ listed: ListedTerm?,
    from last: ListedTerm?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    guard let listed, listed.isHere != last?.isHere else { return }
    flow.gap()
    guard sought.isEmpty else { return }
    let title: Phrase = listed.isHere ? .glossaryHere : .glossaryAll
    flow.text(context.words(title), style: .quiet)
  }

  /// The name in the reader's language, and its meaning on one line below it.
  func add(_ listed: ListedTerm, to flow: inout Flow, in context: some RoomContext) {
    flow.text(context.words.text(listed.term.name), start: 1)
    flow.row([
      Flow.Column(
        text: context.words.text(listed.term.meaning),
        start: 3,
        style: .quiet,
        isOneLine: true,
      )
    ])
  }

  func updateElse(
    _ action: Action,
    on listed: ListedTerm?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    switch action {
    case .findTerm: context.openField(SoughtInGlossary(page: self), text: sought)
    // The terms of this screen are all terms.
    case .openGlossary: break
    default: return nil
    }
    return []
  }
}

/// The text that the list of terms is narrowed to.
private struct SoughtInGlossary: TextPurpose {
  let page: GlossaryPage

  var isForReading: Bool { true }

  func title(in context: PageContext) -> String { context.words(.actionFindTerm) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    var page = page
    page.sought = text
    page.list = ListState()
    context.show(page.asPage)
    return []
  }
}

extension GlossaryTerm {
  /// Whether one of its names in any language has a text.
  fileprivate func has(_ text: String) -> Bool {
    let wanted = LetterFolding.fold(text)
    return Language.allCases.contains { language in
      ([self[language].name] + self[language].alsoWritten).contains {
        LetterFolding.fold($0).contains(wanted)
      }
    }
  }
}
