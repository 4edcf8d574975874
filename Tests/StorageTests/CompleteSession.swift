import PlacedJSON
import TestSupport

/// A session with every kind of record and change, with open and hidden positions, and, where it is
/// asked for, with keys that only a newer program knows at every level.
enum CompleteSession {
  /// Of each kind of record one as the file has it.
  static let records: [(kind: String, record: String)] = [
    (
      "workshop",
      #"{"title": {"text": "T", "language": "en", "translations": {"fr": {"text": "t", "standing": "human", "older": true}}}, "place": {"text": "P", "language": "ar"}, "days": ["2023-06-15", "2023-06-16"]}"#,
    ),
    (
      "identity",
      #"{"code": "ZZA", "rank": 7, "kind": "state", "shortName": {"ar": "ا", "en": "", "fr": "M"}, "officialName": {"ar": "ب", "en": "B", "fr": "R"}}"#,
    ),
    (
      "agendaItem",
      #"{"id": "a1", "kind": "domain", "title": {"text": "A", "language": "en"}, "start": 570, "minutes": 30, "domain": 1}"#,
    ),
    ("parked", #"{"id": "p1", "text": "aside", "question": "1.1.1"}"#),
    ("nextStep", #"{"id": "s1", "text": "do", "owner": "o", "due": "2024-01-02"}"#),
    (
      "room",
      #"{"item": "a1", "startedAt": "2023-06-15T10:42:07.123Z", "pausedAt": "2023-06-15T10:43:07.123Z", "paused": 12, "added": -3, "domain": 2, "question": "1.1.1", "turns": "inTurn", "turn": "ZZA"}"#,
    ),
    (
      "speech",
      #"{"delegation": "ZZA", "askedAt": "2023-06-15T10:42:07.123Z", "startedAt": "2023-06-15T10:42:08.123Z", "endedAt": "2023-06-15T10:42:09.123Z"}"#,
    ),
    (
      "attendance",
      #"{"delegation": "ZZA", "arrivedAt": "2023-06-15T10:42:07.123Z", "leftAt": "2023-06-15T10:44:07.123Z"}"#,
    ),
    (
      "exchange",
      #"{"question": "1.1.1", "tells": "ZZA", "hears": ["ZZB", "ZZC"], "acceptedBy": ["ZZB"], "item": "a1", "said": "s", "takenHome": "h"}"#,
    ),
    ("frame", #"{"mode": "hybrid", "languages": ["fr", "ar"], "digits": "arabic"}"#),
    (
      "delegate",
      #"{"id": "d1", "name": "N", "institution": "I", "role": "R", "isOnline": true}"#,
    ),
    ("offer", #"{"question": "1.1.1", "text": "o", "sharing": "room"}"#),
    ("wish", #"{"question": "1.1.2", "sharing": "report", "isAnonymous": true}"#),
    (
      "card",
      #"{"question": "1.1.1", "linked": ["1.1.2", "2.1.1"], "title": "t", "done": "d", "by": "b", "instrument": "i", "costAndTime": "c", "obstacles": "o", "contact": "k", "sharing": "private"}"#,
    ),
    (
      "useful",
      #"{"owner": "ZZB", "card": "c1", "isUseful": true, "asks": "a", "asksForContact": false, "isAnonymous": true}"#,
    ),
    (
      "priority",
      #"{"title": "t", "support": "s", "domain": 1, "nextStep": "n", "owner": "o", "due": "2024-05-06", "sharing": "private"}"#,
    ),
    ("verification", #"{"question": "1.1.1", "by": "b", "due": "2024-05-06"}"#),
    (
      "consulted",
      #"{"domain": 1, "question": "1.1.2", "institution": "i", "manner": "letter", "on": "2024-05-06"}"#,
    ),
    (
      "signOff",
      #"{"domain": 1, "by": "a", "at": "2023-06-15T10:42:07.123Z", "after": "c1"}"#,
    ),
    (
      "interest",
      #"{"isInterested": true, "deadline": "2024-05-06", "note": "n", "sharing": "room"}"#,
    ),
    (
      "baseline",
      #"{"at": "2023-06-15T10:42:07.123Z", "by": "b", "fingerprint": "0a", "version": "1", "answers": {"1.1.1": {"value": "partial", "note": "n", "evidence": ["e", "f"], "wording": "w"}, "1.1.2": {"value": "x", "evidence": [], "wording": "v"}}}"#,
    ),
    ("firstRound", #"{"question": "1.1.1", "isHidden": true}"#),
    (
      "consent",
      #"{"until": "2023-06-15T12:42:07.123Z", "givenAt": "2023-06-15T10:42:07.123Z", "by": "b"}"#,
    ),
    (
      "profile",
      #"{"standing": "consulted", "context": {"text": "c", "language": "fr", "translations": {"ar": {"text": "س", "standing": "human"}}}, "mayBeNamed": true}"#,
    ),
    (
      "remark",
      #"{"institution": "i", "domain": 3, "comment": "c", "response": "r", "on": "2024-05-06"}"#,
    ),
    (
      "passage",
      #"{"section": "text", "domain": 1, "text": {"text": "p", "language": "en", "translations": {"ar": {"text": "ن", "standing": "human"}}}, "grounds": {"1.1.1": "00a1", "card/c1": "00b2"}}"#,
    ), ("passagePlace", #"{"rank": 1024, "isPrinted": false}"#),
    (
      "imprint",
      #"{"title": {"text": "t", "language": "fr"}, "ministry": {"text": "m", "language": "fr"}, "year": 2026, "approvedBy": {"text": "b", "language": "fr"}, "approvedOn": "2026-05-06", "citation": {"text": "c", "language": "fr"}}"#,
    ),
    (
      "keyFigure",
      #"{"title": {"text": "f", "language": "en"}, "figure": "12 000", "year": 2024, "source": "s"}"#,
    ),
    ("acronym", #"{"short": "IOM", "meaning": {"text": "m", "language": "en"}}"#),
    ("reviewNote", #"{"title": "t", "kind": "lesson", "roundTable": 2, "text": "x"}"#),
  ]

  /// What the session holds of a delegation in tables, and what of the workshop.
  private static func table(_ kinds: [String]) throws -> JSONValue {
    .object(
      try records.filter { kinds.contains($0.kind) }.map { kind, record in
        (
          kind,
          .object([
            (
              kind == "firstRound" ? "1.1.1" : "x", try JSONReader.read(Array(record.utf8)),
            )
          ]),
        )
      }
    )
  }

  private static let ofWorkshop = ["room", "speech", "attendance", "exchange"]
  private static let listed = [
    "workshop", "identity", "agendaItem", "parked", "nextStep", "frame", "delegate",
  ]

  private static func record(
    _ kind: String,
    number: Int,
    _ record: String,
  ) throws -> JSONValue {
    let id = kind == "identity" ? "ZZA" : kind == "firstRound" ? "1.1.1" : "x"
    let was =
      number % 2 == 0 ? "{\"id\": \"\(id)\"}" : "{\"id\": \"\(id)\", \"record\": \(record)}"
    let own = ofWorkshop + listed.prefix(5)
    let delegation = own.contains(kind) ? "" : "\"delegation\": \"ZZA\", "
    let text = """
      {"id": "r\(number)", "at": "2023-06-15T10:50:\(10 + number).500Z", "by": "amina",
       \(delegation)"what": "\(kind)", "act": "a\(number)",
       "to": {"id": "\(id)", "record": \(record)}, "was": \(was)}
      """
    return try JSONReader.read(Array(text.utf8))
  }

  /// An answer with everything, to a question of any kind, and a change of each part that takes
  /// away what can be.
  private static let parts = [
    #"{"id": "n1", "at": "2023-06-15T10:49:01Z", "by": "b", "delegation": "ZZB", "question": "2.1.1", "what": "answered", "to": {"value": "a", "status": "draft"}, "was": {"status": "draft"}}"#,
    #"{"id": "n2", "at": "2023-06-15T12:49:01.1+02:00", "by": "b", "delegation": "ZZB", "question": "2.1.2", "what": "answered", "to": {"value": ["x", "z"], "status": "draft"}, "was": {"value": [], "status": "draft"}, "role": "facilitator"}"#,
    #"{"id": "n3", "at": "2023-06-15T10:49:02Z", "by": "b", "delegation": "ZZB", "question": "2.1.3", "what": "answered", "to": {"value": 1.25e1}, "was": {"value": -0}}"#,
    #"{"id": "n4", "at": "2023-06-15T10:49:03Z", "by": "b", "delegation": "ZZB", "question": "2.1.4", "what": "answered", "to": {"value": "2020-02-29"}, "was": {"value": "declined"}}"#,
    #"{"id": "n5", "at": "2023-06-15T10:49:04Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "position", "to": {"institution": "S"}, "was": {"institution": "S", "position": {"institution": "S", "value": "partial"}}}"#,
    #"{"id": "n6", "at": "2023-06-15T10:49:05Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "evidence", "to": {"evidenceID": "e"}, "was": {"evidenceID": "e", "evidence": {"id": "e", "title": "t"}}}"#,
    #"{"id": "n7", "at": "2023-06-15T10:49:06Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "comment", "to": {"commentID": "e"}, "was": {"commentID": "e"}}"#,
    #"{"id": "n8", "at": "2023-06-15T10:49:07Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "noted", "to": {}, "was": {"note": "a"}}"#,
    #"{"id": "n9", "at": "2023-06-15T10:49:08Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "reservation", "to": {"institution": "e"}, "was": {"institution": "e", "text": ""}}"#,
    #"{"id": "n10", "at": "2023-06-15T10:49:09Z", "by": "b", "delegation": "ZZB", "question": "1.1.1", "what": "applied", "to": {}, "was": {"applied": "notKnown"}}"#,
    #"{"id": "n11", "at": "2023-06-15T10:49:10Z", "by": "b", "delegation": "ZZA", "question": "1.1.1", "what": "position", "to": {"institution": "S", "position": {"institution": "S", "sealed": "eyJpbnN0aXR1dGlvbiI6IlMiLCJ2YWx1ZSI6InBhcnRpYWwifQ=="}}, "was": {"institution": "S"}}"#,
    #"{"id": "n12", "at": "2023-06-15T10:49:11Z", "by": "b", "delegation": "ZZB", "question": "9.9.9", "what": "sharing", "to": {}, "was": {"sharing": "report", "value": "x"}}"#,
  ]

  /// Positions of which one is sealed in the file, although a round may be open.
  private static let positions = #"""
    [{"institution": "S", "sealed": "eyJpbnN0aXR1dGlvbiI6IlMiLCJ2YWx1ZSI6InBhcnRpYWwiLCJyZWFzb24iOiJyIn0="},
     {"institution": "Z", "value": "absent", "reason": "é"},
     {"institution": "A", "value": "notApplicable", "notApplicableReason": "no"}]
    """#

  /// What is invented is told of no state that there is.
  private static func fictitious(_ text: String) -> String {
    [
      ("QNG", "ZZA"), ("QND", "ZZB"), ("QNJ", "ZZC"), ("Havenia", "Sampleland"),
      ("Dorania", "Exampleland"),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  static func value() throws -> JSONValue {
    var root = try JSONReader.read(Array(fictitious(RichSession.text()).utf8))
    let ofDelegation = records.map(\.kind).filter { !(ofWorkshop + listed).contains($0) }
    let sampleland: [SchemaWalk.Step] = [.key("delegations"), .key("ZZA")]
    let answer = sampleland + [.key("answers"), .key("1.1.1")]
    root = root.setting([.key("records")], to: try table(ofWorkshop))
    root = root.setting((sampleland + [.key("records")])[...], to: try table(ofDelegation))
    root = root.setting(
      (answer + [.key("positions")])[...],
      to: try JSONReader.read(Array(positions.utf8)),
    )
    for (number, value) in [
      ("2.1.1", "\"b\""), ("2.1.2", "[\"y\"]"), ("2.1.3", "1e15"), ("2.1.4", "\"1999-12-31\""),
      ("2.1.5", "\"text\""), ("9.9.9", "0.1"), ("1.1.2", "\"of tomorrow\""),
    ] {
      root = root.setting(
        (sampleland + [.key("answers"), .key(number)])[...],
        to: .object([("value", try JSONReader.read(Array(value.utf8)))]),
      )
    }
    let history = try parts.map { try JSONReader.read(Array($0.utf8)) }
    let records = try records.enumerated().map { number, record in
      try Self.record(record.kind, number: number, record.record)
    }
    return root.setting(
      [.key("history")],
      to: .array((root["history"]?.elements ?? []) + history + records),
    )
  }

  /// The value with keys of a later version in every object whose keys are not names.
  static func extended(_ value: JSONValue, at path: [String] = []) -> JSONValue {
    switch value.kind {
    case .object(let members):
      let last = path.last ?? ""
      let isTable =
        ["delegations", "answers", "instruments", "translations", "ranks", "grounds"].contains(last)
        || last.hasSuffix("Translations") || last == "records"
        || path.dropLast().last == "records"
      let future: [JSONValue.Member] = [
        ("future", .object([("a", JSONValue(.number("1.50"))), ("b", .array([.string("é")]))])),
        ("zukunft", JSONValue(.null)), ("due", .string("d")), ("sealed2", .string("s")),
      ]
      let inner = members.map { ($0.key, extended($0.value, at: path + [$0.key])) }
      let isKnown = path.contains("records") || path.contains("record") || last == "actions"
      return .object(inner + (isTable ? [] : future.filter { !isKnown || $0.key != "due" }))
    case .array(let elements): return .array(elements.map { extended($0, at: path) })
    case .null, .bool, .number, .string: return value
    }
  }

  /// A questionnaire with everything that one can have.
  static let questionnaire = SmallQuestionnaire.text.replacingFirst(
    "\"version\": \"1\"",
    with: #""version": "2", "earlier": {"1": {"1.1.9": "1.1.1", "3.1.1": null}, "0": {}}"#,
  )
}
