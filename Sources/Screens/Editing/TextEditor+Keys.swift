import Display

extension TextEditor {
  /// Does what a key does in a text: typing, moving, deleting.
  ///
  /// The width, in cells, is that of a line, by which "up" and "down" are known. Ctrl-C and
  /// Ctrl-Z are not here: they leave and suspend the program everywhere.
  mutating func press(_ key: Key, width: Int) {
    defer { keepLayout(width: width) }
    forgetLeftOut()
    let selecting = key.modifiers.contains(.shift)
    let byWord = !key.modifiers.isDisjoint(with: [.control, .alt])
    switch key.code {
    case .character(let character) where key.modifiers.isEmpty: insert(String(character))
    case .character(let letter) where key.modifiers == .control: press(controlWith: letter)
    case .character: break
    case .enter: insert("\n")
    case .backspace: byWord ? deleteWordBackward() : deleteBackward()
    case .delete: byWord ? deleteWordForward() : deleteForward()
    case .left: move(byWord ? .wordLeft : .left, width: width, selecting: selecting)
    case .right: move(byWord ? .wordRight : .right, width: width, selecting: selecting)
    case .up: move(.up, width: width, selecting: selecting)
    case .down: move(.down, width: width, selecting: selecting)
    case .home: move(byWord ? .textStart : .lineStart, width: width, selecting: selecting)
    case .end: move(byWord ? .textEnd : .lineEnd, width: width, selecting: selecting)
    case .pageUp: move(.textStart, width: width, selecting: selecting)
    case .pageDown: move(.textEnd, width: width, selecting: selecting)
    case .escape, .tab, .backTab, .insert, .function: break
    }
  }

  private mutating func press(controlWith letter: Character) {
    switch letter {
    case "a": selectAll()
    case "x": cut()
    case "y": copy()
    case "v": paste()
    case "u": undo()
    case "r": redo()
    case "w": deleteWordBackward()
    default: break
    }
  }
}
