import Consultation

/// The sheet `survey` of an XLSForm: its domains with their themes and questions.
struct FormSurvey {
  private(set) var faults: [Fault] = []
  private(set) var notice: LocalizedText?

  private var drafts: [DomainDraft] = []
  private var lists: [String: [Option]] = [:]
  private var own: XLSFormEdition.Own = [:]
  /// The instruments that the questionnaire lists, by their codes.
  private var instruments: [String: Option] = [:]
  private var numbers: [String: QuestionNumber] = [:]
  /// What a type with its list asks for, so that questions of one list share its options.
  private var kinds: [String: AnswerKind] = [:]
  /// How many choices the questions offer together.
  private var choiceCount = 0
  private var names: Set<String> = []
  /// Where the groups that are open began.
  private var open: [[Fault.Place]] = []

  private struct DomainDraft {
    let number: Int
    let name: String
    let title: LocalizedText
    var introduction: LocalizedText?
    var themes: [ThemeDraft] = []
  }

  private struct ThemeDraft {
    let number: Int
    let title: LocalizedText
    var questions: [QuestionDraft] = []
  }

  private struct QuestionDraft {
    let name: String
    let number: QuestionNumber
    let text: LocalizedText
    let lookFor: LocalizedText
    var kind: AnswerKind
    var elements: [Option] = []
    let condition: Condition?
  }

  init() {}

  init(
    _ sheet: FormSheet,
    lists: [String: [Option]],
    own: [String: [String: [Language: String]]],
  ) {
    self.lists = lists
    self.own = own
    instruments = Dictionary(XLSFormEdition(own).instruments.map { ($0.code, $0) }) { $1 }
    for row in sheet.rows { take(row) }
    for place in open { faults.append(Fault(place, .table(.groupNotClosed))) }
    if faults.isEmpty, numbers.isEmpty {
      faults.append(Fault([.sheet("survey", row: 1)], .table(.noQuestions)))
    }
  }

  // MARK: Rows

  private mutating func take(_ row: FormSheet.Row) {
    let words = row["type"].split(separator: " ").map(String.init)
    let type = words.first.map { $0.lowercased() } ?? ""
    switch (type, words.count) {
    case ("begin", 2) where words[1] == "group": begin(row)
    case ("begin_group", 1): begin(row)
    case ("end", 2) where words[1] == "group": end(row)
    case ("end_group", 1): end(row)
    case ("note", 1): takeNote(row)
    case ("start", 1), ("end", 1), ("today", 1), ("deviceid", 1), ("username", 1),
      ("phonenumber", 1), ("email", 1), ("audit", 1):
      break
    case ("select_one", 2), ("select_multiple", 2), ("integer", 1), ("decimal", 1), ("date", 1),
      ("text", 1):
      takeQuestion(row, type, list: words.count > 1 ? words[1] : nil)
    default: report(.table(.unknownType(row["type"])), row)
    }
  }

  private mutating func report(_ what: Fault.What, _ row: FormSheet.Row) {
    faults.append(Fault(row.place, what))
  }

  private mutating func label(_ row: FormSheet.Row) -> LocalizedText? {
    let texts = row.texts("label")
    if let label = LocalizedText(texts) { return label }
    for language in Language.allCases where texts[language] == nil {
      report(.textMissing(language), row)
    }
    return nil
  }

  /// Whether the row has a name of its own.
  private mutating func takeName(_ row: FormSheet.Row) -> Bool {
    let name = row["name"]
    if name.isEmpty {
      report(.table(.emptyCell(column: "name")), row)
    } else if !names.insert(name).inserted {
      report(.table(.repeatedName(name)), row)
    } else {
      return true
    }
    return false
  }

  // MARK: Groups and notes

  private mutating func begin(_ row: FormSheet.Row) {
    open.append(row.place)
    guard open.count <= 2 else { return report(.table(.tooDeep), row) }
    guard takeName(row), let title = label(row) else { return }
    let name = row["name"]
    let said = name.split(separator: "_").compactMap { Int($0) }
    if open.count == 1 {
      let number = name.hasPrefix("domain_") ? said.last : nil
      guard let number = self.number(number, after: drafts.last?.number, row) else { return }
      drafts.append(DomainDraft(number: number, name: name, title: title))
    } else if let domain = drafts.indices.last {
      let number = name.hasPrefix("theme_") && said.count == 2 ? said[1] : nil
      let last = drafts[domain].themes.last?.number
      guard let number = self.number(number, after: last, row) else { return }
      drafts[domain].themes.append(ThemeDraft(number: number, title: title))
    }
  }

