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

  /// Begins a report in the reader's language; returns at once, and tells of it among the outcomes.
  func begin(_ report: ReportChoice, width: Int, for app: App) {
    reports.begin { self.report(report, width: width, for: app) }
  }

  /// Begins to write a report into a file; returns at once, and tells of it among the outcomes.
  func beginWriting(_ report: ReportChoice, file name: String, for app: App) {
    reports.begin { write(report, file: name, for: app) }
  }

  /// Begins to reckon what would become of the answers in the next edition; returns at once.
  func beginPreviewOfNextEdition(for app: App) {
    reports.begin { previewOfNextEdition(for: app) }
  }

  /// What would become of the answers in the next edition.
  func previewOfNextEdition(for app: App) -> Message {
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

  /// Begins to look for a remote to bring the session together with; returns at once.
  func beginLookingForRemote(for app: App) {
    guard let together else { return }
    let words = app.words
    reports.begin { together.lookForRemote(words) }
  }

  /// The remote that there is to bring the session together with, or why there is none.
  func lookForRemote(for app: App) -> Message? { together?.lookForRemote(app.words) }

  /// Begins to bring the session together with those of others; returns at once.
  func bringTogether(as publisher: Publisher) { together?.begin(as: publisher) }

  /// Does by itself what was chosen by who sits there now.
  func followOrder(of app: App) { together?.follow(app.standingOrder) }

  /// Remembers how often that is done.
  func remember(_ rhythm: TogetherRhythm?, of publisher: Publisher, for app: App) {
    together?.remember(rhythm, of: publisher, session: app.desk.sessionForKeeping.id)
  }

  /// Who sits at the seats at other computers; nothing where this is not the machine that hosts.
  func seats(for app: App) -> Message? {
    desk.map { .seats($0.look(at: app.desk.sessionForKeeping)) }
  }

  /// Takes the key of such a seat back; nothing where this is not the machine that hosts.
  func close(_ seat: RemoteSeat, for app: App) -> Message? {
    desk.map { .told($0.close(seat, of: app.desk.sessionForKeeping, app.words)) }
  }

  /// Begins to look at them; returns at once, and tells of it among the outcomes.
  func beginLookingAtSeats(for app: App) { atSeats.begin { seats(for: app) } }

  /// Begins to close one; returns at once, and tells of it among the outcomes.
  func beginClosing(_ seat: RemoteSeat, for app: App) { atSeats.begin { close(seat, for: app) } }

  /// A report in the reader's language, in lines of at most so many cells.
  ///
  /// Above a public edition stands what is against publishing it.
  func report(_ choice: ReportChoice, width: Int, for app: App) -> Message? {
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
  func write(_ choice: ReportChoice, file name: String, for app: App) -> Message? {
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
