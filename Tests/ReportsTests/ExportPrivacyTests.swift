import Consultation
import Phrases
import Spreadsheets
import Storage
import TestSupport
import Testing

@testable import Reports

/// Whatever delegations hold, a common export has what they shared with the report and no more.
@Suite struct ExportPrivacyTests {
  /// A session in which every text says with whom it is shared: `SECRET-private`, `SECRET-room`,
  /// `SHARED-report`, and `SECRET-own` what is never anybody else's.
  private func session(_ generator: inout SeededGenerator) throws -> Session {
    var session = Session.sample
    for code in [DelegationCode.havenia, .dorania] {
      for number in ["1.1.1", "1.1.2", "2.1.4"] {
        let sharing = Sharing.allCases[Int.random(in: 0..<3, using: &generator)]
        let text = mark(sharing)
        func fulfil(_ wish: Wish) throws {
          try session.fulfil(wish, on: number, by: "SECRET-own", of: code)
        }
        try fulfil(.answer(number == "2.1.4" ? .text(text) : .notApplicable(reason: text)))
        try fulfil(.note(TranslatedText(text, language: .arabic)))
        try fulfil(.evidence(id: "e", Evidence(id: "e", title: text, article: text)))
        try fulfil(.position(institution: "SECRET-own", Position(value: .declined)))
        try fulfil(.reservation(institution: "SECRET-own", "SECRET-own"))
        try fulfil(.sharing(sharing))
      }
      try addRecords(of: code, to: &session, &generator)
    }
    return session
  }

  private func mark(_ sharing: Sharing) -> String {
    sharing == .report ? "SHARED-report" : "SECRET-\(sharing.rawValue)"
  }

  private func addRecords(
    of code: DelegationCode,
    to session: inout Session,
    _ generator: inout SeededGenerator,
  ) throws {
    let sharing = Sharing.allCases[Int.random(in: 0..<3, using: &generator)]
    let number = QuestionNumber.sample("1.1.1")
    let day = CalendarDate("2023-09-01")
    var priority = Priority(title: mark(sharing), sharing: sharing)
    priority.due = day
    priority.owner = "SECRET-own"
    var card = ExperienceCard(question: number, title: mark(sharing))
    card.sharing = sharing
    card.contact = "SECRET-own"
    let records: [(RecordKey, Record)] = [
      (RecordKey(.priority, "p"), .priority(priority)), (RecordKey(.card, "c"), .card(card)),
      (
        RecordKey(.offer, "1.1.1"),
        .offer(Offer(question: number, text: mark(sharing), sharing: sharing)),
      ),
      (
        .interest,
        .interest(
          Interest(isInterested: true, deadline: day, note: mark(sharing), sharing: sharing)
        ),
      ),
      (
        RecordKey(.verification, "1.1.1"),
        .verification(Verification(question: number, by: "SECRET-own", due: day)),
      ),
      (
        RecordKey(.delegate, "d"),
        .delegate(
          Delegate(
            id: "d",
            name: "SECRET-own",
            institution: "SECRET-own",
            role: "SECRET-own",
            isOnline: false,
          )
        ),
      ),
      (
        .profile,
        .profile(ProfileFrame(context: TranslatedText("SECRET-own", language: .arabic))),
      ),
    ]
    for (key, record) in records {
      let change = try session.change(
        setting: key,
        to: record,
        of: code,
        stamp: session.nextStamp(by: "SECRET-own"),
      )
      if let change { session.apply(change) }
    }
    let step = NextStep(id: "a-\(code)", text: "call", owner: "SECRET-own", due: day)
    let change = try session.change(
      setting: RecordKey(.nextStep, step.id),
      to: .nextStep(step),
      stamp: session.nextStamp(by: "SECRET-own"),
    )
    if let change { session.apply(change) }
  }

  @Test(arguments: 1...LongRuns.count(30, long: 1000))
  func letsNothingPass(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let session = try session(&generator)
    let view = ExportedSession.view(session)
    let words = try ExportedSession.words()
    let table = AnswerTable(of: view, in: .everyKind, words: words)
    let workbook = AnswerWorkbook.workbook(table, title: "t", in: .everyKind, words: words)
    let calendar = WorkshopCalendar(
      of: view,
      session: session.id,
      in: .everyKind,
      words: words,
      hasNames: false,
    )
    let reduced = Session(sharedIn: view, of: session.id, hasNames: false)
    let exports = [
      "csv": table.csv(), "xlsx": "\(try Workbook(reading: workbook.bytes))",
      "ics": calendar.text(at: Timestamp(milliseconds: 0)).replacing("\r\n ", with: ""),
      "json": String(decoding: SessionFile.text(reduced), as: UTF8.self),
    ]
    for (name, text) in exports {
      #expect(!text.contains("SECRET"), "\(name), seed \(seed)")
    }
    let shared = view.delegations.flatMap(\.answers.values)
    #expect(table.rows.count == shared.count)
    #expect(reduced.delegations.values.flatMap(\.answers.values).count == shared.count)
  }

  @Test func namesNobodyInADelegationsOwnFileUnlessAsked() throws {
    var generator = SeededGenerator(seed: 3)
    var session = try session(&generator).withoutNames
    for code in session.order {
      for number in ["1.1.1", "1.1.2", "2.1.4"] {
        // Institutions, and what people wrote, stay.
        #expect(session.answer(of: code, to: .sample(number)).positions.count == 1)
        try session.fulfil(.position(institution: "SECRET-own", nil), on: number, of: code)
        try session.fulfil(.reservation(institution: "SECRET-own", nil), on: number, of: code)
      }
    }
    let names =
      session.history.map(\.stamp.by)
      + session.delegations.values.flatMap { delegation in
        delegation.delegates.map(\.name) + delegation.answers.values.compactMap(\.by)
      }
    #expect(Set(names) == ["", "amina"])
    #expect(session.workshop.actions.map(\.owner) == ["", ""])
  }

  @Test func keepsAnonymousWishesAnonymous() throws {
    var session = Session.sample
    for isAnonymous in [true, false] {
      let number = QuestionNumber.sample(isAnonymous ? "1.1.1" : "1.1.2")
      let change = try session.change(
        setting: RecordKey(.wish, number.description),
        to: .wish(WishToHear(question: number, sharing: .report, isAnonymous: isAnonymous)),
        of: .havenia,
        stamp: session.nextStamp(),
      )
      if let change { session.apply(change) }
    }
    let reduced = Session(
      sharedIn: ExportedSession.view(session),
      of: session.id,
      hasNames: false,
    )
    #expect(reduced.delegations[.havenia]?.records.keys.map(\.id) == ["1.1.2"])
    #expect(reduced.id != session.id)
  }
}
