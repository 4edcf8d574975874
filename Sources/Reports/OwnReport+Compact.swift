import Consultation
import Phrases

extension OwnReport {
  /// The delegation's answers and evidence by the 23 objectives, in the structure of a voluntary
  /// national review of the Global Compact for Migration; what is still empty says so.
  var compact: Document {
    text.document(
      text.own(.reportCompact(name: .own(text.words.text(delegation.officialName)))),
      [
        .definitions([
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ])
      ] + text.notices([.reportNoticeVoluntary, .reportCompactOffered]) + methodology + enabling
        + progressOnObjectives + means + nextSteps,
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

  private var enabling: [Block] {
    let kinds: Set<Evidence.Kind> = [.policy, .strategy, .institution]
    let rows = answered.flatMap { number in
      delegation.answer(to: number).evidence.filter { kinds.contains($0.kind) }.map { piece in
        [
          text.citations([piece], by: delegation.languages), text.own(piece.kind.phrase),
          text.own(text.question(number)),
        ]
      }
    }
    var context: TranslatedText?
    if case .profile(let frame) = delegation.records[.profile] { context = frame.context }
    return [
      text.heading(1, "enabling", .reportEnabling),
      text.heading(2, "context", .reportNationalContext),
      context.map { .paragraph(text.text($0)) } ?? text.paragraph(.reportEmpty),
      text.heading(2, "policies", .reportEnablingEvidence),
      text.table(
        .reportEnablingEvidence,
        [.reportTitle, .reportKind, .reportQuestion],
        rows,
        otherwise: .reportEmpty,
      ),
    ]
  }

  // MARK: The objectives

  private var progressOnObjectives: [Block] {
    let empty = CompactObjective.all.filter { answered(linkedTo: $0).isEmpty }
    var blocks = [text.heading(1, "progress", .reportProgress)]
    if !empty.isEmpty {
      let numbers = text.list(empty.map { text.words.number($0.number) }).text
      blocks.append(text.paragraph(.reportEmptyObjectives(objectives: .own(numbers))))
    }
    return blocks + CompactObjective.all.flatMap(progress)
  }

  private func progress(_ objective: CompactObjective) -> [Block] {
    let name = "objective-\(objective.number)"
    let title = text.objective(objective)
    let heading = text.heading(2, name, title)
    let numbers = answered(linkedTo: objective)
    guard !numbers.isEmpty else {
      let isLinked = text.questionnaire.questions.contains { $0.objectives.contains(objective) }
      return [
        heading, text.paragraph(isLinked ? .reportEmptyObjective : .reportUnlinkedObjective),
      ]
    }
    return [heading, .table(table(of: numbers, caption: title))]
      + experience(of: objective, anchor: name)
  }

  /// What the delegation's own cards tell of it: promising practices, and the obstacles met.
  private func experience(of objective: CompactObjective, anchor: String) -> [Block] {
    let cards = cards.filter { card in
      ([card.question] + card.linked).contains {
        text.questionnaire[$0]?.objectives.contains(objective) ?? false
      }
    }
    guard !cards.isEmpty else { return [] }
    return [
      text.heading(3, "\(anchor)-practices", .reportPromising),
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

  // MARK: Means and next steps

  private var means: [Block] {
    let rows = chosenPriorities.map { priority in
      [
        text.written(priority.title, by: delegation.languages),
        text.written(priority.support, by: delegation.languages),
      ]
    }
    return [
      text.heading(1, "means", .reportMeans),
      text.table(
        .reportPriorities,
        [.reportPriority, .reportSupport],
        rows,
        otherwise: .reportEmpty,
      ),
    ]
  }

  private var nextSteps: [Block] {
    let steps = chosenPriorities.filter { !$0.nextStep.isEmpty }.map { priority in
      [
        text.written(priority.nextStep, by: delegation.languages),
        text.name(priority.owner, by: delegation.languages), text.date(priority.due),
      ]
    }
    let toVerify = verifications.map { verification in
      [
        text.own(text.question(verification.question)),
        text.name(verification.by, by: delegation.languages), text.date(verification.due),
      ]
    }
    let columns: [Phrase] = [.reportOwner, .reportDue]
    return [
      text.heading(1, "next-steps", .nextStepsTitle),
      text.table(
        .nextStepsTitle,
        [.reportNextStep] + columns,
        steps,
        otherwise: .reportEmpty,
      ), text.heading(2, "to-verify", .reportToVerify),
      text.table(.reportToVerify, [.reportQuestion] + columns, toVerify),
    ]
  }
}
