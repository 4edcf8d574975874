import BidiText
import Consultation
import Testing

@testable import Reports

@Suite struct PlainTextTests {
  @Test func printsASmallDocument() {
    #expect(
      Documents.small(in: .english).plainText(width: 50) == """
        Report of the session
        =====================

        ! This is a draft.

        Overview
        --------

        Progress
        Law        ██████░░░░░░  2 of 4
        Education  ░░░░░░░░░░░░  0 of 3
        Health     ████████████  5 of 5

        Place  Cairo
        Note   Le Caire (in the original language)

        Answers

        Domain     Answered  Note
        ---------  --------  -----
        Law               2  \u{2067}مسودة\u{2069}
        Education         0  \u{2067}مسودة\u{2069}
        Health            5  \u{2067}مسودة\u{2069}

        النص كما كُتب، وفيه CEDAW واسم Le Caire. \u{2066}(in the\u{2069}
        \u{200F}\u{2066}original language)\u{2069}

        The text as written.
        A second line.

        - Cairo
        - Tunis

        """
    )
  }

  @Test func beginsEachLineOfArabicAtItsOwnSide() {
    let text = Documents.small(in: .arabic).plainText(width: 50)
    #expect(
      text.hasPrefix(
        """
        تقرير الدورة
        \u{200F}============

        ! نسخة أولية.

        لمحة عامة
        \u{200F}---------

        التقدم
        القانون  ██████░░░░░░  2 من 4
        """
      )
    )
    #expect(
      text.hasSuffix(
        """
        المجال   أُجيب  ملاحظة
        \u{200F}-------  ----  ------
        القانون     2  مسودة
        التعليم     0  مسودة
        الصحة       5  مسودة

        النص كما كُتب، وفيه CEDAW واسم Le Caire. (باللغة
        الأصلية)

        The text as written.
        A second line.

        - القاهرة
        \u{200F}- \u{2066}Tunis\u{2069}

        """
      )
    )
  }

  @Test func wrapsTheCellsOfATable() {
    let table = Table(
      caption: Passage("Caption", .english),
      columns: ["No", "Question", "Answer"].map { Table.Column(Passage($0, .english)) },
      rows: [
        ["1", "Is there a law that protects everybody?", "Yes, since 2011, and it is applied."],
        ["2", "Short?"],
      ].map { $0.map { Passage($0, .english) } },
    )
    let document = Document(
      title: Passage("T", .english),
      language: .english,
      blocks: [.table(table)],
    )
    #expect(
      document.plainText(width: 40) == """
        T
        =

        Caption
        No  Question           Answer
        --  -----------------  -----------------
        1   Is there a law     Yes, since 2011,
            that protects      and it is
            everybody?         applied.
        2   Short?

        """
    )
  }

  @Test func printsARowBelowTheOtherWhereTheyDoNotFit() {
    let columns = (1...5).map { Table.Column(Passage("Column \($0)", .english)) }
    let row = (1...5).map { Passage("the value \($0)", .english) }
    let table = Table(
      caption: Passage("Caption", .english),
      columns: columns,
      rows: [row, row],
    )
    let document = Document(
      title: Passage("T", .english),
      language: .english,
      blocks: [.table(table)],
    )
    let text = document.plainText(width: 30)
    #expect(text.contains("Caption\n\nColumn 1\n  the value 1\nColumn 2\n  the value 2\n"))
    #expect(text.contains("  the value 5\n\nColumn 1\n"))
  }

  @Test func closesAnIsolateAtTheEndOfALineAndOpensItAgain() {
    let lines = PlainLines.lines(
      "one \u{2067}two three\u{2069} four",
      direction: .leftToRight,
      width: 8,
    )
    #expect(lines == ["one \u{2067}two\u{2069}", "\u{2067}three\u{2069}", "four"])
  }

  @Test func keepsTheColumnsInTheirOrderWhateverRunsTheOtherWay() {
    let cells = ["العربية", "12", "٣٤", "QNG", "a ع"]
    #expect(
      cells.map { PlainLines.isolated($0, .english, in: .leftToRight) } == [
        "\u{2066}العربية\u{2069}", "12", "\u{2066}٣٤\u{2069}", "QNG", "\u{2066}a ع\u{2069}",
      ]
    )
    #expect(
      cells.map { PlainLines.isolated($0, .arabic, in: .rightToLeft) } == [
        "العربية", "12", "٣٤", "\u{2067}QNG\u{2069}", "\u{2067}a ع\u{2069}",
      ]
    )
  }

  @Test(arguments: [20, 33, 80])
  func printsNothingThatCommandsATerminalOrIsTooWide(width: Int) {
    for language in Language.allCases {
      for text in Documents.hostile + [String(repeating: "w", count: 100), "漢字漢字漢字漢字漢字漢字"] {
        let document = Documents.saying(text, in: language, other: language.next)
        for line in document.plainText(width: width).split(separator: "\n") {
          let place = "\(text.debugDescription) at \(width): \(line.debugDescription)"
          #expect(PlainLines.width(String(line)) <= width, "\(place)")
          var depth = 0
          for scalar in line.unicodeScalars {
            #expect(scalar.properties.generalCategory != .control, "\(place)")
            #expect(!(0x202A...0x202E).contains(scalar.value), "\(place)")
            if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
            if scalar.value == 0x2069 { depth -= 1 }
            #expect(depth >= 0, "\(place)")
          }
          #expect(depth == 0, "\(place)")
        }
      }
    }
  }
}
