import Consultation
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct CommentImportTests {
  private static let head = "delegation,institution,domain,comment,response,date\n"

  private static func taken(_ rows: String, into session: Session? = nil) throws -> CommentImport {
    let (published, questionnaire) = try Sampleland.published()
    var number = 0
    return CommentImport(
      Array((head + rows).utf8),
      into: session ?? published,
      in: questionnaire,
    ) {
      number += 1
      return Change.Stamp(
        id: "c\(number)",
        at: CairoDay.start,
        by: "amina",
        terminal: nil,
        role: .delegate,
      )
    }
  }

  @Test func takesInWhatWasSaidAndAnswered() throws {
    let rows = """
      ZZA,Ministry of Health,1,"Add the decree, please.",Added.,2023-06-20
      ZZA,وزارة العدل,,,,
      """
    let remarks = try Self.taken(rows).changes.map { change -> DraftRemark? in
      if case .record(_, .remark(let remark)) = change.what { remark } else { nil }
    }
    #expect(
      remarks == [
        DraftRemark(
          institution: "Ministry of Health",
          domain: 1,
          comment: "Add the decree, please.",
          response: "Added.",
          on: CalendarDate("2023-06-20"),
        ), DraftRemark(institution: "وزارة العدل"),
      ]
    )
  }

  /// The table comes back once more with what was answered meanwhile.
  @Test func takesACommentInOnceWithItsNewerResponse() throws {
    var session = try Sampleland.published().session
    for change in try Self.taken("ZZA,MoH,1,Why?,,").changes { session.apply(change) }
    #expect(try Self.taken("ZZA,MoH,1,Why?,,", into: session).changes == [])
    let again = try Self.taken("ZZA,moh,1,why?,Because.,\nZZA,MoH,2,Why?,,", into: session).changes
    #expect(again.count == 2)
    for change in again { session.apply(change) }
    let remarks = session.delegations[Sampleland.code]?.records.keys.filter { $0.kind == .remark }
    #expect(remarks?.count == 2)
  }

  @Test(arguments: [
    ("ZZX,MoH,1,Why?,,", "ZZX", 1), ("ZZA,,1,Why?,,", "institution", 5),
    ("ZZA,MoH,9,Why?,,", "9", 9), ("ZZA,MoH,1,Why?,,20 June", "20 June", 17),
  ])
  func takesNothingInWhereARowIsWrong(row: String, word: String, column: Int) throws {
    let comments = try Self.taken("ZZA,MoJ,1,Good.,,\n" + row)
    #expect(comments.changes == [])
    let fault = try #require(comments.faults.first)
    #expect(comments.faults.count == 1)
    #expect("\(fault.what)".contains(word))
    #expect(fault.place == [.position(line: 3, column: column)])
  }
}
