import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct PrepareTests {
  private func preparing() throws -> AppDriver {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    driver.type("e")
    return driver
  }

  @Test func titlePlaceAndDaysAreWrittenAnew() throws {
    var driver = try preparing()
    driver.press(.down, .down, .enter, .end)
    driver.type(" 2023-06-16")
    driver.press(.enter)
    #expect(driver.app.session.workshop.days.map(\.description) == ["2023-06-15", "2023-06-16"])
    driver.press(.enter)
    driver.type("x")
    driver.press(.enter)
    #expect(driver.app.session.workshop.days.count == 2)
    driver.press(.escape)
    driver.type("3")
    driver.type("u")
    #expect(driver.app.session.workshop.days.count == 1)
  }

  @Test func aTitleThatIsChangedInOneLanguageSaysWhereItIsStillTheEarlierOne() throws {
    var driver = try preparing()
    let before = driver.app.session.workshop.title
    driver.press(.enter, .end)
    driver.type("!")
    driver.press(.enter)
    let after = driver.app.session.workshop.title
    #expect(after.reading(in: .english).text == before.reading(in: .english).text + "!")
    #expect(after.reading(in: .arabic).text == before.original)
    #expect(driver.rows.contains { $0.contains("Changed since; older text in: Arabic") })
    #expect(driver.rows.contains { $0.contains("and French") })
    // Whoever keeps it in the other language, changed or not, has looked at it.
    for language in [Language.arabic, .french] {
      while driver.app.language != language { driver.press(.function(2)) }
      driver.press(.enter, .enter)
    }
    #expect(driver.app.session.workshop.title.olderLanguages == [])
    #expect(!driver.rows.contains { $0.contains("texte antérieur") })
  }

  @Test func anItemThatBeginsBeforeTheEarlierOneEndsIsMarkedInTheListAndOnItsPage() throws {
    var driver = try preparing()
    let mark = "Begins before 09:31, when an earlier item ends"
    #expect(!driver.rows.contains { $0.contains("Begins before") })
    driver.press(.down, .down, .down, .enter, .down, .down, .down, .enter)
    driver.press(.control("a"))
    driver.type("31")
    driver.press(.enter, .escape)
    #expect(driver.rows.contains { $0.contains(mark) })
    driver.press(.down, .enter)
    #expect(driver.rows.contains { $0.contains(mark) })
  }

  @Test func whatIsUndoneInTheWorkshopIsSaidByItsName() throws {
    var driver = try preparing()
    driver.press(.down, .down, .down)
    driver.type("-u")
    #expect(driver.app.notice?.contains("agenda item: ") == true)
    #expect(driver.app.notice?.contains("Registration") == true)
    #expect(driver.app.notice?.hasSuffix(", 09:00") == true)
    driver.press(.control("r"))
    #expect(driver.app.notice?.contains("agenda item taken away: ") == true)
    #expect(driver.app.notice?.contains("Registration") == true)
  }

  @Test func aFieldTakesAsMuchAsWhatItIsForCanHave() throws {
    var driver = try preparing()
    driver.press(.down, .down, .down, .enter)
    for (down, length, valid) in [(2, 5, "10:30"), (1, 4, "45")] {
      for _ in 0..<down { driver.press(.down) }
      driver.press(.enter)
      driver.press(.control("a"))
      driver.press(.backspace)
      #expect(!driver.rows.contains { $0.contains("characters left") })
      driver.press(.tab)
      driver.type("1234567")
      guard case .field(let field) = driver.app.overlay else {
        Issue.record("no field is open")
        return
      }
      #expect(field.editor.text == String("1234567".prefix(length)))
      #expect(driver.rows.contains { $0.contains("1 character did not fit") })
      driver.press(.control("a"))
      driver.type(valid)
      driver.press(.enter)
    }
    #expect(driver.app.context.item("registration")?.start == 630)
    #expect(driver.app.context.item("registration")?.minutes == 45)
    #expect(NewDelegation().limit == 12 && WrittenNote().limit == 4000)
    let number = QuestionNumber.sample("1.1.1")
    #expect(limits(of: EvidenceEntryPage(id: "e"))[2] == 4)
    #expect(limits(of: NextStepPage(id: "n"))[2] == 10)
    #expect(limits(of: ConsultationPage(id: "c"))[2] == 10)
    #expect(limits(of: RecordPage(key: .verification(of: number))) == [300, 10])
    #expect(limits(of: PreparePage()) == [300, 300, 120])
  }

  /// How much fits into each field of a form; into one that is chosen, nothing.
  private func limits(of form: some Form) -> [Int] {
    form.fields.indices.map { FieldText(form: form, index: $0).limit }
  }

  @Test func theAgendaIsChangedItemByItem() throws {
    var driver = try preparing()
    driver.press(.down, .down, .down, .enter)
    driver.press(.down, .down, .enter, .end)
    for _ in 0..<5 { driver.press(.backspace) }
    driver.type("16:59")
    driver.press(.enter)
    #expect(driver.app.session.workshop.agenda.last?.id == "registration")
    driver.press(.down, .enter)
    driver.type("x")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("whole minutes") })
    driver.press(.escape)
    driver.type("3")
    driver.press(.end, .enter)
    driver.type("4")
    #expect(driver.app.session.workshop.agenda.last?.domain == 3)
    driver.press(.escape)
    driver.type("+Tea")
    driver.press(.enter)
    #expect(driver.app.session.workshop.agenda.count == 14)
  }

  @Test(arguments: [("0", false), ("1", true), ("10", true), ("11", false)])
  func aDelegationGoesToAPlaceThatThereIs(place: String, isTaken: Bool) throws {
    let context = try preparing().app.context
    #expect(context.desk.order.count == 10)
    let subject = PreparedDelegation(context.desk.order[4], in: context.desk)
    let delegation = try #require(subject)
    let field = try #require(PreparedDelegation.fields.first { $0.label == .delegationPlace })
    let moved = field.writing(place, in: delegation, context.fieldSetting)
    #expect((moved != nil) == isTaken)
  }

  @Test func delegationsAreAddedNamedMovedAndTakenOff() throws {
    var driver = try preparing()
    driver.press(.end, .enter)
    driver.type("eg")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("Three capital letters") })
    driver.type("y")
    driver.press(.enter, .enter)
    let name = { (language: Language) in
      driver.app.session.delegations[.sample("EGY")]?.shortName[language]
    }
    driver.press(.control("a"))
    driver.type("Egypt")
    driver.press(.enter)
    #expect(name(.english) == "Egypt" && name(.arabic) == "Egypt")
    driver.press(.function(2), .function(2), .enter)
    driver.press(.control("a"))
    driver.type("مصر")
    driver.press(.enter)
    #expect(name(.english) == "Egypt" && name(.arabic) == "مصر")
    #expect(driver.app.session.order.last?.description == "EGY")
    driver.press(.down, .down, .enter)
    driver.press(.control("a"))
    driver.type("٤")
    driver.press(.enter)
    #expect(
      driver.app.session.order.prefix(5).map(\.description) == ["QNC", "QNA", "QNB", "EGY", "QND"]
    )
    #expect(Set(driver.app.session.orderedDelegations.map(\.rank)).count == 11)
    driver.press(.escape, .end)
    for _ in 0..<8 { driver.press(.up) }
    driver.type("-")
    #expect(driver.app.session.order.count == 10)
    #expect(driver.app.session.delegations[.sample("EGY")] == nil)
    driver.type("u")
    #expect(driver.app.session.order.count == 11)
  }

  @Test func aDelegationThatHasAnsweredIsNotTakenOff() throws {
    var table = try AppDriver.cairo(delegation: .sample("QNJ"))
    table.press(.enter)
    table.type("2")
    var driver = try AppDriver(
      table.app.session,
      of: table.app.context.questionnaire,
      delegation: nil,
    )
    driver.press(.end, .enter)
    driver.type("e")
    driver.press(.end, .up)
    driver.type("-")
    #expect(driver.app.session.order.count == 10)
    #expect(driver.rows.contains { $0.contains("stays on the list") })
  }

  @Test func delegatesAreNamedWithInstitutionAndPresence() throws {
    var driver = try preparing()
    driver.press(.end, .up, .enter)
    driver.type("+Nadia")
    driver.press(.enter, .enter)
    driver.type("Justice")
    driver.press(.enter, .end, .enter)
    driver.type("2")
    let delegates = driver.app.session.delegations[.sample("QNJ")]?.delegates
    #expect(delegates?.map(\.name) == ["Nadia"])
    #expect(delegates?.first?.institution == "Justice")
    #expect(delegates?.first?.isOnline == true)
    driver.press(.escape, .home, .down, .down, .down, .enter)
    driver.type("2")
    #expect(driver.app.session.delegations[.sample("QNJ")]?.mode == .online)
    // Its institution stands at the table.
    var table = try AppDriver(
      driver.app.session,
      of: driver.app.context.questionnaire,
      delegation: .sample("QNJ"),
      isAuthorGiven: true,
    )
    table.press(.enter)
    table.type("p")
    #expect(table.rows.contains { $0.contains("Justice") })
  }
}
