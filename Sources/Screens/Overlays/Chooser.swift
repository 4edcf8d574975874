import Consultation
import Phrases

/// A short list laid over the page, from which one thing is chosen.
struct Chooser: Equatable, Sendable {
  /// What is chosen.
  enum Purpose: Equatable, Sendable {
    case status
    case sharing
    case applied
    case evidenceKind(String)
    case instrument(String)
    /// What an institution says.
    case positionValue(String)
    case positionApplied(String)
    case offer
    case wishToHear
    case itemKind(String)
    case itemDomain(String)
    case frameMode(DelegationCode)
    case frameLanguage(DelegationCode)
    case frameDigits(DelegationCode)
    case delegatePresence(DelegationCode, String)
    /// What stands in a line of a record.
    case record(RecordKey, RecordField)
    /// What becomes of a comment.
    case comment(String)
    /// How somebody was consulted.
    case manner(String)
    /// In which item of the agenda an exchange takes place.
    case exchangeItem(String)
    /// Who can see a card, by its identifier.
    case cardSharing(String)
    /// Which domain of what the room shares is shown; the one that is, or none for all.
    case experienceDomain(Int?)
    /// Which item of the agenda begins.
    case agendaItem
    /// Which domain is before the room.
    case roomDomain
    /// Whether, how far or by whom something is done.
    case asking(Asking)
    /// For how long the facilitator may write for the delegation.
    case consent
    /// That it may no longer, to be read before anything else is done.
    case consentEnded(DelegationCode)
    /// What becomes of a text that was changed and is about to be left.
    case leaving(TextField)
    /// What becomes of what could not be kept, when the program is about to be left.
    case unkept
  }

  let purpose: Purpose
  var list = ListState()

  /// With the entry selected that holds now.
  init(_ purpose: Purpose, in context: PageContext) {
    self.purpose = purpose
    let answer = context.currentAnswer ?? Answer()
    let selected: Int? =
      switch purpose {
      case .status: AnswerStatus.allCases.firstIndex(of: answer.status)
      case .sharing: Sharing.allCases.firstIndex(of: answer.sharing)
      case .applied: answer.applied.flatMap(Applied.allCases.firstIndex)
      case .evidenceKind(let id):
        context.evidence(id).flatMap { Evidence.Kind.allCases.firstIndex(of: $0.kind) }
      case .instrument(let code):
        answer.instruments[code].flatMap(Step.allCases.firstIndex)
      case .positionValue(let institution):
        context.position(of: institution).flatMap {
          context.positionValues.firstIndex(of: $0.value)
        }
      case .positionApplied(let institution):
        context.position(of: institution)?.applied.flatMap(Applied.allCases.firstIndex)
      case .offer: context.offerStanding
      case .wishToHear: context.wishStanding
      case .itemKind(let id):
        context.item(id).flatMap { AgendaItem.Kind.allCases.firstIndex(of: $0.kind) }
      case .itemDomain(let id): context.item(id)?.domain
      case .frameMode(let code):
        context.desk.frame(of: code).flatMap { Delegation.Mode.allCases.firstIndex(of: $0.mode) }
      case .frameLanguage(let code):
        context.desk.frame(of: code)?.languages.first.flatMap(Language.allCases.firstIndex)
      case .frameDigits(let code):
        context.desk.frame(of: code).flatMap {
          Delegation.Digits.allCases.firstIndex(of: $0.digits)
        }
      case .delegatePresence(let code, let id):
        context.delegate(code, id)?.isOnline == true ? 1 : 0
      case .record(let key, let field): context.ownRecord(key).flatMap { field.chosen(in: $0) }
      case .comment: 0
      case .manner(let id):
        context.consultation(id).flatMap { Consulted.Manner.allCases.firstIndex(of: $0.manner) }
      case .exchangeItem(let id):
        context.desk.workshop.agenda.firstIndex { $0.id == context.exchange(id)?.item }.map {
          $0 + 1
        }
      case .cardSharing(let id):
        context.card(id).flatMap { Sharing.allCases.firstIndex(of: $0.sharing) }
      case .experienceDomain(let domain):
        domain.flatMap { number in
          context.questionnaire.domains.firstIndex { $0.number == number }
        }.map { $0 + 1 }
      case .agendaItem: context.indexOfNextItem
      case .roomDomain: (context.desk.room.domain ?? 1) - 1
      case .asking(let asking): context.firstChoice(of: asking)
      case .consent, .consentEnded, .leaving, .unkept: 0
      }
    list = ListState(selected: selected ?? 0)
  }
}

extension PageContext {
  /// Lays a chooser over the page, with the entry selected that holds now.
  mutating func choose(_ purpose: Chooser.Purpose) {
    overlay = .chooser(Chooser(purpose, in: self))
  }

  /// The item of the agenda after the one that runs.
  var indexOfNextItem: Int {
    let agenda = desk.workshop.agenda
    guard let index = agenda.firstIndex(where: { $0.id == desk.room.item }) else { return 0 }
    return min(index + 1, agenda.count - 1)
  }

