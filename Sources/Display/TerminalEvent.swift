/// Something that happened at the terminal.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A text pasted from outside, as it came: not yet made harmless.
  case paste(String)
  case mouse(MouseEvent)
  case resized(width: Int, height: Int)
  /// Back from Ctrl-Z: everything has to be drawn anew.
  case resumed
  /// Asked to end from outside: SIGTERM, or the terminal hung up.
  case ended
}

/// One act with the mouse, in cells from the upper left corner.
package struct MouseEvent: Equatable, Sendable {
  package enum Act: Equatable, Sendable {
    case click
    case wheelUp
    case wheelDown
  }

  package let act: Act
  package let row: Int
  package let column: Int

  package init(_ act: Act, row: Int, column: Int) {
    self.act = act
    self.row = row
    self.column = column
  }
}
