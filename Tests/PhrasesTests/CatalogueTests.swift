import Consultation
import Foundation
import TestSupport
import Testing

@testable import Phrases

@Suite struct CatalogueTests {
  @Test(arguments: Language.allCases)
  func hasEveryPhraseOfTheProgramAndNoOther(language: Language) throws {
    let generated = try sources { $0.contains("/Generated/") }
    let phrases = generated.matches(of: /package static (?:let|func) (\w+)/).map { String($0.1) }
    #expect(phrases.sorted() == (try Words.catalogue(language)).entries.keys.sorted())
  }

  @Test(arguments: Language.allCases)
  func hasThePluralFormsOfItsLanguage(language: Language) throws {
    let wanted = Set(PluralCategory.categories(of: language))
    for (key, entry) in try Self.entries(of: language) {
      guard case .plural(let forms) = entry else { continue }
      #expect(Set(forms.keys) == wanted, "\(key)")
    }
  }

  @Test(arguments: Language.allCases.filter { $0 != .english })
  func hasTheValuesOfTheEnglishPhrases(language: Language) throws {
    let english = try Words.catalogue(.english).entries
    for (key, entry) in try Self.entries(of: language) {
      let wanted = english[key].map(Self.values) ?? []
      #expect(Self.values(in: entry) == wanted, "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func givesEveryPhraseTheValuesItNamesAndNoneIsLeftInBraces(language: Language) throws {
    for kind in Delegation.Kind.allCases {
      let words = try Words.shipped(language, about: kind)
      for (key, entry) in try Words.catalogue(language).entries {
        let texts = Self.values(in: entry).map { ($0, FilledPhrase.Value.text(.own("x"))) }
        for count in [0, 1, 2, 3, 11, 100] {
          let values = [("count", .number(count))] + texts
          let text = words(FilledPhrase(key: key, values: values))
          #expect(!text.contains("{") && !text.isEmpty, "\(key)")
        }
      }
    }
  }

  @Test func everyPhraseIsUsedInTheSources() throws {
    let text = try sources { !$0.contains("/Generated/") }
    let used = Set(text.split(separator: ".").map { $0.prefix { $0.isLetter || $0.isNumber } })
    let unused = try Words.catalogue(.english).entries.keys.filter { !used.contains(Substring($0)) }
    #expect(unused.isEmpty, "\(unused)")
  }

  /// Every phrase as each kind of delegation reads it.
  private static func entries(of language: Language) throws -> [(String, Catalogue.Entry)] {
    let catalogue = try Words.catalogue(language)
    return catalogue.entries.keys.flatMap { key in
      Delegation.Kind.allCases.compactMap { kind in
        catalogue.entry(key, for: kind).map { (key, $0) }
      }
    }
  }

  /// The text of the sources whose paths are meant.
  private func sources(_ isMeant: (String) -> Bool) throws -> String {
    let sources = URL(fileURLWithPath: Words.assetsFolder).deletingLastPathComponent()
      .appendingPathComponent("Sources")
    var text = ""
    let files = FileManager.default.enumerator(atPath: sources.path)
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".swift"), isMeant(name) else { continue }
      text += try String(contentsOfFile: sources.path + "/" + name, encoding: .utf8)
    }
    return text
  }

  private static func texts(in entry: Catalogue.Entry) -> [String] {
    switch entry {
    case .text(let text): [text]
    case .plural(let forms): Array(forms.values)
    }
  }

  /// The names of the values of a phrase; a plural form may leave out its number, in words.
  private static func values(in entry: Catalogue.Entry) -> Set<String> {
    var names: Set<String> = []
    for text in texts(in: entry) {
      for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
        if let end = part.firstIndex(of: "}") { names.insert(String(part[..<end])) }
      }
    }
    return names
  }
}
