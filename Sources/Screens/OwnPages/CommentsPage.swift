import BidiText
import Consultation
import Display
import Phrases

/// What was remarked on the answer on the screen.
struct CommentsPage: EntryList, AnswerPage {
  var list = ListState()

  var asPage: Page { .comments(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpComments }
  var title: Phrase? { .commentsTitle }
  var nothing: Phrase? { .commentsNothing }
  var adding: Phrase { .addComment }
  var titleOfNew: Phrase { .addComment }

  func items(in context: PageContext) -> [Comment] { context.comments }

  func open(_ comment: Comment, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.choose(FateOfComment(id: comment.answers ?? comment.id))
    return []
  }

  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.keepComment(text, at: moment)
  }

  func remove(_ comment: Comment, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.wish(.comment(id: comment.id, nil), at: moment)
  }

  func add(_ comment: Comment, to flow: inout Flow, in context: PageContext) {
    let indent = comment.answers == nil ? 1 : 5
    flow.text(
      TextSanitizer.isolated(comment.text),
      start: indent,
      style: comment.isResolved ? .quiet : .text,
    )
    let line = context.joined([
      TextSanitizer.isolated(comment.by), context.time(of: comment.at),
      comment.isResolved ? context.words(.commentResolved) : nil,
    ])
    flow.text(line, start: indent + 2, style: .quiet)
  }
}

/// What becomes of a comment, by its identifier: it is answered, or said to be resolved or not.
struct FateOfComment: ChooserPurpose {
  let id: String

  func title(in context: PageContext) -> String { context.words(.commentsTitle) }

  func entries(in context: PageContext) -> [String] {
    let isResolved = context.comment(id)?.isResolved == true
    return [
      context.words(.commentAnswer),
      context.words(isResolved ? .commentReopen : .commentResolve),
    ]
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard var comment = context.comment(id) else { return [] }
    if index == 0 {
      context.openField(AnswerToComment(id: id))
      return []
    }
    comment.isResolved.toggle()
    return context.wish(.comment(id: id, comment), at: moment)
  }
}

/// An answer to a comment.
struct AnswerToComment: TextPurpose {
  let id: String

  func title(in context: PageContext) -> String { context.words(.commentAnswer) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    text.isEmpty ? [] : context.keepComment(text, answering: id, at: moment)
  }
}

/// What people remarked on an answer: each comment with what was answered to it.
extension PageContext {
  /// The comments on the answer on the screen, each followed by its answers.
  var comments: [Comment] {
    let comments = (currentAnswer?.comments ?? []).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let ids = Set(comments.map(\.id))
    let first = comments.filter { $0.answers.map { !ids.contains($0) } ?? true }
    return first.flatMap { comment in [comment] + comments.filter { $0.answers == comment.id } }
  }

  func comment(_ id: String) -> Comment? { currentAnswer?.comments.first { $0.id == id } }

  /// Keeps a comment on the answer on the screen.
  fileprivate mutating func keepComment(
    _ text: String,
    answering id: String? = nil,
    at moment: Moment,
  ) -> [Effect] {
    let comment = Comment(
      id: "\(moment.id)-comment",
      text: text,
      by: author,
      at: moment.at,
      answers: id,
    )
    return wish(.comment(id: comment.id, comment), at: moment)
  }
}