  /// The number that a name says where it can be one, or the next; `nil` where there is no next.
  private mutating func number(
    _ said: Int?,
    after last: Int?,
    _ row: FormSheet.Row,
  ) -> Int? {
    if let said, QuestionNumber.range.contains(said) { return said }
    let next = (last ?? 0) + 1
    if QuestionNumber.range.contains(next) { return next }
    report(.doesNotFit(QuestionNumber.range), row)
    return nil
  }

  private mutating func end(_ row: FormSheet.Row) {
    if open.popLast() == nil { report(.table(.groupNotOpen), row) }
  }

  private mutating func takeNote(_ row: FormSheet.Row) {
    let name = row["name"]
    if name == "notice" {
      notice = label(row)
    } else if let domain = drafts.indices.last, name == "\(drafts[domain].name)_introduction" {
      drafts[domain].introduction = label(row)
    }
  }

  // MARK: Questions

  private mutating func takeQuestion(_ row: FormSheet.Row, _ type: String, list: String?) {
    guard takeName(row) else { return }
    if belongsToTheLast(row, list) { return }
    guard let text = label(row), let kind = kind(type, list: list, row) else { return }
    if open.isEmpty, drafts.isEmpty {
      drafts.append(DomainDraft(number: 1, name: "", title: text))
    }
    guard let domain = drafts.indices.last else { return }
    if drafts[domain].themes.isEmpty {
      drafts[domain].themes.append(ThemeDraft(number: 1, title: drafts[domain].title))
    }
    let theme = drafts[domain].themes.count - 1
    guard let number = number(of: row, in: drafts[domain].themes[theme]) else { return }
    let hint = LocalizedText(row.texts("hint"))
    let question = QuestionDraft(
      name: row["name"],
      number: number,
      text: text,
      lookFor: hint ?? text,
      kind: kind,
      condition: condition(row),
    )
    numbers[row["name"]] = number
    drafts[domain].themes[theme].questions.append(question)
  }

  /// The number that the name says, `q_1_2_3`, or the next one in the theme.
  private mutating func number(
    of row: FormSheet.Row,
    in theme: ThemeDraft,
  ) -> QuestionNumber? {
    let parts = row["name"].split(separator: "_")
    if parts.count == 4, parts[0] == "q",
      let number = QuestionNumber(parts[1...].joined(separator: "."))
    {
      return number
    }
    let domain = drafts.last?.number ?? 1
    return number(nil, after: theme.questions.last?.number.question, row).map {
      QuestionNumber(domain: domain, theme: theme.number, question: $0)
    }
  }

  /// Whether the row asks about the question before it: its elements, whether it is applied, its
  /// context, how far an instrument is.
  private mutating func belongsToTheLast(_ row: FormSheet.Row, _ list: String?) -> Bool {
    guard let domain = drafts.indices.last, let theme = drafts[domain].themes.indices.last,
      let last = drafts[domain].themes[theme].questions.indices.last
    else { return false }
    let question = drafts[domain].themes[theme].questions[last]
    guard row["name"].hasPrefix(question.name + "_") else { return false }
    let ending = row["name"].dropFirst(question.name.count)
    if ending == XLSForm.appliedEnding { return list == XLSForm.appliedList }
    if ending == XLSForm.noteEnding { return row["type"] == "text" }
    if ending == XLSForm.elementsEnding {
      guard let list, let options = lists[list], Elements.counts.contains(options.count) else {
        report(.edition(.elementCount(Elements.counts)), row)
        return true
      }
      drafts[domain].themes[theme].questions[last].elements = options
      return true
    }
    guard list == XLSForm.instrumentList, ending.hasPrefix(XLSForm.instrumentEnding),
      let title = label(row)
    else { return false }
    let code = own[row["name"]]?["code"]?[.arabic] ?? row["name"]
    guard Option.isCode(code) else {
      report(.table(.reservedCode(code)), row)
      return true
    }
    let options = question.kind.options + [instruments[code] ?? Option(code: code, title: title)]
    drafts[domain].themes[theme].questions[last].kind = .instruments(options)
    return true
  }

