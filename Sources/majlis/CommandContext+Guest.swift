import Consultation
import Storage

/// What is otherwise where somebody sits at the program from another computer.
extension CommandContext {
  /// Where it is remembered what was chosen here.
  var memory: DataFolder { guest?.memory ?? dataFolder }

  /// The files that somebody at the screen of a session can name.
  func files(beside session: String) -> FileAccess {
    guest.map { .guest($0.box) } ?? .person(session: session, home: environment["HOME"])
  }

  /// A path as it may be shown here.
  func shown(_ path: String) -> String {
    guest == nil ? path : FileSystem.name(of: path)
  }

  /// A line as it may be said here: nobody far away is told where on this machine files lie.
  func said(_ line: String) -> String { guest?.withoutFolders(line) ?? line }

  /// The question at which a guest was when they left, or their line was cut.
  func placeOfGuest(in questionnaire: Questionnaire) -> QuestionNumber? {
    guard guest != nil, let number = memory.memory.question.flatMap({ QuestionNumber($0) }) else {
      return nil
    }
    return questionnaire[number]?.number
  }
}
