import Consultation
import FoundationEssentials
import PlacedJSON

/// Records as JSON: the model says what is in each, and this writes and reads it.
enum RecordCoding {
  static func value(_ record: Record) -> JSONValue {
    switch record {
    case .workshop(let payload): value(payload)
    case .identity(let payload): value(payload)
    case .agendaItem(let payload): value(payload)
    case .parked(let payload): value(payload)
    case .nextStep(let payload): value(payload)
    case .room(let payload): value(payload)
    case .speech(let payload): value(payload)
    case .attendance(let payload): value(payload)
    case .exchange(let payload): value(payload)
    case .useful(let payload): value(payload)
    case .frame(let payload): value(payload)
    case .delegate(let payload): value(payload)
    case .offer(let payload): value(payload)
    case .wish(let payload): value(payload)
    case .card(let payload): value(payload)
    case .priority(let payload): value(payload)
    case .verification(let payload): value(payload)
    case .consulted(let payload): value(payload)
    case .signOff(let payload): value(payload)
    case .interest(let payload): value(payload)
    case .baseline(let payload): value(payload)
    case .firstRound(let payload): value(payload)
    case .consent(let payload): value(payload)
    case .profile(let payload): value(payload)
    case .remark(let payload): value(payload)
    }
  }

  private static func value(_ payload: some Encodable) -> JSONValue {
    guard let bytes = try? JSONEncoder().encode(payload),
      let value = try? JSONReader.read(Array(bytes))
    else { fatalError("a record is numbers and texts, which JSON takes") }
    return value
  }

  /// - Throws: where it does not have the form of its kind.
  static func record(_ kind: Record.Kind, _ value: JSONValue) throws(RecordFault) -> Record {
    let record = try form(kind, value)
    if let (key, range) = record.numberOutsideRange {
      throw RecordFault(keys: [key], what: .doesNotFit(range))
    }
    return record
  }

  private static func form(
    _ kind: Record.Kind,
    _ value: JSONValue,
  ) throws(RecordFault) -> Record {
    switch kind {
    case .workshop: .workshop(try payload(value))
    case .identity: .identity(try payload(value))
    case .agendaItem: .agendaItem(try payload(value))
    case .parked: .parked(try payload(value))
    case .nextStep: .nextStep(try payload(value))
    case .room: .room(try payload(value))
    case .speech: .speech(try payload(value))
    case .attendance: .attendance(try payload(value))
    case .exchange: .exchange(try payload(value))
    case .useful: .useful(try payload(value))
    case .frame: .frame(try payload(value))
    case .delegate: .delegate(try payload(value))
    case .offer: .offer(try payload(value))
    case .wish: .wish(try payload(value))
    case .card: .card(try payload(value))
    case .priority: .priority(try payload(value))
    case .verification: .verification(try payload(value))
    case .consulted: .consulted(try payload(value))
    case .signOff: .signOff(try payload(value))
    case .interest: .interest(try payload(value))
    case .baseline: .baseline(try payload(value))
    case .firstRound: .firstRound(try payload(value))
    case .consent: .consent(try payload(value))
    case .profile: .profile(try payload(value))
    case .remark: .remark(try payload(value))
    }
  }

  private static func payload<Payload: Decodable>(
    _ value: JSONValue
  ) throws(RecordFault) -> Payload {
    do {
      return try JSONDecoder().decode(Payload.self, from: Data(JSONWriter.line(value)))
    } catch DecodingError.keyNotFound(let key, let context) {
      throw RecordFault(context, .missingKey(key.stringValue))
    } catch DecodingError.typeMismatch(_, let context) {
      throw RecordFault(context, .wrongValue)
    } catch DecodingError.valueNotFound(_, let context) {
      throw RecordFault(context, .wrongValue)
    } catch DecodingError.dataCorrupted(let context) {
      throw RecordFault(context, .wrongValue)
    } catch {
      throw RecordFault(keys: [], what: .wrongValue)
    }
  }

  /// `{"offer": {"1.2.3": {…}}}`, or nothing where there are none.
  static func table(_ records: [RecordKey: Record]) -> JSONValue? {
    guard !records.isEmpty else { return nil }
    let kinds = Dictionary(grouping: records) { $0.key.kind }
    return .object(
      kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, records in
        (
          kind.rawValue,
          .object(
            records.sorted { $0.key < $1.key }.map { ($0.key.id, value($0.value)) }
          ),
        )
      }
    )
  }
}

/// What is wrong in a record, and in which of its fields.
///
/// The field's name and never what stands in it: the record may be private.
struct RecordFault: Error {
  let keys: [String]
  let what: Fault.What

  init(keys: [String], what: Fault.What) {
    self.keys = keys
    self.what = what
  }

  fileprivate init(_ context: DecodingError.Context, _ what: Fault.What) {
    self.init(keys: context.codingPath.map(\.stringValue), what: what)
  }
}

extension FileReading {
  mutating func record(
    _ kind: Record.Kind,
    _ value: JSONValue,
    at place: [Fault.Place],
  ) -> Record? {
    do throws(RecordFault) {
      return try RecordCoding.record(kind, value)
    } catch {
      report(error.what, at: place + error.keys.map { .key($0) }, of: value)
      return nil
    }
  }

  /// The records of an object; kinds that a newer program wrote are left to be kept.
  mutating func records(of object: JSONValue, at place: [Fault.Place]) -> [RecordKey: Record] {
    var records: [RecordKey: Record] = [:]
    guard let table = object["records"] else { return [:] }
    let place = place + [.key("records")]
    for (name, values) in members(table, at: place) {
      guard let kind = Record.Kind(rawValue: name) else { continue }
      for (id, value) in members(values, at: place + [.key(name)]) {
        records[RecordKey(kind, id)] =
          record(kind, value, at: place + [.key(name), .key(id)])
      }
    }
    return records
  }
}
