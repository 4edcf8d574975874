import Consultation
import TestSupport
import Testing

@testable import Phrases

/// Every text in Assets that exists in three languages is held to the glossary: what English calls by
/// a term, Arabic and French call by theirs, and nothing is called what it is not to be called.
///
/// A level stands below its question: what that names, the level need not name again.
@Suite struct OneTermOneTranslationTests {
  private func isExcepted(_ term: String, _ language: Language, _ place: String) -> Bool {
    // The titles of the Compact's objectives are quoted.
    place.firstMatch(of: /^phrases reportObjective\d/) != nil
      || TermException.all.contains {
        $0.term == term && $0.languages.contains(language) && place.hasPrefix($0.place)
      }
  }

  /// A text without what is put into it, and without what is typed to the program.
  private func plain(_ text: String) -> String {
    text.replacing(/\{[A-Za-z]+\}|--[a-z-]+/, with: " · ")
  }

  /// Says where a term stands in English and not in another language.
  private func breaches(
    of text: ShippedText,
    _ finders: [Language: TermFinder],
  ) -> [(term: String, language: Language)] {
    let terms = finders[.english]?.terms(in: plain(text.text[.english])) ?? []
    return terms.map(\.text).sorted().flatMap { term in
      [Language.arabic, .french].filter { language in
        let texts = [text.text, text.above].compactMap { $0?[language] }.map(plain)
        return !texts.contains {
          finders[language]?.allTerms(in: $0).contains(GlossaryTerm.Code(term)) ?? false
        }
      }.map { (term, $0) }
    }
  }

  private func finders(_ glossary: Glossary) -> [Language: TermFinder] {
    Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0, TermFinder(glossary, in: $0)) }
    )
  }

  @Test func everyTextTranslatesATermByTheWordsOfTheGlossary() throws {
    let glossary = try Glossary.shipped()
    let finders = finders(glossary)
    let texts = try ShippedTexts.all()
    var needed: Set<String> = []
    for text in texts {
      for (term, language) in breaches(of: text, finders) {
        guard !isExcepted(term, language, text.place) else {
          needed.insert("\(term) \(language) \(text.place)")
          continue
        }
        let name = glossary[GlossaryTerm.Code(term)]?[language].name ?? ""
        Issue.record(
          """
          \(text.place): “\(term)” is not “\(name)” in \(language)
            \(text.text[.english])
            \(text.text[language])
          """
        )
      }
    }
    print("one term, one translation: \(texts.count) texts, \(needed.count) exceptions")
    #expect(texts.count > 2500)
    for exception in TermException.all {
      for language in exception.languages {
        #expect(
          needed.contains { $0.hasPrefix("\(exception.term) \(language) \(exception.place)") },
          "no exception is needed any more: \(exception.term), \(exception.place)",
        )
      }
    }
  }

  @Test(arguments: Language.allCases)
  func noTextCallsAThingWhatItIsNotToBeCalled(language: Language) throws {
    let avoided = try Glossary.shipped().terms.flatMap { term in
      term[language].avoided.map { (text: $0, term: GlossaryTerm.Code($0)) }
    }
    let finder = TermFinder(avoided)
    for text in try ShippedTexts.all() where text.place != TermException.quotation {
      let found = finder.allTerms(in: plain(text.text[language])).map(\.text)
      #expect(found == [], "\(text.place): \(text.text[language])")
    }
  }

  /// Words that are no terms, and have been written in two ways.
  @Test(arguments: [("حسب", "بحسب"), ("بدون", "من دون")])
  func noArabicTextHasTheOtherOfTwoWords(avoided: String, wanted: String) throws {
    for text in try ShippedTexts.all() {
      let words = TermWords.words(of: text.text[.arabic])
      #expect(!words.contains(avoided), "\(text.place), \(wanted): \(text.text[.arabic])")
    }
  }

  @Test func aTermThatIsTranslatedInAnotherWayWouldBeFound() throws {
    let finders = finders(try Glossary.shipped())
    let text = ShippedText(
      place: "here",
      text: LocalizedText(
        arabic: "هل تستفيد الجاليات من الحماية القنصلية؟",
        english: "Does the diaspora have consular protection?",
        french: "La diaspora bénéficie-t-elle de l’assistance consulaire ?",
      ),
    )
    let found = breaches(of: text, finders)
    #expect(found.map(\.term) == ["diaspora"])
    #expect(found.map(\.language) == [.arabic])
  }
}
