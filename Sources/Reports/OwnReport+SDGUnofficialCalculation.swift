import Consultation
import Phrases

extension OwnReport {
  /// SDG indicator 10.7.2 by the delegation's own answers, said to be no official figure.
  var rehearsal: Document {
    let rehearsal = SDGUnofficialCalculation(of: delegation, in: text.questionnaire)
    return text.document(
      text.own(.reportRehearsal(name: .own(text.words.text(delegation.officialName)))),
      [
        .notice(text.own(.reportRehearsalNotice)),
        .definitions([
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ]),
      ] + text.notices([]) + result(rehearsal) + subcategories(rehearsal)
        + unsettled(rehearsal) + method,
    )
  }

  private func result(_ rehearsal: SDGUnofficialCalculation) -> [Block] {
    let domains = (1...6).map { number in
      row(text.domain(numbered: number), rehearsal.domain(number))
    }
    return [
      text.heading(1, "result", .reportResult),
      text.table(
        .reportResult,
        [.reportDomain, .reportValue, .reportCategory],
        domains + [row(text.own(.reportOverall), rehearsal.overall)],
      ),
    ]
  }

  private func row(_ name: Passage, _ measure: SDGUnofficialCalculation.Measure) -> [Passage] {
    [
      name, range(percent(measure.least, measure), percent(measure.most, measure)),
      range(
        text.words(measure.leastCategory.phrase),
        text.words(measure.mostCategory.phrase),
        as: FilledPhrase.reportCategoryRange(least:most:),
      ),
    ]
  }

  /// One text, or from one to another.
  private func range(
    _ least: String,
    _ most: String,
    as phrase: (InsertedText, InsertedText) -> FilledPhrase = FilledPhrase.reportRange(least:most:),
  ) -> Passage {
    guard least != most else { return text.own(least) }
    return text.own(phrase(.own(least), .own(most)))
  }

  private func percent(_ halves: Int, _ measure: SDGUnofficialCalculation.Measure) -> String {
    let permille = SDGUnofficialCalculation.Measure.permille(halves, of: measure.whole)
    return text.words(.reportPercent(value: .own(decimal(tenths: permille))))
  }

  /// A number of tenths, without a fraction where there is none.
  private func decimal(tenths: Int) -> String {
    guard tenths % 10 != 0 else { return text.words.number(tenths / 10) }
    let decimal = text.words(.reportDecimal(tenths: tenths % 10, whole: tenths / 10))
    // Arabic-Indic digits have a decimal sign of their own.
    return text.words.digits == .arabic ? decimal.replacing(",", with: "٫") : decimal
  }

  private func subcategories(_ rehearsal: SDGUnofficialCalculation) -> [Block] {
    let rows = rehearsal.items.map { item in
      let (least, most) = (item.value.least, item.value.most)
      return [
        text.subcategory(item.subcategory),
        item.sources.isEmpty
          ? text.own(.reportNoQuestion) : text.numbers(item.sources.map(\.question)),
        text.own(item.sources.map { answer($0) }.joined(separator: "\n")),
        range(decimal(tenths: 5 * least), decimal(tenths: 5 * most)),
      ]
    }
    return [
      text.heading(1, "sub-categories", .reportSubcategories),
      text.table(
        .reportSubcategories,
        [.reportSubcategory, .reportQuestions, .reportAnswer, .reportValue],
        rows,
      ),
    ]
  }

  /// What a question is answered with, or why it gives no value.
  private func answer(_ source: SDGUnofficialCalculation.Source) -> String {
    switch source.absence {
    case .open: text.words(.showOpen)
    case .declined: text.words(.reportDeclined)
    case .notApplicable: text.words(.notApplicable)
    case .notAsked: text.words(.reportNotAsked)
    case .noScale: text.words(.reportNoScale)
    case nil:
      text.words.title(
        of: delegation.answer(to: source.question).value,
        to: text.questionnaire[source.question],
        in: text.questionnaire,
      )
    }
  }

  private func unsettled(_ rehearsal: SDGUnofficialCalculation) -> [Block] {
    let items = rehearsal.unsettled
    let definitions = items.flatMap { item -> [Definition] in
      let label = text.subcategory(item.subcategory)
      guard !item.sources.isEmpty else {
        return [Definition(label: label, text: text.own(.reportNoQuestion))]
      }
      return item.sources.filter { $0.absence != nil }.map { source in
        let statement = "\(text.question(source.question))\n\(answer(source))"
        return Definition(label: label, text: text.own(statement))
      }
    }
    return [
      text.heading(1, "unsettled", .reportUnsettled),
      items.isEmpty ? text.paragraph(.reportUnsettledNone) : .definitions(definitions),
    ]
  }

  private var method: [Block] {
    [
      text.heading(1, "method", .reportMethod), text.paragraph(.reportMethodOfficial),
      text.paragraph(.reportMethodPartial), text.paragraph(.reportMethodSeveral),
      text.paragraph(.reportMethodMissing),
    ]
  }
}

extension SDGUnofficialCalculation.Category {
  /// The official name of the category.
  fileprivate var phrase: Phrase {
    switch self {
    case .requiresProgress: .reportRequiresProgress
    case .partiallyMeets: .reportPartiallyMeets
    case .meets: .reportMeets
    case .fullyMeets: .reportFullyMeets
    }
  }
}
