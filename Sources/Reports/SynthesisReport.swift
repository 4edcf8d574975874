import Consultation
import Phrases

/// The regional synthesis: what several states share, told by theme.
///
/// It has a `Synthesis` and no delegation, so that it is unable to say what is absent
/// anywhere. A theme on which nothing is said is not in it.
struct SynthesisReport {
  let synthesis: Synthesis
  let date: CalendarDate
  let text: ReportText

  var document: Document {
    let domains = text.questionnaire.domains.flatMap(chapter)
    return text.document(
      text.own(.reportSynthesis),
      front + text.notices([.reportNoticeRests, .reportNoticeShared]) + [
        text.heading(1, "method", .reportSynthesisMethod),
        text.paragraph(.reportSynthesisMethodText),
      ] + (domains.isEmpty ? [text.paragraph(.reportStatementsNone)] : domains) + byObjective,
    )
  }

  private var front: [Block] {
    let names = synthesis.named.map { text.words.text($0) }
    return [
      .definitions(
        [
          text.definition(.reportWorkshopTitle, text.title(synthesis.title)),
          synthesis.place.map { text.definition(.reportPlace, text.title($0)) },
          synthesis.days.isEmpty
            ? nil
            : text.definition(.reportDays, text.list(synthesis.days.map(text.words.date))),
          names.isEmpty ? nil : text.definition(.reportDelegations, text.list(names)),
          text.questionnaireLine(synthesis.questionnaire),
          text.definition(.reportMadeOn, text.date(date)),
        ].compactMap(\.self)
      )
    ]
  }

  // MARK: Domains

  /// What is put first in a domain, and then what is said theme by theme.
  private func chapter(_ domain: Domain) -> [Block] {
    let said = synthesis.said.filter { $0.statement.domain == domain.number }
    guard !said.isEmpty else { return [] }
    let name = "domain-\(domain.number)"
    let priorities = sentences(said.filter { $0.statement.theme == nil })
    return [text.heading(1, name, text.own(text.domain(domain)), domain: domain.number)]
      + priorities.map { .paragraph(text.own($0)) }
      + domain.themes.flatMap { theme -> [Block] in
        let said = said.filter { $0.statement.theme == theme.number }
        guard !said.isEmpty else { return [] }
        return [
          text.heading(2, "\(name)-theme-\(theme.number)", text.text(theme.title)),
          .list(sentences(said).map(text.own)),
        ]
      }
  }

  /// Statements as sentences, each with those who may be named behind it; the instruments of a
  /// question are one sentence.
  private func sentences(_ said: [Synthesis.Said]) -> [String] {
    var told: Set<QuestionNumber> = []
    return said.flatMap { one -> [String] in
      let named = named(one.named)
      switch one.statement {
      case .inPlace(let number, .instrument):
        guard told.insert(number).inserted else { return [] }
        return instruments(of: number, said)
      case .inPlace(let number, let part): return inPlace(part, of: number, named)
      case .offer: return [text.words(.reportSynthesisOffer(named: .own(named)))]
      case .wish: return [text.words(.reportSynthesisWish(named: .own(named)))]
      case .priority: return [text.words(.reportSynthesisPriority(named: .own(named)))]
      }
    }
  }

  private func inPlace(
    _ part: Synthesis.Part,
    of number: QuestionNumber,
    _ named: String,
  ) -> [String] {
    guard let question = text.questionnaire[number] else { return [] }
    guard case .element(let code) = part else {
      guard let statement = question.statements[.established] else {
        // An edition without statements has the words of the level alone.
        let finding = text.finding(.step(.established), to: number, by: [])
        return ["\(text.question(number))\n\(finding.text)\(named)"]
      }
      return [text.words.filled(statement, source: named)]
    }
    return (question.elements?.ticked([code]) ?? []).map {
      text.words.filled($0.statement, source: named)
    }
  }

  private func instruments(of number: QuestionNumber, _ said: [Synthesis.Said]) -> [String] {
    let parties = (text.questionnaire[number]?.kind.options ?? []).compactMap { option in
      said.first { $0.statement == .inPlace(number, .instrument(option.code)) }.map {
        (title: text.words.text(option.title), named: named($0.named))
      }
    }
    // Where the same may be named behind each, they are named once.
    let all = Set(parties.map(\.named))
    let shared = all.count == 1 ? all.first ?? "" : ""
    let list = parties.map { shared.isEmpty ? $0.title + $0.named : $0.title }
      .joined(separator: text.words(.publicSeparator))
    return [text.words(.publicPartyTo(instruments: .own(list), source: .own(shared)))]
  }

  /// ` (among these States: Dorania, Havenia)`, or nothing.
  private func named(_ names: [LocalizedText]) -> String {
    guard !names.isEmpty else { return "" }
    let list = text.list(names.map { text.words.text($0) }).text
    return " " + text.words(.reportSynthesisNamed(names: .own(list)))
  }

  // MARK: Objectives

  /// Under which themes something is said on the objectives, round table by round table.
  private var byObjective: [Block] {
    let tables = RoundTable.all.flatMap { table -> [Block] in
      let objectives = table.objectives.compactMap { objective -> Definition? in
        let themes = themes(on: objective)
        guard !themes.isEmpty else { return nil }
        let places = themes.joined(separator: text.words(.publicSeparator))
        return Definition(label: text.objective(objective), text: text.own(places))
      }
      guard !objectives.isEmpty else { return [] }
      return [
        text.heading(2, "round-table-\(table.number)", text.roundTable(table)),
        .definitions(objectives),
      ]
    }
    guard !tables.isEmpty else { return [] }
    return [
      text.heading(1, "by-objective", .reportByObjective),
      text.paragraph(.reportRoundTablesText), text.paragraph(.reportByObjectiveText),
      text.paragraph(.reportCompactOffered),
    ] + tables
  }

  private func themes(on objective: CompactObjective) -> [String] {
    var titles: [String] = []
    for said in synthesis.said {
      guard case .inPlace(let number, _) = said.statement,
        let question = text.questionnaire[number], question.objectives.contains(objective),
        let theme = text.questionnaire.theme(of: number)
      else { continue }
      let title = text.words.text(theme.title)
      if !titles.contains(title) { titles.append(title) }
    }
    return titles
  }
}
