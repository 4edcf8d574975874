import Consultation
import Display
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Screens

/// Nobody sees what is not theirs: every delegation has a secret of its own in every private
/// field, and it is looked for wherever others look.
@Suite struct SecretsTests {
  private static func secret(of code: DelegationCode) -> String { "SECRET-\(code)" }

  /// The Cairo workshop with the secrets in it, all of them private.
  private static func session() throws -> (session: Session, questionnaire: Questionnaire) {
    let cairo = try Sitting.cairo().app
    var session = cairo.session
    for code in session.order {
      for change in try changes(of: code, in: session, cairo.questionnaire) {
        session.apply(change)
      }
    }
    return (session, cairo.questionnaire)
  }

  private static func changes(
    of code: DelegationCode,
    in start: Session,
    _ questionnaire: Questionnaire,
  ) throws -> [Change] {
    let secret = secret(of: code)
    var session = start
    var changes: [Change] = []
    func stamp() -> Change.Stamp {
      let number = session.history.count
      return Change.Stamp(
        id: "\(code)-\(number)",
        at: Timestamp(milliseconds: 1_686_825_000_000 + Int64(number)),
        by: secret,
      )
    }
    let comment = Comment(id: secret, text: secret, by: secret, at: Timestamp(milliseconds: 0))
    let wishes: [Wish] = [
      .answer(.notApplicable(reason: secret)),
      .note(TranslatedText(secret, language: .arabic)),
      .evidence(id: "e", Evidence(id: "e", title: secret, article: secret, link: secret)),
      .position(institution: secret, Position(value: .declined, reason: secret)),
      .reservation(institution: secret, secret), .comment(id: secret, comment),
    ]
    for number in ["1.1.1", "3.1.1", "6.1.1"] {
      for wish in wishes {
        let change = try session.change(
          fulfilling: wish,
          of: code,
          on: .sample(number),
          in: questionnaire,
          stamp: stamp(),
        )
        if let change {
          session.apply(change)
          changes.append(change)
        }
      }
    }
    let question = QuestionNumber.sample("1.1.1")
    var card = ExperienceCard(question: question, title: secret)
    card.done = secret
    card.contact = secret
    // Each marks the card of the first in the order, which hears it; the first marks the second's.
    let owner = start.order.first { $0 != code } ?? code
    var mark = UsefulMark(owner: owner, card: "card")
    mark.isUseful = true
    mark.asks = secret
    let moment = Timestamp(milliseconds: 0)
    let records: [Record] = [
      .offer(Offer(question: question, text: secret)), .card(card),
      .useful(mark), .wish(WishToHear(question: question, sharing: .private)),
      .consulted(Consulted(domain: 1, institution: secret)),
      .signOff(SignOff(domain: 1, by: secret, at: moment, after: nil)),
      .interest(Interest(isInterested: true, note: secret)),
      .priority(Priority(title: secret)),
      .verification(Verification(question: question, by: secret)),
      .profile(ProfileFrame(context: TranslatedText(secret, language: .english))),
      .remark(DraftRemark(institution: secret, comment: secret)),
      .baseline(
        Baseline(
          at: moment,
          by: secret,
          fingerprint: secret,
          version: "1",
          answers: [
            "1.1.1": Baseline.Answer(value: secret, note: secret, evidence: [secret], wording: "")
          ],
        )
      ),
    ]
    for record in records {
      let id: String =
        switch record.kind {
        case .offer: "1.1.1"
        case .card, .useful: "card"
        default: secret
        }
      let key = RecordKey(record.kind, id)
      let change = try session.change(setting: key, to: record, of: code, stamp: stamp())
      if let change {
        session.apply(change)
        changes.append(change)
      }
    }
    return changes
  }

  /// The text of a screen without what arranges it: letters alone tell a secret.
  private func text(_ canvas: Canvas) -> String { canvas.rows.joined(separator: "\n") }

  @Test(arguments: Language.allCases)
  func theRoomShowsNoSecret(language: Language) throws {
    let (session, questionnaire) = try Self.session()
    #expect("\(session)".contains("SECRET-"))
    var room = try Sitting(
      session,
      of: questionnaire,
      language: language,
      delegation: nil,
      width: 120,
      height: 60,
    )
    room.press(.end, .enter)
    var screens = 0
    func look(_ sitting: Sitting) {
      let shown = text(sitting.app.view())
      #expect(!shown.contains("SECRET"), "\(shown)")
      screens += 1
    }
    let keys = ["y", "p", "e", "d", "E", "T", "A", "C", "S", "S/2", "?"]
    for _ in session.order {
      look(room)
      var shared = room
      shared.press(.enter)
      look(shared)
      for place in [room, shared] {
        for key in keys {
          var there = place
          there.type(key)
          look(there)
          there.press(.enter)
          look(there)
        }
      }
      room.press(.down)
    }
    #expect(screens == session.order.count * (2 + 4 * keys.count))
  }

  @Test(arguments: Language.allCases)
  func thePresenterShowsNoSecretAtAnyItemAndQuestion(language: Language) throws {
    let (start, questionnaire) = try Self.session()
    let setting = try Sitting.cairo(language: language).app.setting
    var session = start
    for (number, item) in session.workshop.agenda.enumerated() {
      for question in [nil, QuestionNumber.sample("1.1.1"), .sample("3.1.1")] {
        var state = RoomState().beginning(item, at: Timestamp(milliseconds: 0))
        state.question = question
        let change = try session.change(
          setting: .room,
          to: .room(state),
          stamp: Change.Stamp(
            id: "room-\(number)-\(session.history.count)",
            at: Timestamp(milliseconds: 0),
            by: "f",
            role: .facilitator,
          ),
        )
        if let change { session.apply(change) }
        let presenter = Presenter(
          setting: setting,
          shared: SharedView(of: session, for: .room, in: questionnaire),
          language: language,
          width: 120,
          height: 60,
        )
        #expect(!text(presenter.view()).contains("SECRET"))
        // Nor anywhere in what it has, seen or not.
        #expect(!"\(presenter)".contains("SECRET"))
      }
    }
  }

  @Test func anExtractHasNoSecretOfTheOthers() throws {
    let (session, _) = try Self.session()
    for code in session.order {
      let extract = try session.extract(
        of: code,
        at: Timestamp(milliseconds: 0),
        fingerprint: "",
      )
      let text = "\(extract)"
      #expect(text.contains(Self.secret(of: code)))
      for other in session.order where other != code {
        #expect(!text.contains(Self.secret(of: other)))
      }
    }
  }

  @Test func whateverIsPressedAtOneTableShowsNothingOfAnother() throws {
    let (session, questionnaire) = try Self.session()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("one table: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var table = try Sitting(
      session,
      of: questionnaire,
      delegation: .iraq,
      width: 100,
      height: 30,
      isSeatFixed: true,
    )
    let keys: [Key] =
      Array("123nbNceshypdETACSmafkqtow/:?r").map { Key.character($0) }
      + [Key(.enter), Key(.escape), Key(.up), Key(.down), Key(.end), Key(.tab)]
    var own = 0
    for _ in 0..<LongRuns.count(2000, long: 100_000) {
      table.press(keys[Int.random(in: 0..<keys.count, using: &generator)])
      let shown = text(table.app.view())
      if shown.contains(Self.secret(of: .iraq)) { own += 1 }
      let others = shown.replacingOccurrences(of: Self.secret(of: .iraq), with: "")
      #expect(!others.contains("SECRET"), "seed \(seed)\n\(shown)")
    }
    #expect(own > 0)
  }
}
