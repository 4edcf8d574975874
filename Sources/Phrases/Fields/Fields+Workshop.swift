package import Consultation

// What is prepared and written of a workshop, each kind described once: its fields, in their order.

extension NextStep {
  package static let fields: [Field<NextStep>] = [
    .text(.nextStepText, \.text, isNeeded: true),
    .text(.nextStepOwner, \.owner),
    .day(.nextStepDue, \.due, isReadAsTyped: true),
  ]
}

extension WorkshopFrame {
  package static let fields: [Field<WorkshopFrame>] = [
    .text(.prepareName, \.title),
    Field(
      label: .preparePlace,
      content: .written(
        Field.Writing(
          text: { frame, setting in frame.place?.reading(in: setting.language).text ?? "" },
          write: { frame, text, setting in
            frame.place =
              text.isEmpty
              ? nil
              : frame.place?.written(text, in: setting.language)
                ?? TranslatedText(text, language: setting.language)
            return true
          },
        )
      ),
    ),
    Field(
      label: .prepareDays,
      content: .written(
        Field.Writing(
          limit: TextLimit.days,
          hasDigits: true,
          problem: .problemDate,
          text: { frame, _ in frame.days.map(\.description).joined(separator: " ") },
          write: { frame, text, _ in
            let days = text.split(separator: " ").map { CalendarDate($0) }
            frame.days = days.compactMap(\.self)
            return !days.contains(nil)
          },
        )
      ),
    ),
  ]
}

extension AgendaItem {
  package static let fields: [Field<AgendaItem>] = [
    .text(.agendaItemTitle, \.title),
    .choice(.agendaItemKind, \.kind, \.phrase),
    .digits(
      .agendaItemStart,
      limit: TextLimit.time,
      problem: .problemTime,
      text: { clock($0.start) },
      write: { item, text in
        guard let start = minutes(text) else { return false }
        item.start = start
        return true
      },
    ),
    .digits(
      .agendaItemMinutes,
      limit: TextLimit.minutes,
      problem: .problemMinutes,
      text: { String($0.minutes) },
      write: { item, text in
        guard let minutes = Int(text), (0...600).contains(minutes) else { return false }
        item.minutes = minutes
        return true
      },
    ),
    .domain(.agendaItemDomain, \.domain, none: .agendaNoDomain),
  ]

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static func minutes(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }
}

extension Delegate {
  package static let fields: [Field<Delegate>] = [
    .text(.delegateName, \.name, isNeeded: true),
    .text(.delegateInstitution, \.institution),
    .text(.delegateRole, \.role),
    .choice(.delegatePresence, \.isOnline, .modeInPerson, .modeOnline, isFirst: false),
  ]
}

extension DelegationIdentity {
  package static let fields: [Field<DelegationIdentity>] = [
    .name(.delegationShortName, \.shortName),
    .name(.delegationOfficialName, \.officialName),
  ]
}

extension DelegationFrame {
  package static let fields: [Field<DelegationFrame>] = [
    .choice(.delegationMode, \.mode, \.phrase),
    .choice(
      .delegationLanguage,
      { setting in Language.allCases.map { setting.words($0.traits.adjective) } },
      chosen: { frame, _ in frame.languages.first.flatMap(Language.allCases.firstIndex) },
      choose: { frame, index, _ in
        let first = Language.allCases[index]
        frame.languages = [first] + frame.languages.filter { $0 != first }
      },
    ),
    .choice(.delegationDigits, \.digits, \.phrase),
  ]
}

extension Field<DelegationIdentity> {
  /// A name that the delegation has in each language.
  fileprivate static func name(_ label: Phrase, _ path: Path<LocalizedText>) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          text: { identity, setting in identity[keyPath: path][setting.language] },
          write: { identity, text, setting in
            guard !text.isEmpty else { return false }
            identity[keyPath: path] = identity[keyPath: path].written(
              text,
              in: setting.language,
              besides: identity.code,
            )
            return true
          },
          shown: { identity, setting in setting.words.text(identity[keyPath: path]) },
        )
      ),
    )
  }
}

extension LocalizedText {
  /// The text with another one in this language; where it is nothing but the code so far, in all
  /// languages.
  fileprivate func written(
    _ text: String,
    in language: Language,
    besides code: DelegationCode,
  ) -> LocalizedText {
    LocalizedText(inEach: { other in
      let isUnwritten = self[other].uppercased() == code.description
      return other == language || isUnwritten ? text : self[other]
    })
  }
}
