import BidiText
package import Consultation
import Display
import Phrases

/// A line of the list of reports.
enum ReportsEntry: Equatable {
  case report(ReportChoice)
  /// What the delegation writes of its profile.
  case profileText

  var isOfDelegation: Bool {
    switch self {
    case .report(let choice): choice.report.isOfDelegation
    case .profileText: true
    }
  }
}

/// The reports that can be read here.
struct ReportsPage: ItemList {
  typealias Item = ReportsEntry

  var list = ListState()
  /// The one that is being made, until it is there or the person would rather not wait.
  var awaited: ReportChoice?

  var asPage: Page { .reports(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpReports }

  func heading(in context: some RoomContext) -> PageHeading { context.delegationHeading }
  func hints(in context: some RoomContext) -> [Action] { [.open, .back, .help] }

  /// The common ones, and at a delegation's own terminal its own; a facilitator who writes for it
  /// does not take them along.
  func items(in context: some RoomContext) -> [ReportsEntry] {
    let all = ReportChoice.all.filter { $0.report.isMade(of: context.questionnaire.respondent) }
      .map { ReportsEntry.report($0) }
    let own = all.filter(\.isOfDelegation) + [.profileText]
    return (context.delegationOfReports == nil ? [] : own) + all.filter { !$0.isOfDelegation }
  }

  func open(
    _ entry: ReportsEntry,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    guard case .report(let report) = entry else {
      context.go(to: .profileText(ProfileTextPage()))
      return []
    }
    wait(for: report, in: &context)
    return [.errand(.report(report, width: 76))]
  }

  func updateElse(
    _ action: Action,
    on entry: ReportsEntry?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .back, awaited != nil else { return nil }
    wait(for: nil, in: &context)
    return []
  }

  /// Opens a report that was made, where somebody still waits for it.
  func open(_ report: ReportChoice, _ lines: [String], in context: inout some RoomContext) {
    guard report == awaited else { return }
    wait(for: nil, in: &context)
    context.go(to: .report(ReportPage(report: report, language: context.language, lines: lines)))
  }

  private func wait(for report: ReportChoice?, in context: inout some RoomContext) {
    var page = self
    page.awaited = report
    context.show(page.asPage)
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    flow.text(context.words(.reportsTitle), style: .strong)
  }

  func separate(
    _ entry: ReportsEntry?,
    from last: ReportsEntry?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    guard let entry, entry.isOfDelegation != last?.isOfDelegation else { return }
    flow.gap()
    let title: Phrase = entry.isOfDelegation ? .reportsOwn : .reportsCommon
    flow.text(context.words(title), style: .quiet)
  }

  func add(_ entry: ReportsEntry, to flow: inout Flow, in context: some RoomContext) {
    guard case .report(let report) = entry else {
      return flow.line(context.words(.passagesTitle))
    }
    let isAwaited = report == awaited
    flow.line(
      context.title(of: report),
      under: isAwaited ? context.words(.reportBeingMade) : nil,
    )
  }
}

/// What is looked for in the report on the screen.
private struct SoughtInReport: TextPurpose {
  let page: ReportPage

  var isForReading: Bool { true }

  func title(in context: PageContext) -> String { context.words(.actionFindInReport) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    page.find(text, in: &context)
    return []
  }
}

/// The name of the file for a report.
private struct FileOfReport: TextPurpose {
  let report: ReportChoice

  var isForReading: Bool { true }

  func title(in context: PageContext) -> String { context.words(.reportFileTitle) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    text.isEmpty ? [] : [.errand(.writeReport(report, file: text))]
  }
}

extension ReportPage: PageContent {
  var asPage: Page { .report(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.report, .list, .everywhere] }
  var isList: Bool { false }
  var help: Phrase { .helpReports }

  func heading(in context: PageContext) -> PageHeading {
    PageHeading(
      start: context.title(of: report),
      end: position(in: context),
    )
  }

