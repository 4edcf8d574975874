package import Consultation

// The records of a delegation, each described once: its fields, in their order.

extension Evidence {
  package static let fields: [Field<Evidence>] = [
    .choice(.evidenceKind, \.kind, \.phrase),
    .text(.evidenceTitle, \.title, isNeeded: true),
    .year(.evidenceYear, \.year),
    .text(.evidenceArticle, \.article),
    .text(.evidenceLink, \.link),
    .text(.evidenceIssuer, \.issuer),
  ]
}

extension Consulted {
  package static let fields: [Field<Consulted>] = [
    .text(.consultedInstitution, \.institution, isNeeded: true),
    .choice(.consultedManner, \.manner, \.phrase),
    .day(.consultedOn, \.on, isReadAsTyped: true),
  ]
}

extension Priority {
  package static let fields: [Field<Priority>] = [
    .text(.priorityTitle, \.title, isNeeded: true),
    .text(.prioritySupport, \.support),
    .domain(.agendaItemDomain, \.domain, none: .agendaNoDomain),
    .text(.priorityNextStep, \.nextStep),
    .text(.nextStepOwner, \.owner),
    .day(.nextStepDue, \.due),
    .sharing(.recordSharing, \.sharing),
  ]
}

extension DraftRemark {
  package static let fields: [Field<DraftRemark>] = [
    .text(.consultedInstitution, \.institution, isNeeded: true),
    .domain(.agendaItemDomain, \.domain, none: .remarkWhole),
    .text(.remarkComment, \.comment, nothing: .remarkNoComment),
    .text(.remarkResponse, \.response),
    .day(.consultedOn, \.on),
  ]
}

extension ReviewNote {
  package static let fields: [Field<ReviewNote>] = [
    .text(.reviewTitle, \.title, isNeeded: true),
    .choice(.reviewKind, \.kind, \.phrase),
    .choice(
      .reviewPart,
      { setting in
        [setting.words(.reviewWhole)] + RoundTable.all.map { setting.words.title(of: $0) }
      },
      chosen: { note, _ in note.roundTable?.number ?? 0 },
      choose: { note, index, _ in note.roundTable = RoundTable(index) },
    ),
    .text(.reviewText, \.text, isLong: true),
  ]
}

extension Interest {
  package static let fields: [Field<Interest>] = [
    .choice(.interestAnswer, \.isInterested, .interestYes, .interestNo, isFirst: true),
    .day(.interestDeadline, \.deadline),
    .text(.interestNote, \.note),
    .sharing(.recordSharing, \.sharing),
  ]
}

extension ProfileFrame {
  package static let fields: [Field<ProfileFrame>] = [
    .choice(.profileStanding, \.standing, \.phrase),
    Field(
      label: .profileContext,
      content: .written(
        Field.Writing(
          limit: TextLimit.paragraph,
          isMultiline: true,
          text: { frame, _ in frame.context?.original ?? "" },
          write: { frame, text, setting in
            let language = Language(
              ofText: text,
              usually: setting.language,
              of: setting.languages,
            )
            frame.context = text.isEmpty ? nil : TranslatedText(text, language: language)
            return true
          },
        )
      ),
    ),
    .choice(.profileNaming, \.mayBeNamed, .profileUnnamed, .profileNamed, isFirst: false),
  ]
}

extension Imprint {
  package static let fields: [Field<Imprint>] = [
    .text(.imprintName, \.title),
    .text(.imprintMinistry, \.ministry),
    .year(.evidenceYear, \.year),
    .text(.imprintApprovedBy, \.approvedBy),
    .day(.imprintApprovedOn, \.approvedOn),
    .text(.imprintCitation, \.citation, isLong: true),
  ]
}

extension KeyFigure {
  package static let fields: [Field<KeyFigure>] = [
    .text(.figureTitle, \.title),
    .text(.figureFigure, \.figure),
    .year(.evidenceYear, \.year),
    .text(.figureSource, \.source),
  ]
}

extension Acronym {
  package static let fields: [Field<Acronym>] = [
    .text(.acronymShort, \.short, isNeeded: true),
    .text(.acronymMeaning, \.meaning),
  ]
}

extension Verification {
  package static let fields: [Field<Verification>] = [
    .text(.verificationBy, \.by),
    .day(.nextStepDue, \.due),
  ]
}

extension ExperienceCard {
  package static let fields: [Field<ExperienceCard>] = [
    .text(.cardFieldTitle, \.title, isNeeded: true, problem: .cardProblemTitle),
    .text(.cardFieldDone, \.done, isLong: true),
    .text(.cardFieldBy, \.by),
    .text(.cardFieldInstrument, \.instrument),
    .text(.cardFieldCost, \.costAndTime, isLong: true),
    .text(.cardFieldObstacles, \.obstacles, isLong: true),
    .text(.cardFieldContact, \.contact),
    Field(
      label: .cardFieldLinked,
      content: .written(
        Field.Writing(
          hasDigits: true,
          problem: .cardProblemLinked,
          text: { card, _ in card.linked.map(\.description).joined(separator: " ") },
          write: { card, text, setting in
            let numbers = text.split { $0.isWhitespace || ",،;؛".contains($0) }
              .map { QuestionNumber($0) }
            guard numbers.allSatisfy({ $0.flatMap { setting.questionnaire[$0] } != nil }) else {
              return false
            }
            card.linked = Set(numbers.compactMap(\.self)).subtracting([card.question]).sorted()
            return true
          },
          shown: { card, setting in
            card.linked.map { setting.words.number($0) }.joined(separator: "  ")
          },
        )
      ),
    ),
    .sharing(.cardFieldSharing, \.sharing, title: .cardSharingTitle),
  ]

  /// What it tells, besides its title and how far it is shared.
  package static var told: [Field<ExperienceCard>] { fields.dropFirst().dropLast() }
}

extension Exchange {
  /// What is agreed and written of it; who accepts it says so for itself alone.
  package static let fields: [Field<Exchange>] = [
    .choice(
      .exchangeItem,
      { setting in
        [setting.words(.cardNotScheduled)] + setting.agenda.map { setting.words.line(of: $0) }
      },
      chosen: { exchange, setting in
        setting.agenda.firstIndex { $0.id == exchange.item }.map { $0 + 1 }
      },
      choose: { exchange, index, setting in
        guard (0...setting.agenda.count).contains(index) else { return }
        exchange.item = index == 0 ? nil : setting.agenda[index - 1].id
      },
    ),
    .text(.exchangeSaid, \.said),
    .text(.exchangeTakenHome, \.takenHome),
  ]
}

extension Words {
  /// An item of the agenda with the time at which it is to begin.
  package func line(of item: AgendaItem) -> String {
    "\(time(hour: item.start / 60, minute: item.start % 60)) \(text(item.title))"
  }
}
