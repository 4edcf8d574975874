import CNcurses
import Display

/// From a style to what ncurses calls attributes and colour pairs.
struct StyleTable {
  struct Look {
    let attributes: attr_t
    let pair: Int16
  }

  private let pairs: [Style.Role: Int16]
  private let dim: Set<Style.Role>

  /// Asks ncurses for the colours there are.
  init(hasColours: Bool) {
    var pairs: [Style.Role: Int16] = [:]
    var dim: Set<Style.Role> = []
    var count = 0
    if hasColours, has_colors() {
      start_color()
      use_default_colors()
      count = Int(majlis_colour_count())
    }
    let palette = Palette(colourCount: count)
    for (index, role) in Style.Role.allCases.enumerated() {
      let colour = palette.colour(of: role)
      if colour.isDim { dim.insert(role) }
      guard let number = colour.number else { continue }
      let pair = Int16(index + 1)
      if init_pair(pair, Int16(number), -1) == OK { pairs[role] = pair }
    }
    self.pairs = pairs
    self.dim = dim
  }

  func look(of style: Style) -> Look {
    var attributes: attr_t = 0
    if style.emphasis.contains(.bold) { attributes |= majlis_attribute_bold() }
    if style.emphasis.contains(.underlined) { attributes |= majlis_attribute_underline() }
    // One calm stripe, whatever colours stand in the row.
    if style.emphasis.contains(.selected) {
      return Look(attributes: attributes | majlis_attribute_reverse(), pair: 0)
    }
    if dim.contains(style.role) { attributes |= majlis_attribute_dim() }
    return Look(attributes: attributes, pair: pairs[style.role] ?? 0)
  }
}
