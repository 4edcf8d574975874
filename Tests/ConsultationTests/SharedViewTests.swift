import Consultation
import Foundation
import TestSupport
import Testing

/// Private until shared: what others see, and what a facilitator may do.
@Suite struct SharedViewTests {
  /// Havenia's answer with a secret in every part, shared as said.
  private func session(_ sharing: Sharing) throws -> Session {
    var session = Session.sample
    let secret = "SECRET"
    try session.fulfil(.answer(.notApplicable(reason: secret)), on: "1.1.1")
    try session.fulfil(.answer(.text(secret)), on: "2.1.4")
    for number in ["1.1.1", "2.1.4"] {
      try session.fulfil(.note(TranslatedText(secret, language: .arabic)), on: number)
      let piece = Evidence(id: "e", title: secret, article: secret, link: secret)
      try session.fulfil(.evidence(id: "e", piece), on: number)
      try session.fulfil(.sharing(sharing), on: number)
      let position = Position(value: .declined, reason: secret)
      try session.fulfil(.position(institution: secret, position), on: number)
      try session.fulfil(.reservation(institution: secret, secret), on: number)
      let comment = Comment(
        id: "c",
        text: secret,
        by: secret,
        at: Timestamp(milliseconds: 0),
      )
      try session.fulfil(.comment(id: "c", comment), on: number, by: secret)
    }
    return session
  }

  @Test func letsNothingPrivatePass() throws {
    for audience in [SharedView.Audience.room, .report] {
      let view = SharedView(of: try session(.private), for: audience, in: .everyKind)
      #expect(!"\(view)".contains("SECRET"))
      #expect(view[.havenia]?.answers.isEmpty == true)
      #expect(view[.havenia]?.progress.map(\.answered) == [1, 1])
    }
  }

  @Test func letsToTheRoomWhatIsSharedWithItAndToReportsOnlyWhatIsSharedWithThem() throws {
    let room = try session(.room)
    let forRoom = SharedView(of: room, for: .room, in: .everyKind)
    #expect(forRoom[.havenia]?.answers.count == 2)
    #expect(SharedView(of: room, for: .report, in: .everyKind)[.havenia]?.answers == [:])
    let report = try session(.report)
    #expect(SharedView(of: report, for: .report, in: .everyKind)[.havenia]?.answers.count == 2)
    // Positions, reservations, comments and names stay the delegation's, whatever is shared.
    let shared = "\(SharedView(of: report, for: .report, in: .everyKind))"
    #expect(shared.components(separatedBy: "SECRET").count - 1 == 2 + 2 * 4)
  }

  @Test func aFacilitatorCommentsAndAltersNothing() throws {
    var session = Session.sample
    let comment = Comment(id: "c", text: "?", by: "f", at: Timestamp(milliseconds: 0))
    try session.fulfil(.comment(id: "c", comment), on: "1.1.1", by: "f", as: .facilitator)
    #expect(session.answered("1.1.1").comments == [comment])
    for wish: Wish in [
      .answer(.declined), .note(nil), .sharing(.room), .status(.toVerify), .applied(.fully),
    ] {
      #expect(throws: Refusal.facilitatorAltersNothing) {
        try session.fulfil(wish, on: "1.1.1", by: "f", as: .facilitator)
      }
    }
    #expect(throws: Refusal.needsConsent) {
      try session.fulfil(.answer(.declined), on: "1.1.1", by: "f", as: .onBehalf)
    }
  }

  @Test func theOrderOfDelegationsDependsOnNoAnswer() throws {
    var one = Session.sample
    var other = Session.sample
    try one.fulfil(.answer(.step(.established)), on: "1.1.1")
    try other.fulfil(.answer(.step(.established)), on: "1.1.1", of: .dorania)
    let orders = [one, other].map { session in
      SharedView(of: session, for: .room, in: .everyKind).delegations.map(\.code)
    }
    #expect(orders[0] == orders[1])
  }
}
