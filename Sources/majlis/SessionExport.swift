import Consultation
import Phrases
import Reports
import Spreadsheets
import Storage

/// A session as other programs take it: what was shared with the report, or all that is one
/// delegation's own.
struct SessionExport {
  let stored: StoredSession
  /// Whose own is exported; what was shared where it is nobody's.
  let own: Delegation?
  let hasNames: Bool
  let words: Words

  private var questionnaire: Questionnaire { stored.questionnaire }

  /// The one gate: what is common is made from this alone.
  private var view: SharedView {
    SharedView(of: stored.session, for: .report, in: questionnaire)
  }

  private var table: AnswerTable {
    guard let own else { return AnswerTable(of: view, in: questionnaire, words: words) }
    return AnswerTable(of: own, in: questionnaire, words: words, hasNames: hasNames)
  }

  func csv(hasByteOrderMark: Bool) -> [UInt8] {
    Array(table.csv(hasByteOrderMark: hasByteOrderMark).utf8)
  }

  func description(ofFile name: String) -> [UInt8] {
    DataPackage(columns: table.columns, questionnaire: questionnaire, words: words)
      .json(ofFile: name)
  }

  var workbook: [UInt8] {
    AnswerWorkbook.workbook(
      table,
      title: own.map { words.text($0.officialName) } ?? words.text(stored.session.workshop.title),
      in: questionnaire,
      words: words,
    ).bytes
  }

  /// The questions as a form in the languages of these words.
  func form(_ catalogues: [Language: Catalogue]) -> [UInt8] {
    XLSForm(questionnaire, in: catalogues).workbook.bytes
  }

  func json(at now: Timestamp) throws(StorageError) -> [UInt8] {
    guard let own else {
      return SessionFile.text(
        Session(sharedIn: view, of: stored.session.id, hasNames: hasNames)
      )
    }
    if hasNames { return try SessionFile.extract(of: own.code, from: stored, at: now) }
    return try SessionFile.namelessExtract(of: own.code, from: stored, at: now)
  }

  private func calendar() -> WorkshopCalendar {
    guard let own else {
      return WorkshopCalendar(
        of: view,
        session: stored.session.id,
        in: questionnaire,
        words: words,
        hasNames: hasNames,
      )
    }
    return WorkshopCalendar(
      of: own,
      at: stored.session.workshop,
      session: stored.session.id,
      in: questionnaire,
      words: words,
      hasNames: hasNames,
    )
  }

  var calendarLacksDay: Bool { calendar().lacksDay }

  func calendar(at now: Timestamp, minutesFromUTC: Int?) -> [UInt8] {
    Array(calendar().text(at: now, minutesFromUTC: minutesFromUTC).utf8)
  }
}
