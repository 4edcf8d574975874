package import Consultation
import PlacedJSON

/// Parts of a session as JSON text, in the form that the session file has.
package enum SessionJSON {
  package static func text(_ session: Session) -> String { string(SessionWriting.value(session)) }

  package static func text(_ delegation: Delegation) -> String {
    string(SessionWriting.delegation(delegation))
  }

  package static func text(_ answer: Answer) -> String { string(SessionWriting.answer(answer)) }

  /// Changes of a session; of a hidden round none tells a position.
  package static func text(_ changes: [Change], of session: Session) -> String {
    string(
      .array(
        changes.map { change in
          SessionWriting.change(
            session.hides(change) ? change.withoutPosition : change,
            isShut: false,
          )
        }
      )
    )
  }

  /// Without the line feed at its end, which printing adds.
  private static func string(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.text(value).dropLast(), as: UTF8.self)
  }
}
