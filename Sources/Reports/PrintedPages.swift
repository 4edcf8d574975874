/// On which page of paper each heading of a document stands, as a PDF of Chromium tells.
///
/// Chromium has no `target-counter()` (CSS Generated Content for Paged Media 3): a document is
/// printed once to know its pages, and once more with them in its table of contents.
///
/// Limitations: only the plain objects are read that Chromium writes; of another PDF nothing is
/// known, and its contents stay without numbers.
package struct PrintedPages: Equatable, Sendable {
  /// The number of each heading's page, by the heading's anchor.
  private(set) var numbers: [String: Int] = [:]

  package init(ofPDF bytes: [UInt8]) {
    var object: Substring = ""
    var pages: [Substring] = []
    var nodes: Set<Substring> = []
    var places: [(anchor: Substring, page: Substring)] = []
    // What is longer is a picture or a face.
    for line in bytes.split(separator: 0x0A) where line.count < 4096 {
      let text = String(decoding: line, as: UTF8.self)[...]
      if text.hasSuffix(" 0 obj") {
        object = text.prefix { $0 != " " }
      } else if text.hasPrefix("/Kids [") {
        nodes.insert(object)
        pages += Self.references(in: text.dropFirst(7).prefix { $0 != "]" })
      } else if let place = Self.place(in: text) {
        places.append(place)
      }
    }
    // The pages stand in their order (ISO 32000-1, 7.7.3), and above them what groups them.
    pages.removeAll(where: nodes.contains)
    let order = Dictionary(
      pages.enumerated().map { ($1, $0 + 1) },
      uniquingKeysWith: { first, _ in first },
    )
    for place in places { numbers[String(place.anchor)] = order[place.page] }
  }

  /// Whether there is anything to be said.
  package var isEmpty: Bool { numbers.isEmpty }

  /// The objects that `12 0 R 13 0 R` refers to.
  private static func references(in text: Substring) -> [Substring] {
    let parts = text.split(separator: " ")
    return stride(from: 0, to: parts.count, by: 3).map { parts[$0] }
  }

  /// The place of `/domain-1 [60 0 R /XYZ 0 841 0]`.
  private static func place(in text: Substring) -> (anchor: Substring, page: Substring)? {
    let text = text.hasPrefix("<<") ? text.dropFirst(2) : text
    guard text.hasPrefix("/"), let bracket = text.firstRange(of: " ["),
      text[bracket.upperBound...].contains(" 0 R /XYZ")
    else { return nil }
    return (
      text[..<bracket.lowerBound].dropFirst(),
      text[bracket.upperBound...].prefix { $0 != " " },
    )
  }
}
