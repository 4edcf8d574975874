import BidiText
import Consultation
import Display
import Phrases

/// One part of a profile that the delegation writes itself.
enum ProfileTextEntry: Equatable {
  /// The cover, with the national context.
  case cover
  case imprint
  case records(Record.Kind)
  case passages(PassagesPage.Part)
}

/// The parts of a profile, in the order in which it is printed.
struct ProfileTextPage: ItemList, OwnPage {
  var list = ListState()

  var asPage: Page { .profileText(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpPassages }
  var title: Phrase? { .passagesTitle }

  func hints(in context: PageContext) -> [Action] { [.open, .back, .help] }

  func items(in context: PageContext) -> [ProfileTextEntry] {
    guard context.delegation != nil else { return [] }
    let domains = context.questionnaire.domains.map {
      ProfileTextEntry.passages(.domain($0.number))
    }
    return [
      .imprint, .passages(.section(.foreword)), .records(.acronym), .cover, .records(.keyFigure),
      .passages(.section(.process)),
    ] + domains + [.passages(.section(.nextSteps)), .passages(.section(.acknowledgements))]
  }

  func open(
    _ entry: ProfileTextEntry,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect] {
    switch entry {
    case .cover: context.go(to: .record(RecordPage(key: .profile)))
    case .imprint: context.go(to: .record(RecordPage(key: .imprint)))
    case .records(let kind): context.go(to: .records(RecordsPage(kind: kind)))
    case .passages(let part): context.go(to: .passages(PassagesPage(part: part)))
    }
    return []
  }

  func add(_ entry: ProfileTextEntry, to flow: inout Flow, in context: PageContext) {
    switch entry {
    case .cover: flow.line(context.words(.profileTitle))
    case .imprint: flow.line(context.words(.imprintTitle))
    case .records(let kind):
      flow.line(
        context.words(RecordPage.words(of: kind).title),
        under: context.words(.oursCount(count: context.records(of: kind).count)),
      )
    case .passages(let part):
      let text = context.profileText
      let printed = part.places.reduce(0) { $0 + (text?.printed(at: $1) ?? 0) }
      let looks = part.places.contains { place in
        text?.entries(at: place).contains { $0.isPrinted && $0.needsLook } ?? false
      }
      flow.line(
        context.title(of: part),
        under: looks ? nil : context.words(.passageCount(count: printed)),
      )
      if looks { flow.text(context.words(.passageLook), start: 3, style: .attention) }
    }
  }
}
