package import BidiText

/// The texts that were laid out lately, so that a screen on which two rows change is not laid out
/// whole.
///
/// Gives what `TextLayout` gives: a text is known by its bytes, its direction and the
/// width. A value: whoever draws one screen after another owns it, and lends it for each.
///
/// Bounded by count and by bytes. There are two generations; when the newer one is full, the older
/// one is let go and the newer one takes its place, so that what is asked for at every key stays.
///
/// Limitations: a text that would take a good part of a generation is laid out each time.
package struct LayoutCache: Sendable {
  /// How much a generation holds; there are never more than two.
  package struct Limit: Sendable {
    package let layouts: Int
    package let bytes: Int

    package init(layouts: Int, bytes: Int) {
      self.layouts = layouts
      self.bytes = bytes
    }

    /// Some screens of 200 by 60 cells full of text.
    package static let screens = Limit(layouts: 2000, bytes: 4 << 20)
  }

  private struct Generation {
    var lines: [LayoutKey: [LaidOutLine]] = [:]
    var bytes = 0
  }

  private let limit: Limit
  private var newer = Generation()
  private var older = Generation()

  package init(limit: Limit = .screens) { self.limit = limit }

  /// How many layouts are kept now.
  package var count: Int { newer.lines.count + older.lines.count }

  /// About how much memory they take.
  package var bytes: Int { newer.bytes + older.bytes }

  /// A text of any length in lines of this width.
  package mutating func lines(
    _ text: String,
    direction: Direction,
    width: Int,
  ) -> [LaidOutLine] {
    let key = LayoutKey(text: text, direction: direction, width: width, isOneLine: false)
    return lines(at: key) { TextLayout(text, direction: direction, width: width).lines }
  }

  /// A text on one line, with an ellipsis where it is wider; whole without a width.
  package mutating func line(
    _ text: String,
    direction: Direction,
    width: Int?,
  ) -> LaidOutLine {
    let key = LayoutKey(text: text, direction: direction, width: width, isOneLine: true)
    return lines(at: key) { [TextLayout.line(text, direction: direction, width: width)] }[0]
  }

  /// How many cells a text of one line takes.
  package mutating func width(of text: String) -> Int {
    line(text, direction: .leftToRight, width: nil).width
  }

  private mutating func lines(
    at key: LayoutKey,
    layOut: () -> [LaidOutLine],
  ) -> [LaidOutLine] {
    if let known = newer.lines[key] { return known }
    let earlier = older.lines.removeValue(forKey: key)
    let lines = earlier ?? layOut()
    let bytes = key.bytes(with: lines)
    if earlier != nil { older.bytes -= bytes }
    keep(lines, at: key, bytes: bytes)
    return lines
  }

  private mutating func keep(_ lines: [LaidOutLine], at key: LayoutKey, bytes: Int) {
    guard bytes <= limit.bytes / 8 else { return }
    if newer.lines.count >= limit.layouts || newer.bytes + bytes > limit.bytes {
      older = newer
      newer = Generation()
    }
    newer.lines[key] = lines
    newer.bytes += bytes
  }
}

/// What decides how a text is laid out.
private struct LayoutKey: Hashable {
  let text: String
  let direction: Direction
  let width: Int?
  let isOneLine: Bool

  /// By bytes: texts that are equal to a reader may have their marks in cells of another kind.
  static func == (first: LayoutKey, second: LayoutKey) -> Bool {
    guard first.width == second.width, first.direction == second.direction,
      first.isOneLine == second.isOneLine
    else { return false }
    return first.text.withBytes { bytes in
      second.text.withBytes { others in
        bytes.count == others.count
          && UnsafeRawBufferPointer(bytes)
            .hasSameBytes(as: UnsafeRawBufferPointer(others), in: 0..<bytes.count)
      }
    }
  }

  /// By some words of the text: those that differ mostly do so there, and a screen asks for some
  /// hundred texts.
  func hash(into hasher: inout Hasher) {
    text.withBytes { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      guard bytes.count > 32 else { return hasher.combine(bytes: bytes) }
      let last = bytes.count - 8
      hasher.combine(bytes.count)
      for place in [last / 4, last / 2, last * 3 / 4, last] {
        hasher.combine(bytes.word(at: place))
      }
    }
    hasher.combine(width)
  }

  /// About how much memory the layout takes with its key.
  func bytes(with lines: [LaidOutLine]) -> Int {
    let cells = lines.reduce(0) { $0 + $1.cells.count }
    return 200 + text.utf8.count + lines.count * MemoryLayout<LaidOutLine>.stride
      + cells * MemoryLayout<LaidOutCell>.stride
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
