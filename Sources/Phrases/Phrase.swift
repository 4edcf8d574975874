/// A phrase of the interface that is complete as it stands, by its key in `Assets/phrases`.
///
/// All there are stand in `Generated`, by area; one with values in its text is a function there,
/// which makes a ``FilledPhrase``, and cannot be had without them.
package struct Phrase: Hashable, Sendable {
  let key: String

  init(_ key: String) { self.key = key }
}
