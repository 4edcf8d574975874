package import BidiText
package import Consultation

extension Language {
  /// Whether it is written from right to left.
  package var direction: Direction { isRightToLeft ? .rightToLeft : .leftToRight }

  /// The language that a text is most likely written in, by its letters.
  ///
  /// That of the person's screen, unless most letters run the other way: then Arabic, or the
  /// first of the delegation's languages that is written in Latin letters, or else French.
  package init(ofText text: String, usually usual: Language, of delegation: [Language]) {
    let direction = Direction(ofMostLettersIn: text, otherwise: usual.direction)
    if direction == usual.direction {
      self = usual
    } else if direction == .rightToLeft {
      self = .arabic
    } else {
      self = delegation.first { !$0.isRightToLeft } ?? .french
    }
  }
}
