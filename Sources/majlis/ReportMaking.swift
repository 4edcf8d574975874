import Consultation
import Phrases
import Reports
import Storage

/// The forms in which a report is written.
enum ReportFormat: String, CaseIterable {
  case markdown, html, text, csv

  var fileFormat: FileFormat {
    switch self {
    case .markdown: .markdown
    case .html: .html
    case .text: .text
    case .csv: .csv
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

  /// - Returns: `nil` where it is a delegation's own and there is no such delegation.
  func document(
    _ report: Report,
    in language: Language,
    beside: Language? = nil,
    hasNames: Bool = false,
    edition: ProfileEdition = .working,
    isPreview: Bool = false,
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
    )
    return report.document(of: session, delegation: delegation, setting)
  }

  /// What stands against publishing what was chosen, a line for each reason; nothing of what is not
  /// for the public.
  func reasonsAgainst(_ choice: ReportChoice, _ words: Words) -> [String] {
    guard choice.report == .profile, choice.edition == .public, let delegation else { return [] }
    let profile = PublicProfile(of: delegation, in: session, answering: questionnaire)
    return (profile?.obstacles ?? []).map { words.text($0, in: questionnaire) }
  }

  func text(_ document: Document, _ format: ReportFormat) throws(StorageError) -> String {
    switch format {
    case .markdown: return document.markdown
    case .text: return document.plainText()
    case .csv: return document.csv
    case .html: return document.html(try ReportLook(context.assets).pages())
    }
  }
}
