import Consultation
import Phrases

extension CommonReport {
  /// The day as it happened: who was there, what was held, what was told and put first, what was
  /// agreed.
  ///
  /// What was not is not in it. The answers that were shared stand in an annex, where one is asked
  /// for.
  func workshop(annex: ReportAnnex?) -> Document {
    let answers: [Block] =
      switch annex {
      case .answers: sharedAnswers
      case nil: []
      }
    let blocks: [[Block]] = [
      cover, text.notices([.reportNoticeRests, .reportNoticeShared]), participation, agenda,
      sharedPractices, agreedExchanges, sharedPriorities, parkingLot, actions, interest, answers,
    ]
    return text.document(text.own(.reportWorkshop), Array(blocks.joined()))
  }

  /// What the workshop is, with its delegations, for the head of a common report.
  var cover: [Block] {
    let workshop = shared.workshop
    return [
      .definitions([
        text.definition(.reportWorkshopTitle, text.title(workshop.title)),
        text.definition(.reportPlace, workshop.place.map(text.title) ?? text.nothing),
        text.definition(.reportDays, text.list(workshop.days.map(text.words.date))),
        text.definition(.reportDelegations, text.list(shared.delegations.map(name))),
        text.questionnaireLine(shared.questionnaire),
        text.definition(.reportMadeOn, text.date(date)),
      ])
    ]
  }

  // MARK: Times

  private func time(_ minutes: Int) -> String { text.words.time(ofDay: minutes) }

  private func time(_ moment: Timestamp?) -> Passage {
    guard let moment else { return text.nothing }
    let minutes = moment.milliseconds.dividedDown(by: 60_000).quotient
    return text.own(time(Int(minutes % 1440) + minutesFromUTC))
  }

  // MARK: Who was there

  private var participation: [Block] {
    [
      text.heading(1, "participants", .reportDelegations),
      .table(
        Table(
          caption: text.own(.reportDelegations),
          columns: [
            Table.Column(text.own(.reportDelegation)), Table.Column(text.own(.reportPresence)),
            Table.Column(text.own(.reportInRoom), hasNumbers: true),
            Table.Column(text.own(.reportOnline), hasNumbers: true),
            Table.Column(text.own(.reportArrived)), Table.Column(text.own(.reportLeft)),
          ],
          rows: shared.delegations.map { delegation in
            let online = delegation.participants.count(where: \.isOnline)
            return [
              text.own(name(delegation)), text.own(delegation.mode.phrase),
              text.number(delegation.participants.count - online), text.number(online),
              time(delegation.attendance?.arrivedAt), time(delegation.attendance?.leftAt),
            ]
          },
        )
      ), text.heading(2, "institutions", .reportParticipants),
      text.table(
        .reportParticipants,
        [.reportDelegation, .reportInstitution, .reportRole, .reportPresence],
        shared.delegations.flatMap { delegation in
          delegation.participants.map { participant in
            [
              text.own(name(delegation)),
              text.name(participant.institution, by: delegation.languages),
              text.name(participant.role, by: delegation.languages),
              text.own(participant.isOnline ? .modeOnline : .modeInPerson),
            ]
          }
        },
      ),
    ]
  }

  // MARK: What was held and shared

  private var agenda: [Block] {
    let items = shared.workshop.agenda.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    let rows = items.flatMap { item -> [[Passage]] in
      let planned = text.own(
        .reportTimes(end: .own(time(item.start + item.minutes)), start: .own(time(item.start)))
      )
      let held = shared.held.filter { $0.item == item.id }
      guard !held.isEmpty else {
        return [[text.title(item.title), planned, text.nothing, text.nothing]]
      }
      return held.map {
        [text.title(item.title), planned, time($0.startedAt), time($0.endedAt)]
      }
    }
    return text.section(
      "agenda",
      .reportAgenda,
      [.reportItem, .reportPlanned, .reportBegan, .reportEnded],
      rows,
    )
  }

  // MARK: What was agreed

  /// The exchanges that all who take part have accepted, with what was said and taken home.
  var agreedExchanges: [Block] {
    let exchanges = shared.exchanges.sorted {
      ($0.question, place(of: $0.tells)) < ($1.question, place(of: $1.tells))
    }
    return text.section(
      "exchanges",
      .reportAgreedExchanges,
      [.reportQuestion, .reportTells, .reportHears, .exchangeSaid, .exchangeTakenHome],
      exchanges.map {
        [
          text.own(text.question($0.question)), text.own(name($0.tells)), names($0.hears),
          text.written($0.said), text.written($0.takenHome),
        ]
      },
    )
  }

  private var parkingLot: [Block] {
    let matters = shared.workshop.parkingLot
    guard !matters.isEmpty else { return [] }
    return [
      text.heading(1, "parking-lot", .parkingLotTitle), .list(matters.flatMap(passages)),
    ]
  }

  /// A question in the report's language, and what somebody wrote, as it was written.
  private func passages(of matter: ParkedMatter) -> [Passage] {
    let question = matter.question.map { text.own(text.question($0)) }
    let written = matter.text.isEmpty ? nil : text.written(matter.text)
    return [question, written].compactMap(\.self)
  }

  private var actions: [Block] {
    text.section(
      "actions",
      .nextStepsTitle,
      [.reportNextStep, .reportOwner, .reportDue],
      shared.workshop.actions.map {
        [text.written($0.text), text.name($0.owner), text.date($0.due)]
      },
    )
  }

  private var interest: [Block] {
    let rows = shared.delegations.compactMap { delegation -> [Passage]? in
      guard let interest = delegation.interest, interest.isInterested else { return nil }
      return [
        text.own(name(delegation)), text.date(interest.deadline),
        text.written(interest.note, by: delegation.languages),
      ]
    }
    return text.section(
      "interest",
      .reportInterest,
      [.reportDelegation, .reportApplication, .reportNote],
      rows,
    )
  }
}

extension Delegation.Mode {
  /// How a delegation takes part.
  fileprivate var phrase: Phrase {
    switch self {
    case .inPerson: .modeInPerson
    case .online: .modeOnline
    case .hybrid: .modeHybrid
    }
  }
}
