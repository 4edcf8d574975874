import Consultation
import PlacedJSON

extension JSONForm {
  /// A text of a form of its own; a fault names one that does not have it.
  static func formed(
    _ value: @escaping @Sendable (String) -> Value?,
    _ text: @escaping @Sendable (Value) -> String,
    fault: @escaping @Sendable (String) -> Fault.What = Fault.What.wrongForm,
  ) -> JSONForm {
    JSONForm(
      read: { json, way, reading in
        guard let text = JSONForm<String>.string.read(json, way, &reading) else { return nil }
        if let value = value(text) { return value }
        reading.report(fault(text), at: way, of: json)
        return nil
      },
      write: { .string(text($0)) },
    )
  }
}

extension JSONForm where Value == String {
  static let string = JSONForm(
    read: { value, way, reading in
      if value.string == nil { reading.report(wrongType: .string, at: way, of: value) }
      return value.string
    },
    write: { .string($0) },
  )
}

extension JSONForm where Value == Bool {
  static let bool = JSONForm(
    read: { value, way, reading in
      if value.bool == nil { reading.report(wrongType: .boolean, at: way, of: value) }
      return value.bool
    },
    write: { JSONValue(.bool($0)) },
  )
}

extension JSONForm where Value: FixedWidthInteger & Sendable {
  /// A whole number within a range; a fault says which.
  ///
  /// In a record it may be written with a fraction of nothing, as earlier versions read it too.
  static func number(
    in range: ClosedRange<Value>,
    outside fault: @escaping @Sendable (ClosedRange<Int>) -> Fault.What = Fault.What.doesNotFit,
  ) -> JSONForm {
    JSONForm(
      read: { value, way, reading in
        let isInRecord = reading.isInRecord
        let exact = isInRecord ? value.number.flatMap { Int(exactly: $0) } : nil
        let number = value.wholeNumber ?? exact
        guard number != nil || value.isWrittenAsWholeNumber && !isInRecord else {
          reading.report(wrongType: .wholeNumber, at: way, of: value)
          return nil
        }
        if let number = number.flatMap({ Value(exactly: $0) }), range.contains(number) {
          return number
        }
        let limits = Int(range.lowerBound)...Int(range.upperBound)
        reading.report(fault(limits), at: way, of: value)
        return nil
      },
      write: { .number(Int($0)) },
    )
  }
}

extension JSONForm where Value == Int {
  /// Any whole number that any reader of JSON has exactly.
  static let anyNumber = number(in: -ChangeOrder.range.upperBound...ChangeOrder.range.upperBound)
}

extension JSONForm where Value: RawRepresentable<String> & CaseIterable & SendableMetatype {
  /// One of the codes of a type; a fault names those that there are.
  static var code: JSONForm {
    .formed({ Value(rawValue: $0) }, \.rawValue) { text in
      .unknownCode(text, allowed: Value.allCases.map(\.rawValue))
    }
  }
}

extension JSONForm where Value == Timestamp {
  static let moment = JSONForm.formed({ Timestamp($0) }, \.text)
}

extension JSONForm where Value == CalendarDate {
  static let date = JSONForm.formed({ CalendarDate($0) }, \.description)
}

extension JSONForm where Value == QuestionNumber {
  static let question = JSONForm.formed({ QuestionNumber($0) }, \.description)
}

extension JSONForm where Value == DelegationCode {
  static let delegation = JSONForm.formed({ DelegationCode($0) }, \.description)
}

extension JSONForm {
  /// The same of what can be made into the value and back.
  func map<Other>(
    _ other: @escaping @Sendable (Value) -> Other,
    from value: @escaping @Sendable (Other) -> Value,
  ) -> JSONForm<Other> {
    JSONForm<Other>(
      read: { json, way, reading in read(json, way, &reading).map(other) },
      write: { write(value($0)) },
    )
  }
}

// MARK: Several

extension JSONForm {
  /// An array; one whose elements are told from each other by a key, where that is said.
  static func list<Element>(of form: JSONForm<Element>, noTwoOfOne key: String? = nil) -> JSONForm
  where Value == [Element] {
    JSONForm(
      read: { value, way, reading in
        guard let elements = value.elements else {
          reading.report(wrongType: .array, at: way, of: value)
          return nil
        }
        if let key { reading.reportRepeated(key, in: elements, at: way) }
        var read: [Element] = []
        read.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
          let isInRecord = reading.isInRecord
          let own = form.read(
            element,
            {
              // A record's elements are told by their place in it.
              isInRecord
                ? way().key("Index \(index)") : way().element(element.identifier)
            },
            &reading,
          )
          if let own { read.append(own) }
        }
        if key == nil { reading.forgetRepeated(in: elements, at: way) }
        return read
      },
      write: { .array($0.map(form.write)) },
    )
  }

  /// An object whose keys are names of what stands there.
  static func table<Key: Hashable & SendableMetatype, Element>(
    _ key: JSONForm<Key>.Name,
    of form: JSONForm<Element>,
  ) -> JSONForm where Value == [Key: Element] {
    JSONForm(
      read: { value, way, reading in
        guard let members = value.members else {
          reading.report(wrongType: .object, at: way, of: value)
          return nil
        }
        var read: [Key: Element] = [:]
        read.reserveCapacity(members.count)
        for (name, value) in members {
          guard let own = key.value(name) else {
            key.unreadable(name, value, way, &reading)
            continue
          }
          key.entering(own, &reading)
          read[own] = form.read(value, { key.place(way(), own, name) }, &reading)
        }
        return read
      },
      write: { table in .object(table.map { (key.text($0.key), form.write($0.value)) }) },
    )
  }

  /// How the keys of an object are read.
  struct Name: Sendable {
    let value: @Sendable (String) -> Value?
    let text: @Sendable (Value) -> String
    var unreadable: @Sendable (String, JSONValue, Way, inout FileReading) -> Void = {
      name,
      value,
      way,
      reading in
      reading.report(.wrongForm(name), at: way, of: value)
    }
    var place: @Sendable (Path, Value, String) -> Path = { path, _, name in path.key(name) }
    var entering: @Sendable (Value, inout FileReading) -> Void = { _, _ in }
  }
}

extension FileReading {
  /// Reports what names something by an identifier that something beside it has already.
  fileprivate mutating func reportRepeated(
    _ key: String,
    in elements: [JSONValue],
    at way: Way,
  ) {
    guard elements.count > 1 else { return }
    var seen: Set<String> = []
    for element in elements {
      guard let id = element[key]?.string, !seen.insert(id).inserted else { continue }
      report(.duplicateIdentifier(id), at: way, of: element)
    }
  }
}

extension JSONForm.Name where Value == String {
  static var any: JSONForm.Name { JSONForm.Name(value: { $0 }, text: { $0 }) }
}
