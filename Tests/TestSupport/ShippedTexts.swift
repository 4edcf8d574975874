package import Consultation
import Foundation
import Phrases
import PlacedJSON

/// A text of the assets that says the same in all languages, and where it stands.
package struct ShippedText: Sendable {
  /// `mgi-national-2026.1/domain-1.json 1.2.3 lookFor`, or `phrases hintHelp`.
  package let place: String
  package let text: LocalizedText
  /// What a reader has before their eyes together with it: above a level stands its question.
  package var above: LocalizedText?

  package init(place: String, text: LocalizedText, above: LocalizedText? = nil) {
    self.place = place
    self.text = text
    self.above = above
  }
}

/// The texts of the assets that exist in all languages.
package enum ShippedTexts {
  /// The edition that stays as the sessions that answered it have it.
  private static let unchangedEdition = "mgi-national"

  private static let read = Result { try readAll() }

  /// Those of the questionnaires but that edition, of the phrases, and of the glossary.
  package static func all() throws -> [ShippedText] { try read.get() }

  private static func readAll() throws -> [ShippedText] {
    let assets = Words.assetsFolder
    let folders = try FileManager.default.contentsOfDirectory(atPath: assets + "/questionnaires")
    var texts: [ShippedText] = []
    for folder in folders.sorted() where folder != unchangedEdition {
      let path = "\(assets)/questionnaires/\(folder)"
      for file in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
        collect(try json("\(path)/\(file)"), "\(folder)/\(file)", nil, into: &texts)
      }
    }
    return try texts + phrases()
      + Glossary.shipped().terms.map { term in
        ShippedText(place: "glossary \(term.code.text)", text: term.meaning)
      }
  }

  private static func json(_ path: String) throws -> JSONValue {
    try JSONReader.read(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// Each phrase with all its forms: which of them a language has differs.
  private static func phrases() throws -> [ShippedText] {
    var all: [Language: JSONValue] = [:]
    for language in Language.allCases {
      all[language] = try json("\(Words.assetsFolder)/phrases/\(language.rawValue).json")
    }
    return (all[.english]?.members ?? []).map { key, _ in
      ShippedText(
        place: "phrases \(key)",
        text: LocalizedText { all[$0]?[key].map(forms) ?? "" },
      )
    }
  }

  private static func forms(of entry: JSONValue) -> String {
    entry.string ?? (entry.members ?? []).map { forms(of: $0.value) }.joined(separator: " / ")
  }

  private static let levels = Set(Step.allCases.map(\.rawValue))

  /// Adds every text below a value that there is in all languages.
  private static func collect(
    _ value: JSONValue,
    _ place: String,
    _ question: LocalizedText?,
    into texts: inout [ShippedText],
  ) {
    if let text = LocalizedText(value) {
      return texts.append(ShippedText(place: place, text: text))
    }
    let question = LocalizedText(value["text"]) ?? question
    for (key, member) in value.members ?? [] {
      if levels.contains(key), let text = LocalizedText(member), value["number"] != nil {
        texts.append(ShippedText(place: "\(place) \(key)", text: text, above: question))
      } else {
        collect(member, "\(place)\(name(of: key))", question, into: &texts)
      }
    }
    for (index, element) in (value.elements ?? []).enumerated() {
      let isTheme = element["number"]?.wholeNumber != nil
      let name = element["number"]?.string ?? element["code"]?.string ?? "\(index + 1)"
      collect(element, isTheme ? place : "\(place) \(name)", question, into: &texts)
    }
  }

  /// A question says its domain and theme by its number, which need not be said again.
  private static func name(of key: String) -> String {
    ["themes", "questions"].contains(key) ? "" : " \(key)"
  }
}
