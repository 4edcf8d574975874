import ArgumentParser
import Glibc

/// The program: its subcommands, and the one place where it ends.
@main
struct Majlis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "majlis",
    abstract: "Consultative self-assessment on the Migration Governance Indicators.",
    discussion: """
      Without a command: opens the last session, or the Cairo workshop the first time. \
      In the full screen, ? shows what can be done.
      """,
    version: "majlis 0.1.0",
    subcommands: [
      StartCommand.self, OpenCommand.self, NewCommand.self, PresentCommand.self, AnswerCommand.self,
      ShowCommand.self, LogCommand.self, CheckCommand.self, ExtractCommand.self,
      MergeCommand.self, SyncCommand.self, BaselineCommand.self, WithdrawCommand.self,
      ReportCommand.self, ExportCommand.self, ImportCommand.self, QuestionnaireCommand.self,
      UpgradeCommand.self, HostCommand.self, InviteCommand.self, SeatCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: StartCommand.self,
  )

  /// Parses, runs, and turns any error into lines on standard error and an exit status.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(ErrorReporter(error).report())
    }
  }
}
