import BidiText
import Consultation
import Display
import Phrases

extension LanguagePage {
  /// Three lines, three languages, one key: each language says its line itself.
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: context.bodyArea.width, direction: context.direction)
    flow.gap(max(1, (context.bodyArea.height - 10) / 3))
    for (index, language) in Language.allCases.enumerated() {
      guard context.setting.catalogues[language] != nil else { continue }
      let words = context.setting.words(in: language, digits: .western)
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words.number(index + 1), width: 3, style: .key),
          Flow.Column(
            text: words(.chooseThisLanguage(number: index + 1)),
            start: 4,
            style: .strong,
            direction: language.direction,
            isOneLine: true,
          ),
        ])
      }
      flow.gap()
    }
    return flow
  }
}

extension DelegationsPage {
  func width(in context: PageContext) -> Int { context.bodyArea.width }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.text(context.workshopLine, style: .quiet)
    flow.gap()
    flow.title(context.words(.chooseDelegation))
  }

  func add(_ delegation: Item, to flow: inout Flow, in context: PageContext) {
    guard let delegation else {
      return flow.line(context.words(.seatFacilitator), style: .key)
    }
    let isHere = context.desk.receipt(of: delegation.code) == nil
    flow.row([
      Flow.Column(
        text: context.words.text(delegation.shortName),
        start: 1,
        width: 18,
        style: .strong,
        isOneLine: true,
      ),
      Flow.Column(
        text: isHere
          ? context.words.text(delegation.officialName) : context.words(.delegationWithdrawn),
        start: 20,
        style: .quiet,
        isOneLine: true,
      ),
    ])
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words.text(context.questionnaire.notice), style: .quiet)
  }
}

extension PageContext {
  /// Where and when: `Cairo · 15 June 2023`.
  fileprivate var workshopLine: String {
    let place = desk.workshop.place.map { words.text($0) }
    let days = desk.workshop.days.map { words.date($0) }
    return joined([place] + days)
  }
}
