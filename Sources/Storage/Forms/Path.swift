import Consultation

/// Where in a file a value stands: as a fault tells it, and as what is unknown there is found
/// again.
///
/// The two differ: a fault names a delegation or a question by itself, and counts no elements.
struct Path {
  var places: [Fault.Place] = []
  /// `nil` where what is unknown is not kept.
  var steps: [UnknownFields.Step]? = []

  func key(_ key: String) -> Path { to(.key(key), told: [.key(key)]) }

  /// A step that a fault tells otherwise, or not at all.
  func to(_ step: UnknownFields.Step, told: [Fault.Place]) -> Path {
    Path(places: places + told, steps: steps.map { $0 + [step] })
  }

  /// An element of an array; what has no identifier cannot be found again.
  func element(_ identifier: String?) -> Path {
    guard let identifier else { return passingOver }
    return to(.element(identifier), told: [])
  }

  /// The same where what is unknown is not kept.
  var passingOver: Path { Path(places: places, steps: nil) }

  /// The place before the last step.
  var outer: Path { Path(places: places.dropLast(), steps: steps?.dropLast()) }
}

/// How to reckon where a value stands.
///
/// A closure that does not escape, each made on the stack of the one before: a path costs nothing
/// until there is a fault to tell, or something unknown to keep.
typealias Way = () -> Path
