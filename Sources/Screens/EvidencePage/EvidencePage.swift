import BidiText
import Consultation
import Display
import Phrases

/// The evidence of the answer on the screen.
struct EvidencePage: EntryList, AnswerPage {
  var list = ListState()

  var asPage: Page { .evidence(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpEvidence }
  var title: Phrase? { .evidencePageTitle }
  var hintOfOpening: Phrase { .hintChange }
  var adding: Phrase { .addEvidence }
  var titleOfNew: Phrase { .newEvidenceTitle }

  func hints(in context: PageContext) -> [Action] { [.open, .add, .remove, .back, .help] }

  func items(in context: PageContext) -> [Evidence] { context.currentAnswer?.evidence ?? [] }

  func addLine(in context: PageContext) -> Phrase? {
    items(in: context).isEmpty ? .addFirstEvidence : .addEvidence
  }

  func page(of piece: Evidence) -> Page? { .evidenceEntry(EvidenceEntryPage(id: piece.id)) }

  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let id = "\(moment.id)-evidence"
    let effects = context.wish(.evidence(id: id, Evidence(id: id, title: text)), at: moment)
    if !effects.isEmpty { context.go(to: .evidenceEntry(EvidenceEntryPage(id: id))) }
    return effects
  }

  func remove(_ piece: Evidence, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let count = items(in: context).count
    let effects = context.wish(.evidence(id: piece.id, nil), at: moment)
    context.show(at(ListState(selected: max(0, min(list.selected, count - 2)))))
    if !effects.isEmpty { context.notice = context.words(.evidenceRemoved) }
    return effects
  }

  func add(_ piece: Evidence, to flow: inout Flow, in context: PageContext) {
    flow.row([
      Flow.Column(text: context.words(piece.kind.phrase), start: 1, width: 16, style: .quiet),
      Flow.Column(text: TextSanitizer.isolated(context.citation(of: piece)), start: 18),
    ])
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words(.evidenceAdvice), style: .quiet)
  }
}

/// One piece of evidence, by its identifier.
struct EvidenceEntryPage: FormPage, AnswerPage {
  let id: String
  var list = ListState()

  var asPage: Page { .evidenceEntry(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpEvidence }
  var fields: [Field<Evidence>] { Evidence.fields }
  var labelWidth: Int { 20 }

  func subject(in context: PageContext) -> Evidence? {
    context.currentAnswer?.evidence.first { $0.id == id }
  }

  func isShown(in context: PageContext) -> Bool { subject(in: context) != nil }

  func keep(_ piece: Evidence, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.wish(.evidence(id: id, piece), at: moment)
  }

  /// Kind and year are isolated here too, not only what somebody wrote.
  func shown(_ field: Field<Evidence>, in context: PageContext) -> String {
    guard let piece = subject(in: context) else { return "" }
    let text = field.shown(in: piece, context.fieldSetting)
    return text.isEmpty || text.hasPrefix("\u{2068}") ? text : TextSanitizer.isolated(text)
  }

  func head(in context: PageContext, to flow: inout Flow) {
    context.addAnswerTitle(.evidenceEntryTitle, to: &flow)
    if subject(in: context) == nil { flow.text(context.words(.evidenceRemoved)) }
  }
}

extension PageContext {
  /// `Law 34-09, 2011, article 5`, as far as it is known.
  fileprivate func citation(of piece: Evidence) -> String {
    [piece.title, piece.year.map { words.digits.write(String($0)) }, piece.article]
      .compactMap(\.self).joined(separator: direction == .rightToLeft ? "، " : ", ")
  }

  /// The question, and the title of a page that belongs to its answer.
  func addAnswerTitle(_ title: Phrase?, to flow: inout Flow) {
    if let question = currentQuestion { flow.text(words.text(question.text), style: .quiet) }
    flow.gap()
    if let title { flow.title(words(title)) }
  }
}
