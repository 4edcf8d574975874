import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// The screen while the words of one language were read, and the others when they are asked for.
@Suite struct WordsWhenNeededTests {
  private func sitting(
    _ language: Language?,
    reading languages: Language...,
  ) throws -> Sitting {
    let cairo = try Sitting.cairo()
    return try Sitting(
      cairo.app.session,
      of: cairo.app.context.questionnaire,
      language: language,
      languagesRead: languages,
    )
  }

  @Test func staysInItsLanguageUntilTheWordsOfTheNextAreThere() throws {
    var sitting = try sitting(.english, reading: .english)
    let before = sitting.rows
    sitting.press(.function(2))
    #expect(sitting.effects == [.readWords(of: .french)])
    #expect(sitting.rows == before)
    sitting.happens(.words(try Words.catalogue(.french)))
    #expect(sitting.effects.last == .remember(.french, .morocco))
    #expect(sitting.rows == (try Sitting.cairo(language: .french)).rows)
  }

  @Test func readsNoWordsTwice() throws {
    var sitting = try sitting(.english, reading: .english)
    sitting.press(.function(2))
    sitting.happens(.words(try Words.catalogue(.french)))
    sitting.press(.function(2))
    sitting.happens(.words(try Words.catalogue(.arabic)))
    let count = sitting.effects.count
    sitting.press(.function(2), .function(2), .function(2))
    #expect(
      sitting.effects[count...].elementsEqual(
        [.english, .french, .arabic].map { .remember($0, .morocco) }
      )
    )
  }

  @Test func comesToEveryLanguageButTheUnreadableAndTriesThatAgain() throws {
    var sitting = try sitting(.english, reading: .english, .arabic)
    var languages: [Language] = []
    for _ in 0..<6 {
      let count = sitting.effects.count
      sitting.press(.function(2))
      for case .readWords(let language) in sitting.effects[count...] {
        sitting.happens(.wordsNotRead(of: language, reason: "no \(language)"))
        #expect(sitting.app.notice == "no \(language)")
      }
      languages.append(sitting.app.language)
    }
    #expect(languages == [.english, .arabic, .english, .english, .arabic, .english])
  }

  @Test func saysNoMoreThatALanguageCannotBeReadOnceItGoesOnInAnother() throws {
    var sitting = try sitting(.english, reading: .english, .arabic)
    sitting.press(.function(2))
    sitting.happens(.wordsNotRead(of: .french, reason: "no French"))
    sitting.press(.function(2))
    #expect(sitting.app.notice == nil)
  }

  @Test func aLanguageThatCannotBeReadIsNoLineOfTheFirstPageAndItsKeyTriesIt() throws {
    var sitting = try sitting(nil, reading: .english, .french)
    #expect(sitting.app.language == .english)
    #expect(sitting.rows.contains { $0.contains("English: press the key 2") })
    #expect(sitting.rows.contains { $0.contains("appuyez sur la touche 3") })
    sitting.type("1")
    #expect(sitting.effects == [.readWords(of: .arabic)])
    guard case .language = sitting.app.page else {
      Issue.record("left the page")
      return
    }
    sitting.type("3")
    #expect(sitting.app.language == .french)
  }

  @Test func theRoomsScreenShowsOneLanguageWhereTheSecondCannotBeRead() throws {
    let sitting = try sitting(.english, reading: .english)
    var presenter = Presenter(
      setting: sitting.app.setting,
      shared: SharedView(
        of: sitting.app.session,
        for: .room,
        in: sitting.app.context.questionnaire,
      ),
      language: .english,
      width: 80,
      height: 24,
    )
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
