import BidiText
import Consultation
import FoundationEssentials
import Glibc
import Phrases
import Screens
import Storage

/// What every command works with: the environment, the assets, and the words for this reader.
struct CommandContext: Sendable {
  let environment: [String: String]
  let assets: Assets
  let dataFolder: DataFolder
  /// The words of this run's language, as they were read.
  let catalogue: Catalogue
  /// Those for complaints: English where the terminal would not show another language.
  private let complaintCatalogue: Catalogue
  private let isUTF8 = LocaleReach.isUTF8
  let options: CommonOptions
  /// Who sits at this program from another computer, where somebody does.
  let guest: Guest?
  /// What this command has read.
  let inputs = InputFiles()

  init(_ options: CommonOptions, guest: Guest? = nil) throws {
    self.options = options
    self.guest = guest
    let environment = ProcessInfo.processInfo.environment
    self.environment = environment
    dataFolder = DataFolder(environment: environment)
    do throws(StorageError) {
      assets = try Assets(environment: environment)
    } catch {
      // There are no words yet to say it in: these are the ones in the program.
      throw Complaint(
        ["the questionnaires and words of Majlis are not beside the program; set MAJLIS_ASSETS"],
        .noSuchFile,
      )
    }
    let language = options.language ?? Self.language(of: environment)
    do throws(UnreadableWords) {
      catalogue = try assets.catalogue(language)
      complaintCatalogue =
        isUTF8 || language == .english ? catalogue : try assets.catalogue(.english)
    } catch {
      let line = "\(TextSanitizer.line(error.path)): these words cannot be read;"
      throw Complaint(
        ["\(line) install Majlis again, or choose another language with --language"],
        .invalidContent,
      )
    }
  }

  /// The words of this run, about those whom the questionnaire asks that it has read.
  var words: Words {
    Words(catalogue, about: inputs.respondent, digits: options.digits.digits ?? .western)
  }

  /// The words for complaints.
  var complaintWords: Words {
    guard !isUTF8 else { return words }
    return Words(complaintCatalogue, about: inputs.respondent, digits: .western)
  }

  /// The language that the locale asks for; English where it is none of the three.
  private static func language(of environment: [String: String]) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2))) ?? .english
    }
    return .english
  }

  /// Who is at this terminal, as the changes they make will say.
  var author: String {
    if let guest { return guest.author }
    return ["MAJLIS_AUTHOR", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
      ?? "—"
  }

  /// The stamp of what a command does now, by the person who is named or else by ``author``.
  func stamp(by name: String?, role: Change.Role = .delegate) -> Change.Stamp {
    Change.Stamp(
      id: UUID().uuidString.lowercased(),
      at: .now,
      by: name ?? author,
      terminal: terminal,
      role: role,
    )
  }

  /// The terminal that the program runs at, as the system calls it: `pts/3`.
  var terminal: String? {
    // The same when the line was cut and they are back, so that they can undo what they did.
    if let guest { return guest.seat.description }
    for descriptor: Int32 in [0, 1, 2] {
      guard let name = ttyname(descriptor) else { continue }
      let path = String(cString: name)
      return path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
    }
    return nil
  }
}

extension Timestamp {
  /// The moment it is.
  static var now: Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }
}
