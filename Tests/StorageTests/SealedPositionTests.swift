import Consultation
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Positions of a hidden round are kept from a glance at the file.
@Suite struct SealedPositionTests {
  private func hidden() throws -> Session {
    let (_, stored) = try TemporaryFolder.withSession()
    var session = stored.session
    for (institution, reason) in [("Health", "MARK-ONE"), ("Interior", "MARK-TWO")] {
      let position = Position(value: .declined, applied: .fully, reason: reason)
      try session.fulfil(
        .position(institution: institution, position),
        on: "1.1.1",
        in: stored.questionnaire,
      )
    }
    return try revealing(session, isHidden: true)
  }

  private func revealing(_ session: Session, isHidden: Bool) throws -> Session {
    var session = session
    let round = FirstRound(question: .sample("1.1.1"), isHidden: isHidden)
    let change = try session.change(
      setting: .firstRound(of: .sample("1.1.1")),
      to: .firstRound(round),
      of: .havenia,
      stamp: Change.Stamp(id: "r\(isHidden)", at: Timestamp(milliseconds: 5), by: "amina"),
    )
    session.apply(try #require(change))
    return session
  }

  private func read(_ bytes: [UInt8]) throws -> Session {
    let folder = try TemporaryFolder()
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "s.json")
    return try folder.stored("s.json").session
  }

  @Test func theFileShowsWhoGaveOneAndNotWhat() throws {
    let session = try hidden()
    #expect(session.answered("1.1.1").positions.opened == nil)
    #expect(session.answered("1.1.1").positions.given == ["Health", "Interior"])
    let bytes = SessionFile.text(session)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("MARK-"))
    #expect(text.contains("\"institution\": \"Health\"") && text.contains("\"sealed\""))
    #expect(try read(bytes) == session)
  }

  @Test func onceRevealedTheFileIsAsItEverWas() throws {
    let session = try revealing(try hidden(), isHidden: false)
    let text = String(decoding: SessionFile.text(session), as: UTF8.self)
    #expect(text.contains("MARK-ONE") && !text.contains("\"sealed\""))
    #expect(session.answered("1.1.1").positions.opened?.count == 2)
    #expect(try read(Array(text.utf8)) == session)
  }

  @Test func theJournalNeverShowsOne() throws {
    let session = try hidden()
    for change in session.history {
      let line = JSONForm<Change>.shutChange.write(change)
      #expect(!"\(line)".contains("MARK-"))
    }
  }

  @Test(arguments: ["", "!", "e30", "W10=", "eyJzZWFsZWQiOiJ4In0="])
  func whatIsNoSealedPositionIsAFault(text: String) throws {
    let bytes = SessionFile.text(try hidden())
    let good = String(decoding: bytes, as: UTF8.self)
    let start = try #require(good.range(of: "\"sealed\": \""))
    let end = try #require(good[start.upperBound...].firstIndex(of: "\""))
    let bad = good.replacingCharacters(in: start.upperBound..<end, with: text)
    #expect(throws: (any Error).self) { try read(Array(bad.utf8)) }
  }
}
