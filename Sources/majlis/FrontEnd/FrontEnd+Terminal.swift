import Glibc
import Phrases
import Storage
import TerminalIO

/// The terminal, and what may be done from it.
extension FrontEnd {
  /// Whether the session can be moved to the next edition from here; of the seats far away, from the
  /// facilitator's.
  func mayMove(_ wishes: Wishes, isReadOnly: Bool) -> Bool {
    !isReadOnly && (context.guest == nil || wishes.isFacilitator)
  }

  /// The terminal's kind.
  ///
  /// One behind a secure shell, whose environment stays on the other side, is asked; once, since that
  /// takes a while on a long line.
  var terminalKind: TerminalKind {
    let environment = context.environment
    let answers = environment["SSH_TTY"] == nil ? nil : TerminalAnswers.ask()
    return TerminalKind(environment: environment, answers: answers)
  }

  /// Who puts Arabic in order: at a terminal far away that does not say what it is, as one on Windows,
  /// every cell is guarded, since what such a one does differs from version to version.
  private func bidi(of kind: TerminalKind) -> BidiSwitch {
    let wish = context.options.bidi
    let isGuarded = context.guest != nil && wish == .auto && kind == .other
    return BidiSwitch(wish: isGuarded ? .terminal : wish, kind: kind)
  }

  func terminal(_ kind: TerminalKind) throws(Complaint) -> Terminal {
    let options = context.options
    let environment = context.environment
    let name = environment["TERM"] ?? ""
    if isatty(0) == 1, isatty(1) == 1, ["", "dumb"].contains(name) {
      let line = context.complaintWords(.failureDumbTerminal(name: .plain(name)))
      throw Complaint([line], .wrongUse)
    }
    let isColourless = options.noColor || !(environment["NO_COLOR"] ?? "").isEmpty
    do {
      return try Terminal(
        Terminal.Wishes(
          bidi: bidi(of: kind),
          hasColours: !isColourless,
        ),
        needsUTF8: !options.ascii,
      )
    } catch {
      throw Complaint(error, words: context.complaintWords)
    }
  }
}
