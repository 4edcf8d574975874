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

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    let stored = try surroundings.session(file)
    let delegation = try own(in: stored.session, surroundings)
    let export = SessionExport(
      stored: stored,
      own: delegation,
      hasNames: withNames,
      words: surroundings.words,
      catalogues: surroundings.catalogues,
    )
    switch format {
    case .csv, .csvExcel:
      try output.write(export.csv(hasByteOrderMark: format == .csvExcel), surroundings)
      try describe(export, surroundings)
    case .xlsx: try output.write(export.workbook, surroundings)
    case .xlsform: try output.write(export.form, surroundings)
    case .json: try output.write(try json(export, surroundings), surroundings)
    case .ics:
      if export.calendarLacksDay {
        let line = surroundings.words.path(file) + ": " + surroundings.words(.exportNoDay)
        Complaint([line], .done).report()
      }
      let calendar = export.calendar(at: .now, minutesFromUTC: utcOffset?.minutes)
      try output.write(calendar, surroundings)
    case .datapackage: try output.write(export.description(ofFile: "answers.csv"), surroundings)
    }
  }

  /// The delegation whose own is exported; one that has withdrawn has nothing here.
  private func own(in session: Session, _ surroundings: Surroundings) throws -> Delegation? {
    guard let code = delegation else { return nil }
    let delegation = try surroundings.delegation(code, in: session, file: file)
    if let receipt = session.receipt(of: delegation.code) {
      throw Complaint(Refusal.withdrawn(receipt.at), file: file, words: surroundings.words)
    }
    return delegation
  }

  private func json(_ export: SessionExport, _ surroundings: Surroundings) throws -> [UInt8] {
    try surroundings.onFile(file) { () throws(StorageError) in try export.json(at: .now) }
  }

  /// Writes the description of a table beside it, unless something else is there by its name.
  private func describe(_ export: SessionExport, _ surroundings: Surroundings) throws {
    guard let path = output.path, !output.isStandardOutput else { return }
    let description = FileSystem.folder(of: path) + "/datapackage.json"
    if FileSystem.exists(description) {
      let bytes = try surroundings.onFile(description) { () throws(StorageError) in
        try FileSystem.read(description)
      }
      guard DataPackage.isOne(bytes) else {
        let words = surroundings.words
        let line = words(.exportOtherPackage, ["file": .plain(description)])
        return Complaint([line], .done).report()
      }
    }
    var beside = output
    beside.path = description
    try beside.write(export.description(ofFile: FileSystem.name(of: path)), surroundings)
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
