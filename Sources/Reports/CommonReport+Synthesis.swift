import Consultation
import Phrases

extension CommonReport {
  /// What the region shares: by domain, by objective of the Compact, by group of objectives.
  ///
  /// It says in no number how many states said what, and names only who agreed to be named.
  var synthesis: Document {
    let statements = Statements(shared)
    return text.document(
      text.own(.reportSynthesis),
      cover(naming: shared.delegations.filter(\.mayBeNamed))
        + text.notices([.reportNoticeVoluntary, .reportNoticeShared, .reportCompactOffered])
        + [
          text.heading(1, "method", .reportSynthesisMethod),
          text.paragraph(.reportSynthesisMethodText),
          text.paragraph(.reportLeftOut(count: statements.leftOut)),
        ] + byDomain(statements) + byObjective(statements) + byCluster(statements),
    )
  }

  private func byDomain(_ statements: Statements) -> [Block] {
    [text.heading(1, "by-domain", .reportByDomain)]
      + text.questionnaire.domains.flatMap { domain -> [Block] in
        let title = text.own(text.domain(domain))
        let rows = statements.made.filter { $0.statement.domain == domain.number }.map(row)
        return [
          text.heading(2, "domain-\(domain.number)", title, domain: domain.number),
          table(rows, title),
        ]
      }
  }

  private func byObjective(_ statements: Statements) -> [Block] {
    let rows = CompactObjective.all.compactMap { objective -> [Passage]? in
      let said = said(statements, on: [objective.number])
      guard !said.isEmpty else { return nil }
      return [text.objective(objective), text.own(said.joined(separator: "\n"))]
    }
    return [
      text.heading(1, "by-objective", .reportByObjective),
      text.table(
        .reportByObjective,
        [.reportObjective, .reportStatement],
        rows,
        otherwise: .reportStatementsNone,
      ),
    ]
  }

  private func byCluster(_ statements: Statements) -> [Block] {
    let rows = CompactObjective.clusters.enumerated().map { index, objectives in
      let said = said(statements, on: objectives)
      return [
        text.own(
          .reportCluster(
            number: index + 1,
            objectives: .own(text.list(objectives.map(text.words.number)).text),
          )
        ),
        said.isEmpty
          ? text.own(.reportStatementsNone) : text.own(said.joined(separator: "\n")),
      ]
    }
    return [
      text.heading(1, "by-group", .reportByCluster), text.paragraph(.reportByClusterText),
      text.table(.reportByCluster, [.reportObjectives, .reportStatement], rows),
    ]
  }

  private func table(_ rows: [[Passage]], _ caption: Passage) -> Block {
    guard !rows.isEmpty else { return text.paragraph(.reportStatementsNone) }
    let columns: [Phrase] = [.reportStatement, .reportNamed]
    return .table(
      Table(caption: caption, columns: columns.map { Table.Column(text.own($0)) }, rows: rows)
    )
  }

  private func row(
    _ made: (statement: Statements.Statement, named: [SharedDelegation])
  )
    -> [Passage]
  {
    [
      text.own(words(made.statement)),
      made.named.isEmpty ? text.own(.reportNamedNone) : text.list(made.named.map(name)),
    ]
  }

  /// What was said on questions that are linked to one of these objectives, with their numbers
  /// alone: the words stand by domain.
  private func said(_ statements: Statements, on objectives: [Int]) -> [String] {
    statements.made.compactMap { statement, _ in
      guard let number = statement.question, let question = text.questionnaire[number],
        question.objectives.contains(where: { objectives.contains($0.number) })
      else { return nil }
      return words(statement, as: text.words.number(number))
    }
  }

  /// The question in full, and below it the answer.
  private func words(_ statement: Statements.Statement) -> String {
    guard case .answer(let number, let step) = statement else {
      return words(statement, as: statement.question.map(text.question) ?? "")
    }
    return "\(text.question(number))\n\(text.finding(.step(step), to: number, by: []).text)"
  }

  private func words(_ statement: Statements.Statement, as question: String) -> String {
    let title = InsertedText.own(question)
    switch statement {
    case .answer(let number, let step):
      let answer = text.finding(.step(step), to: number, by: []).text
      return text.words(.reportStatementAnswer(answer: .own(answer), title: title))
    case .offer: return text.words(.reportStatementOffer(title: title))
    case .wish: return text.words(.reportStatementWish(title: title))
    case .priority: return text.words(.reportStatementPriority)
    }
  }
}
