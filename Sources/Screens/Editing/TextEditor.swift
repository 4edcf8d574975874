import BidiText

/// A text being written: what it says, where the caret is, and what was done to it.
///
/// Places are counted in graphemes, as a `TextLayout` counts them. What is typed or
/// pasted goes through the one door for foreign text, so that no control character gets in.
struct TextEditor: Equatable, Sendable {
  private(set) var text: String {
    didSet {
      direction = Direction(ofMostLettersIn: text, otherwise: usualDirection)
      kept.change(from: oldValue)
    }
  }
  /// The direction in which the text is read, as far as it has been written.
  private(set) var direction: Direction
  /// The caret stands before the grapheme of this index.
  private(set) var caret: Int
  /// The direction of an empty text: that of the language it is to be written in.
  private let usualDirection: Direction
  let isMultiline: Bool
  /// How many graphemes the text may have.
  let limit: Int?
  /// How many graphemes of what was written last found no room.
  private(set) var leftOut = 0
  /// What was cut or copied last.
  var clipboard = ""
  private var anchor: Int?
  private var goalColumn: Int?
  private let original: String
  private var undoable: [Snapshot] = []
  private var redoable: [Snapshot] = []
  private var isTypingWord = false
  var kept = KeptLayout()

  private struct Snapshot: Equatable {
    let text: String
    let caret: Int
  }

  /// Begins with a text, the caret at its end.
  init(text: String, direction: Direction, isMultiline: Bool, limit: Int?) {
    self.text = text
    usualDirection = direction
    self.isMultiline = isMultiline
    self.limit = limit
    self.direction = Direction(ofMostLettersIn: text, otherwise: direction)
    original = text
    caret = text.graphemeCount
  }

  var isChanged: Bool { text != original }

  /// How many graphemes can still be written, where the text is limited.
  var remaining: Int? { limit.map { max(0, $0 - count) } }

  /// The same once nine tenths are written, which is when a person wants to know it.
  var remainingNearLimit: Int? {
    guard let limit, let remaining, remaining * 10 <= limit else { return nil }
    return remaining
  }

  /// The graphemes that are selected; none where nothing is.
  var selection: Range<Int>? {
    guard let anchor, anchor != caret else { return nil }
    return min(anchor, caret)..<max(anchor, caret)
  }

  // MARK: Writing

  /// Writes in the place of the selection, or at the caret; what exceeds the limit is left out,
  /// and ``leftOut`` says how much that is.
  ///
  /// A mark that is typed after a letter joins its grapheme, and the caret stays behind it. The
  /// cost grows with the length of what is written.
  mutating func insert(_ typed: String) {
    leftOut = 0
    var written = typed.withLettersOfLamAlef
    if !isMultiline { written.removeAll(where: \.isNewline) }
    guard !written.isEmpty else { return }
    let isWord = written.count == 1 && !written.contains(where: \.isWhitespace)
    remember(joining: isWord && isTypingWord && selection == nil)
    removeSelection()
    let (before, after) = parts(at: caret)
    let fitting = fitting(written, between: before, after)
    replace(with: before + fitting, after, caret: count(of: before, with: fitting))
    isTypingWord = isWord
  }

  /// How many graphemes stand before the caret once something is written there: what is written may
  /// join the last of them.
  private func count(of before: String, with written: String) -> Int {
    guard let last = before.last else { return written.graphemeCount }
    return caret - 1 + (String(last) + written).graphemeCount
  }

  /// The person has seen what was left out.
  mutating func forgetLeftOut() { leftOut = 0 }

  /// As much of a text as the limit leaves room for, made harmless; counts what it leaves out.
  private mutating func fitting(_ typed: String, between before: String, _ after: String) -> String
  {
    guard let limit else { return TextSanitizer.visible(typed) }
    let afterCount = count - caret
    let room = max(0, limit - count)
    // One more than there is room for may still join the grapheme before it.
    var fitting = TextSanitizer.visible(String(typed.prefix(room + 1)))
    while !fitting.isEmpty {
      let excess = count(of: before, with: fitting) + afterCount - limit
      guard excess > 0 else { break }
      fitting = TextSanitizer.visible(String(fitting.dropLast(excess)))
    }
    leftOut = max(0, typed.count - fitting.count)
    return fitting
  }

  /// Removes what was typed last before the caret: of a letter with marks, the last mark.
  mutating func deleteBackward() {
    guard selection == nil else { return deleteSelection() }
    guard caret > 0 else { return }
    remember()
    let (start, after) = parts(at: caret)
    var before = start
    if before.unicodeScalars.last?.properties.generalCategory == .nonspacingMark {
      before.unicodeScalars.removeLast()
    } else {
      before.removeLast()
    }
    replace(with: before, after, caret: before.graphemeCount)
  }

  mutating func deleteForward() {
    guard selection == nil else { return deleteSelection() }
    guard caret < count else { return }
    delete(caret..<caret + 1)
  }

  mutating func deleteWordBackward() {
    guard selection == nil else { return deleteSelection() }
    delete(wordStart(before: caret)..<caret)
  }

  mutating func deleteWordForward() {
    guard selection == nil else { return deleteSelection() }
    delete(caret..<wordEnd(after: caret))
  }

