import Consultation
import Phrases
import Reports
import Storage

/// The forms in which a report is written.
enum ReportFormat: String, CaseIterable {
  case markdown, html, text, csv, docx, odt, pdf

  var fileFormat: FileFormat {
    switch self {
    case .docx: .docx
    case .odt: .odt
    case .pdf: .pdf
    case .markdown: .markdown
    case .html: .html
    case .text: .text
    case .csv: .csv
    }
  }

  /// Whether another program makes it.
  var needsProgram: Bool {
    switch self {
    case .docx, .odt, .pdf: true
    case .markdown, .html, .text, .csv: false
    }
  }
}

/// A report of a session, made for a command or for the front end.
struct ReportMaking {
  let context: CommandContext
  /// The words of the languages in which it is made.
  let catalogues: [Language: Catalogue]
  let session: Session
  let questionnaire: Questionnaire
  let delegation: DelegationCode?
  /// The terms that are explained at the end.
  let glossary: Glossary?
  /// How its pages look.
  let look: ReportLook

  /// - Returns: `nil` where it is a delegation's own and there is no such delegation.
  func document(
    _ report: Report,
    in language: Language,
    beside: Language? = nil,
    hasNames: Bool = false,
    edition: ProfileEdition = .working,
    isPreview: Bool = false,
    annex: ReportAnnex? = nil,
  ) -> Document? {
    let own = report.isOfDelegation ? delegation.flatMap { session.delegations[$0]?.digits } : nil
    func words(_ language: Language) -> Words {
      Words(
        catalogues[language] ?? Catalogue(language: language, entries: [:]),
        about: questionnaire.respondent,
        digits: context.options.digits.digits ?? Digits(for: language, as: own ?? .western),
      )
    }
    let now = Timestamp.now
    let held = session.room.startedAt ?? now
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: words(language),
      beside: beside.map(words),
      date: CalendarDate(
        Timestamp(milliseconds: now.milliseconds + Int64(now.minutesFromUTC) * 60_000)
      ),
      minutesFromUTC: held.minutesFromUTC,
      hasNames: hasNames,
      glossary: glossary,
      edition: edition,
      isPreview: isPreview,
      annex: annex,
    )
    return report.document(of: session, delegation: delegation, setting)
  }

  /// A report as it is chosen from the list.
  func document(_ choice: ReportChoice, in language: Language) -> Document? {
    document(choice.report, in: language, edition: choice.edition, annex: choice.annex)
  }

  /// What stands against publishing what was chosen, a line for each reason; nothing of what is not
  /// for the public.
  func reasonsAgainst(_ choice: ReportChoice, _ words: Words) -> [String] {
    guard choice.report == .profile, choice.edition == .public, let delegation else { return [] }
    let profile = PublicProfile(of: delegation, in: session, answering: questionnaire)
    return (profile?.obstacles ?? []).map { words.text($0, in: questionnaire) }
  }

  /// The document as the content of a file.
  func bytes(_ document: Document, _ format: ReportFormat) throws(ReportFailure) -> [UInt8] {
    switch format {
    case .markdown: return Array(document.markdown.utf8)
    case .text: return Array(document.plainText().utf8)
    case .csv: return Array(document.csv.utf8)
    case .html: return Array(document.html(try pages()).utf8)
    case .pdf:
      let look = try pages()
      return try ReportProgram.chromium.pdf(context.environment) { document.html(look, pages: $0) }
    case .docx: return try written(document, .docx)
    case .odt: return try written(document, .odt)
    }
  }

  private func pages() throws(ReportFailure) -> Look {
    do throws(StorageError) {
      return try look.pages()
    } catch {
      throw .look(error, in: look.path)
    }
  }

  private func written(
    _ document: Document,
    _ format: WordProcessorFile.Format,
  ) throws(ReportFailure) -> [UInt8] {
    let reference: [UInt8]
    do throws(StorageError) {
      reference = try look.bytes(format == .docx ? .wordStyles : .openDocumentStyles)
    } catch {
      throw .look(error, in: look.path)
    }
    return try ReportProgram.pandoc.file(
      of: document,
      format,
      styles: reference,
      context.environment,
    )
  }
}
