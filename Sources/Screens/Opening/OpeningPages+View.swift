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
      guard let catalogue = context.setting.catalogues[language] else { continue }
      let words = Words(catalogue, digits: context.setting.digits ?? .western)
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
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: context.bodyArea.width, direction: context.direction)
    flow.text(context.workshopLine, style: .quiet)
    flow.gap()
    flow.text(context.words(.chooseDelegation), style: .strong)
    flow.gap()
    for (index, delegation) in context.desk.identities.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(
            text: context.words.text(delegation.shortName),
            start: 1,
            width: 18,
            style: .strong,
            isOneLine: true,
          ),
          Flow.Column(
            text: context.desk.receipt(of: delegation.code) == nil
              ? context.words.text(delegation.officialName) : context.words(.delegationWithdrawn),
            start: 20,
            style: .quiet,
            isOneLine: true,
          ),
        ])
      }
    }
    let count = context.desk.order.count
    flow.entry(count, isSelected: list.selected == count) { flow in
      flow.text(context.words(.seatFacilitator), start: 1, style: .key)
    }
    flow.gap()
    flow.text(context.words.text(context.questionnaire.notice), style: .quiet)
    return flow
  }
}

extension PageContext {
  /// Where and when: `Cairo · 15 June 2023`.
  fileprivate var workshopLine: String {
    let place = desk.workshop.place.map { words.text($0) }
    let days = desk.workshop.days.map { words.date($0) }
    return ([place].compactMap(\.self) + days)
      .joined(separator: " \(setting.symbols.separator) ")
  }
}
