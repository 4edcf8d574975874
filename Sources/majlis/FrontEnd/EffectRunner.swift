import Consultation
import Display
import FoundationEssentials
import Phrases
import Reports
import Screens
import Storage

/// What the front end asks for and cannot do itself: keeping changes, and knowing the time.
struct EffectRunner: Sendable {
  private let context: CommandContext
  private let keeper: Keeper?
  private let path: String
  /// Can be read when something became of a change, or a report is made.
  let wakeUp: WakeUp
  /// None at a seat far away, and where the session can only be read.
  private let together: Together?
  private let reports: Errands
  /// What reaches the folder of a host; none for a guest.
  private let desk: HostsDesk?
  /// Never behind a report.
  private let atSeats: Errands

  init(
    context: CommandContext,
    keeper: Keeper?,
    path: String,
    together: Together?,
    desk: HostsDesk?,
  ) {
    self.context = context
    self.keeper = keeper
    self.together = together
    self.path = path
    self.desk = desk
    wakeUp = keeper?.wakeUp ?? WakeUp()
    reports = Errands("reports", wakeUp: wakeUp)
    atSeats = Errands("seats", wakeUp: wakeUp)
  }

  /// This moment, with an identifier that nothing else has.
  var moment: Moment { Moment(at: .now, id: Self.newIdentifier) }

  static var newIdentifier: String { UUID().uuidString.lowercased() }

  /// The words of a language, for a reader of another one.
  func words(of language: Language, for app: App) -> Message {
    do throws(UnreadableWords) {
      return .words(try context.catalogue(language))
    } catch {
      return .wordsNotRead(of: language, reason: error.line(in: app.words))
    }
  }

  /// The glossary, for a reader of these words.
  func glossary(for app: App) -> Message {
    do throws(UnreadableWords) {
      return .glossary(try context.assets.glossary())
    } catch {
      return .glossaryNotRead(reason: error.line(in: app.words))
    }
  }

  /// Notes that somebody far away is there.
  func note(_ event: TerminalEvent) {
    if case .key = event { context.guest?.firstKey.press() }
  }

  /// Whether the program can be stopped and gone on with: not where there is no shell that would.
  var canSuspend: Bool { context.guest == nil }

  /// Lets others know where this person is.
  func tell(_ presence: Presence) { keeper?.tell(presence) }

  /// The SHA-256 of a delegation as canonical JSON.
  func fingerprint(of delegation: Delegation) -> String { Fingerprint.of(delegation) }

  /// Begins an errand; returns at once, and tells of it among the outcomes.
  func begin(_ errand: Errand, for app: App) {
    let errands =
      switch errand {
      case .lookAtSeats, .closeSeat: atSeats
      case .report, .writeReport, .previewNextEdition, .lookForRemote: reports
      }
    errands.begin { message(of: errand, for: app) }
  }

  /// What comes of an errand, which is done at once; nothing where it cannot be done here: only the
  /// machine that hosts knows of seats, and no guest brings sessions together.
  func message(of errand: Errand, for app: App) -> Message? {
    let session = app.desk.sessionForKeeping
    return switch errand {
    case .report(let choice, let width): report(choice, width: width, for: app)
    case .writeReport(let choice, let name): write(choice, file: name, for: app)
    case .lookAtSeats: desk.map { .seats($0.look(at: session)) }
    case .closeSeat(let seat): desk.map { .told($0.close(seat, of: session, app.words)) }
    case .previewNextEdition: previewOfNextEdition(for: app)
    case .lookForRemote: together?.lookForRemote(app.words)
    }
  }

  /// What would become of the answers in the next edition.
  private func previewOfNextEdition(for app: App) -> Message {
    let questionnaire = app.context.questionnaire
    guard let later = context.assets.nextEdition(of: questionnaire.identity) else {
      return .told(app.words(.editionNone))
    }
    let upgrade = EditionUpgrade(
      of: app.desk.sessionForKeeping,
      to: later,
      stamp: context.stamp(by: nil),
    )
    return .nextEdition(
      EditionPreview(of: upgrade, from: questionnaire.identity, to: later.identity)
    )
  }

  /// Has a guest come back where they were, whether they leave or their line is cut.
  func rememberPlace(_ app: App) { if context.guest != nil { remember(app) } }

  /// Waits until what was begun is done; not for others' computers.
  func finish() {
    together?.finish()
    reports.finish()
    atSeats.finish()
  }

  /// Begins to bring the session together with those of others; returns at once.
  func bringTogether(as publisher: Publisher) { together?.begin(as: publisher) }

