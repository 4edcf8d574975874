import Consultation
import Phrases

/// What stands before the domains: the cover, the imprint, a summary, the national context.
extension PublicReport {
  var cover: Cover {
    let approvedBy = profile.imprint.approvedBy.map { including(.imprintApprovedBy, $0) }
    return Cover(
      title: profile.imprint.title.map { text.title($0) } ?? text.own(.publicCover),
      name: text.text(profile.officialName),
      year: text.number(profile.imprint.year ?? date.year),
      issuers: profile.imprint.ministry.map { [text.title($0)] } ?? [],
      notes: [profile.approval.map { approval($0) }, approvedBy].compactMap(\.self),
    )
  }

  /// What the document is called: what the ministry calls it, or the profile of the state.
  var title: Passage {
    profile.imprint.title.map { text.title($0) }
      ?? text.own(.reportProfile(name: .own(text.words.text(profile.officialName))))
  }

  /// How far the government stands behind it, with the day on which it approved.
  private func approval(_ approval: PublicProfile.Approval) -> Passage {
    let standing = text.words(approval.phrase)
    guard let date = profile.imprint.approvedOn else {
      return text.labelled(.publicApproval, standing)
    }
    let dated = text.words(.publicApprovalOn(date: date, standing: .own(standing)))
    return text.labelled(.publicApproval, dated)
  }

  /// A label before what the delegation wrote, in the language that this is in.
  private func including(_ label: Phrase, _ written: TranslatedText) -> Passage {
    let title = text.title(written)
    return title.language == text.language ? text.labelled(label, title.text) : title
  }

  var imprint: [Block] {
    guard let citation = profile.imprint.citation else { return [] }
    return [.definitions([text.definition(.imprintCitation, text.title(citation))])]
  }

  /// One of the front's or the end's own texts, a paragraph for each.
  func section(_ section: ProfileSection) -> [Block] {
    let paragraphs = passages(ProfileText.Place(section)).flatMap(paragraphs)
    guard !paragraphs.isEmpty else { return [] }
    return [text.heading(1, section.rawValue, section.title)] + paragraphs
  }

  var acronyms: [Block] {
    guard !profile.acronyms.isEmpty else { return [] }
    return [
      text.heading(1, "acronyms", .acronymsTitle),
      .definitions(
        profile.acronyms.map { acronym in
          Definition(
            label: text.name(acronym.short, by: profile.languages),
            text: acronym.meaning.map { text.title($0) } ?? text.nothing,
          )
        }
      ),
    ]
  }

  /// What the state chose to say of itself, on one page.
  var summary: [Block] {
    let chosen = [ProfileSection.developed, .potential].flatMap { section -> [Block] in
      let domains = text.questionnaire.domains.compactMap { domain in
        points(section, of: domain, called: text.own(text.domain(domain)))
      }
      guard !domains.isEmpty else { return [] }
      return [
        text.heading(2, "summary-\(section.rawValue)", section.title), .keyPoints(domains),
      ]
    }
    return chosen.isEmpty ? [] : [text.heading(1, "summary", .publicSummary)] + chosen
  }

  /// What the state chose in a domain; `nil` where that is nothing.
  func points(
    _ section: ProfileSection,
    of domain: Domain,
    called title: Passage,
  ) -> KeyPoints? {
    let points = passages(ProfileText.Place(section, domain: domain.number))
      .flatMap { text(of: $0) }
    guard !points.isEmpty else { return nil }
    return KeyPoints(title: title, domain: domain.number, points: points)
  }

  var context: [Block] {
    let told = profile.context.map { [Block.paragraph(text.title($0))] } ?? []
    guard !told.isEmpty || !profile.keyFigures.isEmpty else { return [] }
    return [text.heading(1, "context", .reportNationalContext)] + told + keyFigures
  }

  private var keyFigures: [Block] {
    guard !profile.keyFigures.isEmpty else { return [] }
    let titles = KeyFigures.Titles(
      name: text.own(.figureTitle),
      value: text.own(.figureFigure),
      year: text.own(.evidenceYear),
      source: text.own(.figureSource),
    )
    let figures = profile.keyFigures.map { figure in
      KeyFigures.Figure(
        name: text.title(figure.title),
        value: text.name(figure.printed, by: profile.languages),
        amount: figure.share.map { .share($0) },
        year: figure.year.map(text.number),
        source: figure.source.isEmpty
          ? nil : text.name(figure.source, by: profile.languages),
      )
    }
    return [
      .figures(KeyFigures(title: text.own(.figuresTitle), titles: titles, figures: figures))
    ]
  }
}

extension KeyFigure {
  /// As it is printed: the groups of its digits stay together on a line, and in their order where
  /// that runs the other way (a no-break space between digits is a separator of theirs, UAX #9, W4).
  fileprivate var printed: String {
    let characters = Array(figure)
    return String(
      characters.indices.map { index in
        let isBetween =
          index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
          && characters[index + 1].isNumber
        return isBetween && characters[index].isWhitespace ? "\u{A0}" : characters[index]
      }
    )
  }

  /// How many of a hundred it is, where it says so: `3.4 %`.
  fileprivate var share: Double? {
    guard figure.contains(where: { "%٪".contains($0) }) else { return nil }
    let number = figure.filter { !"%٪".contains($0) && !$0.isWhitespace }
      .replacing(",", with: ".").replacing("٫", with: ".")
    return Double(number)
  }
}

extension PublicProfile.Approval {
  fileprivate var phrase: Phrase {
    switch self {
    case .consulted: .reportStandingConsulted
    case .approved: .reportStandingApproved
    }
  }
}
