import ArgumentParser
import Consultation
import Glibc
import Phrases
import Reports
import Storage

extension Report: ExpressibleByArgument {}

extension ReportFormat: ExpressibleByArgument {}

extension ProfileEdition: ExpressibleByArgument {}

extension ReportAnnex: ExpressibleByArgument {}

/// `majlis report`: what everybody takes home, as a document.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report of a session, to read, to print, to edit or to publish.",
    discussion: """
      A delegation's own reports (\(names { $0.isOfDelegation })) need --delegation and hold what is \
      that delegation's. The common ones (\(names { !$0.isOfDelegation })) hold only what was shared \
      to the report, whatever --delegation says.

      The public edition of a profile tells what is in place and shared to the report, in prose and \
      without standing, positions, notes and names. While a sign-off is missing it is printed with \
      --preview alone, which marks every page.

      docx and odt are written by pandoc, pdf by Chromium, where they are installed: majlis doctor \
      says so. What is edited there does not come back into the session.

      The record of the workshop tells practices, exchanges, priorities and next steps; the answers \
      that were shared stand behind it with --annex answers alone.
      """,
  )

  @Argument(help: "\(Report.choices).")
  var report: Report

  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String?

  @ArgumentParser.Option(help: "A second language below the first: \(Language.choices).")
  var beside: Language?

  @ArgumentParser.Option(
    help: "\(ReportFormat.choices); without it as the name of the file says, or markdown."
  )
  var format: ReportFormat?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A folder with a look of one's own.",
      discussion: ReportLook.File.allCases.map(\.rawValue).joined(separator: ", "),
      valueName: "folder",
    )
  )
  var look: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("The emblem on the cover: PNG or JPEG, up to 1 MB.", valueName: "picture")
  )
  var emblem: String?

  @ArgumentParser.Option(
    help: "Of the profile: \(ProfileEdition.choices); working if none is named."
  )
  var edition: ProfileEdition?

  @Flag(help: "Print the public edition as it is now, marked as a preview.")
  var preview = false

  @ArgumentParser.Option(
    help:
      "Of the workshop's record: \(ReportAnnex.choices) that were shared; none if none is named."
  )
  var annex: ReportAnnex?

  @Flag(help: "Name the people who took part.")
  var withNames = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    try checkChoices(context)
    let stored = try context.session(file, passphrase)
    guard report.isMade(of: stored.questionnaire.respondent) else {
      throw context.complaint(.usageReportOfStates, of: file, .wrongUse)
    }
    let delegation = try self.delegation(in: stored, context)
    let isPublic = report == .profile && edition == .public
    let leftOut = try isPublic ? delegation.map { try publish($0, of: stored, context) } : nil
    let formats = format.map { [$0] } ?? ReportFormat.allCases
    let door = try output.door(formats.map(\.fileFormat), context)
    let progress = ReportProgress(context.words)
    defer { progress.end() }
    let making = ReportMaking(
      context: context,
      catalogues: try context.catalogues(
        of: [context.words.language] + [beside].compactMap(\.self)
      ),
      session: stored.session,
      questionnaire: stored.questionnaire,
      delegation: delegation?.code,
      glossary: try context.glossary(),
      look: try reportLook(context),
    )
    let whole = making.document(
      report,
      in: context.words.language,
      beside: beside,
      hasNames: withNames,
      edition: edition ?? .working,
      isPreview: preview,
      annex: annex,
    )
    guard var document = whole else {
      let codes = stored.session.order.map(\.description).joined(separator: ", ")
      throw Complaint(
        [context.complaintWords(.usageSession(codes: .plain(codes)))],
        .wrongUse,
      )
    }
    let format = formats.first { $0.fileFormat == door.format } ?? formats[0]
    document.cover?.emblem = try picture(context)
    let bytes = try made(document, format, by: making)
    progress.end()
    try door.write(bytes)
    // There is something to say although it succeeded: what the delegation might look for in vain.
    leftOut.map { Complaint(lines($0, context), .done).report() }
  }

  private func made(
    _ document: Document,
    _ format: ReportFormat,
    by making: ReportMaking,
  ) throws(Complaint) -> [UInt8] {
    do throws(ReportFailure) {
      return try making.bytes(document, format)
    } catch {
      let words = making.context.complaintWords
      throw Complaint(error, output: output.path ?? words(.standardOutput), words: words)
    }
  }

  // MARK: The look

  private func reportLook(_ context: CommandContext) throws(Complaint) -> ReportLook {
    guard let look else { return ReportLook(context.assets) }
    return try context.onFile(look) { () throws(StorageError) in
      try ReportLook(context.assets, folder: look)
    }
  }

  /// The emblem that is named, if one is.
  private func picture(_ context: CommandContext) throws(Complaint) -> Emblem? {
    guard let emblem else { return nil }
    try context.take(emblem)
    return try context.onFile(emblem) { () throws(StorageError) in
      let bytes = try FileSystem.read(emblem, limit: Emblem.largest)
      do throws(Emblem.Failure) {
        return try Emblem(
          bytes,
          description: Passage(context.words(.reportEmblem), context.words.language),
        )
      } catch {
        throw .invalid([Fault([], error.what)])
      }
    }
  }

  // MARK: The public edition

  private func checkChoices(_ context: CommandContext) throws(Complaint) {
    let words = context.complaintWords
    if report != .profile, edition != nil || preview {
      throw Complaint([words(.publicEditionOfProfile)], .wrongUse)
    }
    if report != .workshop, annex != nil {
      throw Complaint([words(.usageAnnexOfWorkshop)], .wrongUse)
    }
    if preview, edition != .public { throw Complaint([words(.publicPreviewOfPublic)], .wrongUse) }
  }

  /// Lets a delegation's public edition through, and says what is left out of it.
  ///
  /// - Throws: all that stands against it, unless it is a preview that can be made.
  private func publish(
    _ delegation: Delegation,
    of stored: StoredSession,
    _ context: CommandContext,
  ) throws(Complaint) -> Publication.LeftOut {
    let profile = PublicProfile(
      of: delegation.code,
      in: stored.session,
      answering: stored.questionnaire,
    )
    let obstacles = (profile?.obstacles ?? []).filter { !preview || $0.standsAgainstPreview }
    guard obstacles.isEmpty else {
      let words = context.complaintWords
      let place = "\(words.path(file)): \(delegation.code)"
      throw Complaint(
        obstacles.map { "\(place): \(words.text($0, in: stored.questionnaire))" },
        .faultsFound,
      )
    }
    return Publication(of: delegation, answering: stored.questionnaire).leftOut
  }

  private func lines(_ leftOut: Publication.LeftOut, _ context: CommandContext) -> [String] {
    let words = context.complaintWords
    return words.lines(leftOut).map { "\(words.path(file)): \($0)" }
  }

  /// The reports that are meant, as they are named on the command line.
  private static func names(_ isMeant: (Report) -> Bool) -> String {
    Report.allCases.filter(isMeant).map(\.rawValue).joined(separator: ", ")
  }

  /// The delegation that is named, if one is; not one that has taken its answers out.
  private func delegation(
    in stored: StoredSession,
    _ context: CommandContext,
  ) throws(Complaint) -> Delegation? {
    guard let code = delegation else { return nil }
    let delegation = try context.delegation(code, in: stored.session, file: file)
    if report.isOfDelegation, let receipt = stored.session.receipt(of: delegation.code) {
      throw Complaint(
        Refusal.withdrawn(receipt.at),
        file: file,
        words: context.complaintWords,
      )
    }
    return delegation
  }
}

extension Emblem.Failure {
  fileprivate var what: Fault.What {
    switch self {
    case .notAPicture: .look(.notAPicture)
    case .tooLarge(let limit): .tooLarge(limitInMegabytes: limit >> 20)
    }
  }
}

/// That a report is being made, told to a person who waits at a terminal and to nobody else.
private struct ReportProgress {
  private let isShown: Bool

  init(_ words: Words) {
    isShown = isatty(2) == 1
    if isShown { Self.write("\r" + words(.reportWriting)) }
  }

  /// Takes the line away; once more does no harm.
  func end() {
    // Erase the line (ECMA-48, EL).
    if isShown { Self.write("\r\u{1B}[2K") }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // Where standard error is gone there is nobody to tell.
    _ = Glibc.write(2, bytes, bytes.count)
  }
}
