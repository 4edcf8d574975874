import Consultation
import Phrases
import Storage

/// The files of a folder, read: those that are sessions, and of the others the line that says why
/// they are not hosted.
struct FolderReading {
  typealias Candidate = HostedFolder.Candidate

  private(set) var sessions: [(candidate: Candidate, hosted: HostedSession)] = []
  private(set) var refused: [Refused] = []

  struct Refused {
    let candidate: Candidate
    let line: String
    /// Whether it is a second file of a session that is hosted.
    let isCopy: Bool
  }

  /// Reads them; those of `known` are hosted under another name already.
  init(_ candidates: [Candidate], known: Set<String> = [], _ context: CommandContext) {
    var read: [(candidate: Candidate, hosted: HostedSession)] = []
    for candidate in candidates {
      do {
        read.append((candidate, try Self.session(candidate, context)))
      } catch {
        refused.append(
          Refused(candidate: candidate, line: error.lines.first ?? candidate.path, isCopy: false)
        )
      }
    }
    // Of two copies the one is meant that was hosted before.
    let remembered = read.filter { $0.hosted.isRemembered }
    var known = known
    for (candidate, hosted) in remembered + read.filter({ !$0.hosted.isRemembered }) {
      if known.insert(hosted.folder.path).inserted {
        sessions.append((candidate, hosted))
      } else {
        let complaint = context.complaint(.hostSameSession, of: candidate.path, .wrongUse)
        refused.append(Refused(candidate: candidate, line: complaint.lines[0], isCopy: true))
      }
    }
    sessions.sort { $0.candidate.name < $1.candidate.name }
  }

  private static func session(
    _ candidate: Candidate,
    _ context: CommandContext,
  ) throws(Complaint) -> HostedSession {
    guard candidate.identity != nil else {
      throw context.complaint(.hostNoPlainFile, of: candidate.path, .wrongUse)
    }
    return try HostedSession(candidate.path, context)
  }
}

extension HostedSession {
  /// Whether what is remembered of the session was of a file of this name.
  fileprivate var isRemembered: Bool {
    (folder.record?.session).map(FileSystem.name) == FileSystem.name(of: file)
  }
}
