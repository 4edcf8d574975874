import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis show`: what a session holds.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a session, a delegation's answers, or one answer.",
    discussion: """
      Without --delegation: what the room sees; as JSON what 'majlis export json' gives. With it: \
      all that is that delegation's own; positions of a hidden first round stay sealed.
      """,
  )

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let (context, stored) = try reading.read()
    let delegation = try reading.delegation(in: stored, context)
    let question = try reading.question(in: stored, context)
    let text = SessionText(words: context.words, questionnaire: stored.questionnaire)
    switch (delegation, question, reading.format) {
    case (nil, _?, _):
      let codes = stored.session.order.map(\.description).joined(separator: ", ")
      throw Complaint(
        [context.complaintWords(.usageSession(codes: .plain(codes)))],
        .wrongUse,
      )
    case (nil, nil, .json): try context.say(text: shared(stored, context))
    case (nil, nil, .text):
      try context.say(text.lines(of: stored.session))
    case (let delegation?, nil, .json): try context.say(text: SessionJSON.text(delegation))
    case (let delegation?, nil, .text):
      try context.say(text.lines(of: delegation))
    case (let delegation?, let question?, .json):
      try context.say(text: SessionJSON.text(delegation.answer(to: question.number)))
    case (let delegation?, let question?, .text):
      let answer = delegation.answer(to: question.number)
      try context.say(text.lines(of: answer, to: question))
    }
  }

  /// The session as it is shared.
  private func shared(
    _ stored: StoredSession,
    _ context: CommandContext,
  ) throws(Complaint) -> String {
    let export = SessionExport(
      stored: stored,
      own: nil,
      hasNames: false,
      words: context.words,
    )
    let bytes = try context.onFile(reading.file) { () throws(StorageError) in
      try export.json(at: .now)
    }
    // Printing adds the line feed at the end.
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
