import Foundation
import Phrases
import Testing

/// Every word on a screen comes from a catalogue: the sources of the screens hold none.
@Suite struct WordsOnScreensTests {
  /// What is no word: names of keys as they are marked, signs of languages, identifiers and parts of them,
  /// and the letters of lam-alef.
  static let allowed: Set<String> = [
    "Ctrl-", "F", "AR", "EN", "FR", "ع", "-evidence", "-end", ".html", ".rescued-1.json",
    "-comment", "workshop",
    "frame", "لا",
    "لأ", "لإ",
    "لآ",
  ]

  @Test func noSourceOfAScreenHasWordsOfItsOwn() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    var found: [String] = []
    for target in ["Screens", "Display"] {
      let folder = sources.appendingPathComponent(target).path
      let files = FileManager.default.enumerator(atPath: folder)
      while let name = files?.nextObject() as? String {
        guard name.hasSuffix(".swift"), !name.hasSuffix("ArabicKeyboard.swift") else { continue }
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        for literal in Self.literals(in: text) where Self.isWord(literal) {
          found.append("\(name): \(literal)")
        }
      }
    }
    #expect(found.isEmpty)
  }

  /// The literals of a source, without comments and what is inserted.
  static func literals(in source: String) -> [String] {
    source.split(separator: "\n")
      .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
      .flatMap { line in
        line.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }
      }
      .map { $0.replacing(/\\\(.*\)/, with: "").replacing(/\\u\{[0-9A-F]+\}/, with: "") }
  }

  static func isWord(_ literal: String) -> Bool {
    literal.count(where: \.isLetter) > 1 && !allowed.contains(literal)
      || literal.contains { $0.isLetter && !$0.isASCII } && !allowed.contains(literal)
  }

  @Test func theSearchWouldFindOne() {
    let literals = Self.literals(in: "  flow.text(\"Hello \\(name)\") // \"no\"")
    #expect(literals.contains { Self.isWord($0) })
  }
}
