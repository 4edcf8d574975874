/// What SDG indicator 10.7.2 would come to by a delegation's own answers: an unofficial calculation
/// for its own eyes.
///
/// The official method (metadata 10-07-02 of 2023-03-31): each of the 30 sub-categories counts 1 or
/// 0, or in domain 1 a half where migrants have access according to their status; a missing value
/// counts 0; a domain is the unweighted mean of its five, the indicator that of all 30. In
/// half-points all of it is whole: a sub-category has two, a domain ten, the indicator sixty.
///
/// What the method leaves open is decided here, and is no part of the metadata:
/// - Outside domain 1 the official form knows no partial answer. What is partly in place counts 0
///   in the value, and in full at the other end of the range.
/// - Where several questions feed one sub-category all have to hold and the least of them counts,
///   but where its words ask for one or the other (`SDGSubcategory.isMetByAny`).
/// - A question that is open, declined, not applicable or not asked is a missing value: 0, and in
///   full at the other end of the range.
package struct SDGUnofficialCalculation: Equatable, Sendable {
  /// Why a question gives no value.
  package enum Absence: Equatable, Sendable {
    case open, declined, notApplicable
    /// An earlier answer rules it out.
    case notAsked
    /// It is answered, on no scale of three steps.
    case noScale
  }

  /// A question that feeds a sub-category, and what it counts.
  package struct Source: Equatable, Sendable {
    package let question: QuestionNumber
    package let measure: Measure
    package let absence: Absence?
  }

  /// One of the 30 sub-categories.
  package struct Item: Equatable, Sendable {
    package let subcategory: SDGSubcategory
    /// In the questionnaire's order; none where the questionnaire asks nothing on it.
    package let sources: [Source]
    package let measure: Measure
  }

  package let items: [Item]

  package init(of delegation: Delegation, in questionnaire: Questionnaire) {
    let asked = Set(AskedQuestions(of: questionnaire, for: delegation).numbers)
    let questions = questionnaire.questions.filter { !$0.subcategories.isEmpty }
    items = SDGSubcategory.all.map { subcategory in
      let sources = questions.filter { $0.subcategories.contains(subcategory) }.map { question in
        Source(
          question.number,
          asked.contains(question.number) ? delegation.answer(to: question.number) : nil,
          in: subcategory,
        )
      }
      return Item(subcategory, sources)
    }
  }

  /// The mean of a domain's five sub-categories.
  package func domain(_ number: Int) -> Measure {
    Self.mean(items.filter { $0.subcategory.domain == number })
  }

  /// The mean of all 30.
  package var overall: Measure { Self.mean(items) }

  /// The sub-categories that a partial or a missing answer keeps from being settled.
  package var unsettled: [Item] { items.filter { !$0.measure.isSettled } }

  private static func mean(_ items: [Item]) -> Measure {
    Measure(
      value: items.map(\.measure.value).reduce(0, +),
      most: items.map(\.measure.most).reduce(0, +),
      of: items.map(\.measure.whole).reduce(0, +),
    )
  }
}

extension SDGUnofficialCalculation.Item {
  fileprivate init(
    _ subcategory: SDGSubcategory,
    _ sources: [SDGUnofficialCalculation.Source],
  ) {
    self.subcategory = subcategory
    self.sources = sources
    let values = sources.map(\.measure.value)
    let most = sources.map(\.measure.most)
    measure =
      subcategory.isMetByAny
      ? .init(value: values.max() ?? 0, most: most.max() ?? 2, of: 2)
      : .init(value: values.min() ?? 0, most: most.min() ?? 2, of: 2)
  }
}

extension SDGUnofficialCalculation {
  /// What something counts, in half-points, and the most that it can come to.
  package struct Measure: Equatable, Sendable {
    /// By the official method: what is missing counts 0, and so does what the form does not know.
    package let value: Int
    /// With all that is partial or missing in place.
    package let most: Int
    /// All that there is: two for a sub-category.
    package let whole: Int

    package init(value: Int, most: Int, of whole: Int) {
      self.value = value
      self.most = most
      self.whole = whole
    }

    /// Whether no partial or missing answer can change the value.
    package var isSettled: Bool { value == most }

    package var category: Category { Category(value, of: whole) }
    package var mostCategory: Category { Category(most, of: whole) }

    /// A share in tenths of a per cent, rounded: 417 for 41.7 %.
    package static func permille(_ halves: Int, of whole: Int) -> Int {
      whole == 0 ? 0 : (2000 * halves + whole) / (2 * whole)
    }
  }

  /// The official names of how far a value goes.
  package enum Category: CaseIterable, Sendable {
    /// Below 40 per cent.
    case requiresProgress
    /// From 40 to below 80 per cent.
    case partiallyMeets
    /// From 80 to below 100 per cent.
    case meets
    case fullyMeets

    /// Compares whole numbers, so that no rounding moves a value over a threshold.
    package init(_ halves: Int, of whole: Int) {
      switch 100 * halves {
      case ..<(40 * whole): self = .requiresProgress
      case ..<(80 * whole): self = .partiallyMeets
      case ..<(100 * whole): self = .meets
      default: self = .fullyMeets
      }
    }
  }
}

extension SDGUnofficialCalculation.Source {
  fileprivate init(
    _ question: QuestionNumber,
    _ answer: Answer?,
    in subcategory: SDGSubcategory,
  ) {
    self.question = question
    switch answer?.value {
    case .step(let step):
      measure = Self.measure(of: step, inDomain: subcategory.domain)
      absence = nil
    case .notApplicable: (measure, absence) = (Self.missing, .notApplicable)
    case .declined: (measure, absence) = (Self.missing, .declined)
    case .option, .options, .number, .date, .text: (measure, absence) = (Self.missing, .noScale)
    case nil: (measure, absence) = (Self.missing, answer == nil ? .notAsked : .open)
    }
  }

  private static let missing = SDGUnofficialCalculation.Measure(value: 0, most: 2, of: 2)

  private static func measure(
    of step: Step,
    inDomain domain: Int,
  ) -> SDGUnofficialCalculation.Measure {
    switch step {
    case .established: .init(value: 2, most: 2, of: 2)
    // The form's own answer there: "Yes, only for those with legal immigration status".
    case .partial where domain == 1: .init(value: 1, most: 1, of: 2)
    case .partial: .init(value: 0, most: 2, of: 2)
    case .absent: .init(value: 0, most: 0, of: 2)
    }
  }
}

extension SDGSubcategory {
  /// The 30 of them, in their order.
  package static let all: [SDGSubcategory] = (1...6).flatMap { domain in
    "abcde".compactMap { SDGSubcategory("\(domain)\($0)") }
  }

  /// Whether one of the questions that feed it suffices, by its words in the metadata: 1a asks for
  /// "essential and/or emergency health care", 3b for "bilateral agreements on migration, including
  /// labour migration".
  package var isMetByAny: Bool {
    switch (domain, letter) {
    case (1, "a"), (3, "b"): true
    default: false
    }
  }
}