  /// Does by itself what was chosen by who sits there now.
  func followOrder(of app: App) { together?.follow(app.standingOrder) }

  /// Remembers how often that is done.
  func remember(_ rhythm: TogetherRhythm?, of publisher: Publisher, for app: App) {
    together?.remember(rhythm, of: publisher, session: app.desk.sessionForKeeping.id)
  }

  /// A report in the reader's language, in lines of at most so many cells.
  ///
  /// Above a public edition stands what is against publishing it.
  private func report(_ choice: ReportChoice, width: Int, for app: App) -> Message? {
    let making = making(for: app)
    guard var document = making.document(choice, in: app.language) else { return nil }
    let reasons = making.reasonsAgainst(choice, app.words)
    if !reasons.isEmpty {
      let language = app.language
      document.blocks.insert(
        contentsOf: [
          .paragraph(Passage(app.words(.publicNotYet), language)),
          .list(reasons.map { Passage($0, language) }),
        ],
        at: 0,
      )
    }
    return .report(
      choice,
      document.plainText(width: width)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
    )
  }

  /// Writes a report into a file that was named here, never in the place of another.
  ///
  /// The name says the form: a web page where it does not.
  private func write(_ choice: ReportChoice, file name: String, for app: App) -> Message? {
    let making = making(for: app)
    guard let document = making.document(choice, in: app.language) else { return nil }
    // At a seat far away no other program is started.
    let formats = ReportFormat.allCases.filter { context.guest == nil || !$0.needsProgram }
    do throws(StorageError) {
      let output = try context.files(beside: path).output(
        named: name,
        formats.map(\.fileFormat),
        inputs: context.inputs.paths,
      )
      let format = formats.first { $0.fileFormat == output.format } ?? .html
      let made = Result { () throws(ReportFailure) in try making.bytes(document, format) }
      switch made {
      case .success(let bytes):
        try output.write(bytes)
        return .reportWritten(output.shownName)
      case .failure(let failure):
        return .reportNotWritten(name, reason: context.said(app.words(failure)))
      }
    } catch {
      return .reportNotWritten(name, reason: context.said(app.words(error)))
    }
  }

  /// Prints lines of the dialogue in text.
  ///
  /// - Returns: what went wrong.
  func say(_ lines: [String]) -> Complaint? {
    do {
      try context.say(lines)
      return nil
    } catch {
      return error
    }
  }

  private func making(for app: App) -> ReportMaking {
    ReportMaking(
      context: context,
      catalogues: app.setting.catalogues,
      session: app.desk.sessionForKeeping,
      questionnaire: app.context.questionnaire,
      delegation: app.context.delegationOfReports,
      // A report without what its terms mean says what it has to say.
      glossary: try? context.assets.glossary(),
      look: ReportLook(context.assets),
    )
  }

  func keep(_ change: Change) { keeper?.keep(change) }

  /// Tries at once what could not be kept.
  func tryAgain() { keeper?.tryAgain() }

  /// Waits until everything is on the disk, or one more try has failed; and a while for others'
  /// computers, where somebody asked for that.
  func waitUntilDone() {
    _ = keeper?.waitUntilKept()
    together?.wait()
  }

  /// What became of changes and reports since this was asked last.
  func outcomes(words: Words) -> [Message] {
    wakeUp.take()
    let ofChanges: [Message] = (keeper?.outcomes() ?? []).map { outcome in
      switch outcome {
      case .kept(let ids): .kept(ids: ids, at: TimeOfDay(.now))
      case .notKept(let ids, let error):
        .notKept(ids: ids, reason: context.said(words(error)))
      case .others(let changes): .others(changes)
      case .reloaded(let session): .reloaded(session)
      case .present(let others): .present(others)
      case .setAside(let setAside): .told(context.said(words(setAside)))
      case .nearlyFull(let limit): .told(words(.nearlyFull(limit: limit)))
      }
    }
    return ofChanges + reports.takeDone() + atSeats.takeDone() + (together?.outcomes(words) ?? [])
  }

  /// What was chosen, for the next start; it is no harm when that cannot be written.
  func remember(_ app: App) {
    let memory = context.memory
    try? memory.remember(
      DataFolder.Memory(
        session: path,
        language: app.hasLanguage ? app.language.rawValue : memory.memory.language,
        delegation: app.context.delegationCode?.description,
        question: context.guest == nil ? nil : app.presence(at: .now).question?.description,
        sitter: context.guest == nil ? nil : app.sitter,
      )
    )
  }
}
