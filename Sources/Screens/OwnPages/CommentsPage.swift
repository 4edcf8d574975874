import BidiText
import Consultation
import Display
import Phrases

/// What was remarked on the answer on the screen.
struct CommentsPage: ListPage {
  var list = ListState()

  var asPage: Page { .comments(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpComments }

  func hints(in context: PageContext) -> [Action] {
    [.add, .remove, .open, .back, .help, .undo]
  }
  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let comments = context.comments
    switch action {
    case .add: context.openField(.newComment)
    case .remove:
      guard comments.indices.contains(list.selected) else { return [] }
      return context.wish(.comment(id: comments[list.selected].id, nil), at: moment)
    case .open:
      guard comments.indices.contains(list.selected) else {
        context.openField(.newComment)
        return []
      }
      let comment = comments[list.selected]
      context.choose(.comment(comment.answers ?? comment.id))
    default:
      return move(action, among: comments.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension CommentsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .commentsTitle)
    let comments = context.comments
    if comments.isEmpty { flow.text(context.words(.commentsNothing), style: .quiet) }
    for (index, comment) in comments.enumerated() {
      let indent = comment.answers == nil ? 1 : 5
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.text(
          HarmlessText.isolated(comment.text),
          start: indent,
          style: comment.isResolved ? .quiet : .text,
        )
        let who = [
          HarmlessText.isolated(comment.by), context.time(of: comment.at),
          comment.isResolved ? context.words(.commentResolved) : nil,
        ]
        let line = who.compactMap(\.self).joined(
          separator: " \(context.setting.symbols.separator) "
        )
        flow.text(line, start: indent + 2, style: .quiet)
      }
    }
    flow.entry(comments.count, isSelected: list.selected >= comments.count) { flow in
      flow.text(context.words(.addComment), start: 1, style: .key)
    }
    return flow
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

  /// Answers a comment, or says that it is resolved, or that it is not.
  mutating func choose(_ index: Int, onComment id: String, at moment: Moment) -> [Effect] {
    guard var comment = comment(id) else { return [] }
    if index == 0 {
      openField(.answerToComment(id))
      return []
    }
    comment.isResolved.toggle()
    return wish(.comment(id: id, comment), at: moment)
  }

  /// Keeps a comment on the answer on the screen.
  mutating func keepComment(
    _ text: String,
    answering id: String? = nil,
    at moment: Moment,
  ) -> [Effect] {
    overlay = nil
    guard !text.isEmpty else { return [] }
    let comment = Comment(
      id: "\(moment.id)-comment",
      text: text,
      by: author,
      at: moment.at,
      answers: id,
    )
    return wish(.comment(id: comment.id, comment), at: moment)
  }

  /// Keeps a facilitator's comment on an answer that a delegation shares, for that delegation.
  mutating func keepComment(
    _ text: String,
    to code: DelegationCode,
    on number: QuestionNumber,
    at moment: Moment,
  ) -> [Effect] {
    overlay = nil
    guard !text.isEmpty, sharedView[code]?.answers[number] != nil else { return [] }
    let comment = Comment(
      id: "\(moment.id)-comment",
      text: text,
      by: author,
      at: moment.at,
    )
    let questionnaire = questionnaire
    let effects = change(at: moment) { desk, stamp throws(Refusal) in
      try desk.change(
        commenting: comment,
        on: number,
        of: code,
        in: questionnaire,
        stamp: stamp,
      )
    }
    if !effects.isEmpty { notice = words(.commentSent) }
    return effects
  }
}
