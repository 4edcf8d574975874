/// Good XML turned by chance into XML that is damaged, or is well-formed and says something else.
package struct XMLMutations {
  package var bytes: Mutations

  package init(seed: UInt64) { bytes = Mutations(seed: seed) }

  /// The ends of numbers, and names, references and texts that stand nowhere or mean too much.
  private static let values = [
    "", "-1", "0", "1", "2", "3.0", "7", "499", "500", "501", "20000", "20001", "65536",
    "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308",
    "99999999999999999999999999", "A1", "A0", "ZZ1", "XFD1048576", "ZZZZ1", "a1", "1A", "s", "b",
    "str", "inlineStr", "e", "n", "rId1", "rId2", "rId999", "/xl/workbook.xml", "workbook.xml",
    "../../etc/passwd", "sharedStrings.xml", "survey", "choices", "settings", "majlis", "_x0041_",
    "_x005F_x0041_", "_x0000_", "_x000D_", "_xD800_", "_x+041_", "&#10;", "&#xFFFF;", "&#0;",
    "&#x110000;", "&lt;", "&x;", "&", "<", "]]>", "\u{FFFE}", "\u{1}", "\r", "\n", "\t", " ",
    "\u{301}", "\u{202E}", "=1+1", "'", "[]:*?/\\",
  ]

  private static let insertions =
    [
      "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;&b;\">]>", "<!ENTITY x \"y\">",
      "<!-- - -- -->", "<?x y?>", "<![CDATA[<&]]>", "<![CDATA[", "<a/>", "<a>", "</a>", "<row/>",
      "<c/>", "<c t=\"s\"><v>0</v></c>", "<v/>", "<si/>", "<r><t>x</t></r>", "<sheetData/>",
      "<c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c>", "<row r=\"2\"><c><v>1</v></c></row>",
    ] + [
      String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70),
      String(repeating: "<a>", count: 5000),
    ]

  /// The text with one to four things done to it.
  package mutating func mutated(_ text: [UInt8]) -> [UInt8] {
    // Now and then as any file is mutated.
    if Int.random(in: 0..<6, using: &bytes.generator) == 0 { return bytes.mutated(text) }
    var pieces = Self.pieces(of: text)
    // What is not even XML is refused before anything else is looked at.
    let isWellFormed = Int.random(in: 0..<4, using: &bytes.generator) > 0
    for _ in 0..<Int.random(in: 1...4, using: &bytes.generator) { mutate(&pieces, isWellFormed) }
    return pieces.flatMap { $0 }
  }

  /// Tags, and what stands between them.
  private static func pieces(of text: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = text[...]
    while let first = rest.first {
      let end =
        first == UInt8(ascii: "<")
        ? rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        : rest.firstIndex(of: UInt8(ascii: "<"))
      pieces.append(Array(rest[..<(end ?? rest.endIndex)]))
      rest = rest[(end ?? rest.endIndex)...]
    }
    return pieces
  }

  private mutating func mutate(_ pieces: inout [[UInt8]], _ isWellFormed: Bool) {
    guard let place = pieces.indices.randomElement(using: &bytes.generator),
      let other = pieces.indices.randomElement(using: &bytes.generator)
    else { return pieces = [Array("<a/>".utf8)] }
    // One closing tag more or less, and it is no XML any more.
    if isWellFormed, pieces[place].starts(with: Array("</".utf8)) { return }
    let (element, another) = (
      element(at: place, in: pieces), self.element(at: other, in: pieces),
    )
    switch Int.random(in: 0..<(isWellFormed ? 8 : 12), using: &bytes.generator) {
    case 0: pieces.removeSubrange(element)
    case 1: pieces.insert(contentsOf: pieces[element], at: element.upperBound)
    case 2: pieces.insert(contentsOf: pieces[element], at: another.lowerBound)
    case 3: exchange(element, another, in: &pieces)
    case 4, 5: changeAttribute(&pieces[place], isWellFormed)
    case 6: changeNumber(&pieces[place], isWellFormed)
    case 7:
      if pieces[place].first != UInt8(ascii: "<") { pieces[place] = value(isWellFormed) }
    case 8: pieces.swapAt(place, other)
    case 9: pieces.remove(at: place)
    case 10: pieces.insert(value(isWellFormed), at: place)
    default:
      let insertion = Self.insertions.randomElement(using: &bytes.generator) ?? ""
      pieces.insert(Array(insertion.utf8), at: place)
    }
  }

  private mutating func value(_ isWellFormed: Bool) -> [UInt8] {
    let value = Self.values.randomElement(using: &bytes.generator) ?? ""
    return isWellFormed && Self.isNoText(value) ? [UInt8(ascii: "x")] : Array(value.utf8)
  }

  /// Whether a value makes XML something else than XML.
  private static func isNoText(_ value: String) -> Bool {
    ["&#0;", "&#xFFFF;", "&#x110000;", "&x;", "&", "<", "]]>", "\u{FFFE}", "\u{1}"].contains(value)
  }

  /// The pieces from a tag to the one that closes it; of anything else, itself alone.
  private func element(at place: Int, in pieces: [[UInt8]]) -> Range<Int> {
    var depth = 0
    for index in place..<pieces.count {
      let piece = pieces[index]
      if piece.starts(with: Array("</".utf8)) {
        depth -= 1
      } else if piece.first == UInt8(ascii: "<"), !piece.starts(with: Array("<?".utf8)),
        !piece.suffix(2).starts(with: Array("/>".utf8))
      {
        depth += 1
      }
      if depth <= 0 { return place..<index + 1 }
    }
    return place..<pieces.count
  }

  private func exchange(_ one: Range<Int>, _ other: Range<Int>, in pieces: inout [[UInt8]]) {
    let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
    guard !first.overlaps(second) else { return }
    let (early, late) = (Array(pieces[first]), Array(pieces[second]))
    pieces.replaceSubrange(second, with: early)
    pieces.replaceSubrange(first, with: late)
  }

  /// Gives an attribute another value, or takes it out, or doubles it.
  private mutating func changeAttribute(_ piece: inout [UInt8], _ isWellFormed: Bool) {
    let quotes = piece.indices.filter { piece[$0] == UInt8(ascii: "\"") }
    guard quotes.count >= 2 else { return }
    let pair = Int.random(in: 0..<quotes.count / 2, using: &bytes.generator) * 2
    let inside = quotes[pair] + 1..<quotes[pair + 1]
    let start = piece[..<inside.lowerBound].lastIndex(of: UInt8(ascii: " ")) ?? inside.lowerBound
    let whole = start..<inside.upperBound + 1
    switch Int.random(in: 0..<6, using: &bytes.generator) {
    case 0: piece.removeSubrange(whole)
    case 1 where !isWellFormed:
      piece.insert(contentsOf: Array(piece[whole]), at: whole.upperBound)
    default: piece.replaceSubrange(inside, with: value(isWellFormed))
    }
  }

  /// Puts another number in the place of one, wherever it stands.
  private mutating func changeNumber(_ piece: inout [UInt8], _ isWellFormed: Bool) {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard
      let start = piece.indices.filter({ isDigit(piece[$0]) })
        .randomElement(using: &bytes.generator)
    else { return }
    let end = piece[start...].firstIndex { !isDigit($0) } ?? piece.endIndex
    piece.replaceSubrange(start..<end, with: value(isWellFormed))
  }
}
