import Consultation
import TestSupport
import Testing

@Suite struct SDGUnofficialCalculationTests {
  private static func question(
    _ number: String,
    _ codes: String...,
    condition: Condition? = nil,
  ) -> Question {
    Question(
      number: .sample(number),
      text: LocalizedText(number),
      guidance: Guidance(lookFor: LocalizedText(number)),
      kind: .scale(number.hasPrefix("1") ? .access : .presence),
      condition: condition,
      subcategories: codes.compactMap { SDGSubcategory($0) },
    )
  }

  /// One question for each sub-category, and a second one for 2e; 2.1.1 rules 2.1.2 out.
  private static let questionnaire = Questionnaire.sample(
    SDGSubcategory.all.map { subcategory in
      let place = "abcde".firstIndex(of: subcategory.letter).map {
        "abcde".distance(from: "abcde".startIndex, to: $0) + 1
      }
      let number = "\(subcategory.domain).1.\(place ?? 0)"
      return question(
        number,
        subcategory.description,
        condition: number == "2.1.2" ? .isNone(.sample("2.1.1"), of: ["absent"]) : nil,
      )
    } + [question("2.1.6", "2e")]
  )

  private static func rehearsal(_ values: [String: AnswerValue]) -> SDGUnofficialCalculation {
    var answers: [QuestionNumber: Answer] = [:]
    for (number, value) in values { answers[.sample(number)] = Answer(value: value) }
    return SDGUnofficialCalculation(
      of: Delegation(
        code: .morocco,
        shortName: LocalizedText("Morocco"),
        officialName: LocalizedText("Morocco"),
        answers: answers,
      ),
      in: questionnaire,
    )
  }

  private static func every(_ step: Step) -> [String: AnswerValue] {
    Dictionary(
      questionnaire.questions.map { ($0.number.description, AnswerValue.step(step)) },
      uniquingKeysWith: { first, _ in first },
    )
  }

  @Test func meetsFullyWhereEverythingIsEstablished() {
    let rehearsal = Self.rehearsal(Self.every(.established))
    #expect(rehearsal.items.count == 30)
    #expect(rehearsal.overall == .init(least: 60, most: 60, of: 60))
    #expect(rehearsal.overall.leastCategory == .fullyMeets)
    #expect(rehearsal.unsettled.isEmpty)
  }

  @Test func countsAPartialAnswerAsAHalfInTheFirstDomainOnly() {
    let rehearsal = Self.rehearsal(Self.every(.partial))
    #expect(rehearsal.domain(1) == .init(least: 5, most: 5, of: 10))
    #expect(rehearsal.domain(1).leastCategory == .partiallyMeets)
    for domain in 2...6 { #expect(rehearsal.domain(domain).most == 0, "domain \(domain)") }
    #expect(rehearsal.overall == .init(least: 5, most: 5, of: 60))
    #expect(SDGUnofficialCalculation.Measure.permille(5, of: 60) == 83)
  }

  @Test func givesAWorkedExample() {
    // Domain 1: 1, 1, ½, 0, 1 = 3.5 of 5, 70 per cent. Domain 2: four of five, 80 per cent.
    var values = Self.every(.established)
    values["1.1.3"] = .step(.partial)
    values["1.1.4"] = .step(.absent)
    values["2.1.3"] = .step(.partial)
    let rehearsal = Self.rehearsal(values)
    #expect(rehearsal.domain(1) == .init(least: 7, most: 7, of: 10))
    #expect(rehearsal.domain(1).leastCategory == .partiallyMeets)
    #expect(rehearsal.domain(2).leastCategory == .meets)
    // 60 halves less 1, 2 and 2 are 55 of 60: 91.7 per cent.
    #expect(rehearsal.overall == .init(least: 55, most: 55, of: 60))
    #expect(SDGUnofficialCalculation.Measure.permille(55, of: 60) == 917)
    #expect(rehearsal.overall.leastCategory == .meets)
  }

  @Test(arguments: [
    (AnswerValue?.none, SDGUnofficialCalculation.Absence.open), (.declined, .declined),
    (.notApplicable(reason: nil), .notApplicable),
  ])
  func givesARangeWhereAnAnswerIsMissing(
    value: AnswerValue?,
    absence: SDGUnofficialCalculation.Absence,
  ) throws {
    var values = Self.every(.established)
    values["3.1.1"] = value
    let rehearsal = Self.rehearsal(values)
    #expect(rehearsal.domain(3) == .init(least: 8, most: 10, of: 10))
    #expect(rehearsal.domain(3).leastCategory == .meets)
    #expect(rehearsal.domain(3).mostCategory == .fullyMeets)
    #expect(!rehearsal.overall.isSettled)
    let item = try #require(rehearsal.unsettled.first)
    #expect(rehearsal.unsettled.count == 1)
    #expect(item.subcategory == SDGSubcategory("3a"))
    #expect(item.sources.map(\.absence) == [absence])
  }

  @Test func takesTheLeastOfTheQuestionsThatFeedOneSubcategory() {
    var values = Self.every(.established)
    values["2.1.6"] = .step(.absent)
    #expect(Self.rehearsal(values).domain(2) == .init(least: 8, most: 8, of: 10))
    // Whatever the missing answer would be, the other one has settled the value already.
    values["2.1.5"] = nil
    let rehearsal = Self.rehearsal(values)
    #expect(rehearsal.domain(2).isSettled)
    #expect(rehearsal.unsettled.map(\.subcategory.description) == ["2e"])
  }

  @Test func guessesNothingOfAQuestionThatIsNotAsked() {
    var values = Self.every(.established)
    values["2.1.1"] = .step(.absent)
    let rehearsal = Self.rehearsal(values)
    #expect(rehearsal.domain(2) == .init(least: 6, most: 8, of: 10))
    #expect(rehearsal.unsettled.first?.sources.map(\.absence) == [.notAsked])
  }

  @Test func leavesASubcategoryOpenThatNoQuestionFeeds() {
    let delegation = Delegation(
      code: .morocco,
      shortName: LocalizedText("Morocco"),
      officialName: LocalizedText("Morocco"),
    )
    let rehearsal = SDGUnofficialCalculation(of: delegation, in: .everyKind)
    #expect(rehearsal.overall == .init(least: 0, most: 60, of: 60))
    #expect(rehearsal.unsettled.count == 30)
  }

  @Test(arguments: [
    (39, SDGUnofficialCalculation.Category.requiresProgress), (40, .partiallyMeets),
    (79, .partiallyMeets),
    (80, .meets), (99, .meets), (100, .fullyMeets), (0, .requiresProgress),
  ])
  func namesTheCategoryByTheOfficialThresholds(
    share: Int,
    category: SDGUnofficialCalculation.Category,
  ) {
    #expect(SDGUnofficialCalculation.Category(share, of: 100) == category)
  }
}
