package import Consultation
import Phrases
import Screens
import Storage

/// A session in which every delegation has a secret of its own in every private field.
package enum SecretSession {
  /// It names its delegation twice, about a sign that no walk over the keys types: a letter erased
  /// and another typed does not make another's of it.
  package static func secret(of code: DelegationCode) -> String { "SECRET-\(code)=\(code)" }

  /// What is in the positions of a hidden round, which nobody sees, not even at the same table.
  package static func hidden(of code: DelegationCode) -> String { "HIDDEN-\(code)" }

  /// The Cairo workshop with the secrets in it, all of them private, and hidden first rounds.
  package static func session() throws -> (session: Session, questionnaire: Questionnaire) {
    try made.get()
  }

  private static let made = Result { try makeSession() }

  private static func makeSession() throws -> (session: Session, questionnaire: Questionnaire) {
    let cairo = try AppDriver.cairo().app
    var session = cairo.session
    for code in session.order {
      for change in try changes(of: code, in: session, cairo.context.questionnaire) {
        session.apply(change)
      }
    }
    return (session, cairo.context.questionnaire)
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
      .evidence(
        id: "e",
        Evidence(id: "e", title: secret, article: secret, link: secret, issuer: secret),
      ),
      .position(institution: secret, Position(value: .declined, reason: hidden(of: code))),
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
    let rounds: [Record] = ["1.1.1", "3.1.1", "6.1.1"].map {
      .firstRound(FirstRound(question: .sample($0), isHidden: true))
    }
    let records: [Record] =
      rounds + [
        .offer(Offer(question: question, text: secret)), .card(card),
        .useful(mark), .wish(WishToHear(question: question, sharing: .private)),
        .consulted(Consulted(domain: 1, institution: secret)),
        .signOff(SignOff(domain: 1, by: secret, at: moment, after: nil)),
        .interest(Interest(isInterested: true, note: secret)),
        .priority(Priority(title: secret)),
        .verification(Verification(question: question, by: secret)),
        .profile(ProfileFrame(context: TranslatedText(secret, language: .english))),
        .remark(DraftRemark(institution: secret, comment: secret)),
        .passage(
          ProfilePassage(section: .foreword, text: TranslatedText(secret, language: .english))
        ), .passagePlace(PassagePlace(isPrinted: true)),
        .imprint(Imprint(ministry: TranslatedText(secret, language: .english))),
        .keyFigure(KeyFigure(title: TranslatedText(secret, language: .english), source: secret)),
        .acronym(Acronym(short: secret, meaning: TranslatedText(secret, language: .english))),
        .reviewNote(ReviewNote(title: secret, text: secret)),
        .baseline(
          Baseline(
            at: moment,
            by: secret,
            fingerprint: secret,
            version: "1",
            answers: [
              "1.1.1": Baseline.Answer(
                value: secret,
                note: secret,
                evidence: [secret],
                wording: "",
              )
            ],
          )
        ),
      ]
    for record in records {
      let id: String =
        switch record {
        case .offer: "1.1.1"
        case .firstRound(let round): round.question.description
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
}
