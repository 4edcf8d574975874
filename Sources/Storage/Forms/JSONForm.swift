import Consultation
import PlacedJSON

/// How values of a type stand in a file: said once, and read and written by it.
///
/// Reading reports every fault with its place and goes on; `nil` says that there was one that
/// leaves no value. Writing is total. What an object has that its form does not name is kept, so
/// that it can be written again at its place.
///
/// Limitations: a form may give a value although it reported a fault, where something stands in the
/// place of what could not be read. Whoever reads asks for the faults, and not for the value alone.
struct JSONForm<Value>: Sendable {
  let read: @Sendable (JSONValue, Way, inout FileReading) -> Value?
  let write: @Sendable (Value) -> JSONValue

  init(
    read: @escaping @Sendable (JSONValue, Way, inout FileReading) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue,
  ) {
    self.read = read
    self.write = write
  }
}

/// A part of an object: one key or several, read together and written together.
struct JSONField<Whole, Part>: Sendable {
  let keys: [String]
  /// `nil` where there was a fault that leaves no part.
  let read: @Sendable (inout ObjectReading, Way, inout FileReading) -> Part?
  let write: @Sendable (Whole, inout [JSONValue.Member]) -> Void
}

extension JSONField {
  /// A key that has to be there.
  init(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> Part,
    _ form: JSONForm<Part>,
  ) {
    self.init(key, form, writing: { form.write(part($0)) })
  }

  /// The same, written otherwise than from the part alone.
  init(
    _ key: String,
    _ form: JSONForm<Part>,
    writing value: @escaping @Sendable (Whole) -> JSONValue,
  ) {
    keys = [key]
    read = { object, way, reading in object.required(key, form, way, &reading) }
    write = { whole, members in members.append((key, value(whole))) }
  }

  /// A key that may be missing, and is left out where there is nothing to say.
  ///
  /// `told` says how a fault tells its place, where not by the key.
  init<Wrapped>(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> Wrapped?,
    optional form: JSONForm<Wrapped>,
    told: [Fault.Place]? = nil,
  ) where Part == Wrapped? {
    keys = [key]
    read = { object, way, reading in
      guard let value = object.take(key) else { return .some(nil) }
      if reading.isInRecord, case .null = value.kind { return .some(nil) }
      let place = told ?? [.key(key)]
      return .some(form.read(value, { way().to(.key(key), told: place) }, &reading))
    }
    write = { whole, members in
      if let part = part(whole) { members.append((key, form.write(part))) }
    }
  }

  /// A key that stands for something where it is missing, and is always written.
  init(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> Part,
    _ form: JSONForm<Part>,
    default missing: Part,
  ) where Part: Sendable {
    keys = [key]
    read = { object, way, reading in
      guard let value = object.take(key) else { return missing }
      if reading.isInRecord, case .null = value.kind { return missing }
      return form.read(value, { way().key(key) }, &reading) ?? missing
    }
    write = { whole, members in members.append((key, form.write(part(whole)))) }
  }

  /// A key that stands for something where it is missing, and is left out where it would say just
  /// that.
  init(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> Part,
    _ form: JSONForm<Part>,
    omitting missing: Part,
  ) where Part: Equatable & Sendable {
    let field = JSONField(key, part, form, default: missing)
    keys = [key]
    read = { object, way, reading in
      let part = field.read(&object, way, &reading)
      // What a record says although it need not is written again.
      if reading.isInRecord, part == missing, let value = object.value[key] {
        reading.keep((key, value), at: way)
      }
      return part
    }
    write = { whole, members in
      if part(whole) != missing { field.write(whole, &members) }
    }
  }

  /// Fields that stand in the object itself and are a value of their own.
  init(_ part: @escaping @Sendable (Whole) -> Part, _ fields: JSONFields<Part>) {
    keys = fields.keys
    read = fields.read
    write = { whole, members in fields.write(part(whole), &members) }
  }

