import BidiText

/// A text's layout as it was last asked for, so that a caret moves, and is drawn, without the text
/// being laid out again.
struct KeptLayout: Sendable {
  fileprivate var inWidth: (width: Int, layout: TextLayout)?
}

extension KeptLayout: Equatable {
  /// What is kept follows from the text: two texts that are equal differ by it in nothing.
  static func == (_: KeptLayout, _: KeptLayout) -> Bool { true }
}

extension TextEditor {
  /// The text laid out in lines of so many cells.
  ///
  /// Costs nothing in the width of the last key; otherwise as much as the text is long.
  func layout(width: Int) -> TextLayout {
    if let kept = kept.inWidth, kept.width == width { return kept.layout }
    return TextLayout(text, direction: direction, width: width)
  }

  /// Keeps the layout in lines of so many cells until the text is another.
  mutating func keepLayout(width: Int) { kept.inWidth = (width, layout(width: width)) }
}
