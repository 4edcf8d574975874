import BidiText
import Consultation
import Display
import Phrases

extension App {
  /// Three lines, three languages, one key: each language says its line itself.
  func languageBody(_ list: ListState) -> Flow {
    var flow = Flow(width: bodyArea.width, direction: direction)
    flow.gap(max(1, (bodyArea.height - 10) / 3))
    for (index, language) in Language.allCases.enumerated() {
      guard let catalogue = setting.catalogues[language] else { continue }
      let words = Words(catalogue, digits: setting.digits ?? .western)
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: self.words.number(index + 1), width: 3, style: .key),
          Flow.Column(
            text: words(.chooseThisLanguage, ["key": .number(index + 1)]),
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

  func delegationsBody(_ list: ListState) -> Flow {
    var flow = Flow(width: bodyArea.width, direction: direction)
    flow.text(workshopLine, style: .quiet)
    flow.gap()
    flow.text(words(.chooseDelegation), style: .strong)
    flow.gap()
    for (index, delegation) in desk.identities.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(
            text: words.text(delegation.shortName),
            start: 1,
            width: 18,
            style: .strong,
            isOneLine: true,
          ),
          Flow.Column(
            text: desk.receipt(of: delegation.code) == nil
              ? words.text(delegation.officialName) : words(.delegationWithdrawn),
            start: 20,
            style: .quiet,
            isOneLine: true,
          ),
        ])
      }
    }
    let count = desk.order.count
    flow.entry(count, isSelected: list.selected == count) { flow in
      flow.text(words(.seatFacilitator), start: 1, style: .key)
    }
    flow.gap()
    flow.text(words.text(questionnaire.notice), style: .quiet)
    return flow
  }

  /// Where and when: `Cairo · 15 June 2023`.
  private var workshopLine: String {
    let place = desk.workshop.place.map { words.text($0) }
    let days = desk.workshop.days.map { words.date($0) }
    return ([place].compactMap(\.self) + days)
      .joined(separator: " \(setting.symbols.separator) ")
  }
}
