import Consultation
import Testing

/// One thing changed in a good file, and the one fault that it makes.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let place: [Fault.Place]
  let what: Fault.What

  init(_ old: String, _ new: String, _ place: [Fault.Place], _ what: Fault.What) {
    self.old = old
    self.new = new
    self.place = place
    self.what = what
  }

  var testDescription: String { "\(old) → \(new)" }
}
