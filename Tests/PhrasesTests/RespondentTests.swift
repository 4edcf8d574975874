import Consultation
import TestSupport
import Testing

@testable import Phrases

/// Where the questionnaire asks local authorities, no phrase speaks of a state.
@Suite struct RespondentTests {
  /// Phrases that name one and are right for a local authority too, with the reason.
  private static let meant: [String: String] = [
    "reportNoticeNames": "the disclaimer of the United Nations on any country, city or area",
    "reportObjectiveText": "dialogue with the national level is an aim of the local indicators",
    "usageReportOfStates": "says just that",
  ]

  /// What the calculation of indicator 10.7.2 alone says, which is not made of local authorities.
  private static func isOfCalculation(_ key: String) -> Bool {
    key.hasPrefix("reportSDG") || key.firstMatch(of: /^reportSub\d/) != nil
  }

  /// The titles of the Compact's objectives, which are quoted.
  private static func isQuoted(_ key: String) -> Bool {
    key.firstMatch(of: /^reportObjective\d/) != nil
  }

  @Test(arguments: Language.allCases)
  func noPhraseForALocalAuthorityNamesAState(language: Language) throws {
    let catalogue = try Words.catalogue(language)
    for key in catalogue.entries.keys
    where Self.meant[key] == nil && !Self.isOfCalculation(key) && !Self.isQuoted(key) {
      for text in Self.texts(in: catalogue.entry(key, for: .localAuthority)) {
        let found = StateWords.found(in: text, language)
        #expect(found.isEmpty, "\(key) has no words for local authorities: \(text)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func whatIsExceptedNamesOne(language: Language) throws {
    let catalogue = try Words.catalogue(language)
    for key in Self.meant.keys {
      let texts = Self.texts(in: catalogue.entry(key, for: .localAuthority))
      let isFound = texts.contains { !StateWords.found(in: $0, language).isEmpty }
      #expect(isFound, "\(key)")
    }
  }

  /// What has other words for local authorities names a state in some language, or would not need
  /// them; and none has them for states.
  @Test func onlyWhatNeedsThemHasOtherWords() throws {
    let catalogues = try Language.allCases.map { try Words.catalogue($0) }
    let keys = Set(catalogues.flatMap { $0.variants[.localAuthority].map { Array($0.keys) } ?? [] })
    #expect(catalogues.allSatisfy { Set($0.variants.keys) == [.localAuthority] })
    // Neither what the questions are about nor how a region is called names a state.
    let others: Set = [
      "reportIntroductionText", "reportSynthesis", "reportNameSynthesis", "reportProfile",
      "problemDelegationCode",
    ]
    for key in keys.subtracting(others) {
      let isNamed = catalogues.contains { catalogue in
        Self.texts(in: catalogue.entries[key]).contains {
          !StateWords.found(in: $0, catalogue.language).isEmpty
        }
      }
      #expect(isNamed, "\(key)")
    }
    print("local authorities: \(keys.count) phrases in other words")
  }

  @Test func theSearchWouldFindOne() {
    #expect(StateWords.found(in: "Your State’s answers", .english) == ["state"])
    #expect(StateWords.found(in: "The earlier state of a state", .english) == ["state"])
    #expect(
      StateWords.found(in: "l’État, les États ; l’état civil", .french) == ["état", "états"]
    )
    #expect(StateWords.found(in: "جدول الدول والدولة للدول", .arabic).count == 3)
    #expect(StateWords.found(in: "السياق الوطنيّ", .arabic) == ["الوطني"])
    #expect(StateWords.found(in: "an international agenda", .english) == [])
  }

  @Test func takesTheWordsOfThoseItIsAboutAndTheOthersWhereThereAreNone() {
    let catalogue = Catalogue(
      language: .english,
      entries: ["beingKept": .text("a State"), "kept": .text("kept")],
      variants: [.localAuthority: ["beingKept": .text("a city")]],
    )
    let state = Words(catalogue, about: .state, digits: .western)
    let city = Words(catalogue, about: .localAuthority, digits: .western)
    #expect(state(.beingKept) == "a State" && city(.beingKept) == "a city")
    #expect(city(.kept(time: .own(""))) == "kept")
  }

  private static func texts(in entry: Catalogue.Entry?) -> [String] {
    switch entry {
    case .text(let text)?: [text]
    case .plural(let forms)?: Array(forms.values)
    case nil: []
    }
  }
}
