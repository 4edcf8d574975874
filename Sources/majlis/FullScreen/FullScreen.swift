import BidiText
import Consultation
import Display
import FoundationEssentials
import Glibc
import Phrases
import Screens
import Storage
import TerminalIO

/// A session on the full screen, from opening the file to giving the terminal back.
struct FullScreen {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Runs until the person leaves.
  ///
  /// - Throws: a complaint when the session cannot be opened, and when not everything that was
  ///   done could be kept in the end.
  func run(file: String, delegation: String?, isReadOnly: Bool) throws {
    let words = surroundings.words
    let options = surroundings.options
    if options.ascii, options.language == .arabic {
      throw Complaint([words(.failureASCIIArabic)], .wrongUse)
    }
    let lock = try isReadOnly ? nil : self.lock(file)
    defer { _ = lock }
    let stored = try surroundings.session(file)
    let code = try delegation.map {
      try surroundings.delegation($0, in: stored.session, file: file).code
    }
    let path = FileSystem.target(of: file)
    let keeper = isReadOnly ? nil : Keeper(path: path, stored: stored)
    try show(stored, path: path, delegation: code, keeper: keeper)
    if let failure = keeper?.finish() { throw Complaint(failure, file: file, words: words) }
  }

  private func lock(_ file: String) throws(Complaint) -> FileLock {
    try surroundings.onFile(file) { () throws(StorageError) in
      guard FileSystem.exists(file) else { throw .noSuchFile }
      return try FileLock(forSession: file)
    }
  }

  private func show(
    _ stored: StoredSession,
    path: String,
    delegation: DelegationCode?,
    keeper: Keeper?,
  ) throws(Complaint) {
    var terminal = try terminal()
    let memory = surroundings.dataFolder.memory
    let language = surroundings.options.language ?? memory.language.flatMap(Language.init)
    let size = terminal.size
    var app = App(
      setting: App.Setting(
        questionnaire: stored.questionnaire,
        catalogues: surroundings.catalogues,
        digits: surroundings.options.digits.digits,
        symbols: surroundings.options.ascii ? .ascii : .unicode,
        author: surroundings.author,
        isReadOnly: keeper == nil,
        fileName: path,
      ),
      session: stored.session,
      language: surroundings.options.ascii ? language ?? .english : language,
      delegation: delegation,
      width: size.width,
      height: size.height,
    )
    var loop = EventLoop(surroundings: surroundings, keeper: keeper, path: path)
    loop.remember(app)
    loop.run(&app, on: &terminal)
  }

  private func terminal() throws(Complaint) -> Terminal {
    let options = surroundings.options
    let environment = surroundings.environment
    let isColourless = options.noColor || !(environment["NO_COLOR"] ?? "").isEmpty
    do {
      return try Terminal(
        Terminal.Wishes(
          bidi: BidiSwitch(wish: options.bidi, environment: environment),
          hasColours: !isColourless,
        ),
        needsUTF8: !options.ascii,
      )
    } catch {
      throw Complaint(error, words: surroundings.words)
    }
  }
}
