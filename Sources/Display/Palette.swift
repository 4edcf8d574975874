/// From a role to colours, for what the terminal can show.
///
/// The background is always the terminal's own, so that light and dark terminals both stay as
/// their owner likes them; colours are chosen to be legible on either. Nothing is said by colour
/// alone: what is selected is reversed, what is strong is bold.
package struct Palette: Sendable {
  /// A foreground colour by its number in the terminal's own table; `nil` for the default.
  package struct Colour: Hashable, Sendable {
    package let number: Int?
    /// Shown faint where there is no colour to say it with.
    package let isDim: Bool

    init(_ number: Int?, isDim: Bool = false) {
      self.number = number
      self.isDim = isDim
    }
  }

  package let colours: [Style.Role: Colour]

  /// The palette for a terminal of so many colours; 0 for none, or when none are wanted.
  package init(colourCount: Int) {
    switch colourCount {
    case 256...:
      colours = [
        .quiet: Colour(243), .heading: Colour(31), .key: Colour(31), .done: Colour(30),
        .attention: Colour(166),
      ]
    case 8...:
      // Of the first eight, only red and magenta are legible on black and on white; bright black,
      // where there is one, is the background itself in some schemes: what is quiet has no colour.
      colours = [.key: Colour(5), .attention: Colour(1)]
    default:
      colours = [.quiet: Colour(nil, isDim: true)]
    }
  }

  package func colour(of role: Style.Role) -> Colour { colours[role] ?? Colour(nil) }
}
