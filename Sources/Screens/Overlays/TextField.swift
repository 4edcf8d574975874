import BidiText
import Consultation
import Display
import Phrases

/// A text being written, laid over the page.
struct TextField: Equatable, Sendable {
  let purpose: any TextPurpose
  var editor: TextEditor
  /// Why what was written cannot be kept.
  var problem: String?

  /// Whether Enter begins a new line, rather than keeping the text.
  var isMultiline: Bool { purpose.isMultiline }

  static func == (first: TextField, second: TextField) -> Bool {
    first.purpose.isEqual(to: second.purpose) && first.editor == second.editor
      && first.problem == second.problem
  }
}

/// What a text is for: what it is called, what is there now, and what becomes of what was written.
///
/// Whoever opens a field hands over one of these; nothing else needs to know which there are.
protocol TextPurpose: Equatable, Sendable {
  /// How many letters, digits and signs it may have.
  var limit: Int { get }
  /// Whether what is written takes more than a line.
  var isMultiline: Bool { get }
  /// Whether it is kept in Western digits, whichever are typed.
  var hasDigits: Bool { get }
  /// Whether it changes nothing of the session.
  var isForReading: Bool { get }
  func title(in context: PageContext) -> String
  /// The text that is there now.
  func text(in context: PageContext) -> String
  /// Keeps what was written; empty where it was only spaces.
  ///
  /// - Throws: why it cannot be kept; the field then stays.
  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect]
}

/// What most texts have, over `some RoomContext` as in ``PageContent``.
extension TextPurpose {
  var limit: Int { TextLimit.line }
  var isMultiline: Bool { false }
  var hasDigits: Bool { false }
  var isForReading: Bool { false }
  func text(in context: some RoomContext) -> String { "" }
}

extension Equatable {
  /// Whether something of a type that is not known here is the same.
  func isEqual(to other: any Equatable) -> Bool { (other as? Self) == self }
}

/// Why what was written cannot be kept.
struct WritingProblem: Error {
  let phrase: Phrase

  init(_ phrase: Phrase) { self.phrase = phrase }
}

extension PageContext {
  /// Lays a field over the page, with the text that is there now.
  mutating func openField(_ purpose: any TextPurpose, text: String?) {
    guard purpose.isForReading || !refusesBecauseReadOnly() else { return }
    var editor = TextEditor(
      text: text ?? purpose.text(in: self),
      direction: direction,
      isMultiline: purpose.isMultiline,
      limit: purpose.limit,
    )
    editor.clipboard = clipboard
    overlay = .field(TextField(purpose: purpose, editor: editor))
  }

  /// Says under a field that was opened just now why it is there.
  mutating func sayInField(_ line: String) {
    guard case .field(var field) = overlay else { return }
    field.problem = line
    overlay = .field(field)
  }

  /// What a key does in a field: first what it means there, else it is typed.
  mutating func updateField(_ field: TextField, _ key: Key, at moment: Moment) -> [Effect] {
    var field = field
    switch ActionTable.action(for: key, in: [.text]) {
    case .keepText: return keepText(of: field, at: moment)
    case .leaveText:
      if field.editor.isChanged { choose(LeavingText(field: field)) } else { overlay = nil }
      return []
    default: break
    }
    if key.code == .enter, key.modifiers.isEmpty, !field.isMultiline {
      return keepText(of: field, at: moment)
    }
    field.problem = nil
    field.editor.press(key, width: fieldWidth)
    clipboard = field.editor.clipboard
    overlay = .field(field)
    return []
  }

  /// Keeps what was written; stays in the field where it cannot be kept.
  mutating func keepText(of field: TextField, at moment: Moment) -> [Effect] {
    let text = field.editor.text
    let typed = field.purpose.hasDigits ? Self.western(text) : text
    overlay = nil
    do throws(WritingProblem) {
      let isBlank = text.allSatisfy(\.isWhitespace)
      return try field.purpose.keep(isBlank ? "" : typed, in: &self, at: moment)
    } catch {
      var field = field
      field.problem = words(error.phrase)
      overlay = .field(field)
      return []
    }
  }

  /// Arabic digits as Western ones, as numbers and dates are kept.
  private static func western(_ text: String) -> String {
    String(
      text.map { character in
        ArabicKeyboard.digit(character).map { Character("\($0)") } ?? character
      }
    )
  }
}

/// What becomes of a text that was changed and is about to be left.
struct LeavingText: ChooserPurpose {
  let field: TextField

  func title(in context: PageContext) -> String { context.words(.leavingTitle) }

  func entries(in context: PageContext) -> [String] {
    [.leavingKeep, .leavingGoOn, .leavingDiscard].map { (phrase: Phrase) in context.words(phrase) }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch index {
    case 0: return context.keepText(of: field, at: moment)
    case 1: context.overlay = .field(field)
    default: break
    }
    return []
  }

  func leave(_ context: inout PageContext) { context.overlay = .field(field) }
}
