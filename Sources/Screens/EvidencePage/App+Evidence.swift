import Consultation
import Display
import Phrases

/// One line of the page of a piece of evidence.
package enum EvidenceField: CaseIterable, Sendable {
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

extension App {
  /// A piece of evidence of the answer on the screen.
  func evidence(_ id: String) -> Evidence? { currentAnswer?.evidence.first { $0.id == id } }

  mutating func updateEvidence(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let pieces = currentAnswer?.evidence ?? []
    var list = list
    switch action {
    case .add:
      if !refusesBecauseReadOnly() { openField(.newEvidence) }
    case .remove:
      guard pieces.indices.contains(list.selected) else { return [] }
      let effects = wish(.evidence(id: pieces[list.selected].id, nil), at: moment)
      list.selected = max(0, min(list.selected, pieces.count - 2))
      show(.evidence(list))
      if !effects.isEmpty { notice = words(.evidenceRemoved) }
      return effects
    case .open:
      if pieces.indices.contains(list.selected) {
        go(to: .evidenceEntry(pieces[list.selected].id, ListState()))
      } else if !refusesBecauseReadOnly() {
        openField(.newEvidence)
      }
    default:
      guard list.move(action, count: pieces.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.evidence(list))
    }
    return []
  }

  mutating func updateEvidenceEntry(_ id: String, _ list: ListState, _ action: Action) -> [Effect]?
  {
    var list = list
    switch action {
    case .open:
      guard evidence(id) != nil, !refusesBecauseReadOnly() else { return [] }
      let field = EvidenceField.allCases[list.selected]
      if field == .kind {
        overlay = .chooser(Chooser(.evidenceKind(id), in: self))
      } else {
        openField(.evidence(id, field))
      }
    default:
      let count = EvidenceField.allCases.count
      guard list.move(action, count: count, pageSize: count) else { return nil }
      show(.evidenceEntry(id, list))
    }
    return []
  }
}
