/// How a terminal's own reordering of Arabic is kept from undoing ours.
///
/// The screen is sent in the order in which it is seen, with letters already joined. A terminal
/// that reorders by itself would turn that around again. Which one is told what was tried in each
/// (VTE 0.70, Konsole 22.12, mlterm 3.9; *BiDi in Terminal Emulators*, freedesktop).
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
  let off: String
  /// The bytes that switch it on again.
  let on: String
  /// Whether every cell carries a left-to-right mark, which no terminal reorders across.
  let guardsCells: Bool

  static let nothing = BidiSwitch(off: "", on: "", guardsCells: false)

  package init(wish: Wish, environment: [String: String]) {
    switch wish {
    case .app: self = .nothing
    case .terminal where Self.isMlterm(environment): self = Self.known(environment)
    case .terminal: self = Self.marks
    case .auto: self = Self.known(environment)
    }
  }

  private init(off: String, on: String, guardsCells: Bool) {
    self.off = off
    self.on = on
    self.guardsCells = guardsCells
  }

  private static func known(_ environment: [String: String]) -> BidiSwitch {
    let terminal = environment["TERM"] ?? ""
    if isMlterm(environment) { return mlterm.passed(through: environment) }
    // tmux and screen let a switch through only where they are told to, and draw rows again
    // without clearing them, which VTE would need: marks in the cells hold behind both.
    if environment["TMUX"] != nil || environment["STY"] != nil { return marks }
    if environment["KONSOLE_VERSION"] != nil {
      return BidiSwitch(
        off: "\u{1B}]50;BidiRenderingEnabled=false\u{07}",
        on: "\u{1B}]50;BidiRenderingEnabled=true\u{07}",
        guardsCells: false,
      )
    }
    if terminal == "linux" { return nothing }
    // VTE understands it; those that do not know it pass it over.
    return BidiSwitch(off: "\u{1B}[8l", on: "\u{1B}[8h", guardsCells: false)
  }

  private static let marks = BidiSwitch(off: "", on: "", guardsCells: true)

  private static let mlterm = BidiSwitch(
    off: "\u{1B}]5379;use_ctl=false\u{07}",
    on: "\u{1B}]5379;use_ctl=true\u{07}",
    guardsCells: false,
  )

  /// mlterm gives a mark a cell of its own, so that marks are no way there, and its switch is.
  private static func isMlterm(_ environment: [String: String]) -> Bool {
    environment["MLTERM"] != nil || environment["TERM"]?.hasPrefix("mlterm") ?? false
  }

  /// The same in the envelope in which tmux or screen hands it on to the terminal around it.
  private func passed(through environment: [String: String]) -> BidiSwitch {
    let envelope: (String) -> String
    if environment["TMUX"] != nil {
      envelope = { "\u{1B}Ptmux;\($0.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\" }
    } else if environment["STY"] != nil {
      envelope = { "\u{1B}P\($0)\u{1B}\\" }
    } else {
      return self
    }
    return BidiSwitch(off: envelope(off), on: envelope(on), guardsCells: guardsCells)
  }
}
