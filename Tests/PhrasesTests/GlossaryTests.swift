import Consultation
import TestSupport
import Testing

@testable import Phrases

@Suite struct GlossaryTests {
  /// The terms that stand in a text, by their codes.
  private static func terms(in text: String, _ language: Language) throws -> [String] {
    try Glossary.shipped().terms(in: [text], of: language).map(\.code.text)
  }

  @Test func hasEachTermOnce() throws {
    let terms = try Glossary.shipped().terms
    #expect(terms.count >= 90)
    #expect(Set(terms.map(\.code)).count == terms.count)
    for language in Language.allCases {
      let names = terms.map { $0[language].name }
      #expect(Set(names).count == names.count, "\(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func hasNoFormThatIsThatOfTwoTerms(language: Language) throws {
    var termOfForm: [[String]: String] = [:]
    for term in try Glossary.shipped().terms {
      let wording = term[language]
      for form in [wording.name] + wording.alsoWritten {
        let words = TermWords.words(of: form).map { TermWords.withoutArticle($0) }
        let other = termOfForm.updateValue(term.code.text, forKey: words)
        #expect(other == nil, "“\(form)” is of \(term.code.text) and of \(other ?? "")")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func findsEachTermByEachOfItsForms(language: Language) throws {
    let glossary = try Glossary.shipped()
    let finder = TermFinder(glossary, in: language)
    for term in glossary.terms {
      let wording = term[language]
      #expect(!wording.isCommonWord || !wording.alsoWritten.isEmpty, "\(term.code.text)")
      for form in (wording.isCommonWord ? [] : [wording.name]) + wording.alsoWritten {
        #expect(finder.terms(in: form) == [term.code], "\(form)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func saysWhatEachTermMeansInOneSentenceOrTwo(language: Language) throws {
    for term in try Glossary.shipped().terms {
      let meaning = term.meaning[language]
      #expect(meaning.hasSuffix("."), "\(term.code.text): \(meaning)")
      #expect(meaning.count < 320, "\(term.code.text): \(meaning)")
      #expect(!term.source[language].isEmpty && !term.source[language].hasSuffix("."))
    }
  }

  @Test func findsWholeWordsWhateverTheCaseOfTheirLetters() throws {
    #expect(try Self.terms(in: "Refugees, and no immigrants", .english) == ["refugee"])
    #expect(try Self.terms(in: "Les RÉFUGIÉS de l’étranger", .french) == ["refugee"])
  }

  @Test(arguments: [
    "اللاجئون", "لاجئ", "واللاجئين", "للاجئين", "وباللاجئين", "كاللاجئين", "فللاجئين", "لَاجِئِينَ",
  ])
  func findsAnArabicTermWithWhatIsWrittenTogetherWithIt(word: String) throws {
    #expect(try Self.terms(in: "تتاح الخدمات \(word) أيضا.", .arabic) == ["refugee"])
  }

  @Test func findsTheLongerOfTwoTermsThatBeginAtOnePlace() throws {
    #expect(try Self.terms(in: "rules on migrant workers", .english) == ["migrantWorker"])
    #expect(
      try Self.terms(in: "migrants and migrant workers", .english) == ["migrant", "migrantWorker"]
    )
    #expect(try Self.terms(in: "حقوق العمال المهاجرين", .arabic) == ["migrantWorker"])
  }

  @Test func passesOverAnEverydayWordAndWhatItsWordsSayElsewhere() throws {
    #expect(try Self.terms(in: "a national strategy", .english) == [])
    #expect(try Self.terms(in: "the rights of nationals", .english) == ["national"])
    #expect(try Self.terms(in: "financial inclusion", .english) == [])
  }

  @Test func ordersTermsByTheAlphabetOfTheLanguage() throws {
    let glossary = try Glossary.shipped()
    let french = glossary.sorted(in: .french).map { $0[.french].name }
    #expect(french.firstIndex(of: "élément")! < french.firstIndex(of: "énoncé")!)
    #expect(french.firstIndex(of: "énoncé")! < french.firstIndex(of: "indicateur")!)
    let arabic = glossary.sorted(in: .arabic).map { $0[.arabic].name }
    // The article does not count.
    #expect(arabic.firstIndex(of: "الحماية القنصلية")! < arabic.firstIndex(of: "خطة طوارئ")!)
    #expect(Set(arabic) == Set(glossary.terms.map { $0[.arabic].name }))
  }

  @Test func leavesOutATermThatIsNotComplete() throws {
    let text = #"""
      {"terms": [{"term": "body", "ar": {"name": "جهة"}, "en": {"name": "body"},
      "meaning": {"ar": "س.", "en": "A.", "fr": "B."}, "source": {"ar": "س", "en": "a", "fr": "b"}}]}
      """#
    #expect(try Glossary(json: Array(text.utf8)).terms == [])
  }
}
