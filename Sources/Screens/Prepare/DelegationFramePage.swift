import BidiText
import Consultation
import Display
import Phrases

/// What the workshop says of a delegation.
struct DelegationFramePage: ListPage {
  let code: DelegationCode
  var list = ListState()

  var asPage: Page { .delegationFrame(self) }
  var depth: Int { 5 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }

  func hints(in context: some RoomContext) -> [Action] {
    [.open, .add, .remove, .back, .help, .undo]
  }
  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let delegates = context.desk.delegates(of: code)
    switch action {
    case .add: context.openField(.prepare(.newDelegate(code)))
    case .remove:
      guard delegates.indices.contains(list.selected - 6) else { return [] }
      let key = RecordKey(.delegate, delegates[list.selected - 6].id)
      return context.set(key, to: nil, of: code, at: moment)
    case .open:
      guard !context.refusesBecauseReadOnly() else { return [] }
      switch list.selected {
      case 0: context.openField(.prepare(.shortName(code)))
      case 1: context.openField(.prepare(.officialName(code)))
      case 2: context.openField(.prepare(.placeInOrder(code)))
      case 3: context.choose(.frameMode(code))
      case 4: context.choose(.frameLanguage(code))
      case 5: context.choose(.frameDigits(code))
      case let row where delegates.indices.contains(row - 6):
        context.go(to: .delegate(DelegatePage(code: code, id: delegates[row - 6].id)))
      default: context.openField(.prepare(.newDelegate(code)))
      }
    default:
      return move(action, among: delegates.count + 7, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension DelegationFramePage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let identity = context.desk.identity(of: code), let frame = context.desk.frame(of: code)
    else {
      return flow
    }
    let delegates = context.desk.delegates(of: code)
    flow.text(context.words.text(identity.officialName), style: .strong)
    flow.gap()
    let fields: [(Phrase, String)] = [
      (.delegationShortName, context.words.text(identity.shortName)),
      (.delegationOfficialName, context.words.text(identity.officialName)),
      (.delegationPlace, context.words.digits.write(context.text(of: .placeInOrder(code)))),
      (.delegationMode, context.words(frame.mode.phrase)),
      (.delegationLanguage, frame.languages.first.map { context.words($0.phrase) } ?? ""),
      (.delegationDigits, context.words(frame.digits.phrase)),
    ]
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words(field.0), start: 1, width: 26, style: .quiet),
          Flow.Column(text: field.1, start: 28),
        ])
      }
    }
    flow.gap()
    for (index, delegate) in delegates.enumerated() {
      flow.entry(index + 6, isSelected: list.selected == index + 6) { flow in
        let rest = [delegate.role, delegate.institution].filter { !$0.isEmpty }
          .map(HarmlessText.isolated)
        flow.text(HarmlessText.isolated(delegate.name), start: 1)
        let presence = context.words(delegate.isOnline ? .modeOnline : .modeInPerson)
        flow.text(
          (rest + [presence]).joined(separator: " \(context.setting.symbols.separator) "),
          start: 3,
          style: .quiet,
        )
      }
    }
    let last = delegates.count + 6
    flow.entry(last, isSelected: list.selected >= last) { flow in
      flow.text(context.words(.addDelegate), start: 1, style: .key)
    }
    return flow
  }
}

extension Delegation.Digits {
  var phrase: Phrase {
    switch self {
    case .arabic: .digitsArabic
    case .western: .digitsWestern
    }
  }
}

extension Language {
  /// What the language is called.
  var phrase: Phrase {
    switch self {
    case .arabic: .textArabic
    case .english: .textEnglish
    case .french: .textFrench
    }
  }
}

extension RoomContext {
  mutating func chooseFrame(
    of code: DelegationCode,
    at moment: Moment,
    _ change: (inout DelegationFrame) -> Void,
  ) -> [Effect] {
    guard var frame = desk.frame(of: code) else { return [] }
    change(&frame)
    return set(RecordKey(.frame, "frame"), to: .frame(frame), of: code, at: moment)
  }
}
