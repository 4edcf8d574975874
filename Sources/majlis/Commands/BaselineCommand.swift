import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis baseline`: a delegation's assessment frozen as it is today.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Freeze today's assessment of a delegation, to compare a later one with it.",
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String

  @ArgumentParser.Option(name: .customLong("as"), help: "Who freezes it.")
  var author: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let stored = try context.session(file)
    let delegation = try context.delegation(delegation, in: stored.session, file: file)
    let stamp = context.stamp(by: author)
    let today = stamp.at.startOfDay(minutesFromUTC: stamp.at.minutesFromUTC)
    guard !delegation.isFrozen(since: today, in: stored.questionnaire) else {
      Complaint([context.words(.freezingAlready)], .done).report()
      return
    }
    let baseline = delegation.frozen(
      in: stored.questionnaire,
      at: stamp.at,
      by: stamp.by,
      fingerprint: Fingerprint.of(delegation),
    )
    let change: Change?
    do throws(Refusal) {
      change = try stored.session.change(
        setting: RecordKey(.baseline, stamp.id),
        to: .baseline(baseline),
        of: delegation.code,
        stamp: stamp,
      )
    } catch {
      throw Complaint(error, file: file, words: context.complaintWords)
    }
    guard let change else { return }
    try context.keep([change], in: stored, file: file)
  }
}