  func title(of chooser: Chooser) -> String {
    switch chooser.purpose {
    case .status: words(.statusTitle)
    case .sharing: words(.sharingTitle)
    case .applied: words(.appliedTitle)
    case .evidenceKind: words(.evidenceKind)
    case .instrument(let code):
      currentQuestion?.kind.options.first { $0.code == code }.map { words.text($0.title) } ?? code
    case .positionValue: words(.positionValue)
    case .positionApplied: words(.positionApplied)
    case .offer: words(.offerTitle)
    case .wishToHear: words(.wishTitle)
    case .exchangeItem: words(.exchangeItem)
    case .record(_, let field): words(field.label)
    case .comment: words(.commentsTitle)
    case .cardSharing: words(.cardSharingTitle)
    case .experienceDomain: words(.cardActionFilter)
    case .manner: words(.consultedManner)
    case .itemKind: words(.agendaItemKind)
    case .itemDomain: words(.agendaItemDomain)
    case .frameMode: words(.delegationMode)
    case .frameLanguage: words(.delegationLanguage)
    case .frameDigits: words(.delegationDigits)
    case .delegatePresence: words(.delegatePresence)
    case .agendaItem: words(.chooseAgendaItem)
    case .roomDomain: words(.chooseRoomDomain)
    case .asking(let asking): title(of: asking)
    case .consent: words(.consentTitle)
    case .consentEnded(let code): words(.consentEnded(name: .own(name(code))))
    case .leaving: words(.leavingTitle)
    case .unkept: words(.unkeptTitle(count: unkept.count))
    }
  }

  /// What a chooser offers, in its order.
  func entries(of chooser: Chooser) -> [String] {
    switch chooser.purpose {
    case .status: AnswerStatus.allCases.map { words($0.phrase) }
    case .sharing, .cardSharing: Sharing.allCases.map { words($0.phrase) }
    case .experienceDomain: experienceDomains
    case .applied: Applied.allCases.map { words($0.phrase) } + [words(.appliedNothing)]
    case .evidenceKind: Evidence.Kind.allCases.map { words($0.phrase) }
    case .instrument:
      Step.allCases.map { words.title(ofInstrumentAt: $0, in: questionnaire) } + [
        words(.instrumentNothing)
      ]
    case .positionValue:
      positionValues.map { words.title(of: $0, to: currentQuestion, in: questionnaire) }
        + [words(.positionTakenBack)]
    case .positionApplied:
      Applied.allCases.map { words($0.phrase) } + [words(.appliedNothing)]
    case .offer: Self.offerPhrases.map { words($0) }
    case .wishToHear: Self.wishPhrases.map { words($0) }
    case .itemKind: AgendaItem.Kind.allCases.map { words($0.phrase) }
    case .itemDomain:
      [words(.agendaNoDomain)] + questionnaire.domains.map { words.text($0.title) }
    case .frameMode: Delegation.Mode.allCases.map { words($0.phrase) }
    case .frameLanguage: Language.allCases.map { words($0.phrase) }
    case .frameDigits: Delegation.Digits.allCases.map { words($0.phrase) }
    case .delegatePresence: [words(.modeInPerson), words(.modeOnline)]
    case .record(_, let field): choices(of: field)
    case .comment(let id):
      [
        words(.commentAnswer),
        words(comment(id)?.isResolved == true ? .commentReopen : .commentResolve),
      ]
    case .manner: Consulted.Manner.allCases.map { words($0.phrase) }
    case .agendaItem: desk.workshop.agenda.map { title(of: $0) }
    case .exchangeItem:
      [words(.cardNotScheduled)] + desk.workshop.agenda.map { title(of: $0) }
    case .roomDomain:
      questionnaire.domains.map { "\(words.number($0.number)) \(words.text($0.title))" }
    case .asking(let asking): entries(of: asking)
    case .consent: ConsentTime.allCases.map { words($0.phrase) }
    case .consentEnded: [words(.consentBackInRoom)]
    case .leaving: [words(.leavingKeep), words(.leavingGoOn), words(.leavingDiscard)]
    case .unkept:
      [
        words(.unkeptStay), words(.unkeptCopy(file: .foreign(setting.copyName))),
        words(.unkeptLeave),
      ]
    }
  }

  /// An item of the agenda with the time at which it is to begin.
  func title(of item: AgendaItem) -> String {
    let time = words.time(hour: item.start / 60, minute: item.start % 60)
    return "\(time) \(words.text(item.title))"
  }

  /// What a step is called on a scale, in the questionnaire's words.
  func title(of step: Step, on scale: Scale) -> String {
    questionnaire.scaleTitles[scale]?[step].map { words.text($0) } ?? step.rawValue
  }