  /// The same, with something in the place of what cannot be read.
  func or(_ other: Part) -> JSONField where Part: Sendable {
    JSONField(
      keys: keys,
      read: { object, way, reading in read(&object, way, &reading) ?? other },
      write: write,
    )
  }
}

/// The fields of an object, and how they make a value.
struct JSONFields<Whole>: Sendable {
  let keys: [String]
  let read: @Sendable (inout ObjectReading, Way, inout FileReading) -> Whole?
  let write: @Sendable (Whole, inout [JSONValue.Member]) -> Void
}

extension JSONFields {
  /// Fields are read in the order in which they are said here, all of them, whatever is wrong with
  /// one.
  init<each Part>(
    _ field: repeat JSONField<Whole, each Part>,
    make: @escaping @Sendable (repeat each Part) -> Whole?,
  ) {
    let fields = (repeat each field)
    var keys: [String] = []
    for field in repeat each fields { keys += field.keys }
    self.keys = keys
    read = { object, way, reading in
      let parts = (repeat (each fields).read(&object, way, &reading))
      do {
        return make(repeat try (each parts).orThrow())
      } catch {
        return nil
      }
    }
    write = { whole, members in
      for field in repeat each fields { field.write(whole, &members) }
    }
  }
}

private struct Missing: Error {}

extension Optional {
  // Inlined so that no type is looked up while a file is read: a long one has a million fields.
  @inline(__always)
  fileprivate func orThrow() throws(Missing) -> Wrapped {
    guard let self else { throw Missing() }
    return self
  }
}

extension JSONForm {
  /// An object with these fields, and with members that are always the same.
  ///
  /// Some other keys may be known there and not read; a lenient one takes what is no object for
  /// one that is empty; `told` says how a fault tells the place of the fields.
  init(
    _ fields: JSONFields<Value>,
    constants: KeyValuePairs<String, JSONValue> = [:],
    passingOver keys: [String] = [],
    isLenient: Bool = false,
    told: @escaping @Sendable (Path, JSONValue) -> Path = { path, _ in path },
  ) {
    let otherKeys = keys + constants.map(\.key)
    let constants = Array(constants)
    self.init(
      read: { value, way, reading in
        guard var object = ObjectReading(value) ?? (isLenient ? ObjectReading(none: value) : nil)
        else {
          reading.report(wrongType: .object, at: { told(way(), value) }, of: value)
          return nil
        }
        let whole = fields.read(&object, { told(way(), value) }, &reading)
        object.keepUnknown(besides: otherKeys, at: way, &reading)
        return whole
      },
      write: { whole in
        var members: [JSONValue.Member] = constants.map { ($0.key, $0.value) }
        fields.write(whole, &members)
        return .object(members)
      },
    )
  }

  /// An object with these fields.
  init<each Part>(
    _ field: repeat JSONField<Value, each Part>,
    make: @escaping @Sendable (repeat each Part) -> Value?,
  ) {
    self.init(JSONFields(repeat each field, make: make))
  }
}

extension ObjectReading {
  /// The value of a key that has to be there.
  mutating func required(
    _ key: String,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> JSONValue? {
    if let value = take(key) { return value }
    reading.report(isObject ? .missingKey(key) : .wrongType(expected: .object), at: way, of: value)
    return nil
  }

  /// The same, read by its form.
  mutating func required<Part>(
    _ key: String,
    _ form: JSONForm<Part>,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> Part? {
    guard let value = required(key, way, &reading) else { return nil }
    return form.read(value, { way().key(key) }, &reading)
  }

  /// The value of a key that may be missing, read by its form.
  mutating func optional<Part>(
    _ key: String,
    _ form: JSONForm<Part>,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> Part? {
    guard let value = take(key) else { return nil }
    return form.read(value, { way().key(key) }, &reading)
  }

  /// Keeps the members that nobody asked for, but for those of some keys.
  func keepUnknown(besides keys: [String], at way: Way, _ reading: inout FileReading) {
    guard !isKnown else { return }
    for member in unknown(besides: keys) { reading.keep(member, at: way) }
  }
}
