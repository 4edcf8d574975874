/// A session in which every field that the schema knows is filled in: by changes, and by what was
/// there before them.
package enum RichSession {
  package static let id = "rich"

  private static let text1 = #"{"id": "p1", "text": "aside"}, {"id": "p2", "text": "later"}"#

  private static let position = """
    {"institution": "Santé", "value": "notApplicable", "notApplicableReason": "r",
     "applied": "partly", "reason": "because", "evidence": "Loi 02-03", "elements": ["courts"]}
    """

  private static let evidence = """
    {"id": "e1", "kind": "policy", "title": "Loi 02-03", "year": 2003, "article": "art. 5",
     "link": "https://example.org", "issuer": "وزارة الصحة"}
    """

  private static let comment = """
    {"id": "k1", "text": "Which law?", "by": "f", "at": "2023-06-15T10:42:07.123Z",
     "resolved": true, "answers": "k0"}
    """

  private static func delegation(_ name: String) -> String {
    """
    {"kind": "state", "mode": "hybrid", "digits": "arabic", "languages": ["fr", "ar"],
     "shortName": {"ar": "\(name) ع", "en": "\(name)", "fr": "\(name) é"},
     "officialName": {"ar": "\(name) ر", "en": "\(name) off", "fr": "\(name) off é"},
     "delegates": [{"id": "d1", "name": "N", "institution": "I", "role": "R", "mode": "online"},
                   {"id": "d2", "name": "M"}],
     "records": {
      "offer": {"1.1.1": {"question": "1.1.1", "text": "o", "sharing": "room"}},
      "profile": {"profile": {"standing": "consulted", "mayBeNamed": true,
       "context": {"text": "c", "language": "fr",
        "translations": {"ar": {"text": "س", "standing": "human"}}}}},
      "priority": {"x": {"title": "t", "support": "s", "domain": 1, "nextStep": "n",
       "owner": "o", "due": "2024-05-06", "sharing": "private"}},
      "signOff": {"1": {"domain": 1, "by": "a", "at": "2023-06-15T10:42:07.123Z", "after": "c1"}}},
     "answers": {"1.1.1": {
       "value": "notApplicable", "notApplicableReason": "no sea", "elements": ["courts"],
       "instruments": {"C097": {"step": "established", "reservations": true, "date": "2001-02-03"},
        "CRC": "partial"},
       "applied": "fully", "note": "n", "noteLanguage": "fr",
       "noteTranslations": {"ar": {"text": "ن", "standing": "machine"}},
       "evidence": [\(evidence)], "positions": [\(position)],
       "reservations": [{"institution": "Emploi", "text": "r"}],
       "comments": [\(comment)], "status": "toVerify", "sharing": "room",
       "by": "amina", "at": "2023-06-15T10:42:07.123Z"},
      "1.1.2": {"value": "partial"}}}
    """
  }

  private static func change(
    _ number: Int,
    _ what: String,
    to: String,
    was: String,
    isRecord: Bool = false,
  ) -> String {
    """
    {"id": "h\(number)", "at": "2023-06-15T10:42:08.\(100 + number)Z", "by": "amina",
     \(isRecord ? "" : "\"question\": \"1.1.2\", ")"delegation": "QNG", "what": "\(what)",
     "to": \(to), "was": \(was), "order": \(1_686_825_728_000 + number), "role": "onBehalf",
     "terminal": "pts/3", "undoes": "h0", "settles": ["h0"]}
    """
  }

  /// Its text, answering a questionnaire that has the questions 1.1.1 and 1.1.2.
  package static func text(
    answering questionnaire: String = "small",
    version: String = "1",
  )
    -> String
  {
    let status = "\"status\": \"toVerify\""
    let noted = """
      {"note": "n", "noteLanguage": "en", \(status),
       "noteTranslations": {"fr": {"text": "t", "standing": "human"}}}
      """
    let answered = """
      {"value": "notApplicable", "notApplicableReason": "r", "elements": ["courts", "legalAid"],
       "instruments": {"CRC": "absent"},
       \(status)}
      """
    let changes = [
      change(1, "answered", to: answered, was: answered),
      change(2, "applied", to: #"{"applied": "notYet"}"#, was: #"{"applied": "fully"}"#),
      change(3, "noted", to: noted, was: noted),
      change(
        4,
        "evidence",
        to: "{\"evidenceID\": \"e1\", \"evidence\": \(evidence), \(status)}",
        was: "{\"evidenceID\": \"e1\", \"evidence\": \(evidence), \(status)}",
      ),
      change(
        5,
        "position",
        to: "{\"institution\": \"Santé\", \"position\": \(position)}",
        was: "{\"institution\": \"Santé\", \"position\": \(position)}",
      ),
      change(
        6,
        "reservation",
        to: #"{"institution": "Emploi", "text": "x"}"#,
        was: #"{"institution": "Emploi", "text": "y"}"#,
      ),
      change(7, "status", to: #"{"status": "agreed"}"#, was: #"{"status": "draft"}"#),
      change(8, "sharing", to: #"{"sharing": "report"}"#, was: #"{"sharing": "room"}"#),
      change(
        9,
        "comment",
        to: "{\"commentID\": \"k1\", \"comment\": \(comment)}",
        was: "{\"commentID\": \"k1\", \"comment\": \(comment)}",
      ),
      change(
        10,
        "priority",
        to:
          #"{"id": "y", "record": {"title": "t", "support": "", "nextStep": "", "owner": "", "sharing": "room"}}"#,
        was: #"{"id": "y"}"#,
        isRecord: true,
      ),
    ]
    return """
      {"format": "majlis-session", "version": 1, "id": "\(id)",
       "questionnaire": {"id": "\(questionnaire)", "version": "\(version)"},
       "order": ["QNG", "QND", "QNJ"], "ranks": {"QNG": 2, "QND": 4, "QNJ": 9},
       "handOver": {"delegation": "QNG", "at": "2023-06-15T10:42:07.123Z",
        "fingerprint": "\(String(repeating: "0a", count: 32))"},
       "receipts": [{"delegation": "QNJ", "at": "2023-06-15T10:42:07.123Z", "by": "a",
        "fingerprint": "\(String(repeating: "0b", count: 32))"}],
       "records": {"exchange": {"x1": {"question": "1.1.1", "tells": "QNG", "hears": ["QND"],
        "acceptedBy": ["QND"], "item": "a1", "said": "s", "takenHome": "h"}}},
       "workshop": {
        "title": "T", "titleLanguage": "en",
        "titleTranslations": {"fr": {"text": "t", "standing": "approved"}},
        "place": "P", "placeLanguage": "en",
        "placeTranslations": {"fr": {"text": "p", "standing": "human"}},
        "days": ["2023-06-15"],
        "agenda": [{"id": "a1", "kind": "domain", "title": "A", "titleLanguage": "en",
         "titleTranslations": {"fr": {"text": "a", "standing": "human"}},
         "minutes": 30, "start": "09:30", "domain": 1}],
        "parkingLot": [\(text1)],
        "actions": [{"id": "s1", "text": "do", "owner": "o", "due": "2024-01-02"}]},
       "delegations": {"QNG": \(delegation("Havenia")), "QND": \(delegation("Dorania")),
        "QNJ": {"shortName": {"ar": "ي", "en": "Y", "fr": "Y"},
         "officialName": {"ar": "ي", "en": "Y", "fr": "Y"}}},
       "history": [\(changes.joined(separator: ",\n"))]}
      """
  }
}
