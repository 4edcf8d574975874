import BidiText
import Consultation
import Display
import Phrases

/// One term: its names in all languages, what it means, and where that is taken from.
struct GlossaryTermPage: ScrolledPage {
  let term: GlossaryTerm.Code
  var scrolled = 0

  var asPage: Page { .glossaryTerm(self) }
  var depth: Int { 11 }
  var isList: Bool { false }
  var help: Phrase { .helpGlossary }

  func heading(in context: some RoomContext) -> PageHeading { context.delegationHeading }
  func hints(in context: some RoomContext) -> [Action] {
    [.openGlossary, .nextLanguage, .back, .help]
  }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    scroll(by: action, in: &context)
  }

  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let term = context.setting.glossary?[term] else { return flow }
    flow.title(context.words.text(term.name))
    flow.text(context.words.text(term.meaning))
    flow.gap()
    for language in Language.allCases {
      let name = TextSanitizer.visible(term[language].name)
      addField(language.traits.ownName, name, to: &flow)
    }
    flow.gap()
    addField(context.words(.glossarySource), context.words.text(term.source), to: &flow)
    return flow
  }

  private func addField(_ label: String, _ text: String, to flow: inout Flow) {
    flow.row([
      Flow.Column(text: label, start: 1, width: 12, style: .quiet, isOneLine: true),
      Flow.Column(text: text, start: 14),
    ])
  }
}
