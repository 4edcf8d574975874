import BidiText
import Consultation
import Phrases

extension OwnReport {
  func answered(linkedTo objective: CompactObjective) -> [QuestionNumber] {
    answered.filter { text.questionnaire[$0]?.objectives.contains(objective) ?? false }
  }

  /// What the working file says of an answer: its statement or its level, and of a question on
  /// ratification how far each instrument is.
  func finding(_ number: QuestionNumber) -> Passage {
    let answer = delegation.answer(to: number)
    var passage = text.finding(answer, to: number, by: delegation.languages)
    let standings = text.standings(answer.parts, of: number)
    if !standings.isEmpty { passage.text += "\n" + standings.joined(separator: "\n") }
    return passage
  }

  /// Domain by domain and theme by theme what is answered, with all that belongs to it; what is open
  /// at the end of its domain.
  var findings: [Block] {
    let domains = text.questionnaire.domains.flatMap(findings(in:))
    return domains.isEmpty ? [] : [text.heading(1, "findings", .reportFindings)] + domains
  }

  private func findings(in domain: Domain) -> [Block] {
    let numbers = asked.inDomain(domain.number)
    guard !numbers.isEmpty else { return [] }
    let name = "domain-\(domain.number)"
    let open = numbers.filter { delegation.answer(to: $0).isOpen }
    return [
      text.heading(2, name, text.own(text.domain(domain)), domain: domain.number),
      .paragraph(text.text(domain.introduction)),
    ]
      + domain.themes.flatMap { theme -> [Block] in
        let numbers = numbers.filter {
          $0.theme == theme.number && !delegation.answer(to: $0).isOpen
        }
        guard !numbers.isEmpty else { return [] }
        return [text.heading(3, "\(name)-theme-\(theme.number)", text.text(theme.title))]
          + numbers.map { .definitions(entry($0)) }
      } + openQuestions("\(name)-open", open)
  }

  private func openQuestions(_ anchor: String, _ numbers: [QuestionNumber]) -> [Block] {
    guard !numbers.isEmpty else { return [] }
    return [
      text.heading(3, anchor, .reportOpen),
      .list(numbers.map { text.own(text.question($0)) }),
    ]
  }

  // MARK: An answer

  /// The answer to a question, and below it what there is beside it.
  private func entry(_ number: QuestionNumber) -> [Definition] {
    let answer = delegation.answer(to: number)
    let finding = finding(number)
    var entry = [Definition(label: text.own(text.question(number)), text: finding)]
    if let applied = answer.applied, answer.hasSomethingInPlace {
      entry.append(text.definition(.labelApplied, text.own(applied.phrase)))
    }
    if let note = answer.note { entry.append(text.definition(.labelContext, text.text(note))) }
    // A statement names its sources itself.
    if answer.evidence.contains(where: { !finding.text.contains($0.title) }) {
      let sources = text.citations(answer.evidence, by: delegation.languages)
      entry.append(text.definition(.labelEvidence, sources))
    }
    if answer.status != .draft {
      entry.append(text.definition(.labelStatus, text.own(answer.status.phrase)))
    }
    return entry + views(answer, of: number)
  }

  /// What the institutions hold where they differ, what one of them reserves, and what was remarked
  /// and is not resolved; nobody is named.
  private func views(_ answer: Answer, of number: QuestionNumber) -> [Definition] {
    let positions = answer.positionsDiffer ? answer.positions.opened ?? [:] : [:]
    return positions.sorted { $0.key < $1.key }.map { institution, position in
      let value = text.value(
        position.value,
        ticking: position.elements,
        to: number,
        by: delegation.languages,
      )
      return text.definition(.reportPositionOf, said(value.text, by: institution))
    }
      + answer.reservations.sorted { $0.key < $1.key }.map { institution, reservation in
        text.definition(
          .reportReservationOf,
          said(TextSanitizer.isolated(reservation), by: institution),
        )
      }
      + answer.comments.filter { !$0.isResolved }.map {
        text.definition(.reportComment, text.written($0.text, by: delegation.languages))
      }
  }

  /// `Ministry of Health: in place`.
  private func said(_ words: String, by institution: String) -> Passage {
    text.own(.reportAnswerMeaning(meaning: .own(words), value: .foreign(institution)))
  }

  // MARK: What is to verify

  /// The answers that are still to verify, by whom and by when where that is said.
  var toVerify: [Block] {
    let named = Dictionary(verifications.map { ($0.question, $0) }) { first, _ in first }
    let rows = answered.filter { delegation.answer(to: $0).status == .toVerify }.map { number in
      [
        text.own(text.question(number)),
        text.name(named[number]?.by ?? "", by: delegation.languages),
        text.date(named[number]?.due),
      ]
    }
    return text.section(
      "to-verify",
      .reportToVerify,
      [.reportQuestion, .reportOwner, .reportDue],
      rows,
    )
  }
}

extension Answer {
  /// Whether it says that something is in place, the whole or a part.
  fileprivate var hasSomethingInPlace: Bool {
    switch value {
    case .step(let step): step != .absent
    case .option, .options, .number, .date, .text: true
    case nil, .notApplicable, .declined: false
    }
  }
}
