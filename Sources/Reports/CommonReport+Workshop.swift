import Consultation
import Phrases

extension CommonReport {
  /// The day as it happened: who was there, what was held and shared, what was agreed.
  var workshop: Document {
    let blocks: [[Block]] = [
      cover, text.notices([.reportNoticeVoluntary, .reportNoticeShared]), participation, agenda,
      sharedAnswers, agreedExchanges, parkingLot, actions, interest,
    ]
    return text.document(text.own(.reportWorkshop), Array(blocks.joined()))
  }

  /// What the workshop is, with its delegations, for the head of a common report.
  var cover: [Block] { cover(naming: shared.delegations) }

  /// The same with these delegations only; with none, no word is said of any.
  func cover(naming delegations: [SharedDelegation]) -> [Block] {
    let workshop = shared.workshop
    let names = text.definition(.reportDelegations, text.list(delegations.map(name)))
    return [
      .definitions(
        [
          text.definition(.reportWorkshopTitle, text.title(workshop.title)),
          text.definition(.reportPlace, workshop.place.map(text.title) ?? text.nothing),
          text.definition(.reportDays, text.list(workshop.days.map(text.words.date))),
        ] + (delegations.isEmpty ? [] : [names]) + [
          text.questionnaireLine(shared.questionnaire),
          text.definition(.reportMadeOn, text.date(date)),
        ]
      )
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
    return [
      text.heading(1, "agenda", .reportAgenda),
      text.table(
        .reportAgenda,
        [.reportItem, .reportPlanned, .reportBegan, .reportEnded],
        rows,
      ),
    ]
  }

  /// Delegation by delegation, so that no two stand beside each other.
  private var sharedAnswers: [Block] {
    let blocks = shared.delegations.flatMap { delegation -> [Block] in
      let answers = delegation.answers.sorted { $0.key < $1.key }
      guard !answers.isEmpty else { return [] }
      let columns: [Phrase] = [.reportQuestion, .reportAnswer, .labelContext, .labelEvidence]
      return [
        text.heading(2, "shared-\(delegation.code)", text.text(delegation.shortName)),
        .table(
          Table(
            caption: text.text(delegation.shortName),
            columns: columns.map { Table.Column(text.own($0)) },
            rows: answers.map { number, answer in
              [
                text.own(text.question(number)),
                text.answer(
                  answer.value,
                  answer.parts,
                  to: number,
                  by: delegation.languages,
                ), text.text(answer.note),
                text.citations(answer.evidence, by: delegation.languages),
              ]
            },
          )
        ),
      ]
    }
    return [text.heading(1, "shared", .reportShared)]
      + (blocks.isEmpty ? [text.paragraph(.reportSharedNothing)] : blocks)
  }

  // MARK: What was agreed

  /// The exchanges that all who take part have accepted, with what was said and taken home.
  var agreedExchanges: [Block] {
    let exchanges = shared.exchanges.sorted {
      ($0.question, place(of: $0.tells)) < ($1.question, place(of: $1.tells))
    }
    return [
      text.heading(1, "exchanges", .reportAgreedExchanges),
      text.table(
        .reportAgreedExchanges,
        [.reportQuestion, .reportTells, .reportHears, .exchangeSaid, .exchangeTakenHome],
        exchanges.map {
          [
            text.own(text.question($0.question)), text.own(name($0.tells)), names($0.hears),
            text.written($0.said), text.written($0.takenHome),
          ]
        },
      ),
    ]
  }

  private var parkingLot: [Block] {
    let matters = shared.workshop.parkingLot
    return [
      text.heading(1, "parking-lot", .parkingLotTitle),
      matters.isEmpty
        ? text.paragraph(.reportNothing) : .list(matters.flatMap(passages)),
    ]
  }

  /// A question in the report's language, and what somebody wrote, as it was written.
  private func passages(of matter: ParkedMatter) -> [Passage] {
    let question = matter.question.map { text.own(text.question($0)) }
    let written = matter.text.isEmpty ? nil : text.written(matter.text)
    return [question, written].compactMap(\.self)
  }

  private var actions: [Block] {
    [
      text.heading(1, "actions", .nextStepsTitle),
      text.table(
        .nextStepsTitle,
        [.reportNextStep, .reportOwner, .reportDue],
        shared.workshop.actions.map {
          [text.written($0.text), text.name($0.owner), text.date($0.due)]
        },
      ),
    ]
  }

  private var interest: [Block] {
    let rows = shared.delegations.compactMap { delegation -> [Passage]? in
      guard let interest = delegation.interest else { return nil }
      return [
        text.own(name(delegation)),
        text.own(interest.isInterested ? .reportInterested : .reportNotInterested),
        text.date(interest.deadline), text.written(interest.note, by: delegation.languages),
      ]
    }
    return [
      text.heading(1, "interest", .reportInterest),
      text.table(
        .reportInterest,
        [.reportDelegation, .reportInterest, .reportApplication, .reportNote],
        rows,
      ),
    ]
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
