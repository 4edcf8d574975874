import Consultation
import Phrases

extension CommonReport {
  /// The practices that were told, by card or as evidence: whose, and what was done.
  var sharedPractices: [Block] {
    let cards = shared.delegations.flatMap { delegation in
      delegation.cards.map { shared in
        [
          text.written(shared.card.title, by: delegation.languages),
          text.own(name(delegation)), text.own(text.question(shared.card.question)),
          text.written(shared.card.done, by: delegation.languages),
        ]
      }
    }
    let named = namedPractices.map { $0 + [text.nothing] }
    return text.section(
      "practices",
      .publicPractices,
      [.reportPractice, .reportDelegation, .reportQuestion, .reportCardDone],
      cards + named,
    )
  }

  /// The practices that are named as evidence of an answer: which, whose, on which question.
  var namedPractices: [[Passage]] {
    shared.delegations.flatMap { delegation in
      delegation.answers.sorted { $0.key < $1.key }.flatMap { number, answer in
        answer.evidence.filter { $0.kind == .practice }.map { piece in
          [
            text.citations([piece], by: delegation.languages), text.own(name(delegation)),
            text.own(text.question(number)),
          ]
        }
      }
    }
  }

  /// What delegations put first, and the support that they ask for, as far as they shared it.
  var sharedPriorities: [Block] {
    let rows = shared.delegations.flatMap { delegation in
      delegation.priorities.map { priority in
        [
          text.own(name(delegation)), text.written(priority.title, by: delegation.languages),
          text.domain(numbered: priority.domain),
          text.written(priority.support, by: delegation.languages),
          text.written(priority.nextStep, by: delegation.languages), text.date(priority.due),
        ]
      }
    }
    return text.section(
      "priorities",
      .reportPriorities,
      [
        .reportDelegation, .reportPriority, .reportDomain, .reportSupport, .reportNextStep,
        .reportDue,
      ],
      rows,
    )
  }

  /// Delegation by delegation, so that no two stand beside each other.
  var sharedAnswers: [Block] {
    let blocks = shared.delegations.flatMap { delegation -> [Block] in
      let answers = delegation.answers.sorted { $0.key < $1.key }
      guard !answers.isEmpty else { return [] }
      let columns: [Phrase] = [.reportQuestion, .reportAnswer, .labelContext, .labelEvidence]
      return [
        text.heading(2, "shared-\(delegation.code)", text.text(delegation.shortName)),
        .table(
          Table(
            caption: text.text(delegation.shortName),
            columns: columns.map { Table.Column(text.own($0)) },
            rows: answers.map { number, answer in
              [
                text.own(text.question(number)),
                text.answer(
                  answer.value,
                  answer.parts,
                  to: number,
                  by: delegation.languages,
                ), text.text(answer.note),
                text.citations(answer.evidence, by: delegation.languages),
              ]
            },
          )
        ),
      ]
    }
    return [text.heading(1, "shared", .reportSharedAnnex)]
      + (blocks.isEmpty ? [text.paragraph(.reportSharedNothing)] : blocks)
  }
}
