import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct PrepareTests {
  private func preparing() throws -> Sitting {
    var sitting = try Sitting.cairo(delegation: nil)
    sitting.press(.end, .enter)
    sitting.type("e")
    return sitting
  }

  @Test func titlePlaceAndDaysAreWrittenAnew() throws {
    var sitting = try preparing()
    sitting.press(.down, .down, .enter, .end)
    sitting.type(" 2023-06-16")
    sitting.press(.enter)
    #expect(sitting.app.session.workshop.days.map(\.description) == ["2023-06-15", "2023-06-16"])
    sitting.press(.enter)
    sitting.type("x")
    sitting.press(.enter)
    #expect(sitting.app.session.workshop.days.count == 2)
    sitting.press(.escape)
    sitting.type("3")
    sitting.type("u")
    #expect(sitting.app.session.workshop.days.count == 1)
  }

  @Test func aTitleThatIsChangedInOneLanguageSaysWhereItIsStillTheEarlierOne() throws {
    var sitting = try preparing()
    let before = sitting.app.session.workshop.title
    sitting.press(.enter, .end)
    sitting.type("!")
    sitting.press(.enter)
    let after = sitting.app.session.workshop.title
    #expect(after.reading(in: .english).text == before.reading(in: .english).text + "!")
    #expect(after.reading(in: .arabic).text == before.original)
    #expect(sitting.rows.contains { $0.contains("Changed since; older text in: Arabic") })
    #expect(sitting.rows.contains { $0.contains("and French") })
    // Whoever keeps it in the other language, changed or not, has looked at it.
    for language in [Language.arabic, .french] {
      while sitting.app.language != language { sitting.press(.function(2)) }
      sitting.press(.enter, .enter)
    }
    #expect(sitting.app.session.workshop.title.olderLanguages == [])
    #expect(!sitting.rows.contains { $0.contains("texte antérieur") })
  }

  @Test func anItemThatBeginsBeforeTheEarlierOneEndsIsMarkedInTheListAndOnItsPage() throws {
    var sitting = try preparing()
    let mark = "Begins before 09:31, when an earlier item ends"
    #expect(!sitting.rows.contains { $0.contains("Begins before") })
    sitting.press(.down, .down, .down, .enter, .down, .down, .down, .enter)
    sitting.press(.control("a"))
    sitting.type("31")
    sitting.press(.enter, .escape)
    #expect(sitting.rows.contains { $0.contains(mark) })
    sitting.press(.down, .enter)
    #expect(sitting.rows.contains { $0.contains(mark) })
  }

  @Test func whatIsUndoneInTheWorkshopIsSaidByItsName() throws {
    var sitting = try preparing()
    sitting.press(.down, .down, .down)
    sitting.type("-u")
    #expect(sitting.app.notice?.contains("agenda item: ") == true)
    #expect(sitting.app.notice?.contains("Registration") == true)
    #expect(sitting.app.notice?.hasSuffix(", 09:00") == true)
    sitting.press(.control("r"))
    #expect(sitting.app.notice?.contains("agenda item taken away: ") == true)
    #expect(sitting.app.notice?.contains("Registration") == true)
  }

  @Test func aFieldTakesAsMuchAsWhatItIsForCanHave() throws {
    var sitting = try preparing()
    sitting.press(.down, .down, .down, .enter)
    for (down, length, valid) in [(2, 5, "10:30"), (1, 4, "45")] {
      for _ in 0..<down { sitting.press(.down) }
      sitting.press(.enter)
      sitting.press(.control("a"))
      sitting.press(.backspace)
      #expect(!sitting.rows.contains { $0.contains("characters left") })
      sitting.press(.tab)
      sitting.type("1234567")
      guard case .field(let field) = sitting.app.overlay else {
        Issue.record("no field is open")
        return
      }
      #expect(field.editor.text == String("1234567".prefix(length)))
      #expect(sitting.rows.contains { $0.contains("1 character did not fit") })
      sitting.press(.control("a"))
      sitting.type(valid)
      sitting.press(.enter)
    }
    #expect(sitting.app.context.item("registration")?.start == 630)
    #expect(sitting.app.context.item("registration")?.minutes == 45)
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
    var sitting = try preparing()
    sitting.press(.down, .down, .down, .enter)
    sitting.press(.down, .down, .enter, .end)
    for _ in 0..<5 { sitting.press(.backspace) }
    sitting.type("16:59")
    sitting.press(.enter)
    #expect(sitting.app.session.workshop.agenda.last?.id == "registration")
    sitting.press(.down, .enter)
    sitting.type("x")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("whole minutes") })
    sitting.press(.escape)
    sitting.type("3")
    sitting.press(.end, .enter)
    sitting.type("4")
    #expect(sitting.app.session.workshop.agenda.last?.domain == 3)
    sitting.press(.escape)
    sitting.type("+Tea")
    sitting.press(.enter)
    #expect(sitting.app.session.workshop.agenda.count == 13)
  }

  @Test func delegationsAreAddedNamedMovedAndTakenOff() throws {
    var sitting = try preparing()
    sitting.press(.end, .enter)
    sitting.type("eg")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("Three capital letters") })
    sitting.type("y")
    sitting.press(.enter, .enter)
    let name = { (language: Language) in
      sitting.app.session.delegations[.sample("EGY")]?.shortName[language]
    }
    sitting.press(.control("a"))
    sitting.type("Egypt")
    sitting.press(.enter)
    #expect(name(.english) == "Egypt" && name(.arabic) == "Egypt")
    sitting.press(.function(2), .function(2), .enter)
    sitting.press(.control("a"))
    sitting.type("مصر")
    sitting.press(.enter)
    #expect(name(.english) == "Egypt" && name(.arabic) == "مصر")
    #expect(sitting.app.session.order.last?.description == "EGY")
    sitting.press(.down, .down, .enter)
    sitting.press(.control("a"))
    sitting.type("٤")
    sitting.press(.enter)
    #expect(
      sitting.app.session.order.prefix(5).map(\.description) == ["DZA", "BHR", "DJI", "EGY", "IRQ"]
    )
    #expect(Set(sitting.app.session.orderedDelegations.map(\.rank)).count == 11)
    sitting.press(.escape, .end)
    for _ in 0..<8 { sitting.press(.up) }
    sitting.type("-")
    #expect(sitting.app.session.order.count == 10)
    #expect(sitting.app.session.delegations[.sample("EGY")] == nil)
    sitting.type("u")
    #expect(sitting.app.session.order.count == 11)
  }

  @Test func aDelegationThatHasAnsweredIsNotTakenOff() throws {
    var table = try Sitting.cairo(delegation: .sample("YEM"))
    table.press(.enter)
    table.type("2")
    var sitting = try Sitting(
      table.app.session,
      of: table.app.context.questionnaire,
      delegation: nil,
    )
    sitting.press(.end, .enter)
    sitting.type("e")
    sitting.press(.end, .up)
    sitting.type("-")
    #expect(sitting.app.session.order.count == 10)
    #expect(sitting.rows.contains { $0.contains("stays on the list") })
  }

  @Test func delegatesAreNamedWithInstitutionAndPresence() throws {
    var sitting = try preparing()
    sitting.press(.end, .up, .enter)
    sitting.type("+Nadia")
    sitting.press(.enter, .enter)
    sitting.type("Justice")
    sitting.press(.enter, .end, .enter)
    sitting.type("2")
    let delegates = sitting.app.session.delegations[.sample("YEM")]?.delegates
    #expect(delegates?.map(\.name) == ["Nadia"])
    #expect(delegates?.first?.institution == "Justice")
    #expect(delegates?.first?.isOnline == true)
    sitting.press(.escape, .home, .down, .down, .down, .enter)
    sitting.type("2")
    #expect(sitting.app.session.delegations[.sample("YEM")]?.mode == .online)
    // Its institution stands at the table.
    var table = try Sitting(
      sitting.app.session,
      of: sitting.app.context.questionnaire,
      delegation: .sample("YEM"),
      isAuthorGiven: true,
    )
    table.press(.enter)
    table.type("p")
    #expect(table.rows.contains { $0.contains("Justice") })
  }
}
