import Consultation
import Phrases

extension OwnReport {
  /// SDG indicator 10.7.2 by the delegation's own answers, said to be no official figure.
  var unofficialCalculation: Document {
    let calculation = SDGUnofficialCalculation(of: delegation, in: text.questionnaire)
    return text.document(
      text.own(.reportSDG(name: .own(text.words.text(delegation.officialName)))),
      [
        .notice(text.own(.reportSDGNotice)), .notice(text.own(.reportSDGNoticeAims)),
        .definitions([
          text.definition(.reportSDGIndicator, text.own(.reportSDGIndicatorName)),
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ]),
      ] + text.notices([]) + result(calculation) + subcategories(calculation)
        + unsettled(calculation) + method,
    )
  }

  private func result(_ calculation: SDGUnofficialCalculation) -> [Block] {
    let domains = (1...6).map { number in
      row(domain(number), calculation.domain(number))
    }
    return [
      text.heading(1, "result", .reportResult), text.paragraph(.reportSDGScale),
      text.table(
        .reportResult,
        [.reportDomain, .reportSDGHalves, .reportValue, .reportCategory, .reportSDGMost],
        domains + [row(text.own(.reportOverall), calculation.overall)],
      ),
    ]
  }

  private func row(_ name: Passage, _ measure: SDGUnofficialCalculation.Measure) -> [Passage] {
    [
      name,
      text.own(.reportSDGHalvesOf(halves: measure.value, whole: measure.whole)),
      text.own(percent(measure.value, measure)), text.own(measure.category.phrase),
      text.own(
        .reportSDGMostValue(
          category: .own(text.words(measure.mostCategory.phrase)),
          value: .own(percent(measure.most, measure)),
        )
      ),
    ]
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

  /// Each domain as the official form asks it: its question, and its five sub-categories.
  private func subcategories(_ calculation: SDGUnofficialCalculation) -> [Block] {
    [text.heading(1, "sub-categories", .reportSubcategories)]
      + (1...6).flatMap { number in
        let title = domain(number)
        let items = calculation.items.filter { $0.subcategory.domain == number }
        return [
          text.heading(2, "domain-\(number)", title),
          .paragraph(text.own(SDGSubcategory.question(ofDomain: number))),
          .table(
            Table(
              caption: title,
              columns: [
                Phrase.reportSubcategory, .reportQuestions, .reportAnswer, .reportValue,
                .reportSDGMost,
              ].map { Table.Column(text.own($0)) },
              rows: items.map(row),
            )
          ),
        ]
      }
  }

  private func row(_ item: SDGUnofficialCalculation.Item) -> [Passage] {
    [
      text.subcategory(item.subcategory),
      item.sources.isEmpty
        ? text.own(.reportNoQuestion) : text.numbers(item.sources.map(\.question)),
      text.own(item.sources.map { answer($0) }.joined(separator: "\n")),
      text.own(decimal(tenths: 5 * item.measure.value)),
      text.own(decimal(tenths: 5 * item.measure.most)),
    ]
  }

  /// `2 Whole-of-government/Evidence-based policies`: a domain of the indicator, not of the
  /// questionnaire.
  private func domain(_ number: Int) -> Passage {
    text.own(
      .reportNumbered(
        place: .own(text.words.number(number)),
        title: .own(text.words(SDGSubcategory.title(ofDomain: number))),
      )
    )
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

  private func unsettled(_ calculation: SDGUnofficialCalculation) -> [Block] {
    let items = calculation.unsettled
    let definitions = items.flatMap { item -> [Definition] in
      let label = text.subcategory(item.subcategory)
      guard !item.sources.isEmpty else {
        return [Definition(label: label, text: text.own(.reportNoQuestion))]
      }
      return item.sources.filter { !$0.measure.isSettled }.map { source in
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
