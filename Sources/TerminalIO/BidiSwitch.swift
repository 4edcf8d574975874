/// How a terminal's own reordering of Arabic is kept from undoing ours.
///
/// The screen is sent in the order in which it is seen, with letters already joined. A terminal
/// that reorders by itself would turn that around again (*BiDi in Terminal Emulators*,
/// freedesktop).
package struct BidiSwitch: Equatable, Sendable {
  /// What a person asked for with `--bidi`.
  package enum Wish: String, CaseIterable, Sendable {
    /// Decide by what the terminal is known to do.
    case auto
    /// The terminal does not reorder, or has been told not to.
    case app
    /// The terminal reorders and cannot be told not to.
    case terminal
  }

  /// The bytes that switch it off.
  package let off: String
  /// The bytes that switch it on again.
  package let on: String
  /// Whether every cell carries a left-to-right mark, which no terminal reorders across.
  package let guardsCells: Bool

  package init(wish: Wish, kind: TerminalKind) {
    switch (wish, kind) {
    case (.app, _): self = .nothing
    // mlterm gives a mark a cell of its own, so that marks are no way there, and its switch is.
    case (.terminal, .mlterm), (.auto, .mlterm): self = .mlterm
    case (_, .tmux(inMlterm: true)): self = .mlterm.passed(through: Self.tmuxEnvelope)
    case (_, .screen(inMlterm: true)): self = .mlterm.passed(through: Self.screenEnvelope)
    // tmux and screen let a switch through only where they are told to, and draw rows again
    // without clearing them, which VTE would need: marks in the cells hold behind both.
    case (.terminal, _), (.auto, .tmux), (.auto, .screen): self = .marks
    case (.auto, .konsole): self = .konsole
    case (.auto, .linuxConsole): self = .nothing
    // VTE understands it; those that do not know it pass it over.
    case (.auto, .vte), (.auto, .other): self = .vte
    }
  }

  private init(off: String = "", on: String = "", guardsCells: Bool = false) {
    self.off = off
    self.on = on
    self.guardsCells = guardsCells
  }

  private static let nothing = BidiSwitch()
  private static let marks = BidiSwitch(guardsCells: true)
  /// BDSM, bi-directional support mode (ECMA-48, 7.2.1).
  private static let vte = BidiSwitch(off: "\u{1B}[8l", on: "\u{1B}[8h")
  private static let konsole = BidiSwitch(
    off: "\u{1B}]50;BidiRenderingEnabled=false\u{07}",
    on: "\u{1B}]50;BidiRenderingEnabled=true\u{07}",
  )
  private static let mlterm = BidiSwitch(
    off: "\u{1B}]5379;use_ctl=false\u{07}",
    on: "\u{1B}]5379;use_ctl=true\u{07}",
  )

  // What tmux and screen hand on to the terminal around them.

  private static func tmuxEnvelope(_ bytes: String) -> String {
    "\u{1B}Ptmux;\(bytes.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
  }

  private static func screenEnvelope(_ bytes: String) -> String { "\u{1B}P\(bytes)\u{1B}\\" }

  private func passed(through envelope: (String) -> String) -> BidiSwitch {
    BidiSwitch(off: envelope(off), on: envelope(on), guardsCells: guardsCells)
  }
}
