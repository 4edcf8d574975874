package import Consultation
import Spreadsheets

/// From an XLSForm to a questionnaire.
///
/// Groups are domains, groups in them themes; `select_one`, `select_multiple`, `integer`,
/// `decimal`, `date` and `text` are questions. A list with the three steps is a scale. What
/// ``XLSForm`` wrote comes back as it was; of other forms, what they do not say (introductions,
/// mappings) is filled with the titles, or is not there.
///
/// Limitations: repeats, calculations and media are refused; `required` and `constraint` are
/// passed over, since nothing here has to be answered.
package struct XLSFormReading {
  package private(set) var faults: [Fault] = []
  /// The questionnaire; `nil` where there are faults.
  package private(set) var questionnaire: Questionnaire?

  private var lists: [String: [Option]] = [:]
  private var own: [String: [String: [Language: String]]] = [:]
  private var survey = FormSurvey()

  /// Reads the bytes of an `.xlsx` file.
  ///
  /// `usual` has the titles of the scales for a form that does not say them.
  package init(_ bytes: [UInt8], usual: Questionnaire) {
    let workbook: Workbook
    do throws(WorkbookFailure) {
      workbook = try Workbook(reading: bytes)
    } catch {
      faults = [Fault(error)]
      return
    }
    for name in ["survey", "settings"] where workbook[name] == nil {
      faults.append(Fault([], .table(.missingSheet(name))))
    }
    guard let sheet = workbook["survey"], let settings = workbook["settings"] else { return }
    if let sheet = workbook[XLSForm.ownSheet] { readOwn(FormSheet(sheet)) }
    if let sheet = workbook["choices"] { readChoices(FormSheet(sheet)) }
    survey = FormSurvey(FormSheet(sheet), lists: lists, own: own)
    faults += survey.faults
    let form = FormSheet(settings).rows.first
    guard faults.isEmpty, let form, let title = title(form) else {
      if faults.isEmpty {
        faults.append(Fault([.sheet("settings", row: 2)], .missingKey("form_title")))
      }
      return
    }
    let result = questionnaire(form, title, usual)
    faults += result.faults()
    if faults.isEmpty { questionnaire = result }
  }

  private mutating func readOwn(_ sheet: FormSheet) {
    for row in sheet.rows {
      var texts: [Language: String] = [:]
      for language in Language.allCases {
        let text = row[language.rawValue]
        if !text.isEmpty { texts[language] = text }
      }
      own[row["name"], default: [:]][row["key"]] = texts
    }
  }

  private mutating func readChoices(_ sheet: FormSheet) {
    var codes: [String: Set<String>] = [:]
    for row in sheet.rows {
      let list = row["list_name"]
      let code = row["name"]
      guard !list.isEmpty, !code.isEmpty else {
        let column = list.isEmpty ? "list_name" : "name"
        faults.append(Fault(row.place, .table(.emptyCell(column: column))))
        continue
      }
      let texts = row.texts("label")
      guard let title = LocalizedText(texts) else {
        faults += Language.allCases.filter { texts[$0] == nil }.map {
          Fault(row.place, .textMissing($0))
        }
        continue
      }
      guard code.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }) else {
        faults.append(Fault(row.place, .table(.reservedCode(code))))
        continue
      }
      if !codes[list, default: []].insert(code).inserted {
        faults.append(Fault(row.place, .table(.repeatedName(code))))
      }
      lists[list, default: []].append(Option(code: code, title: title))
    }
  }

  /// The title: one for each language where this program wrote it, otherwise the form's one.
  private func title(_ form: FormSheet.Row) -> LocalizedText? {
    if let title = own["questionnaire"]?["title"].flatMap({ LocalizedText($0) }) { return title }
    let one = form["form_title"]
    return one.isEmpty ? nil : LocalizedText(inEach: { _ in one })
  }

  private func questionnaire(
    _ form: FormSheet.Row,
    _ title: LocalizedText,
    _ usual: Questionnaire,
  ) -> Questionnaire {
    let about = own["questionnaire"] ?? [:]
    let level = about["level"]?[.arabic].flatMap { Questionnaire.Level(rawValue: $0) }
    let id = form["form_id"].isEmpty ? "form" : form["form_id"]
    return Questionnaire(
      identity: Questionnaire.Identity(
        id: id,
        version: form["version"].isEmpty ? "1" : form["version"],
      ),
      level: level ?? .national,
      title: title,
      notice: survey.notice ?? about["notice"].flatMap { LocalizedText($0) } ?? title,
      scaleTitles: scaleTitles(usual),
      domains: survey.domains,
      earlierNumbers: earlierNumbers,
      earlierEdition: XLSFormEdition(own).earlierEdition,
      instruments: XLSFormEdition(own).instruments,
    )
  }

  private func scaleTitles(_ usual: Questionnaire) -> [Scale: [Step: LocalizedText]] {
    var titles = usual.scaleTitles
    for scale in Scale.allCases {
      let name = XLSForm.list(of: scale)
      for step in Step.allCases {
        let own = own[name]?[step.rawValue].flatMap { LocalizedText($0) }
        let listed = lists[name]?.first { $0.code == step.rawValue }?.title
        if let title = listed ?? own { titles[scale, default: [:]][step] = title }
      }
    }
    return titles
  }

  private var earlierNumbers: [String: [QuestionNumber: QuestionNumber?]] {
    var versions: [String: [QuestionNumber: QuestionNumber?]] = [:]
    for (name, numbers) in own where name.hasPrefix("earlier ") {
      for (old, new) in numbers {
        guard let old = QuestionNumber(old) else { continue }
        let number = new[.arabic].flatMap { QuestionNumber($0) }
        versions[String(name.dropFirst(8)), default: [:]].updateValue(number, forKey: old)
      }
    }
    return versions
  }
}

extension Fault {
  fileprivate init(_ failure: WorkbookFailure) {
    switch failure {
    case .notAZipFile: self.init([], .table(.notAWorkbook))
    case .damaged(let part): self.init([.part(part)], .table(.notAWorkbook))
    case .notXML(let part, let failure):
      self.init(
        [.part(part), .position(line: failure.line, column: failure.column)],
        .table(TableFault(failure.what)),
      )
    case .damagedRow(let sheet, let row):
      self.init([.sheet(sheet, row: row)], .table(.damagedRow))
    case .tooManyCells(let sheet, let row):
      self.init([.sheet(sheet, row: row)], .table(.tooManyCells))
    case .tooLarge: self.init([], .tooLarge(limitInMegabytes: Workbook.limitInMegabytes))
    case .encrypted: self.init([], .table(.sealedWorkbook))
    }
  }
}

extension TableFault {
  fileprivate static let tooManyCells = TableFault.tooManyCells(
    rows: Workbook.mostRows,
    columns: Workbook.mostColumns,
  )

  fileprivate init(_ what: XMLFailure.What) {
    self =
      switch what {
      case .notWellFormed, .tooDeep: .damagedPart
      case .documentType: .documentType
      case .tooManyElements: .tooManyCells
      }
  }
}
