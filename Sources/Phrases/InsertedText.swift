/// A text in the middle of a phrase, and whose words it is.
package enum InsertedText: Sendable {
  /// What a person or a file wrote: made harmless, and isolated so that it cannot disturb the
  /// line around it.
  case foreign(String)
  /// What a file wrote, in a line for scripts: made harmless, without invisible isolates.
  case plain(String)
  /// Words of this program, in the reader's language already.
  case own(String)
}
