import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// The screen while the words of one language were read, and the others when they are asked for.
@Suite struct WordsWhenNeededTests {
  private func driver(
    _ language: Language?,
    reading languages: Language...,
  ) throws -> AppDriver {
    let cairo = try AppDriver.cairo()
    return try AppDriver(
      cairo.app.session,
      of: cairo.app.context.questionnaire,
      language: language,
      languagesRead: languages,
    )
  }

  @Test func staysInItsLanguageUntilTheWordsOfTheNextAreThere() throws {
    var driver = try driver(.english, reading: .english)
    let before = driver.rows
    driver.press(.function(2))
    #expect(driver.effects == [.readWords(of: .french)])
    #expect(driver.rows == before)
    driver.happens(.words(try Words.catalogue(.french)))
    #expect(driver.effects.last == .remember(.french, .havenia))
    #expect(driver.rows == (try AppDriver.cairo(language: .french)).rows)
  }

  @Test func readsNoWordsTwice() throws {
    var driver = try driver(.english, reading: .english)
    driver.press(.function(2))
    driver.happens(.words(try Words.catalogue(.french)))
    driver.press(.function(2))
    driver.happens(.words(try Words.catalogue(.arabic)))
    let count = driver.effects.count
    driver.press(.function(2), .function(2), .function(2))
    #expect(
      driver.effects[count...].elementsEqual(
        [.english, .french, .arabic].map { .remember($0, .havenia) }
      )
    )
  }

  @Test func comesToEveryLanguageButTheUnreadableAndTriesThatAgain() throws {
    var driver = try driver(.english, reading: .english, .arabic)
    var languages: [Language] = []
    for _ in 0..<6 {
      let count = driver.effects.count
      driver.press(.function(2))
      for case .readWords(let language) in driver.effects[count...] {
        driver.happens(.wordsNotRead(of: language, reason: "no \(language)"))
        #expect(driver.app.notice == "no \(language)")
      }
      languages.append(driver.app.language)
    }
    #expect(languages == [.english, .arabic, .english, .english, .arabic, .english])
  }

  @Test func saysNoMoreThatALanguageCannotBeReadOnceItGoesOnInAnother() throws {
    var driver = try driver(.english, reading: .english, .arabic)
    driver.press(.function(2))
    driver.happens(.wordsNotRead(of: .french, reason: "no French"))
    driver.press(.function(2))
    #expect(driver.app.notice == nil)
  }

  @Test func aLanguageThatCannotBeReadIsNoLineOfTheFirstPageAndItsKeyTriesIt() throws {
    var driver = try driver(nil, reading: .english, .french)
    #expect(driver.app.language == .english)
    #expect(driver.rows.contains { $0.contains("English: press the key 2") })
    #expect(driver.rows.contains { $0.contains("appuyez sur la touche 3") })
    driver.type("1")
    #expect(driver.effects == [.readWords(of: .arabic)])
    guard case .language = driver.app.page else {
      Issue.record("left the page")
      return
    }
    driver.type("3")
    #expect(driver.app.language == .french)
  }

  @Test func theRoomsScreenShowsOneLanguageWhereTheSecondCannotBeRead() throws {
    let driver = try driver(.english, reading: .english)
    var presenter = driver.presenter(.english, width: 80, height: 24)
    let before = presenter.view().rows
    #expect(before.contains { $0.contains("Welcome") })
    #expect(!before.contains { $0.contains("presenter") })
    #expect(presenter.update(.key(Key(.function(2)))) == [.readWords(of: .french)])
    presenter.goOn(in: .french, with: [])
    #expect(presenter.view().rows == before)
    presenter.goOn(in: .french, with: [try Words.catalogue(.french)])
    #expect(presenter.view().rows.contains { $0.contains("Bienvenue") })
  }
}
