/// What is wrong in what somebody brings so that reports look like theirs.
package enum LookFault: Equatable, Sendable {
  /// The frame of a page cannot be read as a template.
  case notATemplate
  /// It does not have, or has more than once, what every page has to say.
  case without(name: String)
  /// The folder has none of the files of which a look is made.
  case nothing(allowed: [String])
  /// An emblem that is neither of the two kinds of pictures that are taken.
  case notAPicture
}
