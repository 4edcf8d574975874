import Foundation
import TestSupport

/// Markup as another program reads it.
struct Markup: Decodable, Equatable {
  /// The names of the elements, in the order in which they begin.
  let tags: [String]
  /// The same without the line ends, of which each text has its own.
  var structure: [String] { tags.filter { $0 != "br" } }
  /// The attributes, each with the element it is on.
  let attributes: Set<String>
  /// The texts between the tags.
  let text: String
  /// What is not closed, or closed and not open.
  let unbalanced: [String]

  /// Reads several pages of HTML with the parser of Python.
  static func read(_ pages: [String]) throws -> [Markup] {
    let outcome = try Tool.python.run(["-c", script], input: pages.joined(separator: "\u{1E}"))
    return try JSONDecoder().decode([Markup].self, from: Data(outcome.output.utf8))
  }

  private static let script = """
    import html.parser, json, sys
    VOID = {"br", "meta", "hr", "input", "img", "link"}
    class Reader(html.parser.HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.tags, self.attributes, self.texts = [], set(), []
            self.open, self.unbalanced = [], []
        def handle_starttag(self, tag, attributes):
            self.tags.append(tag)
            self.attributes |= {tag + " " + name for name, _ in attributes}
            if tag not in VOID: self.open.append(tag)
        def handle_startendtag(self, tag, attributes):
            self.tags.append(tag)
        def handle_endtag(self, tag):
            if self.open and self.open[-1] == tag: self.open.pop()
            else: self.unbalanced.append(tag)
        def handle_data(self, data): self.texts.append(data)
    results = []
    for page in sys.stdin.buffer.read().decode().split("\\x1e"):
        reader = Reader()
        reader.feed(page)
        reader.close()
        results.append({
            "tags": reader.tags, "attributes": sorted(reader.attributes),
            "text": "".join(reader.texts), "unbalanced": reader.unbalanced + reader.open})
    print(json.dumps(results))
    """
}

/// A program of other people that these tests ask.
struct Tool {
  static let python = Tool("python3")
  static let tidy = Tool("tidy")
  static let cmark = Tool("cmark-gfm")

  let name: String

  init(_ name: String) { self.name = name }

  var isInstalled: Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  func run(_ arguments: [String], input: String) throws -> Program.Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Program.run(
      "/usr/bin/env",
      [name] + arguments,
      input: input,
      environment: ["PATH": path, "LC_ALL": "C.UTF-8"],
    )
  }
}
