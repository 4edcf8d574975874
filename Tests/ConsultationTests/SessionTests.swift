import Consultation
import TestSupport
import Testing

@Suite struct SessionTests {
  @Test func keepsAnAnswerAsAChangeWithWhatWasThereBefore() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    #expect(session.answered("1.1.1").value == .step(.absent))
    #expect(session.answered("1.1.1").by == "amina")
    #expect(session.history.count == 2)
    #expect(
      session.history[1].was == .answered(.step(.partial), parts: .nothing, status: .draft)
    )
  }

  @Test func writesNothingDownWhenNothingIsDifferent() throws {
    var session = Session.sample
    try session.fulfil(.answer(.declined), on: "1.1.1")
    try session.fulfil(.answer(.declined), on: "1.1.1")
    #expect(session.history.count == 1)
  }

  @Test func leavesTheOtherDelegationAlone() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    #expect(session.answered("1.1.1", of: .dorania) == Answer())
  }

  @Test(
    arguments: [
      ("1.1.1", AnswerValue.option("a")), ("1.2.2", .step(.partial)), ("1.2.2", .option("c")),
      ("2.1.1", .options(["x", "x"])), ("2.1.1", .options(["q"])), ("2.1.2", .number(.infinity)),
      ("2.1.2", .text("many")), ("2.1.3", .number(3)), ("2.1.4", .declinedCodeAsOption),
    ]
  )
  func refusesAValueThatTheQuestionCannotHave(number: String, value: AnswerValue) {
    var session = Session.sample
    #expect(throws: Refusal.valueDoesNotFit(.sample(number))) {
      try session.fulfil(.answer(value), on: number)
    }
    #expect(session == .sample)
  }

  @Test func takesNotApplicableAndDeclinedForEveryQuestion() throws {
    var session = Session.sample
    for question in Questionnaire.everyKind.questions {
      try session.fulfil(.answer(.declined), on: question.number.description)
      try session.fulfil(.answer(.notApplicable(reason: nil)), on: question.number.description)
      #expect(!session.answered(question.number.description).isOpen)
    }
  }

  @Test func agreesOnlyWithEvidenceOrAReason() throws {
    var session = Session.sample
    #expect(throws: Refusal.nothingToAgree(.sample("1.1.1"))) {
      try session.fulfil(.status(.agreed), on: "1.1.1")
    }
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    #expect(throws: Refusal.agreedNeedsGrounds(.sample("1.1.1"))) {
      try session.fulfil(.status(.agreed), on: "1.1.1")
    }
    try session.fulfil(.evidence(id: "e1", Evidence(id: "e1", title: "Law 34-09")), on: "1.1.1")
    try session.fulfil(.status(.agreed), on: "1.1.1")
    #expect(session.answered("1.1.1").status == .agreed)
  }

  @Test func anAgreedAnswerIsADraftAgainWhenItsValueOrItsGroundsGo() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.note(TranslatedText("سبب", language: .arabic)), on: "1.1.1")
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    #expect(session.answered("1.1.1").status == .draft)
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.note(nil), on: "1.1.1")
    #expect(session.answered("1.1.1").status == .draft)
  }

  @Test func instrumentsProposeAnAnswerOnceAllAreStatedAndGiveNone() throws {
    var session = Session.sample
    let question = try #require(Questionnaire.everyKind[.sample("1.2.1")])
    func proposal() -> AnswerValue? { session.answered("1.2.1").proposal(for: question) }
    try session.fulfil(.instrument("CRC", .established), on: "1.2.1")
    #expect(session.answered("1.2.1").isOpen && proposal() == nil)
    try session.fulfil(.instrument("CEDAW", .established), on: "1.2.1")
    #expect(session.answered("1.2.1").isOpen)
    #expect(proposal() == .step(.established))
    try session.fulfil(.instrument("CEDAW", .absent), on: "1.2.1")
    #expect(proposal() == .step(.partial))
    try session.fulfil(.instrument("CRC", .absent), on: "1.2.1")
    #expect(proposal() == .step(.absent))
    let delegation = try #require(session.delegations[.havenia])
    #expect(Progress(over: [.sample("1.2.1")], of: delegation).open == 1)
  }

  @Test func whatWasChosenOtherwiseThanTheInstrumentsSayStays() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.absent)), on: "1.2.1")
    try session.fulfil(.instrument("CRC", .established), on: "1.2.1")
    try session.fulfil(.instrument("CEDAW", .established), on: "1.2.1")
    #expect(session.answered("1.2.1").value == .step(.absent))
    let question = try #require(Questionnaire.everyKind[.sample("1.2.1")])
    #expect(session.answered("1.2.1").proposal(for: question) == nil)
  }

  @Test func replacesAddsAndRemovesEvidenceByItsIdentifier() throws {
    var session = Session.sample
    try session.fulfil(.evidence(id: "e1", Evidence(id: "e1", title: "one")), on: "1.1.1")
    try session.fulfil(.evidence(id: "e2", Evidence(id: "e2", title: "two")), on: "1.1.1")
    try session.fulfil(.evidence(id: "e1", Evidence(id: "e1", title: "uno")), on: "1.1.1")
    #expect(session.answered("1.1.1").evidence.map(\.title) == ["uno", "two"])
    try session.fulfil(.evidence(id: "e1", nil), on: "1.1.1")
    #expect(session.answered("1.1.1").evidence.map(\.title) == ["two"])
  }

  @Test func keepsTheAnswerThatAnEarlierAnswerHides() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.established)), on: "1.1.2")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    let hidden = try #require(session.delegations[.havenia])
    let asked = AskedQuestions(of: .everyKind, for: hidden)
    #expect(!asked.numbers.contains(.sample("1.1.2")))
    #expect(session.answered("1.1.2").value == .step(.established))
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    let shown = try #require(session.delegations[.havenia])
    #expect(AskedQuestions(of: .everyKind, for: shown).numbers.contains(.sample("1.1.2")))
    #expect(shown.answer(to: .sample("1.1.2")).value == .step(.established))
  }

  @Test func countsDeclinedAndNotApplicableAsAnswered() throws {
    var session = Session.sample
    try session.fulfil(.answer(.declined), on: "1.1.1")
    try session.fulfil(.answer(.notApplicable(reason: nil)), on: "1.1.2")
    let delegation = try #require(session.delegations[.havenia])
    let asked = AskedQuestions(of: .everyKind, for: delegation)
    let progress = Progress(over: asked.inDomain(1), of: delegation)
    #expect(progress.answered == 2)
    #expect(progress.open == 2)
  }

  @Test func findsTheNextOpenQuestionAndGoesAround() throws {
    var session = Session.sample
    try session.fulfil(.answer(.declined), on: "1.2.1")
    let delegation = try #require(session.delegations[.havenia])
    let asked = AskedQuestions(of: .everyKind, for: delegation)
    #expect(asked.nextOpen(after: .sample("1.1.2")) == .sample("1.2.2"))
    #expect(asked.nextOpen(after: .sample("2.1.4")) == .sample("1.1.1"))
    #expect(asked.previous(before: .sample("2.1.1")) == .sample("1.2.2"))
  }

  @Test func checksAnswersAgainstTheQuestionnaire() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    let other = Questionnaire.sample([.sample("1.1.1", .text)])
    #expect(
      session.faults(in: other) == [
        Fault([.delegation("QNG"), .question(.sample("1.1.1"))], .valueDoesNotFit("partial"))
      ]
    )
    #expect(session.faults(in: .everyKind).isEmpty)
  }
}

extension AnswerValue {
  fileprivate static let declinedCodeAsOption = AnswerValue.option("declined")
}
