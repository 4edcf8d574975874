/// The headings of a document as they are printed: without a level skipped, each with an anchor
/// of its own.
struct Outline: Equatable {
  struct Entry: Equatable {
    let level: Int
    let anchor: String
    let title: Passage
    let domain: Int?
  }

  let entries: [Entry]

  init(of document: Document) {
    var entries: [Entry] = []
    var taken: Set<String> = []
    for case .heading(let heading) in document.blocks {
      let level = max(1, min(heading.level, (entries.last?.level ?? 0) + 1, 5))
      let anchor = Self.anchor(heading.anchor, besides: taken)
      taken.insert(anchor)
      entries.append(
        Entry(level: level, anchor: anchor, title: heading.title, domain: heading.domain)
      )
    }
    self.entries = entries
  }

  /// A name of ASCII letters, digits and hyphens that no other heading has.
  private static func anchor(_ text: String, besides taken: Set<String>) -> String {
    let plain = String(
      text.map { $0.isASCII && ($0.isLetter || $0.isWholeNumber) ? $0 : "-" }
    )
    let anchor = plain.contains { $0 != "-" } ? plain : "part"
    guard taken.contains(anchor) else { return anchor }
    var number = 2
    while taken.contains("\(anchor)-\(number)") { number += 1 }
    return "\(anchor)-\(number)"
  }
}
