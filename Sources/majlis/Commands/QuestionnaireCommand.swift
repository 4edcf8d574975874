import ArgumentParser
import Consultation
import Phrases
import Reports
import Spreadsheets
import Storage

/// `majlis questionnaire`: the questionnaires that this copy has.
struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "List, show, check, compare, begin, import or export questionnaires.",
    subcommands: [
      ListThem.self, Show.self, Check.self, Diff.self, New.self, Import.self, Export.self,
    ],
  )

  /// The command `majlis questionnaire list`.
  struct ListThem: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The questionnaires of this copy.",
    )

    @OptionGroup var options: CommonOptions

    func run() throws {
      let context = try CommandContext(options)
      for path in context.assets.questionnairePaths {
        let questionnaire = try context.onFile(path) { () throws(StorageError) in
          try QuestionnaireFile.read(path)
        }
        try context.say([context.line(of: questionnaire)])
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
      let context = try CommandContext(options)
      let questionnaire = try context.questionnaire(named: name)
      let text = QuestionnaireText(words: context.words, questionnaire: questionnaire)
      let wanted = try question.map {
        try context.question($0, in: questionnaire, file: name)
      }
      try context.say(wanted.map(text.lines) ?? text.lines)
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
      let context = try CommandContext(options)
      var faults: [String] = []
      for file in files.isEmpty ? context.assets.questionnairePaths : files {
        do throws(StorageError) {
          try context.assets.check(file)
        } catch {
          guard case .invalid(let found) = error else {
            throw Complaint(error, file: file, words: context.complaintWords)
          }
          faults += found.map { context.words.line($0, file: file) }
        }
      }
      try context.say(faults)
      if !faults.isEmpty { throw Complaint([], .faultsFound) }
    }
  }

  /// The command `majlis questionnaire import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make a questionnaire from an XLSForm.",
      discussion: """
        Groups become domains and themes. Put the result into \
        ~/.local/share/majlis/questionnaires to have it in the program.
        """,
    )

    @Argument(help: "The XLSForm, a workbook; - for standard input.")
    var source: String

    @ArgumentParser.Option(
      name: .shortAndLong,
      help: "The questionnaire that is made: a file NAME.json, or a folder.",
    )
    var output: String

    @Flag(help: "Say what would be made, and write nothing.")
    var dryRun = false

    @OptionGroup var replacing: ReplacingOptions

    @OptionGroup var options: CommonOptions

    func run() throws {
      let context = try CommandContext(options)
      let bytes = try context.table(source)
      try QuestionnaireImport(
        source: source,
        bytes: bytes,
        file: output,
        isForced: replacing.force,
      ).run(isDryRun: dryRun, context)
    }
  }

  /// What a questionnaire can be exported as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case xlsform, json

    init(_ format: FileFormat) { self = format == .json ? .json : .xlsform }

    var fileFormat: FileFormat { self == .json ? .json : .workbook }
  }

  /// The command `majlis questionnaire export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export a questionnaire as an XLSForm, or as one file of JSON.",
    )

    @Argument(help: "A questionnaire's id, or its file; the national one if none is given.")
    var name = "mgi-national"

    @ArgumentParser.Option(
      help: "xlsform or json; without it as the name of the file says, or xlsform."
    )
    var format: Format?

    @OptionGroup var output: OutputOptions

    @OptionGroup var options: CommonOptions

    func run() throws {
      let context = try CommandContext(options)
      let questionnaire = try context.questionnaire(named: name)
      let formats = format.map { [$0.fileFormat] } ?? [.workbook, .json]
      let door = try output.door(formats, context)
      let bytes =
        switch Format(door.format) {
        case .json: QuestionnaireFile.text(questionnaire)
        case .xlsform:
          XLSForm(questionnaire, in: try context.catalogues(of: Language.allCases)).workbook.bytes
        }
      try door.write(bytes)
    }
  }
}

extension CommandContext {
  /// A questionnaire of this copy by its id, or any by its file.
  func questionnaire(named name: String) throws(Complaint) -> Questionnaire {
    let path = assets.questionnairePath(named: name) ?? name
    for file in QuestionnaireFile.files(of: path) { try take(file) }
    let questionnaire = try onFile(name) { () throws(StorageError) in
      try QuestionnaireFile.read(path)
    }
    inputs.respondent = questionnaire.respondent
    return questionnaire
  }
}
