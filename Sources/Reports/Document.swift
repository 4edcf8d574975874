package import Consultation
package import Phrases

/// A report as it is before it becomes a file: what it says, in which order and languages.
///
/// It knows of no session and no file; whoever knows those makes one, and `markdown`,
/// ``html(_:pages:)`` and ``plainText(width:)`` make a text of it. Nothing that stands in a passage
/// can become markup there, or a command to a terminal.
package struct Document: Equatable, Sendable {
  /// What stands above everything, once.
  package var title: Passage
  /// The language that the document speaks itself; it decides where a line begins.
  package var language: Language
  /// The digits of the numbers that a writer counts: of pages.
  package var digits = Digits.western
  /// What stands above the table of contents, in the document's language; none is made without.
  package var contentsTitle: String?
  /// What is to be seen wherever one opens it, such as that it is not to be published.
  package var mark: Passage?
  /// The page before all others; without it the title alone stands above.
  package var cover: Cover?
  /// What is said in small print before the table of contents.
  ///
  /// Who publishes it, how to cite it, whose rights these are: in paragraphs and definitions.
  /// Headings have no place in it.
  package var imprint: [Block]
  /// What it says, from its beginning to its end.
  package var blocks: [Block]

  package init(
    title: Passage,
    language: Language,
    contentsTitle: String? = nil,
    cover: Cover? = nil,
    imprint: [Block] = [],
    blocks: [Block] = [],
  ) {
    self.title = title
    self.language = language
    self.contentsTitle = contentsTitle
    self.cover = cover
    self.imprint = imprint
    self.blocks = blocks
  }
}

extension Document {
  /// The same for what knows no pages: what stands on the cover and in the imprint below the title,
  /// and the mark there and before each part.
  var withoutPages: Document {
    var document = self
    document.cover = nil
    document.imprint = []
    document.mark = nil
    let front = (cover?.lines ?? []).map(Block.paragraph) + imprint
    guard let mark else {
      document.blocks = front + blocks
      return document
    }
    document.blocks =
      [.notice(mark)] + front
      + blocks.flatMap { block -> [Block] in
        if case .heading(let heading) = block, heading.level == 1 {
          [.notice(mark), block]
        } else {
          [block]
        }
      }
    return document
  }
}

/// One thing of a document, which stands below the one before.
package enum Block: Equatable, Sendable {
  case heading(Heading)
  /// A text by itself, which begins at the side of its own language.
  case paragraph(Passage)
  /// Things of one kind, in no order that matters.
  case list([Passage])
  case table(Table)
  /// Labels, each with what there is to say on it.
  case definitions([Definition])
  /// How far each domain is, to be seen at a glance and read as numbers.
  case bars(Bars)
  /// What is to be kept of a part, beside each other in two columns.
  case keyPoints([KeyPoints])
  /// Numbers that somebody counted, with year and source.
  case figures(KeyFigures)
  /// Words that are to be seen before one relies on the others.
  case notice(Passage)
  /// The same things in a second language, each of which begins at the side of that one; headings
  /// have no place in it.
  case aside(Language, [Block])
}

extension Block {
  /// What it says, in the order in which it is read.
  var passages: [Passage] {
    switch self {
    case .heading(let heading): [heading.title]
    case .paragraph(let passage), .notice(let passage): [passage]
    case .list(let items): items
    case .table(let table):
      [table.caption] + table.columns.map(\.title) + table.rows.joined()
    case .definitions(let definitions): definitions.flatMap { [$0.label, $0.text] }
    case .bars(let bars): [bars.title] + bars.bars.map(\.name)
    case .keyPoints(let groups): groups.flatMap { [$0.title] + $0.points }
    case .figures(let figures): Block.table(figures.table).passages
    case .aside(_, let blocks): blocks.flatMap(\.passages)
    }
  }
}

