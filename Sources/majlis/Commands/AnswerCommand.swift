import ArgumentParser
import Consultation
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
  var value: String?

  @ArgumentParser.Option(
    help: """
      The elements that are in place, by their codes with commas between them, or none; the level \
      follows unless --value says it.
      """
  )
  var elements: String?

  @ArgumentParser.Option(
    help: """
      How far an instrument is: CRC=ratified, signed or notParty, with ,reservations and \
      ,1993-06-21 behind it where that is so. Can be repeated.
      """
  )
  var instrument: [String] = []

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
    var wishes = try self.wishes(question, context)
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

  /// What is answered: the parts of the question first, since its level follows from them.
  private func wishes(_ question: Question, _ context: CommandContext) throws(Complaint) -> [Wish] {
    var wishes: [Wish] = []
    if let elements {
      let codes = elements.split(separator: ",").map(String.init)
      wishes.append(.elements(elements == Self.none ? [] : Set(codes)))
    }
    for text in instrument {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, case .instruments(let options) = question.kind,
        options.contains(where: { $0.code == sides[0] }), let standing = Standing(sides[1])
      else { throw complaint(.usageInstrument(text: .plain(text)), context) }
      wishes.append(.instrument(sides[0], standing))
    }
    if let value {
      guard let value = AnswerValue(value, for: question.kind) else {
        throw doesNotFit(value, question, context)
      }
      wishes.append(.answer(value))
    }
    if wishes.isEmpty {
      throw Complaint(
        ["\(context.complaintWords.path(file)): \(context.complaintWords(.usageNothingAnswered))"],
        .wrongUse,
      )
    }
    return wishes
  }

  /// No element is in place.
  private static let none = "none"

  private func complaint(_ phrase: FilledPhrase, _ context: CommandContext) -> Complaint {
    let words = context.complaintWords
    return Complaint(["\(words.path(file)): \(words(phrase))"], .wrongUse)
  }

  /// That the value does not fit, with those that do.
  private func doesNotFit(
    _ value: String,
    _ question: Question,
    _ context: CommandContext,
  ) -> Complaint {
    let words = context.complaintWords
    return complaint(
      .usageValues(
        question: question.number,
        value: .plain(value),
        values: .own(words.values(of: question.kind)),
      ),
      context,
    )
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
        stamp: context.stamp(by: author),
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
