package import Consultation

extension Record {
  /// The fields of a delegation's own records of a kind; none of those that have pages of their own.
  package static func fields(of kind: Kind) -> [Field<Record>] {
    switch kind {
    case .priority:
      Priority.fields.map {
        $0.of(
          { if case .priority(let part) = $0 { part } else { nil } },
          { part, _ in .priority(part) },
        )
      }
    case .remark:
      DraftRemark.fields.map {
        $0.of(
          { if case .remark(let part) = $0 { part } else { nil } },
          { part, _ in .remark(part) },
        )
      }
    case .reviewNote:
      ReviewNote.fields.map {
        $0.of(
          { if case .reviewNote(let part) = $0 { part } else { nil } },
          { part, _ in .reviewNote(part) },
        )
      }
    case .interest:
      Interest.fields.map {
        $0.of(
          { if case .interest(let part) = $0 { part } else { nil } },
          { part, _ in .interest(part) },
        )
      }
    case .profile:
      ProfileFrame.fields.map {
        $0.of(
          { if case .profile(let part) = $0 { part } else { nil } },
          { part, _ in .profile(part) },
        )
      }
    case .verification:
      Verification.fields.map {
        $0.of(
          { if case .verification(let part) = $0 { part } else { nil } },
          { part, _ in .verification(part) },
        )
      }
    case .imprint:
      Imprint.fields.map {
        $0.of(
          { if case .imprint(let part) = $0 { part } else { nil } },
          { part, _ in .imprint(part) },
        )
      }
    case .keyFigure:
      KeyFigure.fields.map {
        $0.of(
          { if case .keyFigure(let part) = $0 { part } else { nil } },
          { part, _ in .keyFigure(part) },
        )
      }
    case .acronym:
      Acronym.fields.map {
        $0.of(
          { if case .acronym(let part) = $0 { part } else { nil } },
          { part, _ in .acronym(part) },
        )
      }
    default: []
    }
  }

  /// A record of such a kind before anything stands in it.
  package static func blank(
    _ key: RecordKey,
    named name: String = "",
    in language: Language = .arabic,
  ) -> Record? {
    switch key.kind {
    case .imprint: .imprint(Imprint())
    case .keyFigure:
      .keyFigure(KeyFigure(title: TranslatedText(name, language: language)))
    case .acronym: .acronym(Acronym(short: name))
    case .priority: .priority(Priority(title: name))
    case .remark: .remark(DraftRemark(institution: name))
    case .reviewNote: .reviewNote(ReviewNote(title: name))
    case .interest: .interest(Interest(isInterested: true))
    case .profile: .profile(ProfileFrame())
    case .verification:
      QuestionNumber(key.id).map { .verification(Verification(question: $0)) }
    default: nil
    }
  }
}
