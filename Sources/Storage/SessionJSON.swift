package import Consultation
import PlacedJSON

/// Parts of a session as JSON text, in the form that the session file has.
package enum SessionJSON {
  package static func text(_ session: Session) -> String { string(JSONForm.session.write(session)) }

  package static func text(_ delegation: Delegation) -> String {
    string(JSONForm<Delegation>.delegation(delegation.code).write(delegation))
  }

  package static func text(_ answer: Answer) -> String {
    string(JSONForm<Answer>.answer.write(answer))
  }

  /// Changes of a session; of a hidden round none tells a position.
  package static func text(_ changes: [Change], of session: Session) -> String {
    string(
      .array(
        changes.map { change in
          JSONForm.change.write(session.hides(change) ? change.withoutPosition : change)
        }
      )
    )
  }

  /// Without the line feed at its end, which printing adds.
  private static func string(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.text(value).dropLast(), as: UTF8.self)
  }
}
