import BidiText
import Display

/// Where the terminal writes, and how, while a frame is put into bytes.
struct FramePen {
  let encoder: FrameEncoder
  let next: Canvas
  var bytes: [UInt8] = []
  /// Where the next sign goes; `nil` where that depends on the terminal.
  var position: Canvas.Position?
  private var look = StyleTable.Look.plain
  /// The row that was written last.
  private var row: Int?

  init(_ encoder: FrameEncoder, _ next: Canvas) {
    self.encoder = encoder
    self.next = next
  }

  var capabilities: DrawingCapabilities { encoder.capabilities }

  // MARK: Steps of a frame

  /// An empty screen, whatever was there and however it was left.
  mutating func clear() {
    bytes += capabilities.plain.bytes()
    if capabilities.canScroll { bytes += capabilities.scrollRegion.bytes(0, next.height - 1) }
    bytes += capabilities.clearScreen.bytes()
    position = nil
  }

  mutating func hideCursor() { bytes += capabilities.hideCursor.bytes() }

  mutating func showCursor() { bytes += capabilities.showCursor.bytes() }

  mutating func scroll(_ scroll: FrameDiff.Scroll) {
    let rows = scroll.rows
    bytes += capabilities.scrollRegion.bytes(rows.lowerBound, rows.upperBound - 1)
    position = nil
    let isUp = scroll.distance > 0
    move(to: Canvas.Position(row: isUp ? rows.upperBound - 1 : rows.lowerBound, column: 0))
    let one = isUp ? capabilities.scrollUp.bytes() : capabilities.scrollDown.bytes()
    for _ in 0..<abs(scroll.distance) { bytes += one }
    bytes += capabilities.scrollRegion.bytes(0, next.height - 1)
    // Setting the region moves the cursor, on most terminals.
    position = nil
  }

  mutating func write(_ run: FrameDiff.Run) {
    row = run.row
    let isGuarded = encoder.guardsCells && next.hasRightToLeftLetters(row: run.row)
    var column = run.columns.lowerBound
    while column < run.columns.upperBound {
      let blanks = isGuarded ? 0 : blanks(from: column, in: run)
      if blanks > 1, erase(blanks, from: column, in: run) {
        column += blanks
        continue
      }
      let end = column + max(1, blanks)
      while column < end {
        put(Canvas.Position(row: run.row, column: column), isGuarded: isGuarded)
        column += 1
      }
    }
  }

  /// Nothing that is written later looks as the last sign of this frame.
  ///
  /// A cursor that cannot be hidden stands at the start of the row that was written last.
  mutating func end() {
    take(.plain)
    guard next.cursor == nil, let row else { return }
    let start = Canvas.Position(row: row, column: 0)
    if position == nil, capabilities.lastCellScrolls {
      move(to: start)
    } else {
      bytes.append(0x0D)
      position = start
    }
  }

  mutating func move(to place: Canvas.Position) {
    guard place != position else { return }
    let start = bytes.count
    capabilities.moveCursor.append(place.row, place.column, to: &bytes)
    if let position, position.row == place.row {
      if !capabilities.moveInRow.isMissing {
        let other = bytes.count
        capabilities.moveInRow.append(place.column, to: &bytes)
        keepShorter(start, other)
      }
      let cells = place.column - position.column
      if cells > 0, !capabilities.moveOn.isMissing {
        let other = bytes.count
        capabilities.moveOn.append(cells, to: &bytes)
        keepShorter(start, other)
      }
    }
    position = place
  }

  /// Of two ways to say the same, one after the other at the end of the bytes, leaves the shorter one.
  private mutating func keepShorter(_ first: Int, _ second: Int) {
    if bytes.count - second < second - first {
      bytes.removeSubrange(first..<second)
    } else {
      bytes.removeSubrange(second...)
    }
  }

  mutating func take(_ new: StyleTable.Look) {
    guard new != look else { return }
    encoder.styles.append(from: look, to: new, to: &bytes)
    look = new
  }

  // MARK: Cells

  private mutating func put(_ place: Canvas.Position, isGuarded: Bool) {
    let cell = next.cell(row: place.row, column: place.column)
    guard !cell.isContinuation else { return }
    let end = place.column + Int(cell.glyph.width)
    if end == next.width, place.row == next.height - 1, capabilities.lastCellScrolls {
      putLast(cell, at: place, isGuarded: isGuarded)
      return
    }
    write(cell, at: place, isGuarded: isGuarded)
    // At the margin, terminals differ.
    position = end < next.width ? Canvas.Position(row: place.row, column: end) : nil
  }

  private mutating func write(_ cell: Cell, at place: Canvas.Position, isGuarded: Bool) {
    move(to: place)
    take(encoder.styles.look(of: cell.style))
    encoder.encoding.append(cell.glyph, isGuarded: isGuarded, to: &bytes)
  }

  /// The last sign of all, where writing it in its place would move the screen up: with the margin
  /// switched off, or written where the one before it goes and pushed on by that.
  private mutating func putLast(_ cell: Cell, at place: Canvas.Position, isGuarded: Bool) {
    if !capabilities.marginOff.isMissing, !capabilities.marginOn.isMissing {
      move(to: place)
      bytes += capabilities.marginOff.bytes()
      write(cell, at: place, isGuarded: isGuarded)
      bytes += capabilities.marginOn.bytes()
    } else if place.column > 0, capabilities.canInsert {
      var before = Canvas.Position(row: place.row, column: place.column - 1)
      if next.cell(row: before.row, column: before.column).isContinuation {
        before = Canvas.Position(row: before.row, column: before.column - 1)
      }
      write(cell, at: before, isGuarded: isGuarded)
      position = nil
      move(to: before)
      insert(next.cell(row: before.row, column: before.column), at: before, isGuarded: isGuarded)
    }
    position = nil
  }

  private mutating func insert(_ cell: Cell, at place: Canvas.Position, isGuarded: Bool) {
    // Either way alone: few terminals need both at once, and most would insert twice (terminfo).
    let hasMode = !capabilities.insertOn.isMissing
    if hasMode {
      bytes += capabilities.insertOn.bytes()
    } else {
      for _ in 0..<cell.glyph.width { bytes += capabilities.insertOne.bytes() }
    }
    write(cell, at: place, isGuarded: isGuarded)
    if hasMode { bytes += capabilities.insertOff.bytes() }
  }
}
