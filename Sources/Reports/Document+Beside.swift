extension Document {
  /// This document with another one, which says the same in another language, below it thing by
  /// thing.
  ///
  /// What people wrote, and is the same in both, stands there once.
  func beside(_ other: Document) -> Document {
    var document = self
    if !other.imprint.isEmpty, other.imprint != imprint {
      document.imprint.append(.aside(other.language, other.imprint))
    }
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
  fileprivate var texts: [String] { passages.map(\.text) }
}
