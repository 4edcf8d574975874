import ArgumentParser
import Consultation
import FoundationEssentials
import Phrases
import Storage

/// `majlis answer`: what a person does on a question page, done by a script.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer a question for a delegation.",
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String

  @ArgumentParser.Option(help: "The question, such as 1.2.3.")
  var question: String

  @ArgumentParser.Option(
    help: """
      established, partial, absent, notApplicable, declined; for other kinds of question a code, \
      several codes with commas, a number, a day as 2023-06-15, a text.
      """
  )
  var value: String

  @ArgumentParser.Option(help: "The national context; on an agreed answer, the stated reason.")
  var note: String?

  @ArgumentParser.Option(help: "draft, agreed or toVerify.")
  var status: AnswerStatus?

  @ArgumentParser.Option(name: .customLong("as"), help: "Who answers.")
  var author: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file)
    let delegation = try context.delegation(delegation, in: stored.session, file: file)
    let question = try context.question(question, in: stored.questionnaire, file: file)
    guard let value = AnswerValue(value, for: question.kind) else {
      throw doesNotFit(question, context)
    }
    var wishes: [Wish] = [.answer(value)]
    if let note {
      let language = Language(
        ofText: note,
        usually: context.options.language ?? delegation.languages.first ?? .arabic,
        of: delegation.languages,
      )
      wishes.append(.note(TranslatedText(note, language: language)))
    }
    if let status { wishes.append(.status(status)) }
    var session = stored.session
    var changes: [Change] = []
    for wish in wishes {
      let change = try self.change(wish, delegation, question, in: session, stored, context)
      guard let change else { continue }
      session.apply(change)
      changes.append(change)
    }
    if !changes.isEmpty { try context.keep(changes, in: stored, file: file) }
  }

  /// That the value does not fit, with those that do.
  private func doesNotFit(_ question: Question, _ context: CommandContext) -> Complaint {
    let words = context.complaintWords
    let line = words(
      .usageValues(
        question: question.number,
        value: .plain(value),
        values: .own(words.values(of: question.kind)),
      )
    )
    return Complaint(["\(words.path(file)): \(line)"], .wrongUse)
  }

  private func change(
    _ wish: Wish,
    _ delegation: Delegation,
    _ question: Question,
    in session: Session,
    _ stored: StoredSession,
    _ context: CommandContext,
  ) throws -> Change? {
    do throws(Refusal) {
      return try session.change(
        fulfilling: wish,
        of: delegation.code,
        on: question.number,
        in: stored.questionnaire,
        stamp: Change.Stamp(
          id: UUID().uuidString.lowercased(),
          at: .now,
          by: author ?? context.author,
          terminal: context.terminal,
        ),
      )
    } catch {
      throw Complaint(error, file: file, words: context.complaintWords)
    }
  }
}

extension Words {
  /// What a question of a kind is answered with at a command line.
  fileprivate func values(of kind: AnswerKind) -> String {
    let codes = kind.options.map(\.code).joined(separator: ", ")
    let own =
      switch kind {
      case .scale, .instruments: Step.allCases.map(\.rawValue)
      case .oneOf: kind.options.map(\.code)
      case .severalOf: [self(.usageValueCodes(codes: .own(codes)))]
      case .number: [self(.usageValueNumber)]
      case .date: [self(.usageValueDate)]
      case .text: [self(.usageValueText)]
      }
    return (own + [AnswerValue.notApplicableCode, AnswerValue.declinedCode])
      .joined(separator: ", ")
  }
}

extension AnswerStatus: ExpressibleByArgument {}
