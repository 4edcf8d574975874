import BidiText
import Consultation
import Display
import Glibc
import Phrases
import Screens
import Storage
import TerminalIO

/// A session at the front end, from opening the file to giving the terminal back.
struct FrontEnd {
  /// What a person asked to see.
  struct Wishes {
    let file: String
    var delegation: String?
    var question: String?
    /// Who is at this terminal, where it is not who the system says.
    var author: String?
    var isSeatFixed = false
    /// Whether it is the facilitator's seat and no other.
    var isFacilitator = false
    var isReadOnly = false
    var isPlain = false
  }

  let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  /// Runs until the person leaves.
  ///
  /// - Throws: a complaint when the session cannot be opened, and when not everything that was
  ///   done could be kept in the end.
  func run(_ wishes: Wishes) throws {
    if context.options.ascii, context.options.language == .arabic {
      throw Complaint([context.complaintWords(.failureASCIIArabic)], .wrongUse)
    }
    var move: EditionMove?
    repeat { move = try open(wishes, after: move) } while move != nil
  }

  /// What became of a wish to go on in the questionnaire's next edition.
  private enum EditionMove {
    case moved(Questionnaire.Identity)
    case notMoved(StorageError)
  }

  /// Opens the session until the person leaves it.
  ///
  /// - Returns: where it is to be opened again, what became of the move to another edition.
  private func open(_ wishes: Wishes, after move: EditionMove?) throws -> EditionMove? {
    let isWritable = try !wishes.isReadOnly && canWrite(wishes.file)
    let stored = try session(wishes)
    let path = FileSystem.target(of: wishes.file)
    // Who looks on from afar follows what others do, as the screen for the room does.
    let keeper =
      isWritable || context.guest != nil
      ? Keeper(path: path, stored: stored, assets: context.assets, writes: isWritable) : nil
    let together = Together(context, keeper, path: path, isReadOnly: !isWritable)
    let desk = HostsDesk(wishes, stored.session, path: path, context)
    var app = try app(
      wishes,
      stored,
      path: path,
      isReadOnly: !isWritable,
      rhythms: together?.rhythms(of: stored.session),
      hostsMachine: desk?.machine,
    )
    if stored.isLeftOver { app.sayRecovered(stored.recovered) }
    switch move {
    case .moved(let edition): app.sayMoved(to: edition)
    case .notMoved(let error): app.sayNotMoved(reason: app.words(error))
    case nil: app.offerNextEdition()
    }
    let leaving = try show(
      &app,
      wishes,
      EffectRunner(context: context, keeper: keeper, path: path, together: together, desk: desk),
    )
    // In a full room others are ahead, one after the other.
    if let keeper, let failure = keeper.finish(tries: 4) {
      let complaint = Complaint(failure, file: wishes.file, words: context.complaintWords)
      if case .without = leaving { throw complaint }
      guard keeper.hasUnkept else { throw complaint }
      throw Complaint(complaint.lines + [rescue(app, by: keeper, wishes)], complaint.status)
    }
    switch leaving {
    case .toNextEdition: return moveToNextEdition(wishes)
    case .unableToSay(let complaint): throw complaint
    case .withCopy, .without: return nil
    }
  }

  /// On the screen, or line by line.
  private func show(
    _ app: inout App,
    _ wishes: Wishes,
    _ runner: EffectRunner,
  ) throws -> Leaving {
    guard !wishes.isPlain else { return PlainLoop(runner).run(&app) }
    let kind = terminalKind
    var terminal = try terminal(kind)
    let size = terminal.size
    app = app.resized(width: size.width, height: size.height)
    // Without those words there is nothing in which it could be said.
    if kind == .linuxConsole, app.language == .arabic,
      let english = try? context.catalogue(.english)
    {
      app.sayConsoleHasNoArabic(in: english)
    }
    return EventLoop(runner).run(&app, on: &terminal)
  }

  private func moveToNextEdition(_ wishes: Wishes) -> EditionMove? {
    do throws(StorageError) {
      return try SessionFile.moveToNextEdition(
        wishes.file,
        assets: context.assets,
        stamp: context.stamp(by: wishes.author),
      ).map { .moved($0) }
    } catch {
      return .notMoved(error)
    }
  }

  /// Writes what could not be kept into a copy of the session.
  ///
  /// - Returns: the line that says where it is.
  private func rescue(_ app: App, by keeper: Keeper, _ wishes: Wishes) -> String {
    let words = context.complaintWords
    let file = words.path(wishes.file)
    do throws(StorageError) {
      let copy = try keeper.rescue(
        app.desk.sessionForKeeping,
        otherwiseIn: context.memory.path,
      )
      return "\(file): "
        + words(.rescued(file: .plain(context.shown(copy)), original: .plain(wishes.file)))
    } catch {
      return "\(file): " + words(.rescueFailed(reason: .own(words(error))))
    }
  }

