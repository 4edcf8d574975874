import BidiText
import Consultation
import Display
import Phrases

/// Lists of entries, and forms of fields, as most pages have them.
extension RoomContext {
  /// What somebody wrote, for a line of a screen; nothing where they wrote nothing.
  func isolatedUnlessEmpty(_ text: String) -> String {
    text.isEmpty ? "" : HarmlessText.isolated(text)
  }

  /// Fields one under another, each of which can be changed.
  func fieldsBody(
    _ title: Phrase,
    _ fields: [(label: Phrase, text: String)],
    selected: Int,
  )
    -> Flow
  {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(title), style: .strong)
    flow.gap()
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: selected == index) { flow in
        flow.row([
          Flow.Column(text: words(field.label), start: 1, width: 26, style: .quiet),
          Flow.Column(
            text: field.text.isEmpty ? words(.fieldEmpty) : field.text,
            start: 28,
            style: field.text.isEmpty ? .quiet : .text,
          ),
        ])
      }
    }
    flow.gap()
    flow.text(words(.entryAdvice), style: .quiet)
    return flow
  }

  /// A list to which lines are added.
  func listBody(
    _ title: Phrase,
    _ lines: [(text: String, detail: String?)],
    nothing: Phrase,
    add: Phrase,
    selected: Int,
  ) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(title), style: .strong)
    flow.gap()
    if lines.isEmpty { flow.text(words(nothing), style: .quiet) }
    for (index, line) in lines.enumerated() {
      flow.entry(index, isSelected: selected == index) { flow in
        flow.text(line.text, start: 1)
        if let detail = line.detail { flow.text(detail, start: 3, style: .quiet) }
      }
    }
    flow.entry(lines.count, isSelected: selected >= lines.count) { flow in
      flow.text(words(add), start: 1, style: .key)
    }
    return flow
  }
}
