import BidiText
import Consultation
import Display
import Phrases

extension QuestionPage {
  /// The question, what to look for, the answers, and what stands beside the answer: each in its
  /// place, however high the screen is.
  ///
  /// Where not everything fits, the guidance is shortened there and follows whole at the end, so
  /// that the answers stay on the screen; where that is not enough beside elements, what each level
  /// would mean has one line there as well. Where there is room to spare, the note has more lines.
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    let area = area(in: context)
    let (width, height) = (area.width, area.height)
    let whole = context.questionFlow(of: self, width: width, &layouts)
    let wholeHeight = LaidOutFlow(whole, &layouts).height
    guard wholeHeight != height else { return whole }
    if wholeHeight < height {
      let spare = min(PageContext.mostRowsOfContext, 1 + height - wholeHeight)
      return context.questionFlow(of: self, width: width, rowsOfContext: spare, &layouts)
    }
    let guidance = context.guidanceRows(of: self, width: width, &layouts)
    let hasElements = context.questionnaire[number]?.elements != nil
    guard hasElements, guidance - (wholeHeight - height) < 1 else {
      let rows = max(1, guidance - (wholeHeight - height))
      return context.questionFlow(of: self, width: width, rowsOfGuidance: rows, &layouts)
    }
    let tight = context.questionFlow(of: self, width: width, isTight: true, &layouts)
    return context.questionFlow(
      of: self,
      width: width,
      rowsOfGuidance: max(1, guidance - (LaidOutFlow(tight, &layouts).height - height)),
      isTight: true,
      &layouts,
    )
  }
}

extension PageContext {
  fileprivate static let mostRowsOfContext = 12

  fileprivate func questionFlow(
    of page: QuestionPage,
    width: Int,
    rowsOfGuidance: Int = .max,
    rowsOfContext: Int = 1,
    isTight: Bool = false,
    _ layouts: inout LayoutCache,
  ) -> Flow {
    var flow = Flow(width: min(76, width), direction: direction)
    guard let question = questionnaire[page.number] else { return flow }
    let answer = currentAnswer ?? Answer()
    flow.text(words.text(question.text), style: .strong)
    flow.gap()
    addGuidance(of: question, rows: rowsOfGuidance, to: &flow)
    flow.gap()
    page.addElements(of: question, answer: answer, in: self, to: &flow)
    addAnswers(
      of: question,
      answer: answer,
      highlighted: page.highlighted,
      isTight: isTight,
      to: &flow,
      &layouts,
    )
    flow.gap()
    addDetails(of: question, answer: answer, rowsOfContext: rowsOfContext, to: &flow)
    if rowsOfGuidance < .max {
      flow.gap()
      addGuidance(of: question, rows: .max, to: &flow)
    }
    if isTight {
      flow.gap()
      addMeanings(of: question, to: &flow)
    }
    return flow
  }

  /// What each level would mean, whole.
  private func addMeanings(of question: Question, to flow: inout Flow) {
    for step in Step.allCases {
      guard let meaning = question.guidance.steps[step] else { continue }
      let title = title(of: step, on: question.kind.scale ?? .presence)
      let line = FilledPhrase.reportAnswerMeaning(
        meaning: .own(words.text(meaning)),
        value: .own(title),
      )
      flow.row([Flow.Column(text: words(line), start: 2, style: .quiet)])
    }
  }

  fileprivate func guidanceRows(
    of page: QuestionPage,
    width: Int,
    _ layouts: inout LayoutCache,
  ) -> Int {
    var flow = Flow(width: min(76, width), direction: direction)
    if let question = questionnaire[page.number] {
      addGuidance(of: question, rows: .max, to: &flow)
    }
    return LaidOutFlow(flow, &layouts).height
  }

  private func addGuidance(of question: Question, rows: Int, to flow: inout Flow) {
    let label = words(.whatToLookFor)
    flow.row([
      Flow.Column(
        text: "\(label)  \(words.text(question.guidance.lookFor))",
        start: 2,
        mostRows: rows,
      )
    ])
  }

  private func addAnswers(
    of question: Question,
    answer: Answer,
    highlighted: Int?,
    isTight: Bool,
    to flow: inout Flow,
    _ layouts: inout LayoutCache,
  ) {
    let choices = AnswerChoice.choices(for: question.kind)
    let titles = choices.map { title(of: $0, question: question, answer: answer) }
    let meanings = choices.map { meaning(of: $0, question: question) }
    let widest = zip(titles, meanings).compactMap { $1 == nil ? nil : layouts.width(of: $0) }.max()
    let titleWidth = min(26, widest ?? 26)
    for (index, choice) in choices.enumerated() {
      let isChosen = choice.isChosen(in: answer)
      let style = Style(isChosen ? .done : .text, isChosen ? .bold : [])
      flow.entry(index, isSelected: index == highlighted) { flow in
        var columns = [
          Flow.Column(
            text: index < 9 ? words.number(index + 1) : "",
            start: 1,
            width: 2,
            style: .key,
          ),
          Flow.Column(
            text: sign(of: choice, isChosen: isChosen),
            start: 4,
            width: 2,
            style: style,
          ),
          Flow.Column(
            text: titles[index],
            start: 6,
            width: meanings[index] == nil ? nil : titleWidth,
            style: style,
          ),
        ]
        if let meaning = meanings[index] {
          columns.append(
            Flow.Column(
              text: meaning,
              start: 6 + titleWidth + 2,
              style: .quiet,
              isOneLine: isTight,
            )
          )
        }
        flow.row(columns)
      }
    }
  }

  /// What a step is called on a scale, in the questionnaire's words.
  private func title(of step: Step, on scale: Scale) -> String {
    questionnaire.scaleTitles[scale]?[step].map { words.text($0) } ?? step.rawValue
  }

  private func sign(of choice: AnswerChoice, isChosen: Bool) -> String {
    guard isChosen else { return setting.symbols.open }
    if case .severalOption = choice { return setting.symbols.several }
    return setting.symbols.chosen
  }

  private func title(of choice: AnswerChoice, question: Question, answer: Answer) -> String {
    switch choice {
    case .step(let step): title(of: step, on: question.kind.scale ?? .presence)
    case .option(let option), .severalOption(let option): words.text(option.title)
    case .written: written(answer.value) ?? WrittenAnswer(kind: question.kind).title(in: self)
    case .notApplicable: words(.notApplicable)
    case .declined: words(.declined)
    }
  }

  /// A number, a date or a text that was written, as the reader writes it.
  func written(_ value: AnswerValue?) -> String? {
    switch value {
    case .number(let number): words.digits.write(Words.plain(number))
    case .date(let date): words.date(date)
    case .text(let text): TextSanitizer.isolated(text)
    default: nil
    }
  }

  private func meaning(of choice: AnswerChoice, question: Question) -> String? {
    switch choice {
    case .step(let step): question.guidance.steps[step].map { words.text($0) }
    case .notApplicable: question.kind.scale == nil ? nil : words(.notApplicableMeaning)
    case .declined: question.kind.scale == nil ? nil : words(.declinedMeaning)
    case .option, .severalOption, .written: nil
    }
  }
}
