import Consultation
import Display
import Phrases

/// One delegate, by their identifier.
struct DelegatePage: FormPage {
  let code: DelegationCode
  let id: String
  var list = ListState()

  var asPage: Page { .delegate(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpPrepare }
  var title: Phrase? { .prepareDelegations }
  var fields: [Field<Delegate>] { Delegate.fields }

  func subject(in context: some RoomContext) -> Delegate? {
    context.desk.delegates(of: code).first { $0.id == id }
  }

  func keep(
    _ delegate: Delegate,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    context.set(RecordKey(.delegate, id), to: .delegate(delegate), of: code, at: moment)
  }
}
