import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

@Suite struct WorkshopCalendarTests {
  private func session() throws -> Session {
    let day = try #require(CalendarDate("2023-06-15"))
    var session = Session.sample
    session.workshop.days = [day]
    session.workshop.place = TranslatedText("Cairo; Nile", language: .english)
    session.workshop.agenda = [
      AgendaItem(
        id: "a1",
        kind: .domain,
        title: TranslatedText("حقوق المهاجرين", language: .arabic),
        start: 570,
        minutes: 45,
        domain: 1,
      )
    ]
    session.workshop.actions = [
      NextStep(id: "n1", text: "Send the list, signed", owner: "Ministry of Labour", due: day),
      NextStep(id: "n2", text: "Call", owner: ""),
    ]
    return session
  }

  private func lines(
    _ session: Session,
    hasNames: Bool = false,
    minutesFromUTC: Int? = nil,
  ) throws -> [String] {
    WorkshopCalendar(
      of: ExportedSession.view(session),
      session: "s",
      in: .everyKind,
      words: try ExportedSession.words(),
      hasNames: hasNames,
    )
    .text(at: Timestamp(milliseconds: 1_686_823_200_000), minutesFromUTC: minutesFromUTC)
    .split(separator: "\r\n").map(String.init)
  }

  @Test func hasTheAgendaAndWhatIsDue() throws {
    #expect(
      try lines(session()) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Majlis//Majlis//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "X-WR-CALNAME:ورشة", "BEGIN:VEVENT", "UID:agenda-a1@s.majlis",
        "DTSTAMP:20230615T100000Z", "DTSTART:20230615T093000", "DTEND:20230615T101500",
        "SUMMARY;LANGUAGE=ar:حقوق المهاجرين", "DESCRIPTION;LANGUAGE=en:1 Domain 1",
        "LOCATION:Cairo\\; Nile", "END:VEVENT", "BEGIN:VEVENT", "UID:action-n1@s.majlis",
        "DTSTAMP:20230615T100000Z", "DTSTART;VALUE=DATE:20230615", "TRANSP:TRANSPARENT",
        "SUMMARY:Send the list\\, signed", "END:VEVENT", "BEGIN:VTODO", "UID:action-n2@s.majlis",
        "DTSTAMP:20230615T100000Z", "SUMMARY:Call", "END:VTODO", "END:VCALENDAR",
      ]
    )
  }

  @Test func givesMomentsWhereItKnowsThePlacesClock() throws {
    let lines = try lines(session(), minutesFromUTC: 180)
    #expect(lines.contains("DTSTART:20230615T063000Z"))
    #expect(lines.contains("DTEND:20230615T071500Z"))
    let earlier = try self.lines(session(), minutesFromUTC: 600)
    #expect(earlier.contains("DTSTART:20230614T233000Z"))
  }

  @Test func namesWhoActsOnlyWhereAskedFor() throws {
    #expect(!(try lines(session())).contains { $0.contains("Ministry") })
    #expect(try lines(session(), hasNames: true).contains("DESCRIPTION:Ministry of Labour"))
  }

  @Test func saysThatAnAgendaHasNoDay() throws {
    var session = try session()
    session.workshop.days = []
    let calendar = WorkshopCalendar(
      of: ExportedSession.view(session),
      session: "s",
      in: .everyKind,
      words: try ExportedSession.words(),
      hasNames: false,
    )
    #expect(calendar.lacksDay)
    #expect(!calendar.text(at: Timestamp(milliseconds: 0)).contains("agenda-a1"))
  }

  @Test func hasADelegationsOwnVerifications() throws {
    var session = try session()
    let verification = Verification(
      question: .sample("1.1.1"),
      by: "Amina",
      due: CalendarDate("2023-07-01"),
    )
    let change = try session.change(
      setting: RecordKey(.verification, "1.1.1"),
      to: .verification(verification),
      of: .havenia,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(change))
    let text = WorkshopCalendar(
      of: try #require(session.delegations[.havenia]),
      at: session.workshop,
      session: "s",
      in: .everyKind,
      words: try ExportedSession.words(),
      hasNames: false,
    ).text(at: Timestamp(milliseconds: 0))
    #expect(text.contains("UID:verification-QNG-1.1.1@s.majlis\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20230701\r\n"))
    #expect(!text.contains("Amina"))
  }

  @Test func foldsNoCharacterInTwo() {
    for count in 60...90 {
      let line = String(repeating: "a", count: count) + String(repeating: "م", count: 80)
      let pieces = CalendarText.folded(line).split(separator: "\r\n").map(String.init)
      #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
      #expect(pieces.dropFirst().allSatisfy { $0.hasPrefix(" ") })
      #expect(CalendarText.folded(line).replacing("\r\n ", with: "") == line)
    }
  }

  @Test func escapesWhatWouldEndAText() {
    #expect(
      CalendarText.escaped("a;b,c\\d\ne\r\nEND:VEVENT\u{1B}")
        == "a\\;b\\,c\\\\d\\ne\\nEND:VEVENT␛"
    )
  }
}
