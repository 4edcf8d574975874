/// The direction in which a text is read: that of its declared language, never guessed from letters.
package enum Direction: Sendable {
  case leftToRight
  case rightToLeft
}
