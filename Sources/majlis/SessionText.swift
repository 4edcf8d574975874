import BidiText
import Consultation
import Phrases
import Storage

/// A session, an answer, a change as lines of text.
///
/// What people wrote is made harmless first: these lines go to terminals too.
struct SessionText {
  let words: Words
  let questionnaire: Questionnaire

  /// The delegations in their order, each with how far it is.
  ///
  /// As the room sees them: the questions that everybody is asked, whatever was answered.
  func lines(of session: Session) -> [String] {
    let title = words.text(session.workshop.title)
    let view = SharedView(of: session, for: .room, in: questionnaire)
    var lines = [title] + view.delegations.map { line(of: $0, in: session) }
    if let handOver = session.handOver {
      lines.append(
        said(
          FilledPhrase.showHandOver(date:fingerprint:),
          at: handOver.at,
          handOver.fingerprint,
        )
      )
    }
    return lines
  }

  private func said(
    _ phrase: (CalendarDate, InsertedText) -> FilledPhrase,
    at: Timestamp,
    _ fingerprint: String,
  ) -> String {
    words(phrase(CalendarDate(at), .plain(fingerprint)))
  }

  /// How far a delegation is; of one that has withdrawn, its receipt.
  private func line(of delegation: SharedDelegation, in session: Session) -> String {
    guard let receipt = session.receipt(of: delegation.code) else {
      return line(
        of: delegation.shortName,
        delegation.code,
        answered: delegation.progress.map(\.answered).reduce(0, +),
        open: delegation.progress.map(\.open).reduce(0, +),
      )
    }
    return "\(words.text(delegation.shortName)) (\(delegation.code)): "
      + said(FilledPhrase.showWithdrawn(date:fingerprint:), at: receipt.at, receipt.fingerprint)
  }

  private func line(of delegation: Delegation) -> String {
    let asked = AskedQuestions(of: questionnaire, for: delegation)
    let progress = Progress(over: asked.numbers, of: delegation)
    return line(
      of: delegation.shortName,
      delegation.code,
      answered: progress.answered,
      open: progress.open,
    )
  }

  private func line(
    of name: LocalizedText,
    _ code: DelegationCode,
    answered: Int,
    open: Int,
  ) -> String {
    words(
      .showDelegation(
        answered: answered,
        code: .plain(code.description),
        name: .own(words.text(name)),
        open: open,
      )
    )
  }

  /// A delegation's answers, those that it has given.
  func lines(of delegation: Delegation) -> [String] {
    var lines = [line(of: delegation)]
    if let baseline = delegation.lastBaseline {
      lines.append(
        said(
          FilledPhrase.showBaseline(date:fingerprint:),
          at: baseline.at,
          baseline.fingerprint,
        )
      )
    }
    for (number, answer) in delegation.answers.sorted(by: { $0.key < $1.key }) {
      guard let question = questionnaire[number] else {
        lines.append(
          "\(words.number(number))  \(words.title(of: answer.value, to: nil, in: questionnaire))"
        )
        continue
      }
      lines += [""] + self.lines(of: answer, to: question)
    }
    return lines
  }

  /// An answer with what stands beside it.
  func lines(of answer: Answer, to question: Question) -> [String] {
    var lines = ["\(words.number(question.number))  \(words.text(question.text))"]
    let title = words.title(
      of: answer.value,
      ticking: answer.elements,
      to: question,
      in: questionnaire,
    )
    lines.append("  \(title)")
    guard !answer.isOpen || answer.note != nil || !answer.evidence.isEmpty else { return lines }
    for instrument in question.kind.options {
      guard let standing = answer.instruments[instrument.code] else { continue }
      let title = words.title(of: standing, in: questionnaire)
      lines.append("    \(words.text(instrument.title)): \(title)")
    }
    if let applied = answer.applied {
      lines.append("  " + words(.showApplied(text: .own(words(applied.phrase)))))
    }
    if let note = answer.note {
      // A line of a note stays one of the note, whatever it looks like.
      let text = note.reading(in: words.language).text
      let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      lines.append("  " + words(.showContext(text: .plain(String(paragraphs[0])))))
      lines += paragraphs.dropFirst().map { "    " + TextSanitizer.visible(String($0)) }
    }
    for piece in answer.evidence {
      lines.append("  " + words(.showEvidence(text: .plain(piece.title))))
    }
    lines.append("  " + words(.showStatus(text: .own(words(answer.status.phrase)))))
    lines.append("  " + words(answer.sharing.sharedPhrase))
    return lines
  }

  /// A change as one line, such as `2023-06-15T10:42:07.123Z  amina  MAR 1.2.3  answer: open → In
  /// place`.
  func line(of change: Change, in session: Session) -> String {
    let undo = change.undoes == nil ? "" : " " + words(.logUndo)
    let author = TextSanitizer.line(change.stamp.by)
    let place = [change.delegation?.description, change.question?.description]
      .compactMap(\.self).joined(separator: " ")
    let text = words(change, in: questionnaire, positions: session.positions(of: change))
    return "\(change.stamp.at.text)  \(author)  \(place)  \(text)\(undo)"
  }

  /// What waits for a decision, with everything that the answer was set to.
  func line(of conflict: Conflict, in session: Session) -> String {
    let versions = conflict.changes.map { change in
      words(
        .mergeVersion(
          name: .plain(change.stamp.by),
          what: .own(
            words.state(
              of: change,
              in: questionnaire,
              positions: session.positions(of: change),
            )
          ),
        )
      )
    }
    return words(
      .mergeConflict(
        delegation: .plain(conflict.part.delegation?.description ?? ""),
        place: .own(conflict.part.question.map { words.number($0) } ?? ""),
        versions: .own(words.list(versions)),
      )
    )
  }
}
