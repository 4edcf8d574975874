/// What others than a delegation itself may see of a session: what was shared, and nothing else.
///
/// The one gate. The screen for the room, the facilitator's view of a delegation, every common
/// report and export is made from this, and a ``Session`` is not handed to them; so none of them
/// can forget to ask whether something was shared.
package struct SharedView: Equatable, Sendable {
  /// Who looks.
  package enum Audience: Sendable {
    /// The screens of this workshop.
    case room
    /// The regional report, and the exports.
    case report

    func maySee(_ sharing: Sharing) -> Bool {
      switch (self, sharing) {
      case (_, .private): false
      case (.room, .room), (.room, .report): true
      case (.report, .room): false
      case (.report, .report): true
      }
    }
  }

  package let questionnaire: Questionnaire.Identity
  package let workshop: Workshop
  /// Where the room is, and who speaks: what everybody in it sees.
  package let room: RoomState
  package let speakingList: SpeakingList
  /// The exchanges that all who take part have accepted.
  package let exchanges: [Exchange]
  /// The agenda as it happened.
  package let held: [HeldItem]
  /// In the session's neutral order, which depends on no answer.
  package let delegations: [SharedDelegation]

  package init(
    of session: Session,
    for audience: Audience,
    in questionnaire: Questionnaire,
  ) {
    self.questionnaire = session.questionnaire
    workshop = session.workshop
    room = session.room
    speakingList = session.speakingList
    held = session.heldItems
    exchanges = session.roomRecords.exchanges.filter(\.value.isAgreed)
      .sorted { $0.key < $1.key }.map(\.value)
    let lastActivity = session.lastActivity
    delegations = session.orderedDelegations.map { delegation in
      SharedDelegation(
        delegation,
        isWithdrawn: session.receipt(of: delegation.code) != nil,
        isPresent: session.isPresent(delegation.code),
        lastActivity: lastActivity[delegation.code],
        attendance: session.attendance(of: delegation.code),
        audience: audience,
        questionnaire: questionnaire,
      )
    }
  }

  /// Offers and wishes that were shared, brought together.
  package var proposedExchanges: [Exchange] {
    let offers = delegations.flatMap { delegation in
      delegation.offers.map {
        ExchangeMatching.Offering(
          question: $0.question,
          delegation: delegation.code,
          languages: delegation.languages,
        )
      }
    }
    let wishes = delegations.flatMap { delegation in
      delegation.wishes.map { wish in
        ExchangeMatching.Wishing(
          question: wish.question,
          delegation: wish.isAnonymous ? nil : delegation.code,
          languages: wish.isAnonymous ? [] : delegation.languages,
        )
      }
    }
    let order = delegations.map(\.code)
    return ExchangeMatching(wishes: wishes, offers: offers, order: order).exchanges(of: wishes)
  }

  package subscript(code: DelegationCode) -> SharedDelegation? {
    delegations.first { $0.code == code }
  }
}

