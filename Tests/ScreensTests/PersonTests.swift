import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct PersonTests {
  private func author(of driver: AppDriver) -> String? {
    driver.app.desk.sessionForKeeping.history.last?.stamp.by
  }

  @Test(arguments: Language.allCases)
  func isAskedOnceWhereDelegatesAreListed(language: Language) throws {
    var driver = try AppDriver.sampleland(language: language, isAsked: true)
    guard case .chooser(let chooser) = driver.app.overlay else {
      Issue.record("nobody was asked")
      return
    }
    let entries = chooser.purpose.entries(in: driver.app.context)
    #expect(entries.count == 5)
    #expect(entries[1].contains("Karim B.") && entries[1].contains("Ministère de la Santé"))
    #expect(entries[3] == driver.app.words(.personOther))
    driver.type("2")
    #expect(
      driver.app.context.person == Person(name: "Karim B.", institution: "Ministère de la Santé")
    )
    driver.goTo("3.1.1")
    driver.type("1")
    #expect(author(of: driver) == "Karim B.")
    #expect(driver.app.foot.standing.contains("Karim B."))
    #expect(driver.app.presence(at: Timestamp(milliseconds: 0)).by == "Karim B.")
  }

  @Test func somebodyElseTypesTheirNameAndChangesItAtWill() throws {
    var driver = try AppDriver.sampleland(isAsked: true)
    driver.type("4Nadia H.")
    driver.press(.enter)
    #expect(driver.app.context.author == "Nadia H.")
    #expect(driver.rows.contains { $0.contains("Nadia H.") })
    driver.type("W")
    driver.press(.home, .enter)
    #expect(driver.app.context.author == "ليلى سالم")
    driver.goTo("3.1.1")
    driver.type("1")
    #expect(author(of: driver) == "ليلى سالم")
  }

  @Test func withoutANameTheDelegationStandsAsAuthor() throws {
    var driver = try AppDriver.sampleland(isAsked: true)
    driver.type("5")
    #expect(driver.app.context.person == nil)
    driver.goTo("3.1.1")
    driver.type("1")
    #expect(author(of: driver) == "ZZA")
  }

  @Test func whoGaveNoNameFindsThatChosenWhenAskedAgain() throws {
    var driver = try AppDriver.sampleland(isAsked: true)
    driver.type("5W")
    guard case .chooser(let chooser) = driver.app.overlay else {
      Issue.record("nobody was asked")
      return
    }
    #expect(chooser.list.selected == 4)
  }

  @Test func whoIsNamedByTheCommandOrReadsOnlyIsNotAsked() throws {
    #expect(try AppDriver.sampleland(isAsked: false).app.overlay == nil)
    let (session, questionnaire) = try Sampleland.session()
    let reading = try AppDriver(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isReadOnly: true,
    )
    #expect(reading.app.overlay == nil)
  }

  @Test(arguments: [("Karim B.", "Ministère de la Santé"), ("Nadia H.", ""), ("", nil)])
  func whoSatAtASeatOfOnePersonIsNotAskedAgain(name: String, institution: String?) throws {
    let (session, questionnaire) = try Sampleland.session()
    var driver = try AppDriver(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isSeatFixed: true,
      sitter: name,
    )
    #expect(driver.app.overlay == nil)
    #expect(driver.app.context.person == institution.map { Person(name: name, institution: $0) })
    #expect(driver.app.sitter == name)
    driver.goTo("3.1.1")
    driver.type("1")
    #expect(author(of: driver) == (name.isEmpty ? "ZZA" : name))
    // Who sits down in their place is remembered.
    driver.type("W2")
    #expect(driver.app.sitter == "Karim B.")
    #expect(driver.effects.contains(.remember(.english, Sampleland.code)))
  }

  @Test func whereNobodyIsListedTheLoginStandsAndCanBeChanged() throws {
    var driver = try AppDriver.cairo()
    #expect(driver.app.overlay == nil && driver.app.context.author == "amina")
    driver.type("W")
    driver.press(.enter)
    driver.type("Omar")
    driver.press(.enter)
    #expect(driver.app.context.author == "Omar")
  }

  @Test func eachDelegationHasItsOwnAndTheFacilitatorStaysTheLogin() throws {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.enter)
    driver.type("W1Omar")
    driver.press(.enter)
    #expect(driver.app.context.author == "Omar")
    driver.press(.escape, .down, .enter)
    #expect(driver.app.context.author == "amina")
    driver.press(.escape, .up, .enter)
    #expect(driver.app.context.author == "Omar")
    driver.press(.escape, .end, .enter)
    #expect(driver.app.context.author == "amina")
    driver.type("W")
    #expect(driver.app.overlay == nil)
  }

  @Test func thePlainDialogueAsksToo() throws {
    let driver = try AppDriver.sampleland(isAsked: true)
    var dialogue = PlainDialogue(driver.app)
    #expect(dialogue.lines.contains("Who sits at this terminal?"))
    #expect(dialogue.lines.contains { $0.hasPrefix("2  ") && $0.contains("Karim B.") })
    let moment = Moment(at: Timestamp(milliseconds: 0), id: "m")
    _ = dialogue.take(line: "2", at: moment)
    #expect(dialogue.app.context.author == "Karim B.")
  }

  @Test func aNameThatWouldDisturbALineIsKeptHarmless() throws {
    var driver = try AppDriver.sampleland(isAsked: true)
    driver.type("4")
    driver.happens(.terminal(.paste("Eve\n2023-06-15 forged\u{202E}")))
    driver.press(.enter)
    #expect(!driver.app.context.author.contains("\n"))
    #expect(!driver.rows.contains { $0.unicodeScalars.contains("\u{202E}") })
  }
}
