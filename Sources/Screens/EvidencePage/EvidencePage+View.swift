import BidiText
import Consultation
import Display
import Phrases

extension EvidencePage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .evidencePageTitle)
    let pieces = context.currentAnswer?.evidence ?? []
    for (index, piece) in pieces.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words(piece.kind.phrase), start: 1, width: 16, style: .quiet),
          Flow.Column(text: HarmlessText.isolated(context.citation(of: piece)), start: 18),
        ])
      }
    }
    flow.entry(pieces.count, isSelected: list.selected >= pieces.count) { flow in
      flow.text(
        context.words(pieces.isEmpty ? .addFirstEvidence : .addEvidence),
        start: 1,
        style: .key,
      )
    }
    flow.gap()
    flow.text(context.words(.evidenceAdvice), style: .quiet)
    return flow
  }
}

extension EvidenceEntryPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .evidenceEntryTitle)
    guard let piece = context.evidence(id) else {
      flow.text(context.words(.evidenceRemoved))
      return flow
    }
    for (index, field) in EvidenceField.allCases.enumerated() {
      let text = field == .kind ? context.words(piece.kind.phrase) : piece.text(of: field)
      let shown = field == .year ? context.words.digits.write(text) : text
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words(field.label), start: 1, width: 20, style: .quiet),
          Flow.Column(
            text: shown.isEmpty ? context.words(.fieldEmpty) : HarmlessText.isolated(shown),
            start: 22,
            style: shown.isEmpty ? .quiet : .text,
          ),
        ])
      }
    }
    flow.gap()
    flow.text(context.words(.entryAdvice), style: .quiet)
    return flow
  }
}

extension PageContext {
  /// `Law 34-09, 2011, article 5`, as far as it is known.
  fileprivate func citation(of piece: Evidence) -> String {
    [piece.title, piece.year.map { words.digits.write(String($0)) }, piece.article]
      .compactMap(\.self).joined(separator: direction == .rightToLeft ? "، " : ", ")
  }

  /// The question over a list that belongs to its answer.
  func entriesFlow(title: Phrase) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    if let question = currentQuestion { flow.text(words.text(question.text), style: .quiet) }
    flow.gap()
    flow.text(words(title), style: .strong)
    flow.gap()
    return flow
  }
}
