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

  private static func calculation(
    _ values: [String: AnswerValue],
    in questionnaire: Questionnaire = questionnaire,
  ) -> SDGUnofficialCalculation {
    var answers: [QuestionNumber: Answer] = [:]
    for (number, value) in values { answers[.sample(number)] = Answer(value: value) }
    return SDGUnofficialCalculation(
      of: Delegation(
        code: .havenia,
        shortName: LocalizedText("Havenia"),
        officialName: LocalizedText("Havenia"),
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
    let calculation = Self.calculation(Self.every(.established))
    #expect(calculation.items.count == 30)
    #expect(calculation.overall == .init(value: 60, most: 60, of: 60))
    #expect(calculation.overall.category == .fullyMeets)
    #expect(calculation.unsettled.isEmpty)
  }

  /// By hand: a half-point is all that a partial answer gives, in domain 1; elsewhere it gives none,
  /// and two at the other end of the range.
  @Test func countsAPartialAnswerAsAHalfInTheFirstDomainOnly() {
    let calculation = Self.calculation(Self.every(.partial))
    #expect(calculation.domain(1) == .init(value: 5, most: 5, of: 10))
    #expect(calculation.domain(1).category == .partiallyMeets)
    for domain in 2...6 {
      #expect(calculation.domain(domain) == .init(value: 0, most: 10, of: 10), "domain \(domain)")
    }
    #expect(calculation.overall == .init(value: 5, most: 55, of: 60))
    #expect(SDGUnofficialCalculation.Measure.permille(5, of: 60) == 83)
    #expect(
      calculation.unsettled.map(\.subcategory.domain) == (2...6).flatMap { [$0, $0, $0, $0, $0] }
    )
  }

  @Test func givesAWorkedExample() {
    // Domain 1: 1, 1, ½, 0, 1 = 3.5 of 5, 70 per cent. Domain 2: four of five, 80 per cent.
    var values = Self.every(.established)
    values["1.1.3"] = .step(.partial)
    values["1.1.4"] = .step(.absent)
    values["2.1.3"] = .step(.partial)
    let calculation = Self.calculation(values)
    #expect(calculation.domain(1) == .init(value: 7, most: 7, of: 10))
    #expect(calculation.domain(1).category == .partiallyMeets)
    #expect(calculation.domain(2) == .init(value: 8, most: 10, of: 10))
    #expect(calculation.domain(2).category == .meets)
    // 60 halves less 1, 2 and 2 are 55 of 60: 91.7 per cent.
    #expect(calculation.overall == .init(value: 55, most: 57, of: 60))
    #expect(SDGUnofficialCalculation.Measure.permille(55, of: 60) == 917)
    #expect(calculation.overall.category == .meets)
  }

  /// Each of the 30 alone, at each value that it can have, everything else absent: worked by hand,
  /// in half-points.
  @Test(arguments: SDGSubcategory.all)
  func countsEachSubcategoryAloneAtEachValue(subcategory: SDGSubcategory) throws {
    let position = try #require(SDGSubcategory.all.firstIndex(of: subcategory))
    let numbers =
      subcategory.description == "2e"
      ? ["2.1.5", "2.1.6"]
      : ["\(position / 5 + 1).1.\(position % 5 + 1)"]
    let expected: [(AnswerValue?, value: Int, most: Int)] = [
      (.step(.established), 2, 2),
      (.step(.partial), subcategory.domain == 1 ? 1 : 0, subcategory.domain == 1 ? 1 : 2),
      (.step(.absent), 0, 0), (nil, 0, 2), (.declined, 0, 2), (.notApplicable(reason: nil), 0, 2),
    ]
    for (value, halves, most) in expected {
      var values = Self.every(.absent)
      // What 2.1.1 rules out where it is absent is no missing answer of this test.
      values["2.1.1"] = subcategory.description == "2a" ? value : .step(.established)
      for number in numbers { values[number] = value }
      let calculation = Self.calculation(values)
      let item = try #require(calculation.items.first { $0.subcategory == subcategory })
      #expect(
        item.measure == .init(value: halves, most: most, of: 2),
        "\(subcategory) \(value as Any)",
      )
      let others = subcategory.description == "2a" ? 0 : 2
      #expect(calculation.overall.value == halves + others)
      guard subcategory.domain != 2 else { continue }
      #expect(calculation.domain(subcategory.domain) == .init(value: halves, most: most, of: 10))
      #expect(calculation.overall == .init(value: halves + 2, most: most + 2, of: 60))
    }
  }

  @Test(arguments: [
    (AnswerValue?.none, SDGUnofficialCalculation.Absence.open), (.declined, .declined),
    (.notApplicable(reason: nil), .notApplicable),
  ])
  func countsAMissingAnswerAsNothingAndSaysWhatItCouldBe(
    value: AnswerValue?,
    absence: SDGUnofficialCalculation.Absence,
  ) throws {
    var values = Self.every(.established)
    values["3.1.1"] = value
    let calculation = Self.calculation(values)
    #expect(calculation.domain(3) == .init(value: 8, most: 10, of: 10))
    #expect(calculation.domain(3).category == .meets)
    #expect(calculation.domain(3).mostCategory == .fullyMeets)
    #expect(!calculation.overall.isSettled)
    let item = try #require(calculation.unsettled.first)
    #expect(calculation.unsettled.count == 1)
    #expect(item.subcategory == SDGSubcategory("3a"))
    #expect(item.sources.map(\.absence) == [absence])
  }

  @Test func takesTheLeastOfTheQuestionsThatFeedOneSubcategory() {
    var values = Self.every(.established)
    values["2.1.6"] = .step(.absent)
    #expect(Self.calculation(values).domain(2) == .init(value: 8, most: 8, of: 10))
    // Whatever the missing answer would be, the other one has settled the value already.
    values["2.1.5"] = nil
    let calculation = Self.calculation(values)
    #expect(calculation.domain(2).isSettled)
    #expect(calculation.unsettled.isEmpty)
    values["2.1.6"] = .step(.partial)
    #expect(Self.calculation(values).domain(2) == .init(value: 8, most: 10, of: 10))
  }

  /// "Essential and/or emergency health care", "bilateral agreements on migration, including labour
  /// migration".
  @Test func takesAnyOfTheQuestionsWhereTheWordsAskForOneOrTheOther() {
    #expect(SDGSubcategory.all.filter(\.isMetByAny).map(\.description) == ["1a", "3b"])
    let questionnaire = Questionnaire.sample([
      Self.question("1.1.1", "1a"), Self.question("1.1.2", "1a"), Self.question("3.1.1", "3b"),
      Self.question("3.1.2", "3b"),
    ])
    func measures(
      _ first: AnswerValue?,
      _ second: AnswerValue?,
    ) -> [SDGUnofficialCalculation.Measure] {
      let values = ["1.1.1": first, "1.1.2": second, "3.1.1": first, "3.1.2": second]
      return Self.calculation(values.compactMapValues(\.self), in: questionnaire).items
        .filter(\.subcategory.isMetByAny).map(\.measure)
    }
    func expect(_ value: Int, _ most: Int) -> SDGUnofficialCalculation.Measure {
      .init(value: value, most: most, of: 2)
    }
    #expect(measures(.step(.established), .step(.absent)) == [expect(2, 2), expect(2, 2)])
    #expect(measures(.step(.absent), .step(.partial)) == [expect(1, 1), expect(0, 2)])
    #expect(measures(.step(.absent), nil) == [expect(0, 2), expect(0, 2)])
    #expect(measures(.step(.absent), .step(.absent)) == [expect(0, 0), expect(0, 0)])
  }

  @Test func countsAQuestionThatIsNotAskedAsMissing() {
    var values = Self.every(.established)
    values["2.1.1"] = .step(.absent)
    let calculation = Self.calculation(values)
    #expect(calculation.domain(2) == .init(value: 6, most: 8, of: 10))
    #expect(calculation.unsettled.first?.sources.map(\.absence) == [.notAsked])
  }

  @Test func leavesASubcategoryOpenThatNoQuestionFeeds() {
    let delegation = Delegation(
      code: .havenia,
      shortName: LocalizedText("Havenia"),
      officialName: LocalizedText("Havenia"),
    )
    let calculation = SDGUnofficialCalculation(of: delegation, in: .everyKind)
    #expect(calculation.overall == .init(value: 0, most: 60, of: 60))
    #expect(calculation.unsettled.count == 30)
  }

  /// Below 40, from 40, from 80, 100 per cent: in half-points of a domain 0–3, 4–7, 8–9, 10, of the
  /// country 0–23, 24–47, 48–59, 60.
  @Test(arguments: [
    (10, 0...3, SDGUnofficialCalculation.Category.requiresProgress), (10, 4...7, .partiallyMeets),
    (10, 8...9, .meets), (10, 10...10, .fullyMeets), (60, 0...23, .requiresProgress),
    (60, 24...47, .partiallyMeets), (60, 48...59, .meets), (60, 60...60, .fullyMeets),
  ])
  func namesTheCategoryByTheOfficialThresholds(
    whole: Int,
    halves: ClosedRange<Int>,
    category: SDGUnofficialCalculation.Category,
  ) {
    for value in halves {
      #expect(
        SDGUnofficialCalculation.Category(value, of: whole) == category,
        "\(value) of \(whole)",
      )
    }
  }

  /// The second edition asks something on each of the 30, and 2e and 5a rest on one question alone.
  @Test func everySubcategoryIsFedByTheSecondEdition() throws {
    let questionnaire = try Questionnaire.secondEdition()
    for subcategory in SDGSubcategory.all {
      let count = questionnaire.questions.count { $0.subcategories.contains(subcategory) }
      #expect(count >= 1, "\(subcategory)")
      if ["2e", "5a"].contains(subcategory.description) { #expect(count == 1, "\(subcategory)") }
    }
  }
}
