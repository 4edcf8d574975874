extension Session {
  /// A record, of a delegation or of the workshop.
  package func record(at key: RecordKey, of code: DelegationCode?) -> Record? {
    switch key.kind {
    case .workshop:
      .workshop(WorkshopFrame(title: workshop.title, place: workshop.place, days: workshop.days))
    case .identity:
      DelegationCode(key.id).flatMap { delegations[$0]?.identity }.map { .identity($0) }
    case .agendaItem: workshop.agenda.first { $0.id == key.id }.map { .agendaItem($0) }
    case .parked: workshop.parkingLot.first { $0.id == key.id }.map { .parked($0) }
    case .nextStep: workshop.actions.first { $0.id == key.id }.map { .nextStep($0) }
    case .frame:
      code.flatMap { delegations[$0] }.map {
        .frame(DelegationFrame(mode: $0.mode, languages: $0.languages, digits: $0.digits))
      }
    case .delegate:
      code.flatMap { delegations[$0]?.delegates.first { $0.id == key.id } }.map { .delegate($0) }
    // What has no place of its own lies in the table of whose it is.
    default:
      key.kind.isOfDelegation ? code.flatMap { delegations[$0]?.records[key] } : roomRecords[key]
    }
  }

  /// Puts a record in its place, or takes it away.
  mutating func set(_ record: Record?, at key: RecordKey, of code: DelegationCode?) {
    switch record {
    case .workshop(let frame)?:
      workshop.title = frame.title
      workshop.place = frame.place
      workshop.days = frame.days
    case .identity(let identity)?: set(identity)
    case .frame(let frame)?:
      guard let code else { return }
      delegations[code]?.mode = frame.mode
      delegations[code]?.languages = frame.languages
      delegations[code]?.digits = frame.digits
    default: setEntry(record, at: key, of: code)
    }
  }

  private mutating func setEntry(
    _ record: Record?,
    at key: RecordKey,
    of code: DelegationCode?,
  ) {
    switch key.kind {
    case .workshop, .frame: break
    case .identity: DelegationCode(key.id).map { remove($0) }
    case .agendaItem:
      var item: AgendaItem?
      if case .agendaItem(let new) = record { item = new }
      workshop.agenda.replace(elementWith: key.id, by: item, identifiedBy: \.id)
      workshop.agenda.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    case .parked:
      var matter: ParkedMatter?
      if case .parked(let new) = record { matter = new }
      workshop.parkingLot.replace(elementWith: key.id, by: matter, identifiedBy: \.id)
    case .nextStep:
      var step: NextStep?
      if case .nextStep(let new) = record { step = new }
      workshop.actions.replace(elementWith: key.id, by: step, identifiedBy: \.id)
    case .delegate:
      var delegate: Delegate?
      if case .delegate(let new) = record { delegate = new }
      guard let code else { return }
      delegations[code]?.delegates
        .replace(elementWith: key.id, by: delegate, identifiedBy: \.id)
    case _ where !key.kind.isOfDelegation: roomRecords[key] = record
    default:
      guard let code else { return }
      delegations[code]?.records[key] = record
      if key.kind == .firstRound, let number = QuestionNumber(key.id) {
        delegations[code]?.shutPositions(on: number)
      }
    }
  }

  /// The change that sets a record, or takes it away.
  ///
  /// - Returns: `nil` when nothing would be different.
  /// - Throws: ``Refusal/facilitatorAltersNothing`` or ``Refusal/needsConsent`` where it is a
  ///   delegation's own.
  package func change(
    setting key: RecordKey,
    to record: Record?,
    of code: DelegationCode? = nil,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    if let code {
      guard delegations[code] != nil else { throw .unknownDelegation(code.description) }
      if let receipt = receipt(of: code) { throw .withdrawn(receipt.at) }
    }
    if !key.kind.isOfFacilitator { try demandConsent(of: code, stamp: stamp) }
    // Consent is the delegation's own to give, whoever writes for it.
    if key.kind == .consent, stamp.role != .delegate { throw .facilitatorAltersNothing }
    if key.kind == .identity, record == nil,
      let delegation = DelegationCode(key.id).flatMap({ delegations[$0] }), !delegation.isEmpty
    {
      throw .delegationHasAnswers
    }
    let was = self.record(at: key, of: code)
    guard was != record else { return nil }
    return try Change(
      stamp: following(stamp),
      delegation: code,
      question: nil,
      what: .record(key, record),
      was: .record(key, was),
    )
    .sharedByWhoMay()
  }

  /// Where the room is.
  package var room: RoomState {
    guard case .room(let state) = records[.room] else { return RoomState() }
    return state
  }

  package var speakingList: SpeakingList {
    SpeakingList(
      roomRecords.openSpeeches.values,
      heard: roomRecords.heard,
      order: order,
    )
  }

  /// Who is at the tables.
  package func isPresent(_ code: DelegationCode) -> Bool {
    attendance(of: code)?.isPresent ?? false
  }

  /// When a delegation came to its table, and left it.
  func attendance(of code: DelegationCode) -> Attendance? {
    guard case .attendance(let attendance) = records[.attendance(of: code)] else { return nil }
    return attendance
  }
}

extension RecordKey {
  /// Which delegation it is.
  package static func identity(of code: DelegationCode) -> RecordKey {
    RecordKey(.identity, code.description)
  }

  /// The one state of the room.
  package static let room = RecordKey(.room, "room")

  /// Who verifies the answer to a question.
  package static func verification(of number: QuestionNumber) -> RecordKey {
    RecordKey(.verification, number.description)
  }

  /// What a delegation says of its profile.
  package static let profile = RecordKey(.profile, "profile")

  /// What stands on its cover and in its imprint.
  package static let imprint = RecordKey(.imprint, "imprint")

  /// Whether a delegation would like to take part in the next cycle.
  package static let interest = RecordKey(.interest, "next")

  package static func attendance(of code: DelegationCode) -> RecordKey {
    RecordKey(.attendance, code.description)
  }
}