  private mutating func deleteSelection() {
    if let selection { delete(selection) }
  }

  private mutating func delete(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    remember()
    remove(range)
  }

  private mutating func removeSelection() {
    if let selection { remove(selection) }
    anchor = nil
  }

  private mutating func remove(_ range: Range<Int>) {
    let before = parts(at: range.lowerBound).before
    replace(with: before, parts(at: range.upperBound).after, caret: range.lowerBound)
  }

  private mutating func replace(with before: String, _ after: String, caret: Int) {
    text = before + after
    self.caret = caret
    anchor = nil
    goalColumn = nil
  }

  private func parts(at index: Int) -> (before: String, after: String) {
    let place = text.place(ofGrapheme: index)
    return (String(text[..<place]), String(text[place...]))
  }

  // MARK: Undo inside the field

  mutating func undo() {
    guard let snapshot = undoable.popLast() else { return }
    redoable.append(Snapshot(text: text, caret: caret))
    restore(snapshot)
  }

  mutating func redo() {
    guard let snapshot = redoable.popLast() else { return }
    undoable.append(Snapshot(text: text, caret: caret))
    restore(snapshot)
  }

  /// Remembers the text as it is; letters of one word are undone together.
  private mutating func remember(joining: Bool = false) {
    isTypingWord = false
    redoable = []
    if !joining { undoable.append(Snapshot(text: text, caret: caret)) }
  }

  private mutating func restore(_ snapshot: Snapshot) {
    text = snapshot.text
    caret = snapshot.caret
    anchor = nil
    goalColumn = nil
    isTypingWord = false
  }

  // MARK: Selecting

  mutating func selectAll() {
    anchor = 0
    caret = count
    goalColumn = nil
  }

  mutating func copy() {
    guard let selection else { return }
    clipboard = String(text.dropFirst(selection.lowerBound).prefix(selection.count))
  }

  mutating func cut() {
    copy()
    deleteSelection()
  }

  mutating func paste() { insert(clipboard) }

  // MARK: Moving

  /// Puts the caret where a person pointed.
  mutating func putCaret(before index: Int) {
    caret = min(max(0, index), count)
    anchor = nil
    goalColumn = nil
    isTypingWord = false
  }

  enum Movement: CaseIterable, Sendable {
    case left, right, up, down, lineStart, lineEnd, textStart, textEnd, wordLeft, wordRight
  }

  /// Moves the caret as the eye sees, in lines of so many cells.
  mutating func move(_ movement: Movement, width: Int, selecting: Bool = false) {
    if !selecting, let selection, movement == .left || movement == .right {
      let isToStart = (movement == .left) == (direction == .leftToRight)
      caret = isToStart ? selection.lowerBound : selection.upperBound
      anchor = nil
      return
    }
    if selecting, anchor == nil { anchor = caret }
    if !selecting { anchor = nil }
    isTypingWord = false
    let layout = layout(width: width)
    if movement == .up || movement == .down {
      let goal = goalColumn ?? layout.caret(at: caret).column
      caret =
        movement == .up
        ? layout.moveUp(from: caret, goalColumn: goal)
        : layout.moveDown(from: caret, goalColumn: goal)
      goalColumn = goal
      return
    }
    goalColumn = nil
    caret = place(after: movement, in: layout)
  }

  private func place(after movement: Movement, in layout: TextLayout) -> Int {
    switch movement {
    case .left: layout.moveLeft(from: caret)
    case .right: layout.moveRight(from: caret)
    case .lineStart: layout.lineStart(of: caret)
    case .lineEnd: layout.lineEnd(of: caret)
    case .textStart: 0
    case .textEnd: count
    case .wordLeft: direction == .leftToRight ? wordStart(before: caret) : wordEnd(after: caret)
    case .wordRight: direction == .leftToRight ? wordEnd(after: caret) : wordStart(before: caret)
    case .up, .down: caret
    }
  }

  private func wordStart(before index: Int) -> Int {
    let characters = Array(text)
    var index = index
    while index > 0, !characters[index - 1].isWordPart { index -= 1 }
    while index > 0, characters[index - 1].isWordPart { index -= 1 }
    return index
  }

  private func wordEnd(after index: Int) -> Int {
    let characters = Array(text)
    var index = index
    while index < characters.count, !characters[index].isWordPart { index += 1 }
    while index < characters.count, characters[index].isWordPart { index += 1 }
    return index
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "'" || self == "’" }
}

extension String {
  /// The same with the two letters in the place of each lam-alef that a keyboard types as one
  /// character.
  fileprivate var withLettersOfLamAlef: String {
    guard unicodeScalars.contains(where: { (0xFEF5...0xFEFC).contains($0.value) }) else {
      return self
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFEF5, 0xFEF6: result.append(contentsOf: "لآ".unicodeScalars)
      case 0xFEF7, 0xFEF8: result.append(contentsOf: "لأ".unicodeScalars)
      case 0xFEF9, 0xFEFA: result.append(contentsOf: "لإ".unicodeScalars)
      case 0xFEFB, 0xFEFC: result.append(contentsOf: "لا".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
