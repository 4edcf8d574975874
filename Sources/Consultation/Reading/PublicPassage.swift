/// One paragraph or area of a public profile: what is printed there, and nothing else.
///
/// What is left out or not chosen is none of these, nor is what the delegation wrote of it.
package struct PublicPassage: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// As the program puts it.
    case suggested(ProfileSuggestion)
    /// In the delegation's own words, with translations that a person stands behind.
    case written(TranslatedText)
  }

  /// The theme that it tells of, where it tells of one.
  package let theme: Int?
  package let content: Content

  /// - Returns: `nil` for what is not printed.
  private init?(_ entry: ProfileText.Entry) {
    guard entry.isPrinted else { return nil }
    if case .theme(let number, _)? = entry.suggestion { theme = number } else { theme = nil }
    if let written = entry.written {
      content = .written(written.text.withCheckedTranslations)
    } else if let suggestion = entry.suggestion {
      content = .suggested(suggestion)
    } else {
      return nil
    }
  }

  static func all(
    of texts: ProfileText,
    in questionnaire: Questionnaire,
  ) -> [ProfileText.Place: [PublicPassage]] {
    var passages: [ProfileText.Place: [PublicPassage]] = [:]
    for place in ProfileText.Place.all(in: questionnaire) {
      let printed = texts.entries(at: place).compactMap { PublicPassage($0) }
      if !printed.isEmpty { passages[place] = printed }
    }
    return passages
  }
}

extension ProfileText.Place {
  /// All places of a profile, in the order of its sections.
  package static func all(in questionnaire: Questionnaire) -> [ProfileText.Place] {
    ProfileSection.allCases.flatMap { section in
      section.isOfDomain
        ? questionnaire.domains.map { ProfileText.Place(section, domain: $0.number) }
        : [ProfileText.Place(section)]
    }
  }
}

/// A theme, by the number of its domain and its own.
struct ThemePlace: Hashable {
  let domain: Int
  let theme: Int
}

extension QuestionNumber {
  var themePlace: ThemePlace { ThemePlace(domain: domain, theme: theme) }
}

extension ProfileText {
  /// The themes whose text is left out.
  func themesLeftOut(in questionnaire: Questionnaire) -> Set<ThemePlace> {
    Set(
      questionnaire.domains.flatMap { domain in
        themesLeftOut(ofDomain: domain.number).map {
          ThemePlace(domain: domain.number, theme: $0)
        }
      }
    )
  }
}

extension Developments {
  /// What is new in other themes; `nil` where nothing is.
  func without(_ themes: Set<ThemePlace>) -> Developments? {
    let rest = inPlace.filter { !themes.contains($0.question.themePlace) }
    return rest.isEmpty ? nil : Developments(since: since, inPlace: rest)
  }
}

extension Imprint {
  /// What of it is for the public: the approval only where the government has approved.
  func published(as standing: ProfileFrame.Standing) -> Imprint {
    var imprint = self
    imprint.title = title?.withCheckedTranslations
    imprint.ministry = ministry?.withCheckedTranslations
    imprint.citation = citation?.withCheckedTranslations
    imprint.approvedBy = standing == .approved ? approvedBy?.withCheckedTranslations : nil
    imprint.approvedOn = standing == .approved ? approvedOn : nil
    return imprint
  }
}

extension KeyFigure {
  var published: KeyFigure {
    var figure = self
    figure.title = title.withCheckedTranslations
    return figure
  }
}

extension Acronym {
  var published: Acronym {
    Acronym(short: short, meaning: meaning?.withCheckedTranslations)
  }
}
