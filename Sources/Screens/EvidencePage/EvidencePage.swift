import Consultation
import Display
import Phrases

/// One line of the page of a piece of evidence.
enum EvidenceField: CaseIterable, Sendable {
  case kind
  case title
  case year
  case article
  case link

  var label: Phrase {
    switch self {
    case .kind: .evidenceKind
    case .title: .evidenceTitle
    case .year: .evidenceYear
    case .article: .evidenceArticle
    case .link: .evidenceLink
    }
  }
}

extension Evidence {
  /// What stands in a field, as it is typed.
  func text(of field: EvidenceField) -> String {
    switch field {
    case .kind: ""
    case .title: title
    case .year: year.map(String.init) ?? ""
    case .article: article ?? ""
    case .link: link ?? ""
    }
  }

  /// The same with another text in a field; `nil` where the field cannot hold it.
  func setting(_ field: EvidenceField, to text: String) -> Evidence? {
    var changed = self
    switch field {
    case .kind: return nil
    case .title:
      guard !text.isEmpty else { return nil }
      changed.title = text
    case .year:
      guard let year = Int(text), (1000...9999).contains(year) else {
        changed.year = nil
        return text.isEmpty ? changed : nil
      }
      changed.year = year
    case .article: changed.article = text.isEmpty ? nil : text
    case .link: changed.link = text.isEmpty ? nil : text
    }
    return changed
  }
}

/// The evidence of the answer on the screen.
struct EvidencePage: ListPage {
  var list = ListState()

  var asPage: Page { .evidence(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpEvidence }
  var hintOfOpening: Phrase { .hintChange }

  func hints(in context: PageContext) -> [Action] { [.open, .add, .remove, .back, .help] }
  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let pieces = context.currentAnswer?.evidence ?? []
    var list = list
    switch action {
    case .add:
      if !context.refusesBecauseReadOnly() { context.openField(.newEvidence) }
    case .remove:
      guard pieces.indices.contains(list.selected) else { return [] }
      let effects = context.wish(.evidence(id: pieces[list.selected].id, nil), at: moment)
      list.selected = max(0, min(list.selected, pieces.count - 2))
      context.show(at(list))
      if !effects.isEmpty { context.notice = context.words(.evidenceRemoved) }
      return effects
    case .open:
      if pieces.indices.contains(list.selected) {
        context.go(to: .evidenceEntry(EvidenceEntryPage(id: pieces[list.selected].id)))
      } else if !context.refusesBecauseReadOnly() {
        context.openField(.newEvidence)
      }
    default:
      return move(action, among: pieces.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

/// One piece of evidence, by its identifier.
struct EvidenceEntryPage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .evidenceEntry(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpEvidence }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    switch action {
    case .open:
      guard context.evidence(id) != nil, !context.refusesBecauseReadOnly() else { return [] }
      let field = EvidenceField.allCases[list.selected]
      if field == .kind {
        context.choose(.evidenceKind(id))
      } else {
        context.openField(.evidence(id, field))
      }
    default:
      let count = EvidenceField.allCases.count
      return move(action, among: count, rows: count, in: &context)
    }
    return []
  }
}

extension PageContext {
  /// A piece of evidence of the answer on the screen.
  func evidence(_ id: String) -> Evidence? { currentAnswer?.evidence.first { $0.id == id } }
}