  func hints(in context: PageContext) -> [Action] {
    [.findInReport, .findNext, .writeReport, .back, .help]
  }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    var page = self
    let height = context.bodyArea.height
    switch action {
    case .up: page.first -= 1
    case .down: page.first += 1
    case .pageUp: page.first -= height - 1
    case .pageDown, .open: page.first += height - 1
    case .first: page.first = 0
    case .last: page.first = page.lines.count
    case .findInReport:
      context.openField(SoughtInReport(page: self), text: sought)
      return []
    case .findNext:
      find(sought, in: &context)
      return []
    case .writeReport:
      context.openField(FileOfReport(report: report), text: fileName(in: context))
      return []
    default: return nil
    }
    page.first = min(max(0, page.first), lastFirst(in: context))
    page.found = nil
    context.show(.report(page))
    return []
  }
}

extension ReportPage {
  /// Only what is seen is laid out: a report has many pages.
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(78, context.bodyArea.width), direction: context.direction)
    let first = min(first, lastFirst(in: context))
    for line in lines[first...].prefix(context.bodyArea.height) {
      guard !line.isEmpty else {
        flow.gap()
        continue
      }
      flow.row([
        Flow.Column(
          text: line,
          style: !sought.isEmpty && line.contains(folded: sought) ? .strong : .text,
          direction: line.firstDirection ?? language.direction,
          isOneLine: false,
        )
      ])
    }
    return flow
  }
}

/// Reports, read in the program as they are printed.
extension RoomContext {
  func title(of choice: ReportChoice) -> String {
    switch choice.report {
    case .profile: words(choice.edition == .public ? .publicName : .reportNameProfile)
    case .workshop: words(choice.annex == nil ? .reportNameWorkshop : .reportNameWorkshopAnswers)
    case .exchange: words(.reportNameExchange)
    case .synthesis: words(.reportNameSynthesis)
    case .gcm: words(.reportNameCompact)
    case .sdg: words(.reportNameSDG)
    case .followup: words(.reportNameFollowUp)
    }
  }
}

extension PageContext {
  /// The delegation whose own reports are made here.
  package var delegationOfReports: DelegationCode? {
    if case .delegation(let code) = desk.seat { code } else { nil }
  }
}

extension ReportPage {
  private func lastFirst(in context: PageContext) -> Int {
    max(0, lines.count - context.bodyArea.height)
  }

  private func position(in context: PageContext) -> String {
    let last = min(lines.count, first + context.bodyArea.height)
    return context.words(.reportPosition(count: lines.count, line: last))
  }

  /// Goes to the next line in which a text stands, from the beginning again after the end.
  fileprivate func find(_ text: String, in context: inout PageContext) {
    guard !text.isEmpty else { return }
    var page = self
    page.sought = text
    let start = found ?? first
    let after = Array(lines.indices.dropFirst(start + 1))
    page.found = (after + lines.indices.prefix(start + 1)).first {
      lines[$0].contains(folded: text)
    }
    if let found = page.found {
      page.first = min(found, lastFirst(in: context))
    } else {
      context.notice = context.words(.nothingFound)
    }
    context.show(.report(page))
  }

  /// Gives back a name under which the report could not be written, to be changed.
  func askAgain(forFile name: String, _ reason: String, in context: inout PageContext) {
    context.openField(FileOfReport(report: report), text: "")
    guard case .field(var field)? = context.overlay else { return context.notice = reason }
    field.editor = TextEditor(
      text: name,
      direction: context.direction,
      isMultiline: false,
      limit: TextLimit.line,
    )
    field.problem = reason
    context.overlay = .field(field)
  }

  /// The name that a file of the report would have.
  private func fileName(in context: PageContext) -> String {
    let code = report.report.isOfDelegation ? context.delegationCode.map { "-\($0)" } ?? "" : ""
    let edition = report.edition == .public ? "-\(report.edition.rawValue)" : ""
    let annex = report.annex.map { "-\($0.rawValue)" } ?? ""
    return "\(report.report.rawValue)\(edition)\(annex)\(code).html"
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
