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

  /// Majlis compares no states: these words have no place in it.
  @Test(arguments: Language.allCases)
  func saysNothingOfRanksAndScores(language: Language) throws {
    let forbidden: [Language: [String]] = [
      .arabic: ["ترتيب الدول", "تصنيف الدول", "أفضل", "أسوأ", "درجة"],
      .english: ["rank", "score", "best", "worst", "fail", "weak", "gap", "non-compliant"],
      .french: ["classement", "score", "meilleur", "pire", "échec", "faible", "lacune"],
    ]
    var texts: [String: String] = [:]
    for (key, entry) in try Words.catalogue(language).entries where !key.hasPrefix("failure") {
      texts[key] = Self.texts(in: entry).joined(separator: " ")
    }
    for question in try Words.shippedQuestionnaire().questions {
      texts[question.number.description] =
        ([question.text, question.guidance.lookFor] + Array(question.guidance.steps.values))
        .map { $0[language] }.joined(separator: " ")
    }
    for (key, text) in texts {
      let words = text.lowercased().replacing("best-interests", with: "").split {
        !$0.isLetter && $0 != "-"
      }.map(String.init)
      for word in forbidden[language] ?? [] {
        let isThere =
          word.contains(" ") ? text.contains(word) : words.contains { $0.hasPrefix(word) }
        #expect(!isThere, "\(key): \(word)")
      }
    }
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
