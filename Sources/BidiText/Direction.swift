import CFriBidi

/// The direction in which a text is read: that of its declared language.
package enum Direction: Sendable {
  case leftToRight
  case rightToLeft

  /// The direction in which most letters of a text run, for one whose language nobody declared.
  ///
  /// Not that of its first letter: a Latin name at the front turns no Arabic text around. The
  /// other one is taken where neither has more letters.
  package init(ofMostLettersIn text: String, otherwise: Direction) {
    var surplus = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Almost all are of these.
      case 0x621...0x64A: surplus += 1
      case 0x41...0x5A, 0x61...0x7A: surplus -= 1
      case 0..<0x80: break
      default:
        let type = fribidi_get_bidi_type(scalar.value)
        if majlis_is_right_to_left_letter(type) {
          surplus += 1
        } else if type == majlis_left_to_right_letter() {
          surplus -= 1
        }
      }
    }
    self = surplus == 0 ? otherwise : surplus > 0 ? .rightToLeft : .leftToRight
  }
}
