import Consultation
import TestSupport
import Testing

@testable import Reports

/// In which order sources stand.
@Suite struct SourcesByIssuerTests {
  private func source(
    _ title: String,
    _ kind: Evidence.Kind = .law,
    by issuer: String? = nil,
  ) -> Evidence {
    Evidence(id: "", kind: kind, title: title, issuer: issuer)
  }

  @Test func standUnderTheirIssuersAndLastWhereNobodySaidWhose() {
    let sources = [
      source("loose"), source("survey", .dataSource, by: "Statistics"),
      source("decree", by: "Interior"), source("empty", by: ""),
      source("census law", by: "Statistics"),
    ]
    let lists = SourcesByIssuer(sources) { $0 }
    #expect(lists.groups.map(\.issuer) == ["Statistics", "Interior", nil])
    #expect(
      lists.groups.map { $0.sources.map(\.title) } == [
        ["census law", "survey"], ["decree"], ["loose", "empty"],
      ]
    )
  }

  @Test func areOneGroupWhereNobodySaidWhose() {
    let lists = SourcesByIssuer([source("a"), source("b")]) { $0 }
    #expect(!lists.hasIssuers)
    #expect(lists.groups.count == 1)
  }

  /// The public edition names each source once, under who issued it.
  @Test func areNamedOnceInThePublicEdition() throws {
    let (session, questionnaire) = try Sampleland.published()
    let document = try PublicReportTests.document(of: session, questionnaire, in: .english)
    let text = document.plainText(width: 4000)
    let end = try #require(text.split(separator: "National Statistics Office").last)
    #expect(end.contains("Labour Force Survey"))
    #expect(text.contains("Other sources"))
  }
}
