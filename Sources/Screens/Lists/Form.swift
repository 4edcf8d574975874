import BidiText
import Consultation
import Display
import Phrases

/// Something whose fields can be changed: which they are, where it stands, and how it is kept.
///
/// The fields themselves are described beside the words (`Field` in `Phrases`); a ``FormPage`` shows
/// them, and ``FieldText`` and ``FieldChoice`` change one of them.
protocol Form: Equatable, Sendable {
  associatedtype Subject
  var fields: [Field<Subject>] { get }
  /// What it is about, as it stands now; `nil` where that was taken away.
  func subject(in context: PageContext) -> Subject?
  /// Whether it is kept already, or would be with the first thing that is written.
  func isThere(in context: PageContext) -> Bool
  func keep(_ subject: Subject, in context: inout PageContext, at moment: Moment) -> [Effect]
  /// What is read of a field.
  func shown(_ field: Field<Subject>, in context: PageContext) -> String
}

extension Form {
  func isThere(in context: some RoomContext) -> Bool { true }

  func shown(_ field: Field<Subject>, in context: PageContext) -> String {
    guard let subject = subject(in: context) else { return "" }
    // Before anybody said anything, nothing is said to be chosen.
    if case .chosen = field.content, !isThere(in: context) { return "" }
    return field.shown(in: subject, context.fieldSetting)
  }

  /// Has the field of this index written or chosen.
  func change(_ index: Int, in context: inout some RoomContext) {
    switch fields[index].content {
    case .written: context.openField(FieldText(form: self, index: index))
    case .chosen: context.choose(FieldChoice(form: self, index: index))
    }
  }
}

/// One field of a form, being written.
struct FieldText<Whole: Form>: TextPurpose {
  let form: Whole
  let index: Int

  var limit: Int { writing?.limit ?? TextLimit.line }
  var isMultiline: Bool { writing?.isMultiline ?? false }
  var hasDigits: Bool { writing?.hasDigits ?? false }

  private var field: Field<Whole.Subject> { form.fields[index] }

  private var writing: Field<Whole.Subject>.Writing? {
    if case .written(let writing) = field.content { writing } else { nil }
  }

  func title(in context: PageContext) -> String { context.words(field.label) }

  func text(in context: PageContext) -> String {
    form.subject(in: context).map { field.text(in: $0, context.fieldSetting) } ?? ""
  }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    let changed = form.subject(in: context).flatMap {
      field.writing(text, in: $0, context.fieldSetting)
    }
    guard let changed else { throw WritingProblem(writing?.problem ?? .problemTitleNeeded) }
    // Nothing that was never there is not made by leaving it empty.
    if text.isEmpty, !form.isThere(in: context) { return [] }
    return form.keep(changed, in: &context, at: moment)
  }
}

/// One field of a form, being chosen.
struct FieldChoice<Whole: Form>: ChooserPurpose {
  let form: Whole
  let index: Int

  private var field: Field<Whole.Subject> { form.fields[index] }

  private var choosing: Field<Whole.Subject>.Choosing? {
    if case .chosen(let choosing) = field.content { choosing } else { nil }
  }

  func title(in context: PageContext) -> String { context.words(choosing?.title ?? field.label) }

  func entries(in context: PageContext) -> [String] {
    choosing?.choices(context.fieldSetting) ?? []
  }

  func chosen(in context: PageContext) -> Int? {
    form.subject(in: context).flatMap { field.chosen(in: $0, context.fieldSetting) }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard let subject = form.subject(in: context) else { return [] }
    let changed = field.choosing(index, in: subject, context.fieldSetting)
    return form.keep(changed, in: &context, at: moment)
  }
}

/// A page that is a form: its fields one under another, each of which can be changed.
protocol FormPage: Form, ListPage {
  /// Whether the fields are shown, though nothing may stand in them any more.
  func isShown(in context: PageContext) -> Bool
  /// What stands above the fields: the title, where nothing else is said.
  func head(in context: PageContext, to flow: inout Flow)
  /// What stands below them.
  func foot(in context: PageContext, to flow: inout Flow)
  /// How wide the column of the labels is.
  var labelWidth: Int { get }
  /// How many entries stand below the fields, to be read.
  func entriesBelow(in context: PageContext) -> Int
}

extension FormPage {
  var hintOfOpening: Phrase { .hintChange }
  var labelWidth: Int { 26 }
  func head(in context: some RoomContext, to flow: inout Flow) {
    if let title { flow.title(context.words(title)) }
  }
  func isShown(in context: some RoomContext) -> Bool { true }
  func entriesBelow(in context: some RoomContext) -> Int { 0 }

  func foot(in context: some RoomContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words(.entryAdvice), style: .quiet)
  }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    let fields = fields
    guard action == .open else {
      let count = fields.count + entriesBelow(in: context)
      return move(action, among: count, rows: fields.count, in: &context)
    }
    guard fields.indices.contains(list.selected), subject(in: context) != nil,
      !context.refusesBecauseReadOnly()
    else { return [] }
    change(list.selected, in: &context)
    return []
  }

  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.newFlow
    head(in: context, to: &flow)
    guard isShown(in: context) else { return flow }
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(
          context.words(field.label),
          shown(field, in: context),
          labelWidth: labelWidth,
          to: &flow,
        )
      }
    }
    foot(in: context, to: &flow)
    return flow
  }
}

extension RoomContext {
  /// A flow as wide as is pleasant to read.
  var newFlow: Flow { Flow(width: min(76, bodyArea.width), direction: direction) }

  /// A label and what stands beside it; a stroke where that is nothing.
  func add(
    _ label: String,
    _ text: String,
    labelWidth: Int = 26,
    emptyStyle: Style = .quiet,
    to flow: inout Flow,
  ) {
    flow.row([
      Flow.Column(text: label, start: 1, width: labelWidth, style: .quiet),
      Flow.Column(
        text: text.isEmpty ? words(.fieldEmpty) : text,
        start: labelWidth + 2,
        style: text.isEmpty ? emptyStyle : .text,
      ),
    ])
  }

  /// Parts of a line beside each other, of those that there are.
  func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " \(setting.symbols.separator) ")
  }

  /// What somebody wrote, for a line of a screen; nothing where they wrote nothing.
  func isolated(_ text: String) -> String? { text.isEmpty ? nil : TextSanitizer.isolated(text) }
}

extension PageContext {
  var fieldSetting: FieldSetting {
    FieldSetting(
      words: words,
      questionnaire: questionnaire,
      languages: delegation?.languages ?? [],
      agenda: desk.workshop.agenda,
      question: currentQuestion,
    )
  }
}
