import ArgumentParser
import BidiText
import Consultation
import Glibc
import Phrases
import Storage
import TerminalIO

/// A command's own complaint: its lines, without the program's name, and its exit status.
struct Complaint: Error {
  let lines: [String]
  let status: ExitStatus

  init(_ lines: [String], _ status: ExitStatus) {
    self.lines = lines
    self.status = status
  }
}

/// The exit statuses of the contract (sysexits.h).
enum ExitStatus: Int32 {
  case done = 0
  /// A check found faults.
  case faultsFound = 1
  case wrongUse = 64
  case invalidContent = 65
  case noSuchFile = 66
  case cannotCreate = 73
  case readingOrWritingFailed = 74
  case heldByAnother = 75
}

/// How the program ends after an error.
struct ErrorReporter {
  private let output: String
  private let complaint: Complaint

  init(_ error: any Error) {
    if let complaint = error as? Complaint {
      output = ""
      self.complaint = complaint
    } else if Majlis.exitCode(for: error).isSuccess {
      // Nobody has to know of the command that there is without one.
      let message = Majlis.fullMessage(for: error)
      output = message.contains("USAGE: majlis start") ? Majlis.helpMessage() : message
      complaint = Complaint([], .done)
    } else {
      output = ""
      let usage = UsageComplaint(
        Majlis.message(for: error),
        arguments: Array(CommandLine.arguments.dropFirst()),
        words: .beforeParsing,
      )
      complaint = Complaint([usage.line], .wrongUse)
    }
  }

  /// Says what there is to say.
  ///
  /// - Returns: the exit status.
  func report() -> Int32 {
    guard !output.isEmpty, let reason = StandardOutput.write(Array((output + "\n").utf8)) else {
      complaint.report()
      return complaint.status.rawValue
    }
    let failure = Complaint(printingFailedBy: reason, words: Words.beforeParsing)
    failure.report()
    return failure.status.rawValue
  }

  fileprivate static func complain(_ complaint: String) {
    let said = TextSanitizer.line(complaint)
    let line = Array("majlis: \(LocaleReach.isUTF8 ? said : LocaleReach.ascii(said))\n".utf8)
    // Where standard error is gone there is nobody to tell.
    _ = write(2, line, line.count)
  }
}

extension Complaint {
  /// Tells it although the program goes on.
  func report() {
    for line in lines { ErrorReporter.complain(line) }
  }
}

extension Complaint {
  /// What went wrong with a file, in the reader's words.
  init(_ error: StorageError, file: String, words: Words) {
    let file = file == "-" ? words(.standardInput) : file
    switch error {
    case .invalid(let faults):
      self.init(faults.map { words.line($0, file: file) }, .invalidContent)
    case .noSuchFile:
      self.init([words.line(Fault([], .noSuchFile), file: file)], .noSuchFile)
    case .readFailed(let reason):
      self.init(
        [words.line(Fault([], .notReadable(reason: reason)), file: file)],
        .readingOrWritingFailed,
      )
    case .cannotCreate, .exists:
      self.init(["\(words.path(file)): \(words(error))"], .cannotCreate)
    case .output(let refusal):
      self.init(["\(words.path(file)): \(words(refusal))"], refusal.status)
    case .writeFailed, .readOnly, .changedByAnother, .notOwn, .displaced, .tooLarge:
      self.init(["\(words.path(file)): \(words(error))"], .readingOrWritingFailed)
    case .heldByAnother: self.init(["\(words.path(file)): \(words(error))"], .heldByAnother)
    case .noAssets: self.init([words(error)], .noSuchFile)
    case .refused(let refusal): self.init(refusal, file: file, words: words)
    case .sealed: self.init(["\(words.path(file)): \(words(error))"], .invalidContent)
    }
  }

  /// Why a session cannot be changed so; a wrong delegation or question is wrong use.
  init(_ refusal: Refusal, file: String, words: Words) {
    let status: ExitStatus =
      switch refusal {
      case .unknownDelegation, .unknownQuestion, .valueDoesNotFit, .unknownElement: .wrongUse
      case .agreedNeedsGrounds, .levelNeedsNote, .nothingToAgree, .nothingToUndo, .nothingToRedo,
        .changedSince,
        .facilitatorAltersNothing, .needsConsent, .sharingIsOfDelegation, .withdrawn,
        .delegationHasAnswers:
        .wrongUse
      }
    self.init(["\(words.path(file)): \(words(refusal))"], status)
  }

