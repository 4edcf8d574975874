import ArgumentParser
import Consultation
import Phrases
import Reports
import Storage

/// What a session can be exported as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case csvExcel = "csv-excel"
  case xlsx, xlsform, json, ics, datapackage
}

/// `majlis export`: a session for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export a session for other programs.",
    discussion: """
      csv, csv-excel (with a byte order mark) and xlsx: the answers, one row for each delegation \
      and question. datapackage: the description of the CSV with its code book; with -o FOLDER/\
      NAME.csv it is also written as FOLDER/datapackage.json. xlsform: the questionnaire for ODK \
      and KoboToolbox. json: a session of what was shared. ics: the agenda, and what is due.

      Exports hold what is shared with the report; with --delegation all that is that \
      delegation's own. Names of people are left out unless --with-names asks for them.
      """,
  )

  @Argument(help: "csv, csv-excel, xlsx, xlsform, json, ics or datapackage.")
  var format: ExportFormat

  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "One delegation's own, such as MAR.")
  var delegation: String?

  @Flag(help: "With the names of people.")
  var withNames = false

  @ArgumentParser.Option(
    help: """
      For ics: how far the clock at the place of the workshop is before UTC, such as +03:00. \
      Without it ten o'clock is ten o'clock on every clock.
      """
  )
  var utcOffset: UTCOffset?

  @OptionGroup var output: OutputOptions

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file, passphrase)
    let delegation = try own(in: stored.session, context)
    let export = SessionExport(
      stored: stored,
      own: delegation,
      hasNames: withNames,
      words: context.words,
    )
    let door = try output.door([format.fileFormat], context)
    let description = try self.description(of: export, beside: door.path, context)
    try door.write(try bytes(of: export, context))
    try description?()
  }

  private func bytes(of export: SessionExport, _ context: CommandContext) throws -> [UInt8] {
    switch format {
    case .csv, .csvExcel: return export.csv(hasByteOrderMark: format == .csvExcel)
    case .xlsx: return export.workbook
    case .xlsform: return export.form(try context.catalogues(of: Language.allCases))
    case .json:
      return try context.onFile(file) { () throws(StorageError) in
        try export.json(at: .now)
      }
    case .ics:
      if export.calendarLacksDay {
        context.complaint(.exportNoDay, of: file, .done).report()
      }
      return export.calendar(at: .now, minutesFromUTC: utcOffset?.minutes)
    case .datapackage: return export.description(ofFile: "answers.csv")
    }
  }

  /// The delegation whose own is exported; one that has withdrawn has nothing here.
  private func own(in session: Session, _ context: CommandContext) throws -> Delegation? {
    guard let code = delegation else { return nil }
    let delegation = try context.delegation(code, in: session, file: file)
    if let receipt = session.receipt(of: delegation.code) {
      throw Complaint(
        Refusal.withdrawn(receipt.at),
        file: file,
        words: context.complaintWords,
      )
    }
    return delegation
  }

  /// What writes the description of a table beside it; `nil` where there is no file, and where
  /// something else is there by the description's name, which is told and left alone.
  private func description(
    of export: SessionExport,
    beside path: String?,
    _ context: CommandContext,
  ) throws -> (() throws -> Void)? {
    guard [.csv, .csvExcel].contains(format), let path else { return nil }
    let description = FileSystem.folder(of: path) + "/datapackage.json"
    let bytes = export.description(ofFile: FileSystem.name(of: path))
    var isForced = false
    if FileSystem.exists(description) {
      // Whatever is never written over is refused, and not only left alone.
      _ = try OutputDoor(description, [.json], isForced: true, context)
      let standing = try context.onFile(description) { () throws(StorageError) in
        try FileSystem.read(description)
      }
      guard standing != bytes else { return nil }
      isForced = output.replacing.force && DataPackage.isOne(standing)
      guard isForced else {
        let file = InsertedText.plain(description)
        let line = context.complaintWords(
          DataPackage.isOne(standing)
            ? .outputPackageKept(file: file) : .exportOtherPackage(file: file)
        )
        Complaint([line], .done).report()
        return nil
      }
    }
    let door = try OutputDoor(description, [.json], isForced: isForced, context)
    return { try door.write(bytes) }
  }
}

extension ExportFormat {
  var fileFormat: FileFormat {
    switch self {
    case .csv, .csvExcel: .csv
    case .xlsx, .xlsform: .workbook
    case .json, .datapackage: .json
    case .ics: .calendar
    }
  }
}

/// How far a clock is before UTC, as it is written: `+03:00`.
struct UTCOffset: ExpressibleByArgument {
  let minutes: Int

  init?(argument: String) {
    let digits = argument.dropFirst()
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard let sign = argument.first, "+-".contains(sign), parts.map(\.utf8.count) == [2, 2],
      digits.utf8.allSatisfy({ (0x30...0x3A).contains($0) }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 15, minutes < 60
    else { return nil }
    self.minutes = (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
  }
}
