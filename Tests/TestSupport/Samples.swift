package import Consultation

extension LocalizedText {
  /// The same words in all three languages, told apart by a sign.
  package init(_ text: String) {
    self.init(arabic: "\(text) ع", english: text, french: "\(text) fr")
  }
}

extension Question {
  /// A question of a kind, with texts made from its number.
  package static func sample(
    _ number: String,
    _ kind: AnswerKind = .scale(.presence),
    condition: Condition? = nil,
  ) -> Question {
    Question(
      number: .sample(number),
      text: LocalizedText("Question \(number)?"),
      guidance: Guidance(
        lookFor: LocalizedText("Look for \(number)."),
        steps: kind.scale == nil
          ? [:]
          : [
            .established: LocalizedText("all of it"), .partial: LocalizedText("some of it"),
            .absent: LocalizedText("none yet"),
          ],
      ),
      kind: kind,
      condition: condition,
    )
  }
}

extension QuestionNumber {
  /// A number that is known to be one.
  package static func sample(_ text: String) -> QuestionNumber {
    guard let number = QuestionNumber(text) else { fatalError("no question number: \(text)") }
    return number
  }
}

extension DelegationCode {
  package static func sample(_ text: String) -> DelegationCode {
    guard let code = DelegationCode(text) else { fatalError("no delegation code: \(text)") }
    return code
  }

  package static let havenia = sample("QNG")
  package static let dorania = sample("QND")
}

extension Questionnaire {
  /// A small questionnaire of these questions; themes and domains follow from the numbers.
  package static func sample(_ questions: [Question]) -> Questionnaire {
    let domains = Dictionary(grouping: questions, by: \.number.domain).sorted { $0.key < $1.key }
    return Questionnaire(
      identity: Identity(id: "sample", version: "1"),
      level: .national,
      title: LocalizedText("Sample"),
      notice: LocalizedText("A sample for tests."),
      scaleTitles: [
        .presence: steps("In place", "Partly", "Not yet"),
        .access: steps("Equal", "Some", "Not equal yet"),
        .ratification: steps("Ratified", "Signed", "Neither"),
        .regularity: steps("Regularly", "Once", "Never yet"),
      ],
      domains: domains.map { number, questions in
        Domain(
          number: number,
          title: LocalizedText("Domain \(number)"),
          framework: LocalizedText("Principle \(number)"),
          introduction: LocalizedText("What domain \(number) looks at."),
          themes: Dictionary(grouping: questions, by: \.number.theme).sorted { $0.key < $1.key }
            .map { theme, questions in
              Theme(
                number: theme,
                title: LocalizedText("Theme \(number).\(theme)"),
                questions: questions,
              )
            },
        )
      },
    )
  }

  private static func steps(
    _ established: String,
    _ partial: String,
    _ absent: String,
  ) -> [Step: LocalizedText] {
    [
      .established: LocalizedText(established), .partial: LocalizedText(partial),
      .absent: LocalizedText(absent),
    ]
  }

  /// One question of every kind in two domains; 1.1.2 is asked unless 1.1.1 is absent.
  package static let everyKind = sample([
    .sample("1.1.1"),
    .sample("1.1.2", condition: .isNone(.sample("1.1.1"), of: ["absent"])),
    .sample("1.2.1", .instruments([.sample("CRC"), .sample("CEDAW")])),
    .sample("1.2.2", .oneOf([.sample("a"), .sample("b")])),
    .sample("2.1.1", .severalOf([.sample("x"), .sample("y"), .sample("z")])),
    .sample("2.1.2", .number),
    .sample("2.1.3", .date),
    .sample("2.1.4", .text),
  ])
}

extension Option {
  package static func sample(_ code: String) -> Option {
    Option(code: code, title: LocalizedText("Option \(code)"))
  }
}

extension Session {
  /// A workshop of Havenia and Dorania, nothing answered.
  package static let sample = Session(
    id: "session-1",
    questionnaire: Questionnaire.everyKind.identity,
    workshop: Workshop(title: TranslatedText("ورشة", language: .arabic)),
    delegations: [
      Delegation(
        code: .havenia,
        shortName: LocalizedText("Havenia"),
        officialName: LocalizedText("Kingdom of Havenia"),
      ),
      Delegation(
        code: .dorania,
        shortName: LocalizedText("Dorania"),
        officialName: LocalizedText("Republic of Dorania"),
        digits: .arabic,
      ),
    ],
  )

  /// Does what a person wishes, as `amina` for Havenia unless said otherwise.
  package mutating func fulfil(
    _ wish: Wish,
    on number: String,
    by author: String = "amina",
    of delegation: DelegationCode = .havenia,
    in questionnaire: Questionnaire = .everyKind,
    id: String? = nil,
    as role: Change.Role = .delegate,
  ) throws(Refusal) {
    let next = nextStamp(by: author)
    let change = try change(
      fulfilling: wish,
      of: delegation,
      on: .sample(number),
      in: questionnaire,
      stamp: Change.Stamp(id: id ?? next.id, at: next.at, by: author, role: role),
    )
    if let change { apply(change) }
  }

  /// The same with another value in the file, of which the history knows nothing.
  package func answering(_ number: String, _ step: Step) -> Session {
    var delegations = orderedDelegations
    for index in delegations.indices where delegations[index].code == .havenia {
      delegations[index].answers[.sample(number), default: Answer()].value = .step(step)
    }
    return Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: delegations,
      history: history,
      receipts: receipts,
    )
  }

  /// A stamp that nothing in the history has yet.
  package func nextStamp(by author: String = "amina") -> Change.Stamp {
    Change.Stamp(
      id: "change-\(history.count + 1)",
      at: Timestamp(milliseconds: 1_686_823_200_000 + Int64(history.count)),
      by: author,
    )
  }

  package func answered(_ number: String, of delegation: DelegationCode = .havenia) -> Answer {
    answer(of: delegation, to: .sample(number))
  }
}
