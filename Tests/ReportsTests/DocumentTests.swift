import Consultation
import Testing

@testable import Reports

@Suite struct DocumentTests {
  @Test(arguments: [
    (0, 5, 0), (1, 1000, 1), (2, 4, 5), (999, 1000, 9), (5, 5, 10), (9, 5, 10), (0, 0, 0),
    (3, 0, 0), (-1, 5, 0), (Int.max - 1, Int.max, 9),
  ])
  func aBarIsFullOnlyWhereAllIsAnswered(answered: Int, asked: Int, filled: Int) {
    let bar = Bars.Bar(
      name: Passage("x", .english),
      answered: answered,
      asked: asked,
      numbers: "",
    )
    #expect(bar.filled(of: 10) == filled)
  }

  @Test func eachHeadingHasAnAnchorOfItsOwn() {
    let anchors = ["domain-1", "domain-1", "domain-1-2", "a b", "é\"><", "", "ع"]
    let document = Document(
      title: Passage("T", .english),
      language: .english,
      blocks: anchors.map {
        .heading(Heading(level: 1, anchor: $0, title: Passage("x", .english)))
      },
    )
    #expect(
      Outline(of: document).entries.map(\.anchor) == [
        "domain-1", "domain-1-2", "domain-1-2-2", "a-b", "part", "part-2", "part-3",
      ]
    )
  }

  @Test func aRowHasAsManyCellsAsThereAreColumns() {
    let table = Table(
      caption: Passage("x", .english),
      columns: [Table.Column(Passage("a", .english)), Table.Column(Passage("b", .english))],
      rows: [[], ["1"], ["1", "2"], ["1", "2", "3"]].map { $0.map { Passage($0, .french) } },
    )
    let texts = table.evenRows(language: .english).map { $0.map(\.text) }
    #expect(texts == [["", ""], ["1", ""], ["1", "2"], ["1", "2\n3"]])
  }
}
