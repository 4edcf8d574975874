import ArgumentParser
import BidiText
import Glibc
import Phrases
import Storage
import TerminalIO

/// `majlis doctor`: what this terminal can do, and a line of Arabic to look at.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What this terminal can do; a line of Arabic to look at.",
  )

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let traits = TerminalTraits(environment: context.environment)
    let answers = TerminalAnswers.ask()
    let kind = TerminalKind(environment: context.environment, answers: answers)
    let bidi = BidiSwitch(wish: options.bidi, kind: kind)
    let report = DoctorReport(
      words: context.words,
      traits: traits,
      answers: answers,
      kind: kind,
      bidi: bidi,
      wish: options.bidi,
      programs: ReportProgram.allCases.map { ($0, $0.installed(context.environment) != nil) },
    )
    let server = ChildProcess.path(of: "sshd", context.environment)
    let words = context.words
    let hosting = server.map { words(.doctorHosting(file: .plain($0))) } ?? words(.doctorNoHosting)
    let git = words.line(SessionSync.installed(context.environment))
    try context.say(report.lines + [hosting, git])
    try compare(report, bidi, context)
  }

  /// Shows a line as the full screen would, until the person has looked: Konsole and mlterm order
  /// what is on the screen already as soon as they are told to.
  private func compare(
    _ report: DoctorReport,
    _ bidi: BidiSwitch,
    _ context: CommandContext,
  ) throws {
    let isWatched = isatty(0) == 1 && isatty(1) == 1
    let words = context.words
    let start = "\n\(words(.doctorCompare))\n\n" + (isWatched ? bidi.off : "")
    try context.say(text: start + "    \(report.lineToCompare)\n\n\(words(.doctorIfWrong))")
    guard isWatched, !bidi.on.isEmpty, let input = RawInput() else { return }
    defer { input.end() }
    try context.say(Array((words(.doctorPressKey) + "\r\n").utf8))
    input.waitForKey()
    try context.say(Array(bidi.on.utf8))
  }
}

/// What the doctor says, line by line.
struct DoctorReport {
  let words: Words
  let traits: TerminalTraits
  let answers: TerminalAnswers?
  let kind: TerminalKind
  let bidi: BidiSwitch
  let wish: BidiSwitch.Wish
  /// The programs that write reports, and whether each is there.
  let programs: [(program: ReportProgram, isInstalled: Bool)]

  var lines: [String] {
    var lines = [
      words(.doctorTerminal(kind: .own(words(kind.phrase)), name: .plain(traits.name)))
    ]
    if let version = answers?.version {
      lines.append(words(.doctorAnswer(version: .plain(version))))
    }
    if let size = traits.size {
      lines.append(words(.doctorSize(height: size.height, width: size.width)))
    }
    lines.append(words(.doctorColours(count: traits.colourCount)))
    lines.append(words(traits.hasMouse ? .doctorMouse : .doctorNoMouse))
    let encoding = InsertedText.plain(traits.encoding)
    lines.append(
      words(
        traits.isUTF8
          ? .doctorEncoding(encoding: encoding) : .doctorWrongEncoding(encoding: encoding)
      )
    )
    lines.append(words(decision))
    lines.append(
      wish == .auto ? words(.doctorDecided) : words(.doctorAsked(wish: .own(wish.rawValue)))
    )
    if kind == .linuxConsole { lines.append(words(.consoleWithoutArabic)) }
    return lines + programs.map(line)
  }

  /// Whether reports can be had in the formats of a program, and how to install it otherwise.
  private func line(_ program: ReportProgram, isInstalled: Bool) -> String {
    let formats = InsertedText.own(program.formats.joined(separator: words(.listSeparator)))
    let name = InsertedText.own(program.name)
    guard isInstalled else {
      return words(
        .doctorNoProgram(command: .plain(program.command), formats: formats, program: name)
      )
    }
    return words(.doctorProgram(formats: formats, program: name))
  }

  private var decision: Phrase {
    if bidi.guardsCells { return .doctorMarks }
    return bidi.off.isEmpty ? .doctorNothing : .doctorSwitch
  }

  /// A line as the full screen would show it.
  var lineToCompare: String {
    var line = ""
    for cell in TextLayout.line("1 مجلس 2 (الهجرة) 3", direction: .rightToLeft, width: nil).cells {
      line.unicodeScalars.append(cell.glyph.base)
      if bidi.guardsCells { line += "\u{200E}" }
    }
    return line
  }
}

extension Words {
  /// Whether sessions can be brought together by git here.
  fileprivate func line(_ git: SessionSync.Installed) -> String {
    switch git {
    case .no: self(.doctorNoGit)
    case .yes(let version): self(.doctorGit(version: .plain(version)))
    case .silent: self(.doctorGitSilent)
    }
  }
}

extension TerminalKind {
  var phrase: Phrase {
    switch self {
    case .vte: .kindVTE
    case .konsole: .kindKonsole
    case .mlterm: .kindMlterm
    case .tmux: .kindTmux
    case .screen: .kindScreen
    case .linuxConsole: .kindLinuxConsole
    case .other: .kindOther
    }
  }
}
