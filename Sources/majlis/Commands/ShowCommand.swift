import ArgumentParser
import Consultation
import Phrases
import Storage

/// The forms in which `show` and `log` print.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// `majlis show`: what a session holds.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a session, a delegation's answers, or one answer.",
  )

  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String?

  @ArgumentParser.Option(help: "The question, such as 1.2.3.")
  var question: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    let stored = try surroundings.session(file)
    let delegation = try self.delegation.map {
      try surroundings.delegation($0, in: stored.session, file: file)
    }
    let question = try self.question.map {
      try surroundings.question($0, in: stored.questionnaire, file: file)
    }
    let text = SessionText(words: surroundings.words, questionnaire: stored.questionnaire)
    switch (delegation, question, format) {
    case (nil, _?, _):
      let codes = stored.session.order.map(\.description).joined(separator: ", ")
      throw Complaint([surroundings.words(.usageSession, ["codes": .plain(codes)])], .wrongUse)
    case (nil, nil, .json): print(SessionJSON.text(stored.session))
    case (nil, nil, .text): print(text.lines(of: stored.session).joined(separator: "\n"))
    case (let delegation?, nil, .json): print(SessionJSON.text(delegation))
    case (let delegation?, nil, .text):
      print(text.lines(of: delegation).joined(separator: "\n"))
    case (let delegation?, let question?, .json):
      print(SessionJSON.text(delegation.answer(to: question.number)))
    case (let delegation?, let question?, .text):
      let answer = delegation.answer(to: question.number)
      print(text.lines(of: answer, to: question).joined(separator: "\n"))
    }
  }
}
