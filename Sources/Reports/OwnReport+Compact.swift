import Consultation
import Phrases

extension OwnReport {
  /// A voluntary review of the Global Compact for Migration, chapter by chapter: how it was made, the
  /// policies, progress by the round tables of the review forum, means, challenges and lessons, next
  /// steps.
  ///
  /// An objective is in it only where something is told of it, a chapter only where it is not empty.
  var compact: Document {
    let inPlace = delegation.statementsInPlace(in: text.questionnaire)
    let blocks: [[Block]] = [
      [
        .definitions([
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ])
      ], text.notices([.reportNoticeRests, .reportCompactOffered]), methodology,
      enabling(inPlace), progress(inPlace), means, challenges, nextSteps,
    ]
    return text.document(
      text.own(.reportCompact(name: .own(text.words.text(delegation.officialName)))),
      Array(blocks.joined()),
    )
  }

  private var methodology: [Block] {
    [
      text.heading(1, "methodology", .reportMethodology),
      text.paragraph(.reportMethodologyText),
    ] + consulted.map(below)
  }

  /// A heading one level further down.
  private func below(_ block: Block) -> Block {
    guard case .heading(var heading) = block else { return block }
    heading.level += 1
    return .heading(heading)
  }

  // MARK: The policy environment

  private func enabling(_ inPlace: [StatementInPlace]) -> [Block] {
    let context = delegation.profileFrame.context.map { context in
      [
        text.heading(2, "context", .reportNationalContext),
        .paragraph(text.title(context.withCheckedTranslations)),
      ]
    }
    let blocks = (context ?? []) + policies(inPlace)
    return blocks.isEmpty ? [] : [text.heading(1, "enabling", .reportEnabling)] + blocks
  }

  /// The policies, strategies and institutions on which anything rests, each once.
  private func policies(_ inPlace: [StatementInPlace]) -> [Block] {
    let kinds: Set<Evidence.Kind> = [.policy, .strategy, .institution]
    var named: [Evidence] = []
    for piece in inPlace.flatMap(\.sources) where kinds.contains(piece.kind) {
      var whole = piece
      whole.article = nil
      if !named.contains(whole) { named.append(whole) }
    }
    let rows = SourcesByIssuer(named) { $0 }.groups.flatMap(\.sources).map { piece in
      [
        text.citations([piece], by: delegation.languages), text.own(piece.kind.phrase),
        text.name(piece.issuer ?? "", by: delegation.languages),
      ]
    }
    return text.section(
      "policies",
      .reportEnablingEvidence,
      [.reportTitle, .reportKind, .evidenceIssuer],
      rows,
      level: 2,
    )
  }

  // MARK: Progress

  private func progress(_ inPlace: [StatementInPlace]) -> [Block] {
    let tables = RoundTable.all.flatMap { table -> [Block] in
      // Each round table is whole by itself, and tells a thing once.
      var told: [QuestionNumber: CompactObjective] = [:]
      let objectives = table.objectives.flatMap { progress(on: $0, inPlace, &told) }
      guard !objectives.isEmpty else { return [] }
      return [text.heading(2, "round-table-\(table.number)", text.roundTable(table))] + objectives
    }
    guard !tables.isEmpty else { return [] }
    return [
      text.heading(1, "progress", .reportProgress), text.paragraph(.reportRoundTablesText),
    ] + tables
  }

  private func progress(
    on objective: CompactObjective,
    _ inPlace: [StatementInPlace],
    _ told: inout [QuestionNumber: CompactObjective],
  ) -> [Block] {
    let linked = inPlace.filter { isLinked($0.question, to: objective) }
    let before = Set(linked.compactMap { told[$0.question] }).sorted()
    let new = linked.filter { told[$0.question] == nil }
    for statement in new { told[statement.question] = objective }
    let blocks = self.told(new) + seeAlso(before) + experience(of: objective)
    guard !blocks.isEmpty else { return [] }
    let anchor = "objective-\(objective.number)"
    return [text.heading(3, anchor, text.objective(objective))] + blocks
  }

  private func isLinked(_ number: QuestionNumber, to objective: CompactObjective) -> Bool {
    text.questionnaire[number]?.objectives.contains(objective) ?? false
  }

