/// One thing that a session holds beside the answers: an item of the agenda, who speaks, an offer
/// of experience, a sign-off.
///
/// Each is set and taken away whole, by its key, so that one kind of change serves for all.
package enum Record: Hashable, Sendable {
  // Of the workshop
  case workshop(WorkshopFrame)
  case identity(DelegationIdentity)
  case agendaItem(AgendaItem)
  case parked(ParkedMatter)
  case nextStep(NextStep)
  case room(RoomState)
  case speech(Speech)
  case attendance(Attendance)
  case exchange(Exchange)
  // Of one delegation
  case frame(DelegationFrame)
  case delegate(Delegate)
  case offer(Offer)
  case wish(WishToHear)
  case card(ExperienceCard)
  case useful(UsefulMark)
  case priority(Priority)
  case verification(Verification)
  case consulted(Consulted)
  case signOff(SignOff)
  case interest(Interest)
  case baseline(Baseline)
  case firstRound(FirstRound)
  case consent(Consent)
  case profile(ProfileFrame)
  case remark(DraftRemark)
  case passage(ProfilePassage)
  case passagePlace(PassagePlace)
  case imprint(Imprint)
  case keyFigure(KeyFigure)
  case acronym(Acronym)
  case reviewNote(ReviewNote)

  /// What kind of thing it is, as the file calls it.
  package enum Kind: String, CaseIterable, Sendable {
    case workshop, identity, agendaItem, parked, nextStep, room, speech, attendance, exchange
    case frame, delegate, offer, wish, card, useful, priority, verification, consulted, signOff
    case interest, baseline, firstRound, consent, profile, remark
    case passage, passagePlace, imprint, keyFigure, acronym, reviewNote

    /// Whether it belongs to one delegation, which takes it along and withdraws it.
    package var isOfDelegation: Bool {
      switch self {
      case .workshop, .identity, .agendaItem, .parked, .nextStep, .room, .speech, .attendance,
        .exchange:
        false
      case .frame, .delegate, .offer, .wish, .card, .useful, .priority, .verification,
        .consulted, .signOff, .interest, .baseline, .firstRound, .consent, .profile, .remark,
        .passage, .passagePlace, .imprint, .keyFigure, .acronym, .reviewNote:
        true
      }
    }

    /// Whether a facilitator may set it: what runs the room, and who is at its tables.
    package var isOfFacilitator: Bool {
      switch self {
      case .workshop, .identity, .agendaItem, .parked, .nextStep, .room, .speech, .attendance,
        .exchange, .frame, .delegate:
        true
      case .offer, .wish, .card, .useful, .priority, .verification, .consulted, .signOff,
        .interest, .baseline, .firstRound, .consent, .profile, .remark, .passage, .passagePlace,
        .imprint, .keyFigure, .acronym, .reviewNote:
        false
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .workshop: .workshop
    case .identity: .identity
    case .agendaItem: .agendaItem
    case .parked: .parked
    case .nextStep: .nextStep
    case .room: .room
    case .speech: .speech
    case .attendance: .attendance
    case .exchange: .exchange
    case .frame: .frame
    case .delegate: .delegate
    case .offer: .offer
    case .wish: .wish
    case .card: .card
    case .useful: .useful
    case .priority: .priority
    case .verification: .verification
    case .consulted: .consulted
    case .signOff: .signOff
    case .interest: .interest
    case .baseline: .baseline
    case .firstRound: .firstRound
    case .consent: .consent
    case .profile: .profile
    case .remark: .remark
    case .passage: .passage
    case .passagePlace: .passagePlace
    case .imprint: .imprint
    case .keyFigure: .keyFigure
    case .acronym: .acronym
    case .reviewNote: .reviewNote
    }
  }
}

/// By what a record is found again.
package struct RecordKey: Hashable, Comparable, Sendable {
  package let kind: Record.Kind
  package let id: String

  package init(_ kind: Record.Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  package static func < (first: RecordKey, second: RecordKey) -> Bool {
    (first.kind.rawValue, first.id) < (second.kind.rawValue, second.id)
  }
}

/// What a workshop is called, where and when it is.
package struct WorkshopFrame: Hashable, Sendable {
  package var title: TranslatedText
  package var place: TranslatedText?
  package var days: [CalendarDate]

  package init(title: TranslatedText, place: TranslatedText?, days: [CalendarDate]) {
    self.title = title
    self.place = place
    self.days = days
  }
}

/// Which delegation it is: a state or an authority, its names, and its place in the neutral order.
package struct DelegationIdentity: Hashable, Sendable {
  /// The places that there are in the neutral order.
  package static let ranks = 0...999_999

  package let code: DelegationCode
  package var rank: Int
  package var kind: Delegation.Kind
  package var shortName: LocalizedText
  package var officialName: LocalizedText

  package init(
    code: DelegationCode,
    rank: Int,
    kind: Delegation.Kind,
    shortName: LocalizedText,
    officialName: LocalizedText,
  ) {
    self.code = code
    self.rank = min(max(rank, Self.ranks.lowerBound), Self.ranks.upperBound)
    self.kind = kind
    self.shortName = shortName
    self.officialName = officialName
  }
}

/// How a delegation takes part, and in which languages and digits it works.
package struct DelegationFrame: Hashable, Sendable {
  package var mode: Delegation.Mode
  package var languages: [Language]
  package var digits: Delegation.Digits

  package init(mode: Delegation.Mode, languages: [Language], digits: Delegation.Digits) {
    self.mode = mode
    self.languages = languages
    self.digits = digits
  }
}

/// Whether a delegate, or a delegation as a whole, is there: someone comes late, a line drops.
package struct Attendance: Hashable, Sendable {
  package var delegation: DelegationCode
  package var arrivedAt: Timestamp?
  package var leftAt: Timestamp?

  package init(delegation: DelegationCode, arrivedAt: Timestamp?, leftAt: Timestamp?) {
    self.delegation = delegation
    self.arrivedAt = arrivedAt
    self.leftAt = leftAt
  }

  package var isPresent: Bool { arrivedAt != nil && leftAt == nil }
}
