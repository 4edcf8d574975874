import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis merge`: copies of one session brought together; nothing is lost.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring files of one session together; nothing is lost.",
    discussion: """
      In any order, and twice if it happens. What two people changed apart is kept from both and \
      listed, and waits in the session for the delegation to decide. As git's merge driver: \
      git config merge.majlis.driver 'majlis merge %A %B -o %A.merged && mv -f %A.merged %A'
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @Argument(help: "Other files of the session, such as delegations' own.")
  var others: [String]

  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Where to write it, instead of into the session; - for standard output.",
  )
  var output: String?

  @OptionGroup var replacing: ReplacingOptions

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    var others: [StoredSession] = []
    // Into a sealed file nothing is written.
    var merged = try context.session(file, output == nil ? nil : passphrase)
    for name in self.others {
      let other = try context.session(name, passphrase)
      // One by one first, so that a file that does not belong to the session is named.
      merged = try context.onFile(name) { () throws(StorageError) in
        try SessionFile.merge(merged, other)
      }
      others.append(other)
    }
    if let output {
      try OutputDoor(output, [.json], isForced: replacing.force, context).write(merged.text)
    } else {
      merged = try context.onFile(file) { () throws(StorageError) in
        try SessionFile.merge(others, into: file, assets: context.assets)
      }
      context.report(merged.setAside, file: file)
    }
    let isPrinted = output == "-"
    let words = isPrinted ? context.complaintWords : context.words
    let lines = lines(merged, others, words)
    if isPrinted { Complaint(lines, .done).report() } else { try context.say(lines) }
  }

  /// What there is to say of the result: what waits for a decision, and what was not taken in.
  private func lines(
    _ merged: StoredSession,
    _ others: [StoredSession],
    _ words: Words,
  ) -> [String] {
    let text = SessionText(words: words, questionnaire: merged.questionnaire)
    var lines = merged.session.conflicts().map { text.line(of: $0, in: merged.session) }
    let outside = merged.session.answeredOutside(merged.questionnaire)
    if !outside.isEmpty {
      let numbers = words.list(outside.map { words.number($0) })
      lines.append(words(.mergeOutside(numbers: .own(numbers))))
    }
    for receipt in merged.session.receipts
    where others.contains(where: { other in
      other.session.history.contains { $0.delegation == receipt.delegation }
    }) {
      lines.append(
        words(
          .mergeWithdrawn(
            date: CalendarDate(receipt.at),
            delegation: .plain(receipt.delegation.description),
          )
        )
      )
    }
    return lines
  }
}
