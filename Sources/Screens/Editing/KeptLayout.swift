import BidiText

/// A text's layout as it was last asked for, so that a caret moves, and is drawn, without the text
/// being laid out again, and a letter is written without all of it being.
struct KeptLayout: Sendable {
  fileprivate var inWidth: (width: Int, layout: TextLayout)?
  /// That of an earlier state of the text.
  fileprivate var earlier: (text: String, width: Int, layout: TextLayout)?

  /// The text is another now than it was.
  mutating func change(from text: String) {
    guard let (width, layout) = inWidth else { return }
    earlier = (text, width, layout)
    inWidth = nil
  }
}

extension KeptLayout: Equatable {
  /// What is kept follows from the text: two texts that are equal differ by it in nothing.
  static func == (_: KeptLayout, _: KeptLayout) -> Bool { true }
}

extension TextEditor {
  /// The text laid out in lines of so many cells.
  ///
  /// Costs nothing in the width of the last key, and little where the text was laid out before its
  /// last change; otherwise as much as the text is long.
  func layout(width: Int) -> TextLayout {
    if let kept = kept.inWidth, kept.width == width { return kept.layout }
    guard let earlier = kept.earlier, earlier.width == width else {
      return TextLayout(text, direction: direction, width: width)
    }
    return TextLayout(
      text,
      direction: direction,
      width: width,
      following: earlier.layout,
      of: earlier.text,
    )
  }

  /// Keeps the layout in lines of so many cells until the text is another.
  mutating func keepLayout(width: Int) {
    kept.inWidth = (width, layout(width: width))
    kept.earlier = nil
  }

  /// How many graphemes the text has.
  var count: Int { kept.inWidth?.layout.graphemeCount ?? text.graphemeCount }
}
