import ArgumentParser
import Consultation
import Phrases
import Storage

extension QuestionnaireCommand {
  /// The command `majlis questionnaire diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "What differs between two editions, question by question.",
      discussion: """
        Questions are set beside each other by where the later edition says that they come from, \
        or else by their numbers.
        """,
    )

    @Argument(help: "The earlier one: a questionnaire's id with its version, or its file.")
    var earlier: String

    @Argument(help: "The later one.")
    var later: String

    @OptionGroup var options: CommonOptions

    func run() throws {
      let context = try CommandContext(options)
      let difference = QuestionnaireDifference(
        from: try context.questionnaire(named: earlier),
        to: try context.questionnaire(named: later),
      )
      let words = context.words
      var lines = difference.lines.map { words.line(of: $0) }
      if !difference.whole.isEmpty {
        lines.append(words(.differenceWhole(parts: .own(words.list(difference.whole)))))
      }
      lines.append(words(.differenceSame(count: difference.same)))
      try context.say(lines)
    }
  }
}

extension Words {
  fileprivate func line(of line: QuestionnaireDifference.Line) -> String {
    let number = line.question
    switch line.what {
    case .new: return self(.differenceNew(question: number))
    case .gone: return self(.differenceGone(question: number))
    case .changed(let sources, let parts):
      let parts = parts.isEmpty ? self(.differenceNothing) : list(parts)
      if sources == [number] {
        return self(.differenceChanged(parts: .own(parts), question: number))
      }
      return self(
        .differenceFrom(
          numbers: .own(list(sources.map { self.number($0) })),
          parts: .own(parts),
          question: number,
        )
      )
    }
  }

  fileprivate func list(_ parts: [QuestionnaireDifference.Part]) -> String {
    list(parts.map { self($0.phrase) })
  }
}

extension QuestionnaireDifference.Part {
  fileprivate var phrase: Phrase {
    switch self {
    case .text: .differencePartText
    case .lookFor: .differencePartLookFor
    case .kind: .differencePartKind
    case .options: .differencePartOptions
    case .levels: .differencePartLevels
    case .elements: .differencePartElements
    case .statements: .differencePartStatements
    case .condition: .differencePartCondition
    case .objectives: .differencePartObjectives
    case .subcategories: .differencePartSubcategories
    case .tags: .differencePartTags
    case .policyChoice: .differencePartPolicyChoice
    case .title: .differencePartTitle
    case .notice: .differencePartNotice
    case .scales: .differencePartScales
    case .instruments: .differencePartInstruments
    case .domains: .differencePartDomains
    }
  }
}
