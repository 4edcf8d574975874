import BidiText
package import Consultation
import Display
import Phrases

/// Reports, read in the program as they are printed.
extension App {
  /// The reports that can be read here: the common ones, and at a delegation's own terminal its
  /// own; a facilitator who writes for it does not take them along.
  var reports: [Report] {
    let own = delegationOfReports == nil ? [] : Report.allCases.filter(\.isOfDelegation)
    return own + Report.allCases.filter { !$0.isOfDelegation }
  }

  /// The delegation whose own reports are made here.
  package var delegationOfReports: DelegationCode? {
    if case .delegation(let code) = desk.seat { code } else { nil }
  }

  var reportPage: ReportPage? { if case .report(let page) = page { page } else { nil } }

  // MARK: The list

  mutating func updateReports(_ list: ListState, _ action: Action) -> [Effect]? {
    let reports = reports
    var list = list
    guard action == .open else {
      guard list.move(action, count: reports.count, pageSize: reports.count) else { return nil }
      show(.reports(list))
      return []
    }
    guard reports.indices.contains(list.selected) else { return [] }
    return [.report(reports[list.selected], width: 76)]
  }

  func reportsBody(_ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(.reportsTitle), style: .strong)
    var isOfDelegation: Bool?
    for (index, report) in reports.enumerated() {
      if report.isOfDelegation != isOfDelegation {
        flow.gap()
        flow.text(words(report.isOfDelegation ? .reportsOwn : .reportsCommon), style: .quiet)
        isOfDelegation = report.isOfDelegation
      }
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.text(title(of: report), start: 1)
      }
    }
    return flow
  }

  func title(of report: Report) -> String {
    switch report {
    case .profile: words(.reportNameProfile)
    case .workshop: words(.reportNameWorkshop)
    case .exchange: words(.reportNameExchange)
    case .synthesis: words(.reportNameSynthesis)
    case .gcm: words(.reportNameCompact)
    case .sdg: words(.reportNameSDG)
    case .followup: words(.reportNameFollowUp)
    }
  }

  // MARK: One report

  mutating func updateReport(_ page: ReportPage, _ action: Action) -> [Effect]? {
    var page = page
    let height = bodyArea.height
    switch action {
    case .up: page.first -= 1
    case .down: page.first += 1
    case .pageUp: page.first -= height - 1
    case .pageDown, .open: page.first += height - 1
    case .first: page.first = 0
    case .last: page.first = page.lines.count
    case .findInReport:
      openField(.findInReport)
      return []
    case .findNext:
      find(page.sought)
      return []
    case .writeReport:
      openField(.reportFile)
      return []
    default: return nil
    }
    page.first = min(max(0, page.first), lastFirst(of: page))
    page.found = nil
    show(.report(page))
    return []
  }

  private func lastFirst(of page: ReportPage) -> Int { max(0, page.lines.count - bodyArea.height) }

  /// Only what is seen is laid out: a report has many pages.
  func reportBody(_ page: ReportPage) -> Flow {
    var flow = Flow(width: min(78, bodyArea.width), direction: direction)
    let first = min(page.first, lastFirst(of: page))
    for line in page.lines[first...].prefix(bodyArea.height) {
      guard !line.isEmpty else {
        flow.gap()
        continue
      }
      flow.row([
        Flow.Column(
          text: line,
          style: !page.sought.isEmpty && line.contains(folded: page.sought) ? .strong : .text,
          direction: line.firstDirection ?? page.language.direction,
          isOneLine: false,
        )
      ])
    }
    return flow
  }

  func positionInReport(_ page: ReportPage) -> String {
    let last = min(page.lines.count, page.first + bodyArea.height)
    return words(
      .reportPosition,
      ["line": .number(last), "count": .number(page.lines.count)],
    )
  }

  /// Goes to the next line in which a text stands, from the beginning again after the end.
  mutating func find(_ text: String) {
    guard var page = reportPage, !text.isEmpty else { return }
    page.sought = text
    let start = page.found ?? page.first
    let after = Array(page.lines.indices.dropFirst(start + 1))
    let found = (after + page.lines.indices.prefix(start + 1)).first {
      page.lines[$0].contains(folded: text)
    }
    page.found = found
    if let found {
      page.first = min(found, lastFirst(of: page))
    } else {
      notice = words(.nothingFound)
    }
    show(.report(page))
  }

  /// Gives back a name under which the report could not be written, to be changed.
  mutating func askAgainForReportFile(_ name: String, _ reason: String) {
    openField(.reportFile)
    guard case .field(var field)? = overlay else { return notice = reason }
    field.editor = TextEditor(text: name, direction: direction, isMultiline: false, limit: 300)
    field.problem = reason
    overlay = .field(field)
  }

  /// The name that a file of the report would have.
  var reportFileName: String {
    guard let page = reportPage else { return "" }
    let code = page.report.isOfDelegation ? delegationCode.map { "-\($0)" } ?? "" : ""
    return "\(page.report.rawValue)\(code).html"
  }
}

extension String {
  /// Whether a text stands in this one, whichever the case and the marks of its letters.
  fileprivate func contains(folded text: String) -> Bool {
    LetterFolding.fold(self).contains(LetterFolding.fold(text))
  }

  /// The direction of the first letter, or of the mark that stands before it.
  fileprivate var firstDirection: Direction? {
    for scalar in unicodeScalars {
      if scalar == "\u{200E}" { return .leftToRight }
      if scalar == "\u{200F}" { return .rightToLeft }
      let text = String(scalar)
      let direction = Direction(ofMostLettersIn: text, otherwise: .leftToRight)
      if direction == Direction(ofMostLettersIn: text, otherwise: .rightToLeft) {
        return direction
      }
    }
    return nil
  }
}
