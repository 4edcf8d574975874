import BidiText
import Consultation
import Phrases
import PlacedJSON

extension Document {
  /// The document as pandoc has it in itself (pandoc-types 1.22), from which it writes DOCX and ODT.
  ///
  /// Of all that pandoc reads this loses least: it has no markup in which a text could become
  /// another thing, and says language and direction of each passage.
  package func pandoc(for format: WordProcessorFile.Format) -> [UInt8] {
    var document = self
    // What the cover says stands on it.
    document.cover = nil
    return JSONWriter.line(
      PandocDocument(document: document.withoutPages, format: format, cover: cover).json
    )
  }
}

/// The writer of pandoc's own form.
struct PandocDocument {
  var document: Document
  let format: WordProcessorFile.Format
  var cover: Cover?

  var json: JSONValue {
    .object([
      ("pandoc-api-version", .array([1, 22, 1].map { .number($0) })), ("meta", .object(meta)),
      ("blocks", .array(blocks)),
    ])
  }

  // MARK: Front

  private var meta: [JSONValue.Member] {
    var meta: [JSONValue.Member] = [
      ("lang", Self.node("MetaString", .string(document.language.rawValue))),
      ("dir", Self.node("MetaString", .string(document.language.direction.attribute))),
      ("title", inlines([cover?.title ?? document.title], after: emblem)),
    ]
    if let contentsTitle = document.contentsTitle {
      meta.append(("toc-title", inlines([Passage(contentsTitle, document.language)])))
    }
    guard let cover else { return meta }
    let subtitle = [cover.name, cover.subtitle].compactMap(\.self)
    if !subtitle.isEmpty { meta.append(("subtitle", inlines(subtitle))) }
    if !cover.issuers.isEmpty {
      meta.append(("author", Self.node("MetaList", .array(cover.issuers.map { inlines([$0]) }))))
    }
    if let year = cover.year { meta.append(("date", inlines([year]))) }
    return meta
  }

  private var emblem: [JSONValue] {
    guard let emblem = cover?.emblem else { return [] }
    let size: [(String, String)] = [("height", "30mm")]
    return [
      Self.node(
        "Image",
        .array([
          Self.attributes(size), .array([Self.text(emblem.description.text.onOneLine)]),
          .array([.string(emblem.address), .string("")]),
        ]),
      ), Self.node("LineBreak"),
    ]
  }

  private func inlines(_ passages: [Passage], after start: [JSONValue] = []) -> JSONValue {
    let lines = passages.map(inline)
    return Self.node(
      "MetaInlines",
      .array(start + lines.joined(separator: [Self.node("LineBreak")])),
    )
  }

  // MARK: Blocks

  var blocks: [JSONValue] {
    var blocks: [JSONValue] = []
    var headings = Outline(of: document).entries[...]
    var title: String?
    for block in document.blocks {
      switch block {
      case .heading:
        guard let entry = headings.popFirst() else { continue }
        title = entry.title.text
        blocks.append(heading(entry))
      case .paragraph(let passage): blocks.append(paragraph(passage))
      case .list(let items): blocks.append(list(items))
      case .table(let table):
        blocks.append(self.table(table, isRepeated: table.caption.text == title))
      case .definitions(let definitions): blocks.append(self.definitions(definitions))
      case .bars(let bars): blocks.append(self.table(bars.table, isRepeated: false))
      case .keyPoints(let groups):
        for group in groups where !group.points.isEmpty {
          blocks += [Self.node("Para", .array([strong(inline(group.title))])), list(group.points)]
        }
      case .figures(let figures):
        blocks.append(table(figures.table, isRepeated: figures.title.text == title))
      case .notice(let passage):
        blocks.append(Self.node("BlockQuote", .array([paragraph(passage)])))
      case .aside(let language, let inner):
        var second = document
        second.language = language
        second.blocks = inner
        let blocksOfSecond = PandocDocument(document: second, format: format).blocks
        blocks.append(division(blocksOfSecond, language))
      }
    }
    return blocks
  }

  private func heading(_ entry: Outline.Entry) -> JSONValue {
    let title = inline(entry.title)
    let isOfDomain = entry.domain.map { (1...6).contains($0) } ?? false
    let styled =
      isOfDomain
      ? [Self.span(title, [("custom-style", "Domain \(entry.domain ?? 0)")])] : title
    return Self.node(
      "Header",
      .array([.number(entry.level), Self.attributes([], id: entry.anchor), .array(styled)]),
    )
  }

