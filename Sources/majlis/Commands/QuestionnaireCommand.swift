import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis questionnaire`: the questionnaires that this copy has.
struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "List, show or check questionnaires.",
    subcommands: [ListThem.self, Show.self, Check.self],
  )

  /// The command `majlis questionnaire list`.
  struct ListThem: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The questionnaires of this copy.",
    )

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options)
      let words = surroundings.words
      for path in surroundings.assets.questionnairePaths {
        let questionnaire = try surroundings.onFile(path) { () throws(StorageError) in
          try QuestionnaireFile.read(path)
        }
        print(
          words(
            .questionnaireLine,
            [
              "id": .plain(questionnaire.identity.id),
              "version": .plain(questionnaire.identity.version),
              "title": .own(words.text(questionnaire.title)),
              "count": .own(
                words(.questionCount, ["count": .number(questionnaire.questions.count)])
              ),
            ],
          )
        )
      }
    }
  }

  /// The command `majlis questionnaire show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "The questions, with the values that each takes.",
    )

    @Argument(help: "A questionnaire's id, or its file; the national one if none is given.")
    var name = "mgi-national"

    @ArgumentParser.Option(help: "One question alone, such as 1.2.3.")
    var question: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options)
      let questionnaire = try surroundings.questionnaire(named: name)
      let text = QuestionnaireText(words: surroundings.words, questionnaire: questionnaire)
      if let question {
        print(
          text.lines(
            of: try surroundings.question(question, in: questionnaire, file: name)
          ).joined(separator: "\n")
        )
      } else {
        print(text.lines.joined(separator: "\n"))
      }
    }
  }

  /// The command `majlis questionnaire check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check questionnaires; those of this copy if none is named.",
    )

    @Argument(help: "Questionnaires: files or folders.")
    var files: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options)
      var faults: [String] = []
      for file in files.isEmpty ? surroundings.assets.questionnairePaths : files {
        do throws(StorageError) {
          _ = try QuestionnaireFile.read(file)
        } catch {
          guard case .invalid(let found) = error else {
            throw Complaint(error, file: file, words: surroundings.words)
          }
          faults += found.map { surroundings.words.line($0, file: file) }
        }
      }
      for fault in faults { print(fault) }
      if !faults.isEmpty { throw Complaint([], .faultsFound) }
    }
  }
}

extension Surroundings {
  /// A questionnaire of this copy by its id, or any by its file.
  func questionnaire(named name: String) throws(Complaint) -> Questionnaire {
    let path = assets.questionnairePaths.first { FileSystem.name(of: $0) == name } ?? name
    return try onFile(name) { () throws(StorageError) in try QuestionnaireFile.read(path) }
  }
}
