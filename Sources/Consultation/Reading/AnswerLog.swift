/// What was done to one answer, the latest change first.
///
/// A change is looked up when it is asked for: a long log costs what is read of it.
package struct AnswerLog: RandomAccessCollection, Sendable {
  package struct Entry: Equatable, Sendable {
    package let change: Change
    /// Whether it is the latest of its part of the answer.
    package let stands: Bool
  }

  private let history: [Change]
  private let places: [Int]
  private let last: [AnswerPart.Kind: Int]

  init(of history: [Change], places: [Int], last: [AnswerPart.Kind: Int]) {
    self.history = history
    self.places = places
    self.last = last
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  package subscript(index: Int) -> Entry {
    let place = places[places.count - 1 - index]
    return Entry(change: history[place], stands: last[history[place].what.kind] == place)
  }
}

extension Session {
  /// What was done to an answer of a delegation, or to its records.
  func log(of code: DelegationCode, on number: QuestionNumber?) -> AnswerLog {
    if let index = log.index {
      let log = index[code].log(of: number)
      return AnswerLog(of: history, places: log.places, last: log.last)
    }
    var places: [Int] = []
    var last: [AnswerPart.Kind: Int] = [:]
    for (place, change) in history.enumerated()
    where change.delegation == code && change.question == number {
      places.append(place)
      last[change.what.kind] = place
    }
    return AnswerLog(of: history, places: places, last: last)
  }
}
