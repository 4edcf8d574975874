package import Consultation
import Display
import Phrases

/// What would become of a session's answers in its questionnaire's next edition, in numbers.
package struct EditionPreview: Equatable, Sendable {
  let earlier: String
  let version: String
  let carriedOver: Int
  /// The question is worded otherwise, or was divided.
  let toLookAtAgain: Int
  let joined: Int
  let gone: Int

  package init(
    of upgrade: EditionUpgrade,
    from earlier: Questionnaire.Identity,
    to later: Questionnaire.Identity,
  ) {
    self.earlier = earlier.version
    version = later.version
    func count(_ isCounted: (EditionUpgrade.Outcome) -> Bool) -> Int {
      upgrade.lines.count { isCounted($0.outcome) }
    }
    carriedOver = count { $0 == .same }
    toLookAtAgain = count {
      switch $0 {
      case .reworded, .divided: true
      case .same, .joined, .gone: false
      }
    }
    joined = count { if case .joined = $0 { true } else { false } }
    gone = count { $0 == .gone }
  }
}

/// Whether the session goes on in its questionnaire's next edition.
struct MoveToNextEdition: ChooserPurpose {
  let preview: EditionPreview

  func title(in context: PageContext) -> String {
    context.words(.editionTitle(version: .own(preview.version)))
  }

  func sentences(in context: PageContext) -> [String] {
    let words = context.words
    let counts = [
      (preview.carriedOver, FilledPhrase.editionCarriedOver(count:)),
      (preview.toLookAtAgain, FilledPhrase.editionToLookAtAgain(count:)),
      (preview.joined, FilledPhrase.editionJoined(count:)),
      (preview.gone, FilledPhrase.editionGone(count:)),
    ]
    return counts.compactMap { count, phrase in count == 0 ? nil : words(phrase(count)) }
      + [words(.editionNothingLost(version: .own(preview.earlier)))]
  }

  func entries(in context: PageContext) -> [String] {
    [context.words(.editionNotNow), context.words(.editionMoveNow)]
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    index == 1 ? [.moveToNextEdition] : []
  }
}

extension PageContext {
  /// Asks what would become of the answers in the next edition, where there is one and it is for
  /// this seat to decide: a session of several delegations is the facilitator's to move.
  mutating func askForNextEdition() -> [Effect] {
    guard setting.nextEdition != nil else {
      notice = words(.editionNone)
      return []
    }
    guard !setting.isReadOnly, desk.seat == .facilitator || isOwnSession else {
      notice = words(.editionFacilitators)
      return []
    }
    return [.errand(.previewNextEdition)]
  }

  fileprivate var isOwnSession: Bool { desk.order.count == 1 && desk.seat != .observer }
}

extension App {
  /// Says that the questionnaire has a later edition, to whom it is to decide.
  ///
  /// Who starts for the first time has a language to choose, and may read none of this yet.
  package mutating func offerNextEdition() {
    guard let version = setting.nextEdition, !setting.isReadOnly, !setting.isSeatFixed,
      notice == nil
    else { return }
    if case .language = page { return }
    if case .delegation = context.desk.seat, !context.isOwnSession { return }
    notice = words(
      .editionOffered(key: .own(words.name(of: .character(":"))), version: .own(version))
    )
  }

  /// Says that the session has been moved to another edition.
  package mutating func sayMoved(to edition: Questionnaire.Identity) {
    notice = words(.editionMoved(version: .own(edition.version)))
  }

  /// Says why it has not.
  package mutating func sayNotMoved(reason: String) {
    notice = words(.editionNotMoved(reason: .own(reason)))
  }
}
