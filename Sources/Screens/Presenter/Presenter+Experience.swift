import BidiText
import Consultation
import Display
import Phrases

/// What the room shares of experience, while pioneers share theirs.
extension Presenter {
  /// The offers and cards that the room shares; wishes are for those who can answer them.
  private var experience: [SharedExperience.Entry] {
    SharedExperience(of: shared, in: setting.questionnaire).entries.filter { entry in
      switch entry.item {
      case .offer, .card: true
      case .wish: false
      }
    }
  }

  var hasExperience: Bool { !shared.exchanges.isEmpty || !experience.isEmpty }

  /// What was agreed first, then what is shared; as much of it as has room in so many rows.
  func addExperience(to flow: inout Flow, rows: Int, _ layouts: inout LayoutCache) {
    let entries = experience
    var isMore = false
    if !shared.exchanges.isEmpty {
      addHeading(.presenterExchanges, to: &flow)
      // Not much more than half of the screen where there is something else to show, but one.
      let last = max(3, (entries.isEmpty ? rows : rows / 2) - 1)
      for exchange in shared.exchanges {
        guard LaidOutFlow(flow, &layouts).height < last else {
          isMore = true
          break
        }
        add(exchange, to: &flow)
      }
    }
    if !entries.isEmpty {
      if !flow.rows.isEmpty { flow.gap() }
      addHeading(.cardSharedTitle, to: &flow)
      let room = max(1, rows - LaidOutFlow(flow, &layouts).height)
      isMore = isMore || entries.count > room
      for entry in entries.prefix(isMore ? room - 1 : room) { add(entry, to: &flow) }
    }
    if isMore { flow.text(words(.cardPresenterMore), style: .quiet) }
  }

  /// A heading in two languages, each in its own direction.
  private func addHeading(_ phrase: Phrase, to flow: inout Flow) {
    flow.text(words(phrase), style: .heading)
    guard let second else { return }
    flow.text(words(in: second)(phrase), style: .quiet, direction: second.direction)
  }

  private func add(_ exchange: Exchange, to flow: inout Flow) {
    flow.text(
      words(
        .presenterExchange(
          exchange: .own(words.line(of: exchange, naming: roomWords.name)),
          question: exchange.question,
        )
      )
    )
  }

  private func add(_ entry: SharedExperience.Entry, to flow: inout Flow) {
    let who: DelegationCode
    let what: String
    switch entry.item {
    case .offer(let code, let text):
      who = code
      what = text.isEmpty ? words(.cardSharedOffer) : TextSanitizer.isolated(text)
    case .card(let code, let card):
      who = code
      what = TextSanitizer.isolated(card.card.title)
    case .wish: return
    }
    flow.row([
      Flow.Column(text: words.number(entry.question), width: 7, style: .key, isOneLine: true),
      Flow.Column(text: roomWords.name(who), start: 8, width: 22, isOneLine: true),
      Flow.Column(text: what, start: 31, style: .strong, isOneLine: true),
    ])
  }
}