  mutating func updateChooser(
    _ chooser: Chooser,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect] {
    var chooser = chooser
    let count = entries(of: chooser).count
    if case .consentEnded = chooser.purpose {
      // Letters and spaces of what was being typed are none of this.
      if action == .open || action == .back { overlay = nil }
      return []
    }
    switch action {
    // Meanwhile somebody else may have taken away what there was to choose from.
    case .open where count == 0, .toggle where count == 0: overlay = nil
    case .choose(let number) where number <= count:
      overlay = nil
      return choose(number - 1, of: chooser, at: moment)
    case .open, .toggle:
      overlay = nil
      return choose(min(max(0, chooser.list.selected), count - 1), of: chooser, at: moment)
    case .back:
      overlay = nil
      if case .leaving(let field) = chooser.purpose { overlay = .field(field) }
    default:
      _ = chooser.list.move(action, count: count, pageSize: count)
      overlay = .chooser(chooser)
    }
    return []
  }

  private mutating func choose(
    _ index: Int,
    of chooser: Chooser,
    at moment: Moment,
  ) -> [Effect] {
    switch chooser.purpose {
    case .status: return wish(.status(AnswerStatus.allCases[index]), at: moment)
    case .sharing: return wish(.sharing(Sharing.allCases[index]), at: moment)
    case .applied:
      let all = Applied.allCases
      return wish(.applied(all.indices.contains(index) ? all[index] : nil), at: moment)
    case .evidenceKind(let id):
      guard var piece = evidence(id) else { return [] }
      piece.kind = Evidence.Kind.allCases[index]
      return wish(.evidence(id: id, piece), at: moment)
    case .instrument(let code):
      let all = Step.allCases
      return wish(.instrument(code, all.indices.contains(index) ? all[index] : nil), at: moment)
    case .positionValue(let institution):
      let values = positionValues
      guard values.indices.contains(index) else {
        return give(nil, by: institution, at: moment)
      }
      var position = position(of: institution) ?? Position(value: values[index])
      position.value = values[index]
      return give(position, by: institution, at: moment)
    case .positionApplied(let institution):
      let all = Applied.allCases
      var position = position(of: institution) ?? Position(value: .declined)
      position.applied = all.indices.contains(index) ? all[index] : nil
      return give(position, by: institution, at: moment)
    case .offer: return chooseOffer(index, at: moment)
    case .wishToHear: return chooseWish(index, at: moment)
    case .itemKind(let id):
      return chooseItem(id, at: moment) { $0.kind = AgendaItem.Kind.allCases[index] }
    case .itemDomain(let id):
      return chooseItem(id, at: moment) { $0.domain = index == 0 ? nil : index }
    case .frameMode(let code):
      return chooseFrame(of: code, at: moment) { $0.mode = Delegation.Mode.allCases[index] }
    case .frameLanguage(let code):
      return chooseFrame(of: code, at: moment) { frame in
        let first = Language.allCases[index]
        frame.languages = [first] + frame.languages.filter { $0 != first }
      }
    case .frameDigits(let code):
      return chooseFrame(of: code, at: moment) { $0.digits = Delegation.Digits.allCases[index] }
    case .delegatePresence(let code, let id):
      guard var delegate = delegate(code, id) else { return [] }
      delegate.isOnline = index == 1
      return set(RecordKey(.delegate, id), to: .delegate(delegate), of: code, at: moment)
    case .record(let key, let field): return choose(index, in: field, of: key, at: moment)
    case .comment(let id): return choose(index, onComment: id, at: moment)
    case .manner(let id):
      guard var consulted = consultation(id) else { return [] }
      consulted.manner = Consulted.Manner.allCases[index]
      let key = RecordKey(.consulted, id)
      return set(key, to: .consulted(consulted), of: delegationCode, at: moment)
    case .exchangeItem(let id):
      let agenda = desk.workshop.agenda
      guard var exchange = exchange(id), (0...agenda.count).contains(index) else { return [] }
      exchange.item = index == 0 ? nil : agenda[index - 1].id
      return set(RecordKey(.exchange, id), to: .exchange(exchange), at: moment)
    case .cardSharing(let id): return chooseCardSharing(id, index, at: moment)
    case .experienceDomain:
      chooseExperienceDomain(index)
      return []
    case .agendaItem:
      let agenda = desk.workshop.agenda
      return agenda.indices.contains(index) ? begin(agenda[index], at: moment) : []
    case .roomDomain:
      var room = desk.room
      room.domain = questionnaire.domains[index].number
      room.question = nil
      return setRoom(room, at: moment)
    case .asking(let asking): return choose(index, in: asking, at: moment)
    case .unkept: return [[.tryAgain], [.leave], [.leaveWithoutUnkept]][min(index, 2)]
    case .consent: return giveConsent(for: ConsentTime.allCases[index], at: moment)
    case .consentEnded: return []
    case .leaving(let field):
      switch index {
      case 0: return keepText(of: field, at: moment)
      case 1: overlay = .field(field)
      default: break
      }
      return []
    }
  }
}
