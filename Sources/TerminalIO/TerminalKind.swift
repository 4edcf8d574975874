/// Which terminal it is, as far as that decides how Arabic is kept in order on it.
///
/// By what terminals put into the environment of their programs, and by what they answer when
/// they are asked (VTE 0.70, Konsole 22.12, mlterm 3.9, tmux 3.3, screen 4.9; all tried).
package enum TerminalKind: Equatable, Sendable {
  case vte
  case konsole
  case mlterm
  /// tmux or screen, and whether mlterm is known to be around it.
  case tmux(inMlterm: Bool)
  case screen(inMlterm: Bool)
  case linuxConsole
  /// Any other: it does not order text itself, or nothing is known of it.
  case other

  package init(environment: [String: String], answers: TerminalAnswers? = nil) {
    let name = environment["TERM"] ?? ""
    let isMlterm = environment["MLTERM"] != nil || name.hasPrefix("mlterm")
    let version = answers?.version ?? ""
    if environment["TMUX"] != nil || version.hasPrefix("tmux") {
      self = .tmux(inMlterm: isMlterm)
    } else if environment["STY"] != nil {
      self = .screen(inMlterm: isMlterm)
    } else if isMlterm || version.hasPrefix("mlterm") {
      self = .mlterm
    } else if environment["KONSOLE_VERSION"] != nil || version.hasPrefix("Konsole") {
      self = .konsole
    } else if environment["VTE_VERSION"] != nil || version.hasPrefix("VTE") {
      self = .vte
    } else {
      self = name == "linux" ? .linuxConsole : .other
    }
  }
}
