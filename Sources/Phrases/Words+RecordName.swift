import Consultation
import BidiText

extension Words {
  /// Which one a record is among those of its kind: `First exercise, 11:05`, a question's number.
  ///
  /// Nothing where there is one of its kind only, and no person's name: what is shown of a change
  /// is read out to the room.
  func name(
    of record: Record,
    in questionnaire: Questionnaire,
    isIsolated: Bool,
  ) -> String? {
    switch record {
    case .workshop(let frame): foreign(frame.title, isIsolated)
    case .identity(let identity): text(identity.shortName)
    case .agendaItem(let item):
      [foreign(item.title, isIsolated), time(ofDay: item.start)].compactMap(\.self)
        .joined(separator: self(.listSeparator))
    case .parked(let matter): foreign(matter.text, isIsolated)
    case .nextStep(let step): foreign(step.text, isIsolated)
    case .room(let room): place(of: room, in: questionnaire)
    case .speech(let speech): speech.delegation.description
    case .attendance(let attendance): attendance.delegation.description
    case .exchange(let exchange): number(exchange.question)
    case .delegate(let delegate): foreign(delegate.institution, isIsolated)
    case .offer(let offer): number(offer.question)
    case .wish(let wish): number(wish.question)
    case .card(let card): foreign(card.title, isIsolated)
    case .priority(let priority): foreign(priority.title, isIsolated)
    case .verification(let verification): number(verification.question)
    case .consulted(let consulted): foreign(consulted.institution, isIsolated)
    case .signOff(let signOff): title(ofDomain: signOff.domain, in: questionnaire)
    case .firstRound(let round): number(round.question)
    case .remark(let remark): foreign(remark.institution, isIsolated)
    case .reviewNote(let note): foreign(note.title, isIsolated)
    case .passage(let passage): foreign(passage.text, isIsolated)
    case .passagePlace(let place): self(place.isPrinted ? .passagePrinted : .passageLeftOut)
    case .keyFigure(let figure): foreign(figure.title, isIsolated)
    case .acronym(let acronym): foreign(acronym.short, isIsolated)
    case .frame, .useful, .interest, .baseline, .consent, .profile, .imprint: nil
    }
  }

  private func foreign(_ text: TranslatedText, _ isIsolated: Bool) -> String? {
    foreign(text.reading(in: language).text, isIsolated)
  }

  private func foreign(_ text: String, _ isIsolated: Bool) -> String? {
    guard !text.isEmpty else { return nil }
    return isIsolated ? TextSanitizer.isolated(text) : TextSanitizer.visible(text)
  }

  /// The question or the domain before the room.
  private func place(of room: RoomState, in questionnaire: Questionnaire) -> String? {
    room.question.map { number($0) }
      ?? room.domain.flatMap { title(ofDomain: $0, in: questionnaire) }
  }

  private func title(ofDomain number: Int, in questionnaire: Questionnaire) -> String? {
    questionnaire.domain(numbered: number).map { domain in
      self(.roomDomain(number: domain.number, title: .own(text(domain.title))))
    }
  }
}

extension Record.Kind {
  /// What a kind of record is called.
  package var phrase: Phrase {
    switch self {
    case .workshop: .recordWorkshop
    case .identity: .recordIdentity
    case .agendaItem: .recordAgendaItem
    case .parked: .recordParked
    case .nextStep: .recordNextStep
    case .room: .recordRoom
    case .speech: .recordSpeech
    case .attendance: .recordAttendance
    case .exchange: .recordExchange
    case .useful: .recordUseful
    case .frame: .recordFrame
    case .delegate: .recordDelegate
    case .offer: .recordOffer
    case .wish: .recordWish
    case .card: .recordCard
    case .priority: .recordPriority
    case .verification: .recordVerification
    case .consulted: .recordConsulted
    case .signOff: .recordSignOff
    case .interest: .recordInterest
    case .baseline: .recordBaseline
    case .firstRound: .recordFirstRound
    case .consent: .recordConsent
    case .profile: .recordProfile
    case .remark: .recordRemark
    case .passage: .recordPassage
    case .passagePlace: .recordPassagePlace
    case .imprint: .recordImprint
    case .keyFigure: .recordKeyFigure
    case .acronym: .recordAcronym
    case .reviewNote: .recordReviewNote
    }
  }
}
