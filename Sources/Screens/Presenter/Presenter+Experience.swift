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

  /// What was agreed first, then what is shared; as much of it as has room.
  func addExperience(to flow: inout Flow, rows: Int) {
    if !shared.exchanges.isEmpty {
      addHeading(.presenterExchanges, to: &flow)
      for exchange in shared.exchanges where flow.height < rows { add(exchange, to: &flow) }
      flow.gap()
    }
    let entries = experience
    // Two rows of heading, one entry and the line that says that there is more.
    guard !entries.isEmpty, rows - flow.height >= 4 else { return }
    addHeading(.cardSharedTitle, to: &flow)
    let room = rows - flow.height
    let shown = entries.count <= room ? entries : Array(entries.prefix(room - 1))
    for entry in shown { add(entry, to: &flow) }
    if shown.count < entries.count { flow.text(words(.cardPresenterMore), style: .quiet) }
  }

  /// A heading in two languages, each in its own direction.
  private func addHeading(_ phrase: Phrase, to flow: inout Flow) {
    flow.text(words(phrase), style: .heading)
    flow.text(words(in: second)(phrase), style: .quiet, direction: second.direction)
  }

  private func add(_ exchange: Exchange, to flow: inout Flow) {
    flow.text(
      words(
        .presenterExchange,
        [
          "number": .own(words.number(exchange.question)),
          "teller": .own(roomWords.name(exchange.tells)),
          "hearers": .own(words.list(exchange.hears.map(roomWords.name))),
        ],
      )
    )
  }

  private func add(_ entry: SharedExperience.Entry, to flow: inout Flow) {
    let who: DelegationCode
    let what: String
    switch entry.item {
    case .offer(let code, let text):
      who = code
      what = text.isEmpty ? words(.cardSharedOffer) : HarmlessText.isolated(text)
    case .card(let code, let card):
      who = code
      what = HarmlessText.isolated(card.card.title)
    case .wish: return
    }
    flow.row([
      Flow.Column(text: words.number(entry.question), width: 7, style: .key, isOneLine: true),
      Flow.Column(text: roomWords.name(who), start: 8, width: 22, isOneLine: true),
      Flow.Column(text: what, start: 31, style: .strong, isOneLine: true),
    ])
  }
}
