import BidiText
import Consultation
import Display
import Phrases

/// What people remarked on an answer: each comment with what was answered to it.
extension App {
  /// The comments on the answer on the screen, each followed by its answers.
  var comments: [Comment] {
    let comments = (currentAnswer?.comments ?? []).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let ids = Set(comments.map(\.id))
    let first = comments.filter { $0.answers.map { !ids.contains($0) } ?? true }
    return first.flatMap { comment in [comment] + comments.filter { $0.answers == comment.id } }
  }

  mutating func updateComments(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let comments = comments
    var list = list
    switch action {
    case .add: openField(.newComment)
    case .remove:
      guard comments.indices.contains(list.selected) else { return [] }
      return wish(.comment(id: comments[list.selected].id, nil), at: moment)
    case .open:
      guard comments.indices.contains(list.selected) else {
        openField(.newComment)
        return []
      }
      let comment = comments[list.selected]
      overlay = .chooser(Chooser(.comment(comment.answers ?? comment.id), in: self))
    default:
      guard list.move(action, count: comments.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.comments(list))
    }
    return []
  }

  func commentsBody(_ list: ListState) -> Flow {
    var flow = entriesFlow(title: .commentsTitle)
    let comments = comments
    if comments.isEmpty { flow.text(words(.commentsNothing), style: .quiet) }
    for (index, comment) in comments.enumerated() {
      let indent = comment.answers == nil ? 1 : 5
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.text(
          HarmlessText.isolated(comment.text),
          start: indent,
          style: comment.isResolved ? .quiet : .text,
        )
        let who = [
          HarmlessText.isolated(comment.by), time(of: comment.at),
          comment.isResolved ? words(.commentResolved) : nil,
        ]
        let line = who.compactMap(\.self).joined(separator: " \(setting.symbols.separator) ")
        flow.text(line, start: indent + 2, style: .quiet)
      }
    }
    flow.entry(comments.count, isSelected: list.selected >= comments.count) { flow in
      flow.text(words(.addComment), start: 1, style: .key)
    }
    return flow
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
