import ArgumentParser
import Consultation
import Phrases
import Reports
import Storage

/// What can be imported.
enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, delegates, comments, xlsform
}

/// `majlis import`: answers, people, comments or a questionnaire from other programs.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import answers, delegates, comments or a questionnaire from other programs.",
    discussion: """
      csv: answers in the columns that 'majlis export csv' writes; delegation and question have \
      to be there, an empty cell changes nothing, and nothing is written where any row has a \
      fault. delegates: delegation,name,institution,role,mode (inPerson or online); rows with \
      faults are left out and told. comments, on the draft of a profile: \
      delegation,institution,domain,comment,response,date; nothing is written where any row has a \
      fault. xlsform: makes FILE, a questionnaire, from the XLSForm SOURCE.
      """,
  )

  @Argument(help: "\(ImportFormat.choices).")
  var format: ImportFormat

  @Argument(help: "The session; for xlsform the questionnaire that is made.")
  var file: String

  @Argument(help: "What is imported; - for standard input.")
  var source: String

  @Flag(help: "Say what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "For xlsform: replace a questionnaire of that name.")
  var force = false

  @ArgumentParser.Option(name: .customLong("as"), help: "Who imports it.")
  var author: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let bytes = try context.table(source)
    switch format {
    case .csv: try importAnswers(bytes, context)
    case .delegates: try importDelegates(bytes, context)
    case .comments: try importComments(bytes, context)
    case .xlsform:
      try QuestionnaireImport(source: source, bytes: bytes, file: file, isForced: force)
        .run(isDryRun: dryRun, context)
    }
  }

  private func importAnswers(_ bytes: [UInt8], _ context: CommandContext) throws {
    let stored = try context.session(file)
    let words = context.words
    let answers = AnswerImport(
      bytes,
      into: stored.session,
      in: stored.questionnaire,
      words: words,
    ) {
      stamp(context, .delegate)
    }
    if dryRun {
      let lines = answers.lines.map { line in
        let changes = line.changes.map { change in
          words(
            change,
            in: stored.questionnaire,
            positions: stored.session.positions(of: change),
          )
        }
        return "\(line.delegation) \(line.question): " + changes.joined(separator: "; ")
      }
      let count = words(.exportWouldChange(count: lines.count))
      try context.say(lines + [count])
    }
    guard answers.faults.isEmpty else { throw complaint(answers.faults, context) }
    if !dryRun { try keep(answers.lines.flatMap(\.changes), stored, context) }
  }

  private func importDelegates(_ bytes: [UInt8], _ context: CommandContext) throws {
    let stored = try context.session(file)
    let words = context.words
    let delegates = DelegateImport(bytes, into: stored.session) {
      stamp(context, .facilitator)
    }
    if dryRun {
      let lines = delegates.changes.compactMap { change -> String? in
        guard case .record(_, .delegate(let delegate)) = change.what else { return nil }
        let parts = [delegate.name, delegate.institution, delegate.role].filter { !$0.isEmpty }
        return "\(change.delegation?.description ?? ""): " + words.list(parts)
      }
      let count = words(.exportWouldAdd(count: delegates.changes.count))
      try context.say(lines + [count])
    } else {
      try keep(delegates.changes, stored, context)
    }
    if !delegates.faults.isEmpty { throw complaint(delegates.faults, context) }
  }

  private func importComments(_ bytes: [UInt8], _ context: CommandContext) throws {
    let stored = try context.session(file)
    let words = context.words
    let comments = CommentImport(bytes, into: stored.session, in: stored.questionnaire) {
      stamp(context, .delegate)
    }
    guard comments.faults.isEmpty else { throw complaint(comments.faults, context) }
    guard dryRun else { return try keep(comments.changes, stored, context) }
    let lines = comments.changes.compactMap { change -> String? in
      guard case .record(_, .remark(let remark)) = change.what else { return nil }
      let parts = [remark.institution, remark.comment ?? ""].filter { !$0.isEmpty }
      return "\(change.delegation?.description ?? ""): " + words.list(parts)
    }
    try context.say(lines + [words(.exportWouldTakeComments(count: lines.count))])
  }

  private func stamp(_ context: CommandContext, _ role: Change.Role) -> Change.Stamp {
    context.stamp(by: author, role: role)
  }

  private func keep(
    _ changes: [Change],
    _ stored: StoredSession,
    _ context: CommandContext,
  ) throws {
    guard !changes.isEmpty else { return }
    try context.keep(changes, in: stored, file: file)
  }

  /// The first faults of a table, and how many more there are: one that is no table at all has one
  /// in each line.
  private func complaint(_ faults: [Fault], _ context: CommandContext) -> Complaint {
    let shown = faults.prefix(100)
    let words = context.complaintWords
    let complaint = Complaint(.invalid(Array(shown)), file: source, words: words)
    guard shown.count < faults.count else { return complaint }
    let more = words(.usageMore(count: faults.count - shown.count))
    return Complaint(complaint.lines + ["\(words.path(source)): \(more)"], complaint.status)
  }
}
