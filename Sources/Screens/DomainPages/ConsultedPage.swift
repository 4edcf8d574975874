import BidiText
import Consultation
import Display
import Phrases

/// Who was consulted on a domain, when and how.
struct ConsultedPage: EntryList, OwnPage {
  typealias Item = (id: String, consulted: Consulted)

  let domain: Int
  var list = ListState()

  var asPage: Page { .consulted(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpConsulted }
  var title: Phrase? { .consultedTitle }
  var nothing: Phrase? { .consultedNothing }
  var adding: Phrase { .addConsulted }
  var titleOfNew: Phrase { .consultedInstitution }

  func items(in context: PageContext) -> [Item] {
    context.records(of: .consulted).compactMap { key, record in
      guard case .consulted(let consulted) = record, consulted.domain == domain else {
        return nil
      }
      return (key.id, consulted)
    }
  }

  func page(of item: Item) -> Page? { .consultation(ConsultationPage(id: item.id)) }

  /// On a question where one is on the screen, else on the domain as a whole.
  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let question = context.currentQuestion?.number
    return context.setOwn(
      RecordKey(.consulted, moment.id),
      to: .consulted(Consulted(domain: domain, question: question, institution: text)),
      at: moment,
      thenOn: .consultation(ConsultationPage(id: moment.id, list: ListState(selected: 1))),
    )
  }

  func remove(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(RecordKey(.consulted, item.id), to: nil, at: moment)
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    flow.line(
      TextSanitizer.isolated(item.consulted.institution),
      under: context.joined([
        item.consulted.question.map { context.words.number($0) },
        context.words(item.consulted.manner.phrase),
        item.consulted.on.map { context.words.date($0) },
      ]),
    )
  }
}

/// One consultation, by its identifier.
struct ConsultationPage: FormPage, OwnPage {
  let id: String
  var list = ListState()

  var asPage: Page { .consultation(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpConsulted }
  var title: Phrase? { .consultedTitle }
  var fields: [Field<Consulted>] { Consulted.fields }

  func subject(in context: PageContext) -> Consulted? {
    guard case .consulted(let consulted) = context.delegation?.records[RecordKey(.consulted, id)]
    else { return nil }
    return consulted
  }

  func keep(_ consulted: Consulted, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(RecordKey(.consulted, id), to: .consulted(consulted), at: moment)
  }
}
