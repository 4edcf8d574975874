/// One of the parts that a question names: ticked where it is in place.
package struct QuestionElement: Equatable, Sendable {
  /// What the answer keeps.
  package let code: String
  package let title: LocalizedText
  /// The sentence that a profile has for this part alone.
  package let statement: LocalizedText

  package init(code: String, title: LocalizedText, statement: LocalizedText) {
    self.code = code
    self.title = title
    self.statement = statement
  }
}

/// The parts that a question names, and how its level follows from those that are ticked.
package struct Elements: Equatable, Sendable {
  /// How many parts a question can name.
  package static let counts = 2...6

  package let all: [QuestionElement]
  /// How many have to be in place for the whole to be, where that is fewer than all.
  package let fewerForEstablished: Int?

  package init(_ all: [QuestionElement], fewerForEstablished: Int? = nil) {
    self.all = all
    self.fewerForEstablished = fewerForEstablished
  }

  package var codes: [String] { all.map(\.code) }

  /// The level that these ticks come to: enough of them, some, none.
  ///
  /// What is ticked and no part of the question does not count.
  package func level(of ticked: Set<String>) -> Step {
    let count = all.count { ticked.contains($0.code) }
    return count >= fewerForEstablished ?? all.count ? .established : count > 0 ? .partial : .absent
  }

  /// Those of them that are ticked, in the question's order.
  package func ticked(_ codes: Set<String>) -> [QuestionElement] {
    all.filter { codes.contains($0.code) }
  }
}
