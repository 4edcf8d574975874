/// What a delegation's profile says to the public: what is in place, and what it rests on.
///
/// The one gate to the public edition, which is made of this and of nothing else. It has no place
/// for what is not public: nothing that is absent, declined, not applicable or open; no notes,
/// positions, reservations, comments, standing or sharing; nobody's name; and no counts.
package struct PublicProfile: Equatable, Sendable {
  /// How far the government stands behind it, where it is more than a draft.
  package enum Approval: Sendable {
    case consulted
    case approved
  }

  package let officialName: LocalizedText
  /// The languages that the delegation works in, in which its sources are named.
  package let languages: [Language]
  package let approval: Approval?
  /// Migration in the national context, with translations that a person stands behind.
  package let context: TranslatedText?
  /// What is in place, in the questionnaire's order.
  package let inPlace: [StatementInPlace]
  /// What it says at each place, in its order: what the delegation wrote, chose or left as it was
  /// suggested.
  package let passages: [ProfileText.Place: [PublicPassage]]
  /// What stands on its cover; without the approval while it is not approved.
  package let imprint: Imprint
  package let keyFigures: [KeyFigure]
  /// In the order of their letters.
  package let acronyms: [Acronym]
  /// What was put in place since the last baseline, where there is one.
  package let developments: Developments?
  /// Why it is not to be published yet, each thing by itself.
  package let obstacles: [Obstacle]

  /// Whether nothing stands against publishing it.
  package var isReady: Bool { obstacles.isEmpty }

  /// - Returns: `nil` where the session has no such delegation.
  package init?(
    of code: DelegationCode,
    in session: Session,
    answering questionnaire: Questionnaire,
  ) {
    guard let delegation = session.delegations[code] else { return nil }
    let publication = Publication(of: delegation, answering: questionnaire)
    let texts = ProfileText(of: delegation, publication, answering: questionnaire)
    officialName = delegation.officialName
    languages = delegation.languages
    let frame = delegation.profileFrame
    approval =
      switch frame.standing {
      case .draft: nil
      case .consulted: .consulted
      case .approved: .approved
      }
    context = frame.context?.withCheckedTranslations
    passages = PublicPassage.all(of: texts, in: questionnaire)
    imprint = delegation.imprint.published(as: frame.standing)
    keyFigures = delegation.keyFigures.map(\.published)
    acronyms = delegation.acronyms.map(\.published)
    let leftOut = texts.themesLeftOut(in: questionnaire)
    inPlace = publication.inPlace.filter { !leftOut.contains($0.question.themePlace) }
    developments = publication.developments?.without(leftOut)
    obstacles = Obstacle.all(
      of: delegation,
      in: session,
      answering: questionnaire,
      isEmpty: publication.inPlace.isEmpty,
      texts,
    )
  }
}

/// That something which a question asks after is in place.
package struct StatementInPlace: Equatable, Sendable {
  package enum Extent: Equatable, Sendable {
    case whole
    /// These elements of the question, by their codes and in its order; at least one.
    case elements([String])
    /// The instruments to which the state is a party, likewise.
    case instruments([String])
  }

  /// The question by which its sentence is found.
  package let question: QuestionNumber
  package let extent: Extent
  /// The laws, institutions and other sources that it rests on, without identifiers.
  package let sources: [Evidence]
}

/// An experience that a delegation tells of, without what it cost, what stood in the way, and whom
/// to ask.
package struct GoodPractice: Equatable, Sendable {
  package let question: QuestionNumber
  package let title: String
  package let done: String
  package let by: String
  package let instrument: String

  init(_ card: ExperienceCard) {
    question = card.question
    title = card.title
    done = card.done
    by = card.by
    instrument = card.instrument
  }
}

/// What was put in place since a baseline.
package struct Developments: Equatable, Sendable {
  package let since: CalendarDate
  /// What is in place now and was not then; of elements those that are new.
  package let inPlace: [StatementInPlace]
}

extension Delegation {
  /// What it says of its profile itself.
  package var profileFrame: ProfileFrame {
    guard case .profile(let frame) = records[.profile] else { return ProfileFrame() }
    return frame
  }

  /// What stands on the cover of its profile.
  package var imprint: Imprint {
    guard case .imprint(let imprint) = records[.imprint] else { return Imprint() }
    return imprint
  }

  /// In the order in which they were added.
  fileprivate var keyFigures: [KeyFigure] {
    records.sorted { $0.key < $1.key }.compactMap {
      if case .keyFigure(let figure) = $0.value { figure } else { nil }
    }
  }

  fileprivate var acronyms: [Acronym] {
    records.compactMap { _, record -> Acronym? in
      if case .acronym(let acronym) = record { acronym } else { nil }
    }.sorted { ($0.short, $0.meaning?.original ?? "") < ($1.short, $1.meaning?.original ?? "") }
  }
}

extension TranslatedText {
  /// For what leaves the table: the same without translations that a machine made, or that are of an
  /// earlier text.
  package var withCheckedTranslations: TranslatedText {
    TranslatedText(
      original,
      language: language,
      translations: translations.filter { $1.standing != .machine && !$1.isOlder },
    )
  }
}
