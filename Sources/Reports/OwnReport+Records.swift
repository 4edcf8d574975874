import Consultation
import Phrases

extension OwnReport {
  /// The delegation's records, in an order of their own that does not change.
  private var records: [Record] {
    delegation.records.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Which institutions were consulted, on what, how and when.
  var consulted: [Block] {
    let consulted = records.compactMap { record -> Consulted? in
      if case .consulted(let consulted) = record { consulted } else { nil }
    }.sorted { ($0.domain, $0.institution) < ($1.domain, $1.institution) }
    return text.section(
      "consulted",
      .reportConsulted,
      [.reportInstitution, .reportDomain, .reportQuestion, .reportManner, .reportOn],
      consulted.map {
        [
          text.name($0.institution, by: delegation.languages),
          text.domain(numbered: $0.domain),
          $0.question.map { text.own(text.words.number($0)) } ?? text.nothing,
          text.own($0.manner.phrase), text.date($0.on),
        ]
      },
    )
  }

  var chosenPriorities: [Priority] {
    records.compactMap { if case .priority(let priority) = $0 { priority } else { nil } }
  }

  /// What the state itself puts first, and the support that it asks for.
  var priorities: [Block] {
    text.section(
      "priorities",
      .reportPriorities,
      [
        .reportPriority, .reportDomain, .reportSupport, .reportNextStep, .reportOwner, .reportDue,
      ],
      chosenPriorities.map {
        [
          text.written($0.title, by: delegation.languages), text.domain(numbered: $0.domain),
          text.written($0.support, by: delegation.languages),
          text.written($0.nextStep, by: delegation.languages),
          text.name($0.owner, by: delegation.languages), text.date($0.due),
        ]
      },
    )
  }

  /// Who takes part; people are named only where that is asked for.
  func participants(hasNames: Bool) -> [Block] {
    let delegates = delegation.delegates.sorted {
      ($0.institution, $0.id) < ($1.institution, $1.id)
    }
    return text.section(
      "participants",
      .reportParticipants,
      [.reportInstitution, .reportRole] + (hasNames ? [.reportName] : []) + [.reportPresence],
      delegates.map { delegate in
        [
          text.name(delegate.institution, by: delegation.languages),
          text.name(delegate.role, by: delegation.languages),
        ] + (hasNames ? [text.name(delegate.name, by: delegation.languages)] : [])
          + [text.own(delegate.isOnline ? .modeOnline : .modeInPerson)]
      },
    )
  }

  /// What institutions said of the draft, and what became of it; no comment is an answer too.
  var remarks: [Block] {
    let remarks = records.compactMap { record -> DraftRemark? in
      if case .remark(let remark) = record { remark } else { nil }
    }.sorted { ($0.domain ?? 0, $0.institution) < ($1.domain ?? 0, $1.institution) }
    return text.section(
      "remarks",
      .reportRemarks,
      [.reportInstitution, .reportDomain, .reportRemark, .reportResponse, .reportOn],
      remarks.map {
        [
          text.name($0.institution, by: delegation.languages),
          $0.domain == nil ? text.own(.reportWhole) : text.domain(numbered: $0.domain),
          $0.comment.map { text.written($0, by: delegation.languages) }
            ?? text.own(.reportNoComment),
          text.written($0.response, by: delegation.languages), text.date($0.on),
        ]
      },
    )
  }

  var cards: [ExperienceCard] {
    records.compactMap { if case .card(let card) = $0 { card } else { nil } }
  }

  var reviewNotes: [ReviewNote] {
    records.compactMap { if case .reviewNote(let note) = $0 { note } else { nil } }
  }

  var verifications: [Verification] {
    records.compactMap {
      if case .verification(let verification) = $0 { verification } else { nil }
    }.sorted { $0.question < $1.question }
  }
}

extension Consulted.Manner {
  /// How an institution was consulted.
  fileprivate var phrase: Phrase {
    switch self {
    case .meeting: .mannerMeeting
    case .letter: .mannerLetter
    case .online: .mannerOnline
    }
  }
}
