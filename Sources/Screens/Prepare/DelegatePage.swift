import BidiText
import Consultation
import Display
import Phrases

/// One delegate, by their identifier.
struct DelegatePage: ListPage {
  let code: DelegationCode
  let id: String
  var list = ListState()

  var asPage: Page { .delegate(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .open else {
      return move(action, among: 4, rows: 4, in: &context)
    }
    guard context.delegate(code, id) != nil, !context.refusesBecauseReadOnly() else { return [] }
    switch list.selected {
    case 0: context.openField(.prepare(.delegateName(code, id)))
    case 1: context.openField(.prepare(.delegateInstitution(code, id)))
    case 2: context.openField(.prepare(.delegateRole(code, id)))
    default: context.choose(.delegatePresence(code, id))
    }
    return []
  }
}

extension DelegatePage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    let delegate = context.delegate(code, id)
    return context.fieldsBody(
      .prepareDelegations,
      [
        (.delegateName, context.isolatedUnlessEmpty(delegate?.name ?? "")),
        (.delegateInstitution, context.isolatedUnlessEmpty(delegate?.institution ?? "")),
        (.delegateRole, context.isolatedUnlessEmpty(delegate?.role ?? "")),
        (
          .delegatePresence,
          context.words(delegate?.isOnline == true ? .modeOnline : .modeInPerson),
        ),
      ],
      selected: list.selected,
    )
  }
}
