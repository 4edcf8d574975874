import Consultation
import Phrases

extension OwnReport {
  /// One state in the structure of the published profiles, for the table that works on it: every
  /// answer with what belongs to it, domain by domain and theme by theme, and what is to verify.
  ///
  /// A profile with open questions is a complete profile: they are listed like everything else. What
  /// is empty is not printed, its heading included.
  func profile(hasNames: Bool) -> Document {
    let blocks: [[Block]] = [
      cover, text.notices([.reportNoticeVoluntary]), introduction, framework, findings, toVerify,
      sources, crossCutting, consulted, developments, links, priorities,
      participants(hasNames: hasNames), remarks,
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
    ]
      + (frame.context.map { context in
        [text.heading(2, "context", .reportNationalContext), .paragraph(text.text(context))]
      } ?? [])
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
    let lists = SourcesByIssuer(order) { $0 }
    guard !order.isEmpty else { return [] }
    return [text.heading(1, "sources", .reportSources)]
      + lists.groups.enumerated().flatMap { index, group -> [Block] in
        let name = group.issuer.map { text.name($0, by: delegation.languages) }
        let title = name ?? text.own(lists.hasIssuers ? .publicSourceOthers : .reportSources)
        let heading = text.heading(2, "sources-\(index + 1)", title)
        let rows = group.sources.map { source($0, of: questions[$0] ?? []) }
        return (lists.hasIssuers ? [heading] : [])
          + [.table(Table(caption: title, columns: sourceColumns, rows: rows))]
      }
  }

  private var sourceColumns: [Table.Column] {
    let columns: [Phrase] = [
      .reportTitle, .reportKind, .reportYear, .reportArticle, .reportLink, .reportQuestions,
    ]
    return columns.map { Table.Column(text.own($0)) }
  }

  private func source(_ piece: Evidence, of questions: [QuestionNumber]) -> [Passage] {
    [
      text.written(piece.title, by: delegation.languages), text.own(piece.kind.phrase),
      piece.year.map(text.number) ?? text.nothing,
      text.name(piece.article ?? "", by: delegation.languages),
      text.name(piece.link ?? "", by: delegation.languages), text.numbers(questions),
    ]
  }

  private var crossCutting: [Block] {
    func rows(_ theme: Phrase, _ isLinked: (Question) -> Bool) -> [[Passage]] {
      answered.filter { text.questionnaire[$0].map(isLinked) ?? false }.map { number in
        let answer = delegation.answer(to: number)
        let value = text.value(
          answer.value,
          ticking: answer.elements,
          to: number,
          by: delegation.languages,
        )
        return [text.own(theme), text.own(text.question(number)), value]
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
    let all =
      rows(.reportGender, feeds("2d", .gender)) + rows(.reportHealth, feeds("1a", .health))
      + rows(.reportDisasters, feeds("5d", .climate))
      + rows(.reportIdentity, serves(4, .legalIdentity))
      + rows(.reportDiaspora, serves(19, .diaspora))
    guard !all.isEmpty else { return [] }
    return [
      text.heading(1, "cross-cutting", .reportCrossCutting),
      text.paragraph(isTagged ? .reportCrossCuttingText : .reportCrossCuttingLinks),
      text.table(.reportCrossCutting, [.reportTheme, .reportQuestion, .reportAnswer], all),
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
    guard !objectives.isEmpty || !subcategories.isEmpty else { return [] }
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
    return developments(since: baseline)
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
