import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis upgrade`: a session moved to the next edition of its questionnaire, and back.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Move a session to its questionnaire's next edition; nothing is dropped.",
    discussion: """
      What should be looked at again is marked as to verify, and told. --to with the version of the \
      edition before moves it back and takes back what the move changed.
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The version to move to; the next one if none is named.")
  var to: String?

  @Flag(help: "Say what would become of each answer, and change nothing.")
  var dryRun = false

  @ArgumentParser.Option(name: .customLong("as"), help: "Who moves it.")
  var author: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file)
    let stamp = context.stamp(by: author)
    if let earlier = stored.questionnaire.earlierEdition, earlier.version == to {
      guard !dryRun else { return }
      try move(context) { $0.movedBack(to: earlier, stamp: stamp) }
      return
    }
    let later = context.assets.nextEdition(of: stored.questionnaire.identity)
    guard let later, to == nil || to == later.identity.version else {
      let words = context.complaintWords
      throw Complaint(["\(words.path(file)): \(words(.upgradeNothing))"], .wrongUse)
    }
    try context.say(
      lines(
        EditionUpgrade(
          of: stored.session,
          to: later,
          stamp: stamp,
        ),
        context.words,
      )
    )
    if !dryRun {
      try context.onFile(file) { () throws(StorageError) in
        _ = try SessionFile.moveToNextEdition(file, assets: context.assets, stamp: stamp)
      }
    }
  }

  private func move(_ context: CommandContext, _ moved: (Session) -> Session) throws {
    try context.onFile(file) { () throws(StorageError) in
      try SessionFile.move(file, assets: context.assets, moved)
    }
  }

  /// A line for each answer that was given: what becomes of it.
  private func lines(_ upgrade: EditionUpgrade, _ words: Words) -> [String] {
    guard !upgrade.lines.isEmpty else { return [words(.upgradeEmpty)] }
    return upgrade.lines.map { line in
      func list(_ numbers: [QuestionNumber]) -> InsertedText {
        .own(words.list(numbers.map { words.number($0) }))
      }
      let outcome =
        switch line.outcome {
        case .same: words(.upgradeSame)
        case .reworded: words(.upgradeReworded)
        case .divided(let numbers): words(.upgradeDivided(numbers: list(numbers)))
        case .joined(let numbers): words(.upgradeJoined(numbers: list(numbers)))
        case .gone: words(.upgradeGone)
        }
      return "\(line.delegation) \(words.number(line.question))  \(outcome)"
    }
  }
}
