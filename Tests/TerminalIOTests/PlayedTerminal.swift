import BidiText
import Display
import Testing

@testable import TerminalIO

/// A terminal as far as frames need one: what stands in its cells after the bytes that it was sent.
///
/// It knows no sequence besides those that it is described by; any other is a failure.
struct PlayedTerminal {
  struct Look: Equatable {
    var attributes: Set<Int> = []
    var colour: Int?
  }

  struct Place: Equatable {
    var text: [Unicode.Scalar]
    var look: Look
    var isContinuation = false

    static let empty = Place(text: [" "], look: Look())
  }

  let width: Int
  let height: Int
  /// Whether a sign in the last column leaves the cursor there, until the next one comes.
  let waitsAtMargin: Bool
  private(set) var places: [Place]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var isCursorShown = true
  private var isAtMargin = false
  private var hasMargin = true
  private var region: ClosedRange<Int>
  private var look = Look()
  private var inserts = false
  /// Where the last sign stands, which marks go onto.
  private var written = 0

  init(width: Int, height: Int, waitsAtMargin: Bool) {
    self.width = width
    self.height = height
    self.waitsAtMargin = waitsAtMargin
    region = 0...height - 1
    // What another program left.
    places = Array(
      repeating: Place(text: ["#"], look: Look()),
      count: width * height,
    )
  }

  /// Whether the next program finds it as this one did.
  var isPlain: Bool { look == Look() && region == 0...height - 1 && hasMargin && !inserts }

  mutating func take(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeSequence(&rest)
      case "\r": (column, isAtMargin) = (0, false)
      case "\n": lineFeed()
      case "\u{0F}": break
      default: write(scalar)
      }
    }
  }

  private mutating func takeSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "(": _ = rest.popFirst()
    case "M": row == region.lowerBound ? scroll(up: false) : (row -= 1)
    case "[":
      let isPrivate = rest.first == "?"
      if isPrivate { rest.removeFirst() }
      let text = String(rest.prefix { $0 == ";" || ("0"..."9").contains($0) })
      rest.removeFirst(text.unicodeScalars.count)
      let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map {
        Int($0) ?? 0
      }
      guard let final = rest.popFirst() else { return }
      isPrivate ? setMode(numbers, final) : command(final, numbers)
    default: Issue.record("a sequence that was not described")
    }
  }

  private mutating func setMode(_ numbers: [Int], _ final: Unicode.Scalar) {
    switch numbers {
    case [25]: isCursorShown = final == "h"
    case [7]: hasMargin = final == "h"
    case [12]: break
    default: Issue.record("mode \(numbers)")
    }
  }

  private mutating func command(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let number = max(1, numbers.first ?? 1)
    switch final {
    case "H":
      row = min(max(1, numbers.first ?? 1), height) - 1
      column = min(max(1, numbers.count > 1 ? numbers[1] : 1), width) - 1
      isAtMargin = false
    case "G": (column, isAtMargin) = (min(number, width) - 1, false)
    case "C": (column, isAtMargin) = (min(column + number, width - 1), false)
    case "J": erase(0..<width * height)
    case "K":
      let start = row * width
      let here = start + column
      erase(numbers.first == 1 ? start..<here + 1 : here..<start + width)
    case "X": erase(row * width + column..<row * width + min(width, column + number))
    case "@":
      let here = row * width + column
      let end = (row + 1) * width
      let empty = Array(repeating: Place.empty, count: number)
      places.replaceSubrange(here..<end, with: empty + places[here..<end - number])
    case "h": inserts = true
    case "l": inserts = false
    case "r":
      region = number - 1...numbers[1] - 1
      (row, column, isAtMargin) = (0, 0, false)
    case "m": setLook(numbers)
    default: Issue.record("command \(final)")
    }
  }

  private mutating func setLook(_ numbers: [Int]) {
    switch numbers {
    case [], [0]: look = Look()
    case [39, 49]: look.colour = nil
    case [1], [2], [4], [7]: look.attributes.insert(numbers[0])
    case _ where numbers.count == 3 && numbers.starts(with: [38, 5]): look.colour = numbers[2]
    case _ where numbers.count == 1 && (30..<38).contains(numbers[0]): look.colour = numbers[0] - 30
    default: Issue.record("look \(numbers)")
    }
  }

  private mutating func lineFeed() {
    isAtMargin = false
    if row == region.upperBound { scroll(up: true) } else { row = min(row + 1, height - 1) }
  }

  private mutating func scroll(up: Bool) {
    let first = region.lowerBound * width
    let end = (region.upperBound + 1) * width
    let empty = Array(repeating: Place.empty, count: width)
    if up {
      places.replaceSubrange(first..<end, with: places[(first + width)..<end] + empty)
    } else {
      places.replaceSubrange(first..<end, with: empty + places[first..<(end - width)])
    }
  }

  /// Empties cells, and what is left of wide signs.
  private mutating func erase(_ cells: Range<Int>) {
    if cells.lowerBound < cells.upperBound, places[cells.lowerBound].isContinuation {
      places[cells.lowerBound - 1] = .empty
    }
    if cells.upperBound < places.count, places[cells.upperBound].isContinuation {
      places[cells.upperBound] = .empty
    }
    // In the colours that are set: none may be.
    for index in cells { places[index] = Place(text: [" "], look: look) }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let cells = Self.width(of: scalar)
    if cells == 0 {
      places[written].text.append(scalar)
      return
    }
    if isAtMargin {
      column = 0
      lineFeed()
    }
    let index = row * width + column
    if inserts { command("@", [cells]) }
    erase(index..<index + cells)
    places[index] = Place(text: [scalar], look: look)
    written = index
    if cells == 2 {
      places[index + 1] = Place(text: [], look: look, isContinuation: true)
    }
    column += cells
    guard column == width else { return }
    column -= 1
    guard hasMargin else { return }
    if waitsAtMargin {
      isAtMargin = true
    } else {
      column = 0
      lineFeed()
    }
  }

  /// As far as the signs go that ``RandomFrames`` and the pages have.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370, 0x64B...0x65F, 0x670, 0x200E: 0
    case 0x4E00...0x9FFF, 0x1F600...0x1F64F: 2
    default: 1
    }
  }
}