/// What others may see of one delegation.
package struct SharedDelegation: Equatable, Sendable {
  /// How far it is in one domain: how many of the questions that everybody is asked are answered,
  /// whatever the answer.
  package struct DomainProgress: Equatable, Sendable {
    package let domain: Int
    package let answered: Int
    package let open: Int
  }

  package let code: DelegationCode
  package let kind: Delegation.Kind
  package let shortName: LocalizedText
  package let officialName: LocalizedText
  package let mode: Delegation.Mode
  package let languages: [Language]
  package let digits: Delegation.Digits
  package let isWithdrawn: Bool
  /// Whether it is at its table now.
  package let isPresent: Bool
  /// When it did something last, whatever that was.
  package let lastActivity: Timestamp?
  /// When it came to its table and left it, as everybody in the room saw.
  package let attendance: Attendance?
  /// Who takes part, without names.
  package let participants: [Participant]
  package let progress: [DomainProgress]
  package let answers: [QuestionNumber: SharedAnswer]
  /// What it is ready to tell of, and would like to hear of; as far as it let the room know.
  package let offers: [Offer]
  package let wishes: [WishToHear]
  package let cards: [SharedCard]
  package let priorities: [Priority]
  /// Whether it would like to take part in the next cycle, where it has said so to these readers.
  package let interest: Interest?
  /// Whether it has agreed to be named in the regional synthesis.
  package let mayBeNamed: Bool

  fileprivate init(
    _ delegation: Delegation,
    isWithdrawn: Bool,
    isPresent: Bool,
    lastActivity: Timestamp?,
    attendance: Attendance?,
    audience: SharedView.Audience,
    questionnaire: Questionnaire,
  ) {
    code = delegation.code
    kind = delegation.kind
    shortName = delegation.shortName
    officialName = delegation.officialName
    mode = delegation.mode
    languages = delegation.languages
    digits = delegation.digits
    self.isWithdrawn = isWithdrawn
    self.isPresent = isPresent
    self.lastActivity = lastActivity
    self.attendance = attendance
    participants = delegation.delegates.map(Participant.init)
    progress = questionnaire.domains.map { domain in
      // Whether a question with a condition is asked would tell what was answered before it.
      let numbers = domain.themes.flatMap(\.questions).filter { $0.condition == nil }.map(\.number)
      let progress = Progress(over: numbers, of: delegation)
      return DomainProgress(
        domain: domain.number,
        answered: progress.answered,
        open: progress.open,
      )
    }
    let told =
      switch audience {
      case .room: delegation.answers
      case .report: delegation.answersToAsked(in: questionnaire)
      }
    answers = told.compactMapValues { SharedAnswer($0, for: audience) }
    let records = delegation.records.sorted { $0.key < $1.key }.map(\.value)
    offers = records.compactMap { record in
      if case .offer(let offer) = record, audience.maySee(offer.sharing) { offer } else { nil }
    }
    wishes = records.compactMap { record in
      if case .wish(let wish) = record, audience.maySee(wish.sharing) { wish } else { nil }
    }
    cards = delegation.records.sorted { $0.key < $1.key }.compactMap { key, record in
      guard case .card(let card) = record, audience.maySee(card.sharing) else { return nil }
      return SharedCard(id: key.id, card: card)
    }
    priorities = records.compactMap { record in
      guard case .priority(let priority) = record, audience.maySee(priority.sharing) else {
        return nil
      }
      return priority
    }
    interest =
      records.lazy.compactMap { record -> Interest? in
        guard case .interest(let interest) = record, audience.maySee(interest.sharing) else {
          return nil
        }
        return interest
      }.first
    if case .profile(let frame) = delegation.records[.profile] {
      mayBeNamed = frame.mayBeNamed
    } else {
      mayBeNamed = false
    }
  }
}

/// An experience card that was shared, and the identifier by which one comes back to it.
package struct SharedCard: Equatable, Sendable {
  package let id: String
  package let card: ExperienceCard
}

/// A person at a table, as others may know of them: an institution and a role, and no name.
package struct Participant: Equatable, Sendable {
  package let institution: String
  package let role: String
  package let isOnline: Bool

  fileprivate init(_ delegate: Delegate) {
    institution = delegate.institution
    role = delegate.role
    isOnline = delegate.isOnline
  }
}

/// What others may see of one answer.
///
/// Positions, reservations, comments and who wrote it are the delegation's alone, whatever is
/// shared.
package struct SharedAnswer: Equatable, Sendable {
  package let value: AnswerValue?
  /// What it says of the parts of its question: shared with the level, and never without it.
  package let parts: AnsweredParts
  package let applied: Applied?
  package let note: TranslatedText?
  package let evidence: [Evidence]
  package let status: AnswerStatus

  fileprivate init?(_ answer: Answer, for audience: SharedView.Audience) {
    guard audience.maySee(answer.sharing) else { return nil }
    value = answer.value
    parts = answer.parts
    applied = answer.applied
    note = answer.note
    evidence = answer.evidence
    status = answer.status
  }
}
