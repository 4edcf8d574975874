/// What SDG indicator 10.7.2 would come to by a delegation's own answers: a rehearsal for its own
/// eyes, and no official figure.
///
/// The official method (metadata 10-07-02): each of the 30 sub-categories counts 1, or 0, or in
/// domain 1 a half where migrants have access according to their status; a domain is the mean of
/// its five, the indicator the mean of all 30.
///
/// What the method leaves open is decided on the careful side:
/// - Outside domain 1 a partial answer counts 0: the United Nations Inquiry asks for a yes, and
///   something that is there in part is no yes as yet.
/// - Where several questions feed one sub-category, the least of them counts: all have to hold.
/// - A question that is open, declined, not applicable or not asked is not guessed: what depends
///   on it is given as a range, from the least to the most that it can come to.
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
    /// In halves: 0, 1 or 2; `nil` where it gives no value.
    package let halves: Int?
    package let absence: Absence?
  }

  /// One of the 30 sub-categories.
  package struct Item: Equatable, Sendable {
    package let subcategory: SDGSubcategory
    /// In the questionnaire's order; none where the questionnaire asks nothing on it.
    package let sources: [Source]
    package let value: Measure
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
      return Item(subcategory: subcategory, sources: sources, value: Self.value(of: sources))
    }
  }

  /// The least of what feeds it; anything at all where nothing does.
  private static func value(of sources: [Source]) -> Measure {
    let least = sources.map { $0.halves ?? 0 }.min() ?? 0
    let most = sources.map { $0.halves ?? 2 }.min() ?? 2
    return Measure(least: least, most: most, of: 2)
  }

  /// The mean of a domain's five sub-categories.
  package func domain(_ number: Int) -> Measure {
    Self.mean(items.filter { $0.subcategory.domain == number })
  }

  /// The mean of all 30.
  package var overall: Measure { Self.mean(items) }

  /// The sub-categories that rest on a question without a value, or on none.
  package var unsettled: [Item] {
    items.filter { item in item.sources.isEmpty || item.sources.contains { $0.halves == nil } }
  }

  private static func mean(_ items: [Item]) -> Measure {
    Measure(
      least: items.map(\.value.least).reduce(0, +),
      most: items.map(\.value.most).reduce(0, +),
      of: items.map(\.value.whole).reduce(0, +),
    )
  }
}

extension SDGUnofficialCalculation {
  /// From the least to the most that something can come to, in halves of a whole.
  package struct Measure: Equatable, Sendable {
    package let least: Int
    package let most: Int
    package let whole: Int

    package init(least: Int, most: Int, of whole: Int) {
      self.least = least
      self.most = most
      self.whole = whole
    }

    /// Whether every answer that it rests on is there, or none of the missing ones matters.
    package var isSettled: Bool { least == most }

    package var leastCategory: Category { Category(least, of: whole) }
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
      halves = Self.halves(step, inDomain: subcategory.domain)
      absence = nil
    case .notApplicable: (halves, absence) = (nil, .notApplicable)
    case .declined: (halves, absence) = (nil, .declined)
    case .option, .options, .number, .date, .text: (halves, absence) = (nil, .noScale)
    case nil: (halves, absence) = (nil, answer == nil ? .notAsked : .open)
    }
  }

  private static func halves(_ step: Step, inDomain domain: Int) -> Int {
    switch step {
    case .established: 2
    case .partial: domain == 1 ? 1 : 0
    case .absent: 0
    }
  }
}

extension SDGSubcategory {
  /// The 30 of them, in their order.
  package static let all: [SDGSubcategory] = (1...6).flatMap { domain in
    "abcde".compactMap { SDGSubcategory("\(domain)\($0)") }
  }
}