  /// How many choices the questions of a form may offer together: each has those of its list for
  /// itself, so that a small form could be a questionnaire without end.
  private static let mostChoices = 100_000

  private mutating func kind(
    _ type: String,
    list name: String?,
    _ row: FormSheet.Row,
  ) -> AnswerKind? {
    let key = "\(type) \(name ?? "")"
    guard let kind = kinds[key] ?? newKind(type, list: name, row) else { return nil }
    kinds[key] = kind
    choiceCount += kind.options.count
    guard choiceCount <= Self.mostChoices else {
      report(.table(.tooManyChoices(limit: Self.mostChoices)), row)
      return nil
    }
    return kind
  }

  private mutating func newKind(
    _ type: String,
    list name: String?,
    _ row: FormSheet.Row,
  ) -> AnswerKind? {
    switch type {
    case "integer", "decimal": return .number
    case "date": return .date
    case "text": return .text
    default: break
    }
    guard let name, let list = lists[name] else {
      report(.table(.unknownList(name ?? "")), row)
      return nil
    }
    let always = [AnswerValue.notApplicableCode, AnswerValue.declinedCode]
    let options = list.filter { !always.contains($0.code) }
    guard !options.isEmpty else {
      report(.optionsMissing, row)
      return nil
    }
    if type == "select_multiple" { return .severalOf(options) }
    if let scale = Scale.allCases.first(where: { XLSForm.list(of: $0) == name }) {
      return .scale(scale)
    }
    let isScale = Set(options.map(\.code)) == Set(Step.allCases.map(\.rawValue))
    return isScale ? .scale(.presence) : .oneOf(options)
  }

  private mutating func condition(_ row: FormSheet.Row) -> Condition? {
    let text = row["relevant"]
    guard !text.isEmpty else { return nil }
    let numbers = numbers
    do throws(RelevanceReading.Failure) {
      return try RelevanceReading.condition(text) { numbers[$0] }
    } catch {
      switch error {
      case .notUnderstood: report(.table(.unknownRelevance(text)), row)
      case .unknownName(let name): report(.table(.unknownName(name)), row)
      }
      return nil
    }
  }

  // MARK: The whole

  var domains: [Domain] {
    drafts.map { draft in
      let framework = own[draft.name]?["framework"].flatMap { LocalizedText($0) }
      return Domain(
        number: draft.number,
        title: draft.title,
        framework: framework ?? draft.title,
        introduction: draft.introduction ?? draft.title,
        themes: draft.themes.map { theme in
          Theme(
            number: theme.number,
            title: theme.title,
            questions: theme.questions.map(question),
          )
        },
      )
    }
  }

  private func question(_ draft: QuestionDraft) -> Question {
    let own = own[draft.name] ?? [:]
    var steps: [Step: LocalizedText] = [:]
    if let scale = draft.kind.scale {
      for step in Step.allCases {
        let listed = lists[XLSForm.list(of: scale)]?.first { $0.code == step.rawValue }?.title
        steps[step] =
          own[step.rawValue].flatMap { LocalizedText($0) } ?? listed ?? draft.text
      }
    }
    func codes(_ key: String) -> [Substring] {
      own[key]?[.arabic]?.split(separator: " ") ?? []
    }
    let edition = XLSFormEdition(self.own)
    return Question(
      number: draft.number,
      text: draft.text,
      guidance: Guidance(lookFor: draft.lookFor, steps: steps),
      kind: draft.kind,
      condition: draft.condition,
      objectives: codes("gcm").compactMap { Int($0).flatMap { CompactObjective($0) } },
      subcategories: codes("sdg").compactMap { SDGSubcategory(String($0)) },
      elements: edition.elements(draft.name, draft.elements),
      statements: edition.statements(draft.name),
      isPolicyChoice: edition.isPolicyChoice(draft.name),
      tags: edition.tags(draft.name),
      origin: edition.origin(draft.name),
    )
  }
}
