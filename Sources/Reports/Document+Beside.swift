extension Document {
  /// This document with another one, which says the same in another language, below it thing by
  /// thing.
  ///
  /// What people wrote, and is the same in both, stands there once.
  func beside(_ other: Document) -> Document {
    var document = self
    document.blocks = [.aside(other.language, [.paragraph(other.title)])]
    for (index, block) in blocks.enumerated() {
      document.blocks.append(block)
      guard index < other.blocks.count else { continue }
      let second = other.blocks[index].withoutHeading
      if second.texts != block.withoutHeading.texts {
        document.blocks.append(.aside(other.language, [second]))
      }
    }
    return document
  }
}

extension Block {
  /// The same with the words of a heading as a paragraph: a second language makes no second place
  /// in the table of contents.
  fileprivate var withoutHeading: Block {
    guard case .heading(let heading) = self else { return self }
    return .paragraph(heading.title)
  }

  /// What it says, without how it came to be here.
  fileprivate var texts: [String] {
    switch self {
    case .heading(let heading): [heading.title.text]
    case .paragraph(let passage), .notice(let passage): [passage.text]
    case .list(let items): items.map(\.text)
    case .table(let table):
      [table.caption.text] + table.columns.map(\.title.text) + table.rows.joined().map(\.text)
    case .definitions(let definitions): definitions.flatMap { [$0.label.text, $0.text.text] }
    case .bars(let bars): [bars.title.text] + bars.bars.map(\.name.text)
    case .aside(_, let blocks): blocks.flatMap(\.texts)
    }
  }
}
