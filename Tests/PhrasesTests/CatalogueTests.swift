import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: Language.allCases)
  func hasEveryPhraseOfTheProgramAndNoOther(language: Language) throws {
    let catalogue = try Words.catalogue(language)
    #expect(catalogue.missingPhrases.isEmpty)
    let known = Set(Phrase.allCases.map(\.rawValue))
    let unused = catalogue.entries.keys.filter { !known.contains($0) }.sorted()
    #expect(unused.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func hasThePluralFormsOfItsLanguage(language: Language) throws {
    let wanted = Set(PluralCategory.categories(of: language))
    for (key, entry) in try Words.catalogue(language).entries {
      guard case .plural(let forms) = entry else { continue }
      #expect(Set(forms.keys) == wanted, "\(key)")
    }
  }

  @Test(arguments: [Language.arabic, .french])
  func hasTheValuesOfTheEnglishPhrases(language: Language) throws {
    let english = try Words.catalogue(.english).entries
    for (key, entry) in try Words.catalogue(language).entries {
      let wanted = english[key].map(Self.values) ?? []
      #expect(Self.values(in: entry) == wanted, "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func givesEveryPhraseTheValuesItNamesAndNoneIsLeftInBraces(language: Language) throws {
    let words = try Words.shipped(language)
    for phrase in Phrase.allCases {
      let entry = try #require(try Words.catalogue(language).entries[phrase.rawValue])
      var values: [String: Words.Value] = [:]
      for name in Self.values(in: entry) { values[name] = .own("x") }
      for count in [0, 1, 2, 3, 11, 100] {
        values["count"] = .number(count)
        let text = words(phrase, values)
        #expect(!text.contains("{") && !text.isEmpty, "\(phrase)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func everyPhraseIsUsedInTheSources(language: Language) throws {
    let sources = URL(fileURLWithPath: Words.assetsFolder).deletingLastPathComponent()
      .appendingPathComponent("Sources")
    var text = ""
    let files = FileManager.default.enumerator(atPath: sources.path)
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".swift"), !name.hasSuffix("Phrase.swift") else { continue }
      text += try String(contentsOfFile: sources.path + "/" + name, encoding: .utf8)
    }
    let unused = Phrase.allCases.filter { phrase in
      text.firstRange(of: ".\(phrase.rawValue)") == nil
    }
    #expect(unused.isEmpty)
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