  private func seeAlso(_ objectives: [CompactObjective]) -> [Block] {
    guard !objectives.isEmpty else { return [] }
    let numbers = SentenceJoining(text.language).list(
      objectives.map { text.words.number($0.number) },
      words: text.words,
    )
    return [
      text.paragraph(
        .reportSeeObjectives(count: objectives.count, objectives: .own(numbers))
      )
    ]
  }

  /// What is in place, as a paragraph; of an edition without statements question by question.
  private func told(_ statements: [StatementInPlace]) -> [Block] {
    guard !statements.isEmpty else { return [] }
    let sentences = statements.flatMap { text.sentences($0, by: delegation.languages) }
    guard sentences.isEmpty else {
      return [.paragraph(text.own(SentenceJoining(text.language).paragraph(sentences)))]
    }
    return [
      .definitions(
        statements.map {
          Definition(label: text.own(text.question($0.question)), text: finding($0.question))
        }
      )
    ]
  }

  /// What the delegation's own cards tell of it: promising practices, and the obstacles met.
  private func experience(of objective: CompactObjective) -> [Block] {
    let cards = cards.filter { card in
      ([card.question] + card.linked).contains { isLinked($0, to: objective) }
    }
    guard !cards.isEmpty else { return [] }
    return [
      text.heading(4, "objective-\(objective.number)-practices", .reportPromising),
      .definitions(
        cards.flatMap { card -> [Definition] in
          let title = text.written(card.title, by: delegation.languages)
          let done = text.written(card.done, by: delegation.languages)
          let obstacles = text.written(card.obstacles, by: delegation.languages)
          return [Definition(label: title, text: done)]
            + (card.obstacles.isEmpty
              ? [] : [text.definition(.reportCardObstacles, obstacles)])
        }
      ),
    ]
  }

  // MARK: Means, challenges, next steps

  private var means: [Block] {
    let rows = chosenPriorities.filter { !$0.support.isEmpty }.map { priority in
      [
        text.written(priority.title, by: delegation.languages),
        text.written(priority.support, by: delegation.languages),
      ]
    }
    return text.section("means", .reportMeans, [.reportPriority, .reportSupport], rows)
  }

  /// What the delegation wrote of its challenges and lessons: on the whole, then by round table.
  private var challenges: [Block] {
    let parts: [RoundTable?] = [nil] + RoundTable.all
    let blocks = parts.flatMap { table -> [Block] in
      let notes = reviewNotes.filter { $0.roundTable == table }
      guard !notes.isEmpty else { return [] }
      let anchor = "challenges-\(table?.number ?? 0)"
      let title = table.map(text.roundTable) ?? text.own(.reportCompactWhole)
      return [text.heading(2, anchor, title)]
        + told(notes, .challenge, "\(anchor)-met", .reportChallengesOnly)
        + told(notes, .lesson, "\(anchor)-learned", .reportLessons)
    }
    return blocks.isEmpty ? [] : [text.heading(1, "challenges", .reportChallenges)] + blocks
  }

  private func told(
    _ notes: [ReviewNote],
    _ kind: ReviewNote.Kind,
    _ anchor: String,
    _ title: Phrase,
  ) -> [Block] {
    let notes = notes.filter { $0.kind == kind }
    guard !notes.isEmpty else { return [] }
    let full = notes.filter { !$0.text.isEmpty }.map { note in
      Definition(
        label: text.name(note.title, by: delegation.languages),
        text: text.written(note.text, by: delegation.languages),
      )
    }
    let short = notes.filter(\.text.isEmpty).map {
      text.written($0.title, by: delegation.languages)
    }
    return [text.heading(3, anchor, title)]
      + (full.isEmpty ? [] : [.definitions(full)]) + (short.isEmpty ? [] : [.list(short)])
  }

  private var nextSteps: [Block] {
    let steps = chosenPriorities.filter { !$0.nextStep.isEmpty }.map { priority in
      [
        text.written(priority.nextStep, by: delegation.languages),
        text.name(priority.owner, by: delegation.languages), text.date(priority.due),
      ]
    }
    return text.section(
      "next-steps",
      .nextStepsTitle,
      [.reportNextStep, .reportOwner, .reportDue],
      steps,
    )
  }
}
