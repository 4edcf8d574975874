import BidiText
import Display
import Phrases

extension PageContext {
  func drawField(_ field: TextField, on canvas: inout Canvas) {
    let area = editorArea(of: field)
    drawPanel(
      panelArea(rows: area.height + 1),
      title: field.purpose.title(in: self),
      on: &canvas,
    )
    drawEditor(field.editor, in: area, on: &canvas)
    let foot = area.line(area.height)
    if let problem = field.problem {
      // The line between the text and the foot is free where the text is one line.
      let isLong = canvas.layouts.width(of: problem) > foot.width && !field.isMultiline
      let room = Area(row: area.row + 1, start: area.start, width: area.width, height: 2)
      canvas.writeWrapped(problem, in: isLong ? room : foot, style: .attention)
    } else if field.editor.leftOut > 0, let limit = field.editor.limit {
      let left = words(.notFitted(count: field.editor.leftOut))
      let most = words(.mostCharacters(count: limit))
      canvas.write("\(left) \(setting.symbols.separator) \(most)", in: foot, style: .attention)
    } else if let remaining = field.editor.remainingNearLimit {
      canvas.writeAtEnd(words(.remaining(count: remaining)), in: foot, style: .quiet)
    }
  }

  /// A text being written, scrolled so that the caret is seen, and the cursor where it stands.
  func drawEditor(_ editor: TextEditor, in area: Area, on canvas: inout Canvas) {
    let view = EditorView(editor, in: area, direction: direction)
    for (index, line) in view.shownLines {
      let row = view.row(ofLine: index)
      canvas.draw(line, of: editor.direction, inRowOf: view.area, row: row, style: .text)
      guard let selection = editor.selection else { continue }
      let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
      for column in view.layout.cells(of: selection, line: index) {
        canvas.emphasize(row: row, column: first + column, .selected)
      }
    }
    let caret = view.layout.caret(at: editor.caret)
    guard view.layout.lines.indices.contains(caret.line) else { return }
    let line = view.layout.lines[caret.line]
    let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
    canvas.showCursor(row: view.row(ofLine: caret.line), column: first + caret.column)
  }

  /// Where the editor of a field stands.
  func editorArea(of field: TextField) -> Area {
    let wanted = field.isMultiline ? max(6, height / 2) : 2
    return panelArea(rows: wanted + 1).dropping(lastRows: 1)
  }

  /// The place in a text that stands in a cell of the screen.
  func caret(of editor: TextEditor, in area: Area, row: Int, column: Int) -> Int {
    let view = EditorView(editor, in: area, direction: direction)
    let number = min(max(0, row - view.area.row + view.firstLine), view.layout.lines.count - 1)
    let canvas = Canvas(width: width, height: height, direction: direction)
    let line = view.layout.lines[number]
    let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
    return view.layout.index(line: number, column: column - first)
  }
}

/// A text being written as it stands in an area: laid out, and scrolled so that the caret is seen.
private struct EditorView {
  let layout: TextLayout
  /// Where its lines stand: a cell is spare for the cursor after the last letter.
  let area: Area
  let firstLine: Int

  init(_ editor: TextEditor, in area: Area, direction: Direction) {
    layout = editor.layout(width: max(1, area.width - 1))
    firstLine = max(0, layout.caret(at: editor.caret).line - area.height + 1)
    self.area = editor.direction == direction ? area.inset(end: 1) : area.inset(start: 1)
  }

  var shownLines: some Sequence<(offset: Int, element: LaidOutLine)> {
    layout.lines.enumerated().dropFirst(firstLine).prefix(area.height)
  }

  func row(ofLine number: Int) -> Int { area.row + number - firstLine }
}