  /// A paragraph, which begins at the side of its own language.
  private func paragraph(_ passage: Passage) -> JSONValue {
    guard passage.language.direction != document.language.direction else {
      return Self.node("Para", .array(inline(passage)))
    }
    var own = self
    own.document.language = passage.language
    let text = Self.node("Para", .array(own.text(passage) + marker(passage)))
    return division([text], passage.language)
  }

  /// Blocks of another language; for ODT, in which pandoc knows no direction, in a style that has
  /// one.
  private func division(_ blocks: [JSONValue], _ language: Language) -> JSONValue {
    let style: [(String, String)] =
      switch (format, language.direction) {
      case (.docx, _): []
      case (.odt, .leftToRight): [("custom-style", "FromTheLeft")]
      case (.odt, .rightToLeft): [("custom-style", "FromTheRight")]
      }
    let attributes = Self.attributes(Self.direction(language) + style)
    return Self.node("Div", .array([attributes, .array(blocks)]))
  }

  private func list(_ items: [Passage]) -> JSONValue {
    Self.node("BulletList", .array(items.map { .array([plain($0)]) }))
  }

  private func definitions(_ definitions: [Definition]) -> JSONValue {
    Self.node(
      "DefinitionList",
      .array(
        definitions.map { definition in
          .array([
            .array(inline(definition.label)), .array([.array([plain(definition.text)])]),
          ])
        }
      ),
    )
  }

  private func plain(_ passage: Passage) -> JSONValue {
    Self.node("Plain", .array(inline(passage)))
  }

  // MARK: Texts

  /// A passage with its language and direction where they are others than the document's.
  func inline(_ passage: Passage) -> [JSONValue] {
    let text = text(passage)
    guard passage.language != document.language, !passage.text.isEmpty else {
      return text + marker(passage)
    }
    let language = passage.language
    return isolated([Self.span(text, Self.direction(language))], language.direction)
      + marker(passage)
  }

  private func marker(_ passage: Passage) -> [JSONValue] {
    guard let marker = passage.marker else { return [] }
    let text = Self.text(" (\(TextSanitizer.visible(marker)))")
    return [Self.span([Self.node("Emph", .array([text]))], Self.direction(document.language))]
  }

  private func text(_ passage: Passage) -> [JSONValue] {
    let lines = TextSanitizer.visible(passage.text)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return Array(
      lines.map { IsolatedRuns.split($0).flatMap(run) }.joined(separator: [Self.node("LineBreak")])
    )
  }

  /// A piece of a line: an isolate becomes a run that says its direction, for Word knows no
  /// isolates (UAX #9, 2.4).
  private func run(_ run: IsolatedRuns.Run) -> [JSONValue] {
    let text = [Self.text(run.text)]
    guard let direction = run.direction else { return text }
    return isolated([Self.span(text, [("dir", direction.attribute)])], direction)
  }

  /// The same between the signs of an isolate in ODT, in which a run has no direction.
  private func isolated(_ inlines: [JSONValue], _ direction: Direction) -> [JSONValue] {
    switch format {
    case .docx: return inlines
    case .odt:
      let sign = direction == .rightToLeft ? "\u{2067}" : "\u{2066}"
      return [Self.text(sign)] + inlines + [Self.text("\u{2069}")]
    }
  }

  func strong(_ inlines: [JSONValue]) -> JSONValue { Self.node("Strong", .array(inlines)) }

  // MARK: Nodes

  static func node(_ kind: String, _ content: JSONValue? = nil) -> JSONValue {
    .object([("t", .string(kind))] + (content.map { [("c", $0)] } ?? []))
  }

  static func text(_ text: String) -> JSONValue { node("Str", .string(text)) }

  static func span(_ inlines: [JSONValue], _ attributes: [(String, String)]) -> JSONValue {
    node("Span", .array([self.attributes(attributes), .array(inlines)]))
  }

  static func attributes(_ pairs: [(String, String)], id: String = "") -> JSONValue {
    .array([
      .string(id), .array([]),
      .array(pairs.map { .array([.string($0.0), .string($0.1)]) }),
    ])
  }

  static func direction(_ language: Language) -> [(String, String)] {
    [("lang", language.rawValue), ("dir", language.direction.attribute)]
  }
}
