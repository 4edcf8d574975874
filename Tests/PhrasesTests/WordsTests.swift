import Consultation
import Phrases
import TestSupport
import Testing

@Suite struct WordsTests {
  private func words(_ entries: [String: Catalogue.Entry], _ language: Language) -> Words {
    Words(Catalogue(language: language, entries: entries), about: .state, digits: .western)
  }

  @Test(
    arguments: [
      (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
      (100, "other"), (102, "other"), (103, "few"), (111, "many"), (200, "other"), (1000, "other"),
    ]
  )
  func countsInArabicBySixForms(count: Int, category: String) {
    #expect(PluralCategory(count, in: .arabic).rawValue == category)
  }

  @Test(arguments: [(0, "one"), (1, "one"), (2, "other"), (100, "other")])
  func countsInFrenchByTwoForms(count: Int, category: String) {
    #expect(PluralCategory(count, in: .french).rawValue == category)
  }

  @Test func anInsertedValueCannotDisturbItsLine() {
    let words = words(["kept": .text("kept {time}!")], .english)
    #expect(words(.kept(time: .foreign("\u{202E}ع\u{1B}[2J"))) == "kept ⁨\u{FFFD}ع␛[2J⁩!")
    #expect(words(.kept(time: .plain("\u{1B}x"))) == "kept ␛x!")
  }

  @Test func aValueIsNotReadAsAPhraseAgain() {
    let words = words(["kept": .text("{time} {time}")], .english)
    #expect(words(.kept(time: .plain("{time}"))) == "{time} {time}")
  }

  @Test func aPhraseThatIsMissingIsShownByItsKey() {
    #expect(words([:], .english)(.beingKept) == "beingKept")
    #expect(words([:], .english)(.kept(time: .own("12:00"))) == "kept")
  }

  @Test func writesDatesAsEachLanguageDoes() throws {
    let day = try #require(CalendarDate("2023-06-15"))
    #expect(try Words.shipped(.english).date(day) == "15 June 2023")
    #expect(try Words.shipped(.french).date(day) == "15 juin 2023")
    #expect(try Words.shipped(.arabic, digits: .arabic).date(day) == "١٥ حزيران/يونيو ٢٠٢٣")
  }

  @Test func writesListsAsEachLanguageDoes() throws {
    #expect(try Words.shipped(.english).list(["a", "b", "c"]) == "a, b and c")
    #expect(try Words.shipped(.french).list(["a", "b", "c"]) == "a, b et c")
    #expect(try Words.shipped(.arabic).list(["أ", "ب", "ج"]) == "أ، ب وج")
    #expect(try Words.shipped(.english).list(["a"]) == "a")
    #expect(try Words.shipped(.english).list([]) == "")
  }

  @Test func writesTheDigitsOfTheDelegationInArabicOnly() throws {
    #expect(Digits(for: .arabic, as: .arabic).write("1.2.3") == "١.٢.٣")
    #expect(Digits(for: .arabic, as: .western).write("1.2.3") == "1.2.3")
    #expect(Digits(for: .french, as: .arabic).write("1.2.3") == "1.2.3")
    #expect(try Words.shipped(.arabic, digits: .arabic).time(hour: 9, minute: 5) == "٠٩:٠٥")
  }

  @Test(
    arguments: [
      ("أحمد", "احمد"), ("مُؤَسَّسَة", "مؤسسه"), ("الهجـــرة", "الهجره"), ("مستشفى", "مستشفي"),
      ("Élève", "eleve"), ("l’État", "l'etat"), ("١٢", "12"), ("e\u{301}", "é"),
      ("ﻻ", "لا"),
    ]
  )
  func foldsLettersThatASearchTakesForTheSame(first: String, second: String) {
    #expect(LetterFolding.fold(first) == LetterFolding.fold(second))
  }

  @Test(
    arguments: [
      ("ملاحظة", Language.english, Language.arabic), ("Law 34-09", .english, .english),
      ("Law 34-09 قانون الهجرة واللجوء", .french, .arabic), ("Loi 34-09", .arabic, .french),
      ("2011", .arabic, .arabic),
    ]
  )
  func knowsTheLanguageOfATextByItsLetters(text: String, usual: Language, language: Language) {
    #expect(Language(ofText: text, usually: usual, of: [.arabic, .french]) == language)
  }
}
