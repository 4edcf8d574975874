import Consultation
import Phrases

/// The edition of a profile that a ministry publishes: what is in place, told in prose.
///
/// It has a `PublicProfile` and no delegation, so that nothing can get into it that is not for the
/// public. What is empty is not printed, its heading included.
struct PublicReport {
  let profile: PublicProfile
  let date: CalendarDate
  let text: ReportText
  /// Whether it is marked as a preview; it is in any case while it is not to be published.
  let isPreview: Bool

  var document: Document {
    let blocks: [[Block]] = [
      section(.foreword), acronyms, summary, context, section(.process),
      text.questionnaire.domains.flatMap(chapter), developments, section(.nextSteps), crossCutting,
      section(.acknowledgements), sources, notices,
    ]
    var document = text.document(title, Array(blocks.joined()))
    document.cover = cover
    document.imprint = imprint
    if isPreview || !profile.isReady { document.mark = text.own(.publicPreview) }
    return document
  }

  // MARK: What stands at the end

  private var developments: [Block] {
    guard let developments = profile.developments else { return [] }
    let domains = text.questionnaire.domains.compactMap { domain -> Definition? in
      let paragraph = prose.paragraph(
        developments.inPlace.filter { $0.question.domain == domain.number }
      )
      guard !paragraph.isEmpty else { return nil }
      return Definition(label: text.own(text.domain(domain)), text: text.own(paragraph))
    }
    return [
      text.heading(
        1,
        "developments",
        text.own(.publicDevelopments(date: developments.since)),
      ), text.paragraph(.publicDevelopmentsText), .definitions(domains),
    ]
  }

  /// In which themes a matter is spoken of that has no domain of its own.
  private var crossCutting: [Block] {
    let rows = QuestionTag.allCases.compactMap { tag -> Definition? in
      var titles: [String] = []
      for statement in profile.inPlace {
        guard text.questionnaire[statement.question]?.tags.contains(tag) ?? false,
          let theme = text.questionnaire.theme(of: statement.question)
        else { continue }
        let title = text.words.text(theme.title)
        if !titles.contains(title) { titles.append(title) }
      }
      guard !titles.isEmpty else { return nil }
      let places = titles.joined(separator: text.words(.publicSeparator))
      return text.definition(tag.phrase, text.own(places))
    }
    guard !rows.isEmpty else { return [] }
    return [text.heading(1, "cross-cutting", .publicCrossCutting), .definitions(rows)]
  }

  /// Each source once, by the institution that issued it, in the order in which the text names them;
  /// by kind where no institution is said.
  private var sources: [Block] {
    var named: [Evidence] = []
    for source in profile.inPlace.flatMap(\.sources) {
      var whole = source
      whole.article = nil
      guard let index = named.firstIndex(where: { $0.isSameSource(as: whole) }) else {
        named.append(whole)
        continue
      }
      if named[index].link?.isEmpty ?? true { named[index].link = whole.link }
      if named[index].issuer?.isEmpty ?? true { named[index].issuer = whole.issuer }
    }
    let lists = SourcesByIssuer(named) { $0 }
    let blocks = lists.hasIssuers ? byIssuer(lists.groups) : byKind(named)
    return blocks.isEmpty ? [] : [text.heading(1, "sources", .publicSources)] + blocks
  }

  private func byIssuer(_ groups: [SourcesByIssuer<Evidence>.Group]) -> [Block] {
    groups.enumerated().flatMap { index, group -> [Block] in
      let title = group.issuer.map { text.name($0, by: profile.languages) }
      return [
        text.heading(2, "sources-\(index + 1)", title ?? text.own(.publicSourceOthers)),
        .list(group.sources.map(cited)),
      ]
    }
  }

  private func byKind(_ sources: [Evidence]) -> [Block] {
    Evidence.Kind.allCases.flatMap { kind -> [Block] in
      let items = sources.filter { $0.kind == kind }.map(cited)
      guard !items.isEmpty else { return [] }
      return [text.heading(2, "sources-\(kind.rawValue)", kind.title), .list(items)]
    }
  }

  private func cited(_ source: Evidence) -> Passage {
    var source = source
    source.year = source.yearBesideTitle
    return text.name(text.citation(source, by: profile.languages), by: profile.languages)
  }

  private var notices: [Block] {
    [
      text.heading(1, "about", .reportNotices), text.paragraph(.publicNoticeScope),
      text.paragraph(.publicNoticeVoluntary),
      text.paragraph(
        .publicNoticeQuestions(
          notice: .own(text.words.text(text.questionnaire.notice)),
          title: .own(text.words.text(text.questionnaire.title)),
          version: .plain(text.questionnaire.identity.version),
        )
      ), text.paragraph(.reportNoticeNames),
      .definitions([text.definition(.reportMadeOn, text.date(date))]),
    ]
  }
}

extension Evidence.Kind {
  /// What sources of this kind stand under.
  fileprivate var title: Phrase {
    switch self {
    case .law: .publicSourceLaws
    case .policy: .publicSourcePolicies
    case .strategy: .publicSourceStrategies
    case .agreement: .publicSourceAgreements
    case .institution: .publicSourceInstitutions
    case .dataSource: .publicSourceData
    case .practice: .publicSourcePractices
    }
  }
}

extension QuestionTag {
  fileprivate var phrase: Phrase {
    switch self {
    case .gender: .publicTagGender
    case .children: .publicTagChildren
    case .diaspora: .publicTagDiaspora
    case .legalIdentity: .publicTagLegalIdentity
    case .climate: .publicTagClimate
    case .health: .publicTagHealth
    case .labour: .publicTagLabour
    case .data: .publicTagData
    case .localAuthorities: .publicTagLocalAuthorities
    case .education: .publicTagEducation
    case .trafficking: .publicTagTrafficking
    case .humanRights: .publicTagHumanRights
    case .displacement: .publicTagDisplacement
    case .students: .publicTagStudents
    case .remittances: .publicTagRemittances
    case .return: .publicTagReturn
    case .borders: .publicTagBorders
    case .integration: .publicTagIntegration
    }
  }
}
