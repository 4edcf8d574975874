import Consultation
import Phrases

extension OwnReport {
  func answered(linkedTo objective: CompactObjective) -> [QuestionNumber] {
    answered.filter { text.questionnaire[$0]?.objectives.contains(objective) ?? false }
  }

  func value(_ number: QuestionNumber) -> Passage {
    let answer = delegation.answer(to: number)
    return text.answer(
      answer.value,
      answer.parts,
      to: number,
      by: delegation.languages,
    )
  }

  /// Domain by domain what is well developed, what can be developed further, what else is
  /// answered, and what is open.
  var findings: [Block] {
    [text.heading(1, "findings", .reportFindings)]
      + text.questionnaire.domains.flatMap(findings(in:))
  }

  private func findings(in domain: Domain) -> [Block] {
    var (established, potential, other, open): Sorted = ([], [], [], [])
    for number in asked.inDomain(domain.number) {
      switch delegation.answer(to: number).value {
      case nil: open.append(number)
      case .step(.established): established.append(number)
      case .step(.partial), .step(.absent): potential.append(number)
      case .option, .options, .number, .date, .text, .notApplicable, .declined:
        other.append(number)
      }
    }
    let name = "domain-\(domain.number)"
    let counts = text.paragraph(
      .reportFindingsCount(
        established: established.count,
        open: open.count,
        other: other.count,
        potential: potential.count,
      )
    )
    return [
      text.heading(2, name, text.own(text.domain(domain)), domain: domain.number),
      .paragraph(text.text(domain.introduction)), counts,
    ]
      + section("\(name)-developed", .reportWellDeveloped, established)
      + section("\(name)-potential", .reportPotential, potential)
      + section("\(name)-other", .reportOtherAnswers, other)
      + openQuestions("\(name)-open", open)
  }

  private typealias Sorted = (
    [QuestionNumber], [QuestionNumber], [QuestionNumber], [QuestionNumber]
  )

  private func section(
    _ anchor: String,
    _ title: Phrase,
    _ numbers: [QuestionNumber],
  ) -> [Block] {
    guard !numbers.isEmpty else { return [] }
    let definitions = numbers.flatMap { number -> [Definition] in
      let answer = delegation.answer(to: number)
      let value = text.finding(answer, to: number, by: delegation.languages)
      let finding = Definition(label: text.own(text.question(number)), text: value)
      guard let note = answer.note else { return [finding] }
      return [finding, text.definition(.labelContext, text.text(note))]
    }
    return [text.heading(3, anchor, title), .definitions(definitions)]
  }

  private func openQuestions(_ anchor: String, _ numbers: [QuestionNumber]) -> [Block] {
    guard !numbers.isEmpty else { return [] }
    return [
      text.heading(3, anchor, .reportOpen),
      .list(numbers.map { text.own(text.question($0)) }),
    ]
  }

  // MARK: The annex

  /// Every answer, and what institutions still hold otherwise.
  var annex: [Block] {
    [text.heading(1, "annex", .reportAnnex)]
      + text.questionnaire.domains.flatMap { domain -> [Block] in
        let numbers = asked.inDomain(domain.number)
        guard !numbers.isEmpty else { return [] }
        return [
          text.heading(
            2,
            "annex-\(domain.number)",
            text.own(text.domain(domain)),
            domain: domain.number,
          ),
          .table(table(of: numbers, caption: text.own(text.domain(domain)))),
        ]
      } + reservations
  }

  /// The answers to these questions, row by row.
  func table(of numbers: [QuestionNumber], caption: Passage) -> Table {
    let columns: [Phrase] = [
      .reportQuestion, .reportAnswer, .labelApplied, .labelContext, .labelEvidence, .labelStatus,
    ]
    return Table(
      caption: caption,
      columns: columns.map { Table.Column(text.own($0)) },
      rows: numbers.map { number in
        let answer = delegation.answer(to: number)
        return [
          text.own(text.question(number)), value(number),
          answer.applied.map { text.own($0.phrase) } ?? text.nothing, text.text(answer.note),
          text.citations(answer.evidence, by: delegation.languages),
          answer.isOpen ? text.nothing : text.own(answer.status.phrase),
        ]
      },
    )
  }

  private var reservations: [Block] {
    let rows = asked.numbers.flatMap { number in
      delegation.answer(to: number).reservations.sorted { $0.key < $1.key }.map {
        institution,
        reservation in
        [
          text.own(text.question(number)), text.name(institution, by: delegation.languages),
          text.written(reservation, by: delegation.languages),
        ]
      }
    }
    return [
      text.heading(2, "reservations", .reportReservations),
      text.table(
        .reportReservations,
        [.reportQuestion, .reportInstitution, .reportReservations],
        rows,
      ),
    ]
  }
}
