import Consultation
import Testing

@testable import Reports

@Suite struct DocumentCSVTests {
  @Test func eachThingOfADocumentIsARowUnderItsHeading() {
    let document = Document(
      title: Passage("Title", .english),
      language: .english,
      blocks: [
        .heading(Heading(level: 1, anchor: "answers", title: Passage("Answers", .english))),
        .paragraph(Passage("نص", .arabic)),
        .table(
          Table(
            caption: Passage("Caption", .english),
            columns: [
              Table.Column(Passage("A", .english)), Table.Column(Passage("B", .english)),
            ],
            rows: [[Passage("=1+1", .english), Passage("two, three", .english)]],
          )
        ),
      ],
    )
    #expect(
      document.csv.split(separator: "\r\n").map(String.init) == [
        "kind,section,language,text", "title,,en,Title", "heading,answers,en,Answers",
        "paragraph,answers,ar,نص", "columns,answers,en,A,B",
        "row,answers,en,'=1+1,\"two, three\"",
      ]
    )
  }
}