  /// Shows the room what was shared, until somebody leaves the screen.
  func present(_ file: String) throws {
    let stored = try context.session(file)
    let path = FileSystem.target(of: file)
    let keeper = Keeper(
      path: path,
      stored: stored,
      assets: context.assets,
      writes: false,
    )
    let language = chosenLanguage ?? .arabic
    let reading =
      context.readableCatalogues(of: [language, Presenter.language(under: language)])
    var unreadable = reading.unreadable
    do {
      var terminal = try terminal(terminalKind)
      let size = terminal.size
      var presenter = Presenter(
        setting: setting(
          Wishes(file: file),
          stored,
          path: path,
          isReadOnly: true,
          catalogues: reading.catalogues,
        ),
        shared: SharedView(of: stored.session, for: .room, in: stored.questionnaire),
        language: language,
        width: size.width,
        height: size.height,
      )
      presenter.goOn(in: language, with: [context.catalogue])
      let loop = PresenterLoop(context, keeper, stored)
      unreadable.merge(loop.run(&presenter, on: &terminal)) { $1 }
    }
    // The room was not to be bothered with it.
    let lines = unreadable.values.map { $0.line(in: context.complaintWords) }
    Complaint(lines.sorted(), .done).report()
  }

  /// The language that was asked for, or chosen the last time.
  private var chosenLanguage: Language? {
    context.options.language
      ?? context.memory.memory.language.flatMap(Language.init)
  }

  /// The session in the file; where that is damaged, the good version that the person accepts.
  private func session(_ wishes: Wishes) throws(Complaint) -> StoredSession {
    do throws(Complaint) {
      return try context.session(wishes.file)
    } catch {
      guard !wishes.isReadOnly,
        let isRecovered = try context.recovers(wishes.file, from: error)
      else { throw error }
      // What is wrong has been said already.
      guard isRecovered else { throw Complaint([], error.status) }
      return try context.session(wishes.file)
    }
  }

  /// Whether the session can be written; where it can only be read, the screen says so.
  private func canWrite(_ file: String) throws(Complaint) -> Bool {
    try context.onSession(file) { () throws(StorageError) in
      guard FileSystem.exists(file) else { throw .noSuchFile }
      do throws(StorageError) {
        _ = try FileLock(forSession: file, isLast: true)
        return true
      } catch .readOnly {
        return false
      }
    }
  }

  private func app(
    _ wishes: Wishes,
    _ stored: StoredSession,
    path: String,
    isReadOnly: Bool,
    rhythms: [Publisher: TogetherRhythm]?,
    hostsMachine: HostsMachine?,
  ) throws(Complaint) -> App {
    let options = context.options
    let chosen = options.ascii ? chosenLanguage ?? .english : chosenLanguage
    // Where one is to be chosen, each says its line itself.
    let reading = context.readableCatalogues(of: chosen.map { [$0] } ?? Language.allCases)
    // In the words of the complaints where the chosen ones cannot be read.
    let catalogue = context.catalogue
    let isReadable = !reading.catalogues.isEmpty
    let delegation = try wishes.delegation.map { code throws(Complaint) in
      try context.delegation(code, in: stored.session, file: wishes.file).code
    }
    let asked = try wishes.question.map { number throws(Complaint) in
      try context.question(number, in: stored.questionnaire, file: wishes.file).number
    }
    let question = asked ?? context.placeOfGuest(in: stored.questionnaire)
    var app = App(
      setting: setting(
        wishes,
        stored,
        path: path,
        isReadOnly: isReadOnly,
        catalogues: isReadable ? reading.catalogues : [catalogue.language: catalogue],
        rhythms: rhythms,
        hostsMachine: hostsMachine,
      ),
      session: stored.session,
      language: isReadable ? chosen : catalogue.language,
      delegation: delegation,
      question: question,
      width: 80,
      height: 24,
    )
    for (language, words) in reading.unreadable.sorted(by: { $0.key < $1.key }) {
      app.sayUnreadable(language, reason: words.line(in: app.words))
    }
    return app
  }

  private func setting(
    _ wishes: Wishes,
    _ stored: StoredSession,
    path: String,
    isReadOnly: Bool,
    catalogues: [Language: Catalogue],
    rhythms: [Publisher: TogetherRhythm]? = nil,
    hostsMachine: HostsMachine? = nil,
  ) -> App.Setting {
    let options = context.options
    return App.Setting(
      questionnaire: stored.questionnaire,
      catalogues: catalogues,
      digits: options.digits.digits,
      symbols: options.ascii || wishes.isPlain ? .ascii : .unicode,
      minutesFromUTC: Timestamp.now.minutesFromUTC,
      author: wishes.author ?? context.author,
      isAuthorGiven: wishes.author != nil,
      terminal: context.terminal,
      isReadOnly: isReadOnly,
      isSeatFixed: wishes.isSeatFixed,
      isObserver: wishes.isReadOnly,
      isFacilitator: wishes.isFacilitator,
      sitter: context.guest == nil ? nil : context.memory.memory.sitter,
      hostsMachine: hostsMachine,
      fileName: context.shown(path),
      copyName: context.shown(Companions(ofSession: path).freeRescued()),
      nextEdition: mayMove(wishes, isReadOnly: isReadOnly)
        ? context.assets.nextVersion(of: stored.questionnaire.identity) : nil,
      rhythms: rhythms,
    )
  }
}
