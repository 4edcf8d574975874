import Consultation
import Phrases

extension OwnReport {
  /// One state in the structure of the published profiles: what is well developed and what can be
  /// developed further, in words and counts and without a figure for the whole.
  ///
  /// A profile with open questions is a complete profile: they are listed like everything else.
  func profile(hasNames: Bool) -> Document {
    let blocks: [[Block]] = [
      cover, text.notices([.reportNoticeVoluntary]), introduction, framework, findings, sources,
      crossCutting, consulted, developments, links, priorities,
      participants(hasNames: hasNames), remarks, annex,
    ]
    return text.document(
      text.own(.reportProfile(name: .own(text.words.text(delegation.officialName)))),
      Array(blocks.joined()),
    )
  }

  // MARK: Cover and introduction

  private var frame: ProfileFrame { delegation.profileFrame }

  private var cover: [Block] {
    let isFollowUp = delegation.lastBaseline != nil
    return [
      .definitions([
        text.definition(.reportState, text.text(delegation.officialName)),
        text.definition(
          .reportRound,
          text.own(isFollowUp ? .reportRoundFollowUp : .reportRoundFirst),
        ),
        text.definition(.reportYear, text.number(date.year)),
        text.definition(.reportStanding, text.own(frame.standing.phrase)),
        text.definition(
          .reportLanguages,
          text.list(delegation.languages.map { text.words($0.traits.name) }),
        ),
        text.questionnaireLine(text.questionnaire.identity),
        text.definition(.reportMadeOn, text.date(date)),
      ])
    ]
  }

  private var introduction: [Block] {
    [
      text.heading(1, "objective", .reportObjective), text.paragraph(.reportObjectiveText),
      text.heading(1, "introduction", .reportIntroduction),
      text.paragraph(.reportIntroductionText),
      text.heading(2, "context", .reportNationalContext),
      frame.context.map { .paragraph(text.text($0)) } ?? text.paragraph(.reportNothing),
    ]
  }

  private var framework: [Block] {
    let bars = text.questionnaire.domains.map { domain in
      let progress = Progress(over: asked.inDomain(domain.number), of: delegation)
      return Bars.Bar(
        name: text.own(text.domain(domain)),
        answered: progress.answered,
        asked: progress.asked,
        numbers: text.words(.answeredAndOpen(answered: progress.answered, open: progress.open)),
        domain: domain.number,
      )
    }
    return [
      text.heading(1, "framework", .reportFramework), text.paragraph(.reportFrameworkText),
      text.table(
        .reportDomains,
        [.reportDomain, .reportPrinciple],
        text.questionnaire.domains.map { [text.own(text.domain($0)), text.text($0.framework)] },
      ), .bars(Bars(title: text.own(.reportAnsweredByDomain), bars: bars)),
    ]
  }

  // MARK: Evidence and links

  private var sources: [Block] {
    var questions: [Evidence: [QuestionNumber]] = [:]
    var order: [Evidence] = []
    for number in asked.numbers {
      for piece in delegation.answer(to: number).evidence.map(\.withoutIdentifier) {
        if questions[piece] == nil { order.append(piece) }
        questions[piece, default: []].append(number)
      }
    }
    let rows = order.enumerated().sorted {
      ($0.element.kind.place, $0.offset) < ($1.element.kind.place, $1.offset)
    }.map { _, piece in
      [
        text.written(piece.title, by: delegation.languages), text.own(piece.kind.phrase),
        piece.year.map(text.number) ?? text.nothing,
        text.name(piece.article ?? "", by: delegation.languages),
        text.name(piece.link ?? "", by: delegation.languages),
        text.numbers(questions[piece] ?? []),
      ]
    }
    return [
      text.heading(1, "sources", .reportSources),
      text.table(
        .reportSources,
        [
          .reportTitle, .reportKind, .reportYear, .reportArticle, .reportLink, .reportQuestions,
        ],
        rows,
      ),
    ]
  }

  private var crossCutting: [Block] {
    func rows(_ theme: Phrase, _ isLinked: (Question) -> Bool) -> [[Passage]] {
      answered.filter { text.questionnaire[$0].map(isLinked) ?? false }.map { number in
        [text.own(theme), text.own(text.question(number)), value(number)]
      }
    }
    // The first edition says no themes; its links stand in for them.
    let isTagged = text.questionnaire.questions.contains { !$0.tags.isEmpty }
    func feeds(_ code: String, _ tag: QuestionTag) -> (Question) -> Bool {
      guard !isTagged else { return { $0.tags.contains(tag) } }
      return { $0.subcategories.contains { $0.description == code } }
    }
    func serves(_ objective: Int, _ tag: QuestionTag) -> (Question) -> Bool {
      guard !isTagged else { return { $0.tags.contains(tag) } }
      return { $0.objectives.contains { $0.number == objective } }
    }
    return [
      text.heading(1, "cross-cutting", .reportCrossCutting),
      text.paragraph(isTagged ? .reportCrossCuttingText : .reportCrossCuttingLinks),
      text.table(
        .reportCrossCutting,
        [.reportTheme, .reportQuestion, .reportAnswer],
        rows(.reportGender, feeds("2d", .gender)) + rows(.reportHealth, feeds("1a", .health))
          + rows(.reportDisasters, feeds("5d", .climate))
          + rows(.reportIdentity, serves(4, .legalIdentity))
          + rows(.reportDiaspora, serves(19, .diaspora)),
      ),
    ]
  }

  private var links: [Block] {
    let objectives = CompactObjective.all.compactMap { objective -> [Passage]? in
      let numbers = answered(linkedTo: objective)
      return numbers.isEmpty ? nil : [text.objective(objective), text.numbers(numbers)]
    }
    let subcategories = SDGSubcategory.all.compactMap { subcategory -> [Passage]? in
      let numbers = answered.filter {
        text.questionnaire[$0]?.subcategories.contains(subcategory) ?? false
      }
      return numbers.isEmpty ? nil : [text.subcategory(subcategory), text.numbers(numbers)]
    }
    let blocks = [
      text.heading(1, "links", .reportLinks), text.paragraph(.reportLinksText),
      text.table(.reportObjectives, [.reportObjective, .reportAnsweredQuestions], objectives),
    ]
    guard Report.sdg.isMade(of: text.questionnaire.respondent) else { return blocks }
    return blocks + [
      text.table(
        .reportSubcategories,
        [.reportSubcategory, .reportAnsweredQuestions],
        subcategories,
      )
    ]
  }

  private var developments: [Block] {
    guard let baseline = delegation.lastBaseline else { return [] }
    return [text.heading(1, "developments", .reportDevelopments)]
      + developments(since: baseline, isShort: true)
  }
}

extension ProfileFrame.Standing {
  /// How far the government stands behind it.
  fileprivate var phrase: Phrase {
    switch self {
    case .draft: .reportStandingDraft
    case .consulted: .reportStandingConsulted
    case .approved: .reportStandingApproved
    }
  }
}

extension Evidence.Kind {
  /// Its place among the kinds.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