/// A text and the language it is in, hence the direction it is read in.
package struct Passage: Equatable, Sendable {
  /// The text; a line end in it begins a new line, in a heading a word.
  package var text: String
  package var language: Language
  /// How the text came to be here, such as that it is shown in its original language or that
  /// nobody approved its translation: words in the document's language.
  package var marker: String?

  package init(_ text: String, _ language: Language, marker: String? = nil) {
    self.text = text
    self.language = language
    self.marker = marker
  }
}

/// The title of what follows, until the next one of its level.
package struct Heading: Equatable, Sendable {
  /// 1 right below the document's title, and so on; levels that would be skipped are closed up.
  package var level: Int
  /// The name by which a link leads here; what cannot stand in one becomes a hyphen.
  package var anchor: String
  /// The words themselves.
  package var title: Passage
  /// The domain that this is the chapter of, whose colour and sign it and all below it have.
  package var domain: Int?

  package init(level: Int, anchor: String, title: Passage, domain: Int? = nil) {
    self.level = level
    self.anchor = anchor
    self.title = title
    self.domain = domain
  }
}

/// Rows under a row of titles.
package struct Table: Equatable, Sendable {
  /// What stands below one title.
  package struct Column: Equatable, Sendable {
    /// What the cells below say.
    package var title: Passage
    /// Whether numbers stand in it, which are compared by their ends.
    package var hasNumbers: Bool

    package init(_ title: Passage, hasNumbers: Bool = false) {
      self.title = title
      self.hasNumbers = hasNumbers
    }
  }

  /// What the table says as a whole.
  package var caption: Passage
  package var columns: [Column]
  /// The cells of each row; a row that is too short ends with empty ones, and of one that is too
  /// long the rest stands in the last.
  package var rows: [[Passage]]
  /// Whether the first cell of a row says what the row is about.
  package var hasRowTitles: Bool

  package init(
    caption: Passage,
    columns: [Column],
    rows: [[Passage]],
    hasRowTitles: Bool = true,
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasRowTitles = hasRowTitles
  }

  /// The rows, each with as many cells as there are columns.
  func evenRows(language: Language) -> [[Passage]] {
    rows.map { row in
      guard row.count > columns.count else {
        let missing = columns.count - row.count
        return row + [Passage](repeating: Passage("", language), count: missing)
      }
      guard let last = row.prefix(columns.count).last else { return [] }
      let rest = row.dropFirst(columns.count - 1).map(\.text).joined(separator: "\n")
      return row.prefix(columns.count - 1) + [Passage(rest, last.language, marker: last.marker)]
    }
  }
}

/// What something is called, and what there is to say on it.
package struct Definition: Equatable, Sendable {
  package var label: Passage
  package var text: Passage

  package init(label: Passage, text: Passage) {
    self.label = label
    self.text = text
  }
}

/// How much of each domain is answered and how much is open, as bars and as numbers.
package struct Bars: Equatable, Sendable {
  /// One domain of them.
  package struct Bar: Equatable, Sendable {
    package var name: Passage
    /// How many of its questions have an answer.
    package var answered: Int
    /// How many of its questions are asked; the rest is open.
    package var asked: Int
    /// The numbers as words in the document's language: `3 of 5 answered, 2 open`.
    package var numbers: String
    /// The domain whose colour and sign it has.
    package var domain: Int?

    package init(
      name: Passage,
      answered: Int,
      asked: Int,
      numbers: String,
      domain: Int? = nil,
    ) {
      self.name = name
      self.answered = answered
      self.asked = asked
      self.numbers = numbers
      self.domain = domain
    }

    /// How much of a bar of this length is filled.
    ///
    /// Something where anything is answered, and all of it only where everything is.
    func filled(of length: Int) -> Int {
      guard asked > 0, answered > 0 else { return 0 }
      guard answered < asked else { return length }
      // By floating point, so that no count is too large.
      let share = Double(answered) / Double(asked)
      return min(max(1, Int(Double(length) * share)), length - 1)
    }
  }

  /// What the bars are about.
  package var title: Passage
  package var bars: [Bar]

  package init(title: Passage, bars: [Bar]) {
    self.title = title
    self.bars = bars
  }
}