  init(_ failure: Terminal.Failure, words: Words) {
    switch failure {
    case .notATerminal: self.init([words(.failureNotATerminal)], .wrongUse)
    case .localeIsNotUTF8: self.init([words(.failureLocale)], .wrongUse)
    case .unknownTerminal(let name):
      self.init([words(.failureUnknownTerminal(name: .plain(name)))], .wrongUse)
    }
  }
}

extension Words {
  /// The words for what goes wrong before, or while, the arguments are understood.
  static var beforeParsing: Words {
    let arguments = CommandLine.arguments
    var asked: String?
    for (option, value) in zip(arguments, arguments.dropFirst() + [""]) {
      if option == "--language" { asked = value }
      if option.hasPrefix("--language=") { asked = String(option.dropFirst(11)) }
    }
    let language =
      asked.flatMap { Language(rawValue: $0) }.map { ["--language", $0.rawValue] } ?? []
    // Where there are no words, each is shown by its key.
    return (try? CommonOptions.parse(language)).flatMap { try? CommandContext($0).complaintWords }
      ?? Words(Catalogue(language: .english, entries: [:]), about: .state, digits: .western)
  }

  /// A path as it may be printed.
  func path(_ path: String) -> String { TextSanitizer.line(path) }

  /// What was done with a thing in the journal's place.
  func callAsFunction(_ setAside: SetAside) -> String {
    let file = InsertedText.plain(setAside.path)
    return switch setAside.reason {
    case .notOwn: self(.setAsideNotOwn(file: file))
    case .damaged: self(.setAsideDamaged(file: file))
    case .ofAnotherSession: self(.setAsideOfAnother(file: file))
    case .newer: self(.setAsideNewer(file: file))
    }
  }

  /// What a failure of the disk is called; faults of a file's content have their own lines.
  func callAsFunction(_ error: StorageError) -> String {
    switch error {
    case .noSuchFile: self(Fault.What.noSuchFile)
    case .invalid(let faults): faults.first.map { self($0.what) } ?? self(.faultNotJSON)
    case .readFailed(let reason): self(Fault.What.notReadable(reason: reason))
    case .cannotCreate(let reason): self(.failureCannotCreate(reason: .plain(reason)))
    case .exists: self(.failureExists)
    case .writeFailed(let reason), .readOnly(let reason):
      self(.failureWrite(reason: .plain(reason)))
    case .heldByAnother: self(.failureHeld)
    case .changedByAnother: self(.failureChangedByAnother)
    case .notOwn(let path): self(.failureNotOwn(file: .plain(path)))
    case .displaced(.gone): self(.failureGone)
    case .displaced(.noFile): self(.failureNoFile)
    case .displaced(.anotherSession): self(.failureAnotherSession)
    case .displaced(.damaged): self(.failureDamagedInPlace)
    case .tooLarge(let limit): self(.failureTooLarge(limit: limit))
    case .noAssets: self(.failureNoAssets)
    case .refused(let refusal): self(refusal)
    case .sealed(.wrongPassphrase): self(.failureWrongPassphrase)
    case .sealed(.damaged): self(.failureSealDamaged)
    case .sealed(.notSealed): self(.failureSealOther)
    case .sealed(.tooCostly): self(.failureSealTooCostly)
    case .output(let refusal): self(refusal)
    }
  }

  /// Why nothing is written to a path.
  func callAsFunction(_ refusal: OutputFile.Refusal) -> String {
    switch refusal {
    case .isInput: self(.outputIsInput)
    case .isSession: self(.outputIsSession)
    case .isSealed: self(.outputIsSealed)
    case .belongsToSession: self(.outputBelongs)
    case .liesBesideJournal: self(.outputBesideJournal)
    case .isFolder: self(.faultFolder)
    case .isNoFile: self(.outputIsNoFile)
    case .leadsNowhere: self(.outputLeadsNowhere)
    case .isNoPlainName: self(.outputPlainName)
    case .boxIsFull: self(.outputBoxFull)
    case .promisesOther(let ending, let fitting):
      self(
        .outputPromises(
          ending: .plain(ending),
          fitting: .own(fitting.map { ".\($0)" }.joined(separator: ", ")),
        )
      )
    }
  }
}

extension OutputFile.Refusal {
  /// A name for another format is wrong use, before any file is looked at.
  fileprivate var status: ExitStatus {
    switch self {
    case .promisesOther, .isNoPlainName: .wrongUse
    case .isInput, .isSession, .isSealed, .belongsToSession, .liesBesideJournal, .isFolder,
      .isNoFile, .leadsNowhere, .boxIsFull:
      .cannotCreate
    }
  }
}
