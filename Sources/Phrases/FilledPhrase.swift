import Consultation

/// A phrase of the interface together with the values in its text, such as `{name}`.
///
/// The functions in `Generated` make it, with a parameter for each value.
package struct FilledPhrase: Sendable {
  /// What stands in the place of a name in braces.
  enum Value: Sendable {
    case number(Int)
    case question(QuestionNumber)
    case date(CalendarDate)
    case text(InsertedText)
  }

  let key: String
  let values: [(name: String, value: Value)]

  init(key: String, values: [(name: String, value: Value)]) {
    self.key = key
    self.values = values
  }

  init(_ key: String, _ values: (name: String, value: Value)...) {
    self.init(key: key, values: values)
  }

  subscript(name: Substring) -> Value? { values.first { $0.name == name }?.value }

  /// What a phrase with plural forms takes its form from.
  var count: Int {
    if case .number(let count) = self["count"] { count } else { 0 }
  }
}
