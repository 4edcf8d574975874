import Consultation
import Phrases

extension CommonReport {
  /// What delegations tell of their experience, by domain and theme; who offers and who wishes to
  /// hear; what was agreed.
  var exchange: Document {
    text.document(
      text.own(.reportExchange),
      cover + text.notices([.reportNoticeRests, .reportNoticeShared]) + cards + practices
        + offersAndWishes + agreedExchanges,
    )
  }

  // MARK: Cards

  /// A card, and whose it is.
  private typealias Told = (delegation: SharedDelegation, card: ExperienceCard)

  private var cards: [Block] {
    let told = shared.delegations.flatMap { delegation in
      delegation.cards.map { Told(delegation, $0.card) }
    }
    let byTheme = Dictionary(grouping: told) { ThemePlace($0.card.question) }
      .sorted { $0.key < $1.key }
    guard !byTheme.isEmpty else { return [] }
    var blocks = [text.heading(1, "cards", .reportCards)]
    var domain: Int?
    for (place, told) in byTheme {
      if place.domain != domain {
        domain = place.domain
        let title = text.domain(numbered: place.domain)
        blocks.append(
          text.heading(2, "cards-\(place.domain)", title, domain: place.domain)
        )
      }
      let theme = text.questionnaire.theme(of: told[0].card.question)
      blocks.append(
        text.heading(
          3,
          "cards-\(place.domain)-\(place.theme)",
          theme.map { text.text($0.title) } ?? text.number(place.theme),
        )
      )
      blocks += told.flatMap(card)
    }
    return blocks
  }

  private func card(_ told: Told) -> [Block] {
    let (delegation, card) = told
    func written(_ text: String) -> Passage {
      self.text.written(text, by: delegation.languages)
    }
    let questions = ([card.question] + card.linked).map(text.question).joined(separator: "\n")
    // A contact is a person more often than not.
    let contact = hasNames ? written(card.contact) : text.own(.reportCardContactVia)
    let parts: [(Phrase, Passage)] = [
      (.reportDelegation, text.own(name(delegation))),
      (.reportCardQuestions, text.own(questions)), (.reportCardDone, written(card.done)),
      (.reportCardBy, written(card.by)), (.reportCardInstrument, written(card.instrument)),
      (.reportCardCost, written(card.costAndTime)),
      (.reportCardObstacles, written(card.obstacles)), (.reportCardContact, contact),
    ]
    return [
      text.heading(4, "card", written(card.title)),
      .definitions(parts.map { text.definition($0, $1) }),
    ]
  }

  private struct ThemePlace: Hashable, Comparable {
    let domain: Int
    let theme: Int

    init(_ number: QuestionNumber) {
      domain = number.domain
      theme = number.theme
    }

    static func < (first: ThemePlace, second: ThemePlace) -> Bool {
      (first.domain, first.theme) < (second.domain, second.theme)
    }
  }

  // MARK: Practices, offers, wishes

  private var practices: [Block] {
    text.section(
      "practices",
      .reportPractices,
      [.reportPractice, .reportDelegation, .reportQuestion],
      namedPractices,
    )
  }

  /// By question, in the neutral order; those who wish without a name are only counted, so that
  /// their place tells nothing of them.
  private var offersAndWishes: [Block] {
    var offers: [QuestionNumber: [String]] = [:]
    var wishes: [QuestionNumber: [String]] = [:]
    var unnamed: [QuestionNumber: Int] = [:]
    for delegation in shared.delegations {
      for offer in delegation.offers {
        offers[offer.question, default: []].append(line(of: offer, delegation))
      }
      for wish in delegation.wishes {
        if wish.isAnonymous {
          unnamed[wish.question, default: 0] += 1
        } else {
          wishes[wish.question, default: []].append(name(delegation))
        }
      }
    }
    let numbers = Set(offers.keys).union(wishes.keys).union(unnamed.keys).sorted()
    let rows = numbers.map { number in
      let unnamed = unnamed[number].map { text.words(.reportUnnamed(count: $0)) }
      return [
        text.own(text.question(number)), lines(offers[number] ?? []),
        text.list((wishes[number] ?? []) + (unnamed.map { [$0] } ?? [])),
      ]
    }
    return text.section(
      "offers",
      .reportOffersAndWishes,
      [.reportQuestion, .reportOffers, .reportWishes],
      rows,
    )
  }

  private func line(of offer: Offer, _ delegation: SharedDelegation) -> String {
    guard !offer.text.isEmpty else { return name(delegation) }
    let passage = text.including(offer.text, by: delegation.languages) {
      .reportOfferText(name: .own(name(delegation)), text: $0)
    }
    return passage.text + (passage.marker.map { " (\($0))" } ?? "")
  }

  private func lines(_ lines: [String]) -> Passage {
    lines.isEmpty ? text.nothing : text.own(lines.joined(separator: "\n"))
  }
}
