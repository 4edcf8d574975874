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
    case .terminal: self = BidiSwitch(off: "", on: "", guardsCells: true)
    case .auto: self = Self.known(environment)
    }
  }

  private init(off: String, on: String, guardsCells: Bool) {
    self.off = off
    self.on = on
    self.guardsCells = guardsCells
  }

  private static func known(_ environment: [String: String]) -> BidiSwitch {
    let direct: BidiSwitch
    let terminal = environment["TERM"] ?? ""
    if environment["KONSOLE_VERSION"] != nil {
      direct = BidiSwitch(
        off: "\u{1B}]50;BidiRenderingEnabled=false\u{07}",
        on: "\u{1B}]50;BidiRenderingEnabled=true\u{07}",
        guardsCells: false,
      )
    } else if environment["MLTERM"] != nil || terminal.hasPrefix("mlterm") {
      direct = BidiSwitch(
        off: "\u{1B}]5379;use_ctl=false\u{07}",
        on: "\u{1B}]5379;use_ctl=true\u{07}",
        guardsCells: false,
      )
    } else if terminal == "linux" {
      direct = .nothing
    } else {
      // VTE understands it; those that do not know it pass it over.
      direct = BidiSwitch(off: "\u{1B}[8l", on: "\u{1B}[8h", guardsCells: false)
    }
    return direct.wrapped(environment)
  }

  /// The same passed through tmux or screen to the terminal around it.
  private func wrapped(_ environment: [String: String]) -> BidiSwitch {
    guard !off.isEmpty else { return self }
    let wrap: (String) -> String
    if environment["TMUX"] != nil {
      wrap = {
        "\u{1B}Ptmux;\($0.split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "\u{1B}\u{1B}"))\u{1B}\\"
      }
    } else if environment["STY"] != nil {
      wrap = { "\u{1B}P\($0)\u{1B}\\" }
    } else {
      return self
    }
    return BidiSwitch(off: wrap(off), on: wrap(on), guardsCells: false)
  }
}
