import Consultation
import PlacedJSON

/// Collects what is wrong in a file, with the place, and what it has that this program does not
/// know.
///
/// Reading goes on after a fault, so that a file is told everything that is wrong with it at once.
struct FileReading {
  private(set) var faults: [Fault] = []
  private(set) var unknown = UnknownFields()
  /// What the question is answered with of which something is read; it tells a date from a text.
  private(set) var kind: AnswerKind?
  /// The instruments of the questionnaire that is read, which its questions name by their codes.
  var instruments: [String: Option] = [:]
  /// The record that is read.
  private var record: JSONValue?
  /// Whether faults tell line and column too: of help where a place has no number of its own.
  private let hasPositions: Bool
  private let kindOf: (QuestionNumber) -> AnswerKind?

  init(
    hasPositions: Bool = true,
    kindOf: @escaping (QuestionNumber) -> AnswerKind? = { _ in nil },
  ) {
    self.hasPositions = hasPositions
    self.kindOf = kindOf
  }

  mutating func report(_ what: Fault.What, at way: Way, of value: JSONValue? = nil) {
    var place = way().places
    if hasPositions, let position = (record ?? value)?.place {
      place.insert(.position(line: position.line, column: position.column), at: 0)
    }
    faults.append(Fault(place, isInRecord ? what.ofPrivate : what))
  }

  mutating func report(wrongType expected: Fault.ExpectedType, at way: Way, of value: JSONValue) {
    report(.wrongType(expected: expected), at: way, of: value)
  }

  /// What is read from now on is said of a question.
  mutating func answers(_ number: QuestionNumber?) { kind = number.flatMap(kindOf) }

  /// Whether a record is read.
  ///
  /// It may be private: a fault tells where it stands and which of its fields is wrong, and never
  /// what stands in that.
  var isInRecord: Bool { record != nil }

  /// Reads a record.
  mutating func record<Read>(_ value: JSONValue, _ read: (inout FileReading) -> Read) -> Read {
    record = value
    defer { record = nil }
    return read(&self)
  }

  // MARK: What is unknown

  /// Keeps a member of an object that this program does not know.
  mutating func keep(_ member: JSONValue.Member, at way: Way) {
    if isInRecord, case .null = member.value.kind { return }
    guard let steps = way().steps else { return }
    unknown.keep((member.key, member.value.detached), at: steps[...])
  }

  /// Lets go of what was kept in elements of an array of which several go by one identifier:
  /// nobody can tell which is which.
  mutating func forgetRepeated(in elements: [JSONValue], at way: Way) {
    guard !unknown.isEmpty, let steps = way().steps else { return }
    var seen: Set<String> = []
    for id in elements.lazy.compactMap(\.identifier) where !seen.insert(id).inserted {
      unknown.forget((steps + [.element(id)])[...])
    }
  }
}

extension Fault.What {
  /// The same without what was read.
  fileprivate var ofPrivate: Fault.What {
    switch self {
    case .wrongType, .wrongForm, .unknownCode, .numberTooGreat: .wrongValue
    default: self
    }
  }
}

extension Fault {
  /// A fault of the JSON itself, with its line and column.
  init(_ fault: JSONFault) {
    let what: What =
      switch fault.what {
      case .notUTF8: .notUTF8
      case .unexpected, .trailingText, .loneSurrogate: .notJSON
      case .numberTooLong: .numberTooGreat
      case .endsTooEarly: .endsTooEarly
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .tooLarge(let limit): .tooLarge(limitInMegabytes: limit >> 20)
      case .duplicateKey(let key): .duplicateKey(key)
      }
    self.init([.position(line: fault.place.line, column: fault.place.column)], what)
  }
}
