import Display
import Phrases

extension Words {
  /// A key as it is marked on keyboards.
  func name(of key: Key) -> String {
    let base: String
    switch key.code {
    case .character(" "): base = self(.keySpace)
    case .character(let character):
      base = key.modifiers.contains(.control) ? character.uppercased() : String(character)
    case .enter: base = self(.keyEnter)
    case .tab: base = self(.keyTab)
    case .backTab: base = self(.keyBackTab)
    case .escape: base = self(.keyEscape)
    case .backspace: base = self(.keyBackspace)
    case .delete: base = self(.keyDelete)
    case .insert: base = self(.keyInsert)
    case .up: base = "↑"
    case .down: base = "↓"
    case .left: base = "←"
    case .right: base = "→"
    case .home: base = self(.keyHome)
    case .end: base = self(.keyEnd)
    case .pageUp: base = self(.keyPageUp)
    case .pageDown: base = self(.keyPageDown)
    case .function(let number): base = "F\(number)"
    }
    return key.modifiers.contains(.control) ? "Ctrl-\(base)" : base
  }
}
