import Consultation
import Testing

/// What becomes of a text's other languages when it is written anew in one.
@Suite struct TranslatedTextTests {
  private let title = TranslatedText(
    "غداء",
    language: .arabic,
    translations: [.english: .init("Lunch", standing: .approved)],
  )

  @Test func marksTheTranslationsOfAnOriginalThatChangesAsOlder() {
    let changed = title.written("صلاة وغداء", in: .arabic)
    #expect(changed.original == "صلاة وغداء" && changed.language == .arabic)
    let older = TranslatedText.Translation("Lunch", standing: .approved, isOlder: true)
    #expect(changed.translations == [.english: older])
    #expect(changed.olderLanguages == [.english])
  }

  @Test func makesATranslationThatChangesTheOriginalAndKeepsTheEarlierOneAsOlder() {
    let changed = title.written("Prayer and lunch", in: .english)
    #expect(changed.original == "Prayer and lunch" && changed.language == .english)
    #expect(changed.translations == [.arabic: .init("غداء", standing: .human, isOlder: true)])
    #expect(changed.reading(in: .arabic).text == "غداء")
  }

  @Test func addsATranslationBesideTheOriginalAndMarksNothing() {
    let changed = title.written("Déjeuner", in: .french)
    #expect(changed.original == "غداء")
    #expect(changed.translations[.french] == .init("Déjeuner", standing: .human))
    #expect(changed.olderLanguages == [])
  }

  @Test(arguments: ["Prayer and lunch", "Lunch"])
  func takesTheMarkFromATranslationThatIsWrittenOrLeftAsItIs(text: String) {
    let changed = title.written("صلاة وغداء", in: .arabic).written(text, in: .english)
    #expect(changed.original == "صلاة وغداء")
    #expect(changed.translations == [.english: .init(text, standing: .human)])
    #expect(changed.olderLanguages == [])
  }

  @Test(arguments: [(Language.arabic, "غداء"), (.english, "Lunch")])
  func isTheSameWhereNothingIsWrittenAnew(language: Language, text: String) {
    #expect(title.written(text, in: language) == title)
  }
}
