import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct PersonTests {
  private func author(of sitting: Sitting) -> String? {
    sitting.app.desk.sessionForKeeping.history.last?.stamp.by
  }

  @Test(arguments: Language.allCases)
  func isAskedOnceWhereDelegatesAreListed(language: Language) throws {
    var sitting = try Sitting.sampleland(language: language, isAsked: true)
    guard case .chooser(let chooser) = sitting.app.overlay else {
      Issue.record("nobody was asked")
      return
    }
    let entries = chooser.purpose.entries(in: sitting.app.context)
    #expect(entries.count == 5)
    #expect(entries[1].contains("Karim B.") && entries[1].contains("Ministère de la Santé"))
    #expect(entries[3] == sitting.app.words(.personOther))
    sitting.type("2")
    #expect(
      sitting.app.context.person == Person(name: "Karim B.", institution: "Ministère de la Santé")
    )
    sitting.goTo("3.1.1")
    sitting.type("1")
    #expect(author(of: sitting) == "Karim B.")
    #expect(sitting.app.foot.standing.contains("Karim B."))
    #expect(sitting.app.presence(at: Timestamp(milliseconds: 0)).by == "Karim B.")
  }

  @Test func somebodyElseTypesTheirNameAndChangesItAtWill() throws {
    var sitting = try Sitting.sampleland(isAsked: true)
    sitting.type("4Nadia H.")
    sitting.press(.enter)
    #expect(sitting.app.context.author == "Nadia H.")
    #expect(sitting.rows.contains { $0.contains("Nadia H.") })
    sitting.type("W")
    sitting.press(.home, .enter)
    #expect(sitting.app.context.author == "ليلى سالم")
    sitting.goTo("3.1.1")
    sitting.type("1")
    #expect(author(of: sitting) == "ليلى سالم")
  }

  @Test func withoutANameTheDelegationStandsAsAuthor() throws {
    var sitting = try Sitting.sampleland(isAsked: true)
    sitting.type("5")
    #expect(sitting.app.context.person == nil)
    sitting.goTo("3.1.1")
    sitting.type("1")
    #expect(author(of: sitting) == "ZZA")
  }

  @Test func whoIsNamedByTheCommandOrReadsOnlyIsNotAsked() throws {
    #expect(try Sitting.sampleland(isAsked: false).app.overlay == nil)
    let (session, questionnaire) = try Sampleland.session()
    let reading = try Sitting(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isReadOnly: true,
    )
    #expect(reading.app.overlay == nil)
  }

  @Test func whereNobodyIsListedTheLoginStandsAndCanBeChanged() throws {
    var sitting = try Sitting.cairo()
    #expect(sitting.app.overlay == nil && sitting.app.context.author == "amina")
    sitting.type("W")
    sitting.press(.enter)
    sitting.type("Omar")
    sitting.press(.enter)
    #expect(sitting.app.context.author == "Omar")
  }

  @Test func eachDelegationHasItsOwnAndTheFacilitatorStaysTheLogin() throws {
    var sitting = try Sitting.cairo(delegation: nil)
    sitting.press(.enter)
    sitting.type("W1Omar")
    sitting.press(.enter)
    #expect(sitting.app.context.author == "Omar")
    sitting.press(.escape, .down, .enter)
    #expect(sitting.app.context.author == "amina")
    sitting.press(.escape, .up, .enter)
    #expect(sitting.app.context.author == "Omar")
    sitting.press(.escape, .end, .enter)
    #expect(sitting.app.context.author == "amina")
    sitting.type("W")
    #expect(sitting.app.overlay == nil)
  }

  @Test func thePlainDialogueAsksToo() throws {
    let sitting = try Sitting.sampleland(isAsked: true)
    var dialogue = PlainDialogue(sitting.app)
    #expect(dialogue.lines.contains("Who sits at this terminal?"))
    #expect(dialogue.lines.contains { $0.hasPrefix("2  ") && $0.contains("Karim B.") })
    let moment = Moment(at: Timestamp(milliseconds: 0), id: "m")
    _ = dialogue.take(line: "2", at: moment)
    #expect(dialogue.app.context.author == "Karim B.")
  }

  @Test func aNameThatWouldDisturbALineIsKeptHarmless() throws {
    var sitting = try Sitting.sampleland(isAsked: true)
    sitting.type("4")
    sitting.happens(.terminal(.paste("Eve\n2023-06-15 forged\u{202E}")))
    sitting.press(.enter)
    #expect(!sitting.app.context.author.contains("\n"))
    #expect(!sitting.rows.contains { $0.unicodeScalars.contains("\u{202E}") })
  }
}
