import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// Every page and every overlay, in each language, on a small and on a wide terminal.
@Suite struct GoldenScreensTests {
  /// A screen that a person sees, and how they come to it.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    var language: Language?
    var delegation: DelegationCode? = .havenia
    let reach: @Sendable (inout AppDriver) -> Void

    init(
      _ name: String,
      delegation: DelegationCode? = .havenia,
      reach: @escaping @Sendable (inout AppDriver) -> Void,
    ) {
      self.name = name
      self.delegation = delegation
      self.reach = reach
    }

    var testDescription: String { name }
  }

  static let scenes: [Scene] = [
    Scene("delegations", delegation: nil) { $0.press(.down) },
    Scene("delegation") { _ in },
    Scene("delegation-answered") { driver in
      driver.answerSome()
      driver.press(.escape)
    },
    Scene("introduction") { $0.press(.down, .enter) },
    Scene("question") { $0.press(.enter) },
    Scene("question-answered") { $0.answerSome() },
    Scene("question-conditional") { driver in
      driver.goTo("2.3.2")
    },
    Scene("question-notice") { driver in
      driver.press(.enter)
      driver.type("1s2")
    },
    Scene("instruments") { driver in
      driver.goTo("1.7.1")
      driver.type("i")
      driver.press(.enter)
      driver.type("1")
      driver.press(.down)
    },
    Scene("instruments-question") { driver in
      driver.goTo("1.7.1")
      driver.type("i")
      driver.press(.enter)
      driver.type("1")
      driver.press(.escape)
    },
    Scene("evidence-empty") { driver in
      driver.press(.enter)
      driver.type("e")
    },
    Scene("evidence") { driver in
      driver.answerSome()
      driver.type("e")
    },
    Scene("evidence-entry") { driver in
      driver.answerSome()
      driver.type("e")
      driver.press(.enter)
    },
    Scene("context") { driver in
      driver.answerSome()
      driver.type("c")
      driver.type("\nمادة 5 (ب): voir l’article 12, alinéa 3.")
    },
    Scene("context-leaving") { driver in
      driver.press(.enter)
      driver.type("cA first line.")
      driver.press(.escape)
    },
    Scene("status") { driver in
      driver.press(.enter)
      driver.type("2s")
    },
    Scene("sharing") { driver in
      driver.press(.enter)
      driver.type("2h")
    },
    Scene("applied") { driver in
      driver.press(.enter)
      driver.type("2a")
    },
    Scene("help") { driver in
      driver.press(.enter)
      driver.type("?")
    },
    Scene("palette") { driver in
      driver.press(.enter)
      driver.type(":")
    },
    Scene("search") { $0.type("/1.2") },
    Scene("reports") { $0.type("R") },
    Scene("report") { driver in
      driver.type("R")
      driver.press(.enter)
      driver.happens(
        .report(
          ReportChoice(.profile),
          ["Kingdom of Havenia", "==================", "", "خط الأساس", "", "Loi 34-09 (2011)"],
        )
      )
      driver.type("/34")
      driver.press(.enter)
    },
    Scene("ours") { $0.type("O") },
    Scene("priorities") { driver in
      driver.type("P+Portability of social security for workers abroad")
      driver.press(.enter, .enter)
      driver.type("Two experts, and data of the fund")
      driver.press(.enter, .escape)
    },
    Scene("priority") { driver in
      driver.type("P+ضمان اجتماعي للعاملين في الخارج")
      driver.press(.enter)
    },
    Scene("profile-cover") { driver in
      driver.type("O")
      driver.press(.down, .down, .enter, .enter)
      driver.type("1")
    },
    Scene("comments") { driver in
      driver.press(.enter)
      driver.type("2m+Which law opens emergency care to all?")
      driver.press(.enter, .home, .enter, .enter)
      driver.type("Loi 34-09 (2011)")
      driver.press(.enter)
    },
    Scene("verification") { driver in
      driver.press(.enter)
      driver.type("2s3v")
    },
    Scene("glossary") { driver in
      driver.press(.enter)
      driver.type("l")
      driver.press(.down)
    },
    Scene("glossary-term") { driver in
      driver.press(.enter)
      driver.type("l")
      driver.press(.enter)
    },
    Scene("history") { driver in
      driver.answerSome()
      driver.type("y")
      driver.press(.down)
    },
    Scene("conflict-waiting") { driver in
      driver.answerSome()
      driver.happens(.others([.answeredApart]))
      driver.press(.escape)
    },
    Scene("conflicts") { driver in
      driver.answerSome()
      driver.happens(.others([.answeredApart]))
      driver.type("d")
    },
    Scene("question-others-here") { driver in
      driver.press(.enter)
      driver.happens(
        .present([
          Presence(
            by: "Nadia",
            role: .delegate,
            delegation: .havenia,
            question: .sample("1.1.1"),
            at: Timestamp(milliseconds: 0),
          )
        ])
      )
    },
    Scene("room", delegation: nil) { driver in
      driver.press(.end, .enter)
    },
    Scene("room-running", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("g5nsps")
      driver.press(.down)
      driver.type("sp")
    },
    Scene("room-agenda", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("g")
    },
    Scene("shared", delegation: nil) { driver in
      driver.press(.end, .enter)
      for _ in 0..<7 { driver.press(.down) }
      // At the delegation's wish: an answer that it shares, and one that it does not.
      driver.happens(.others([.consent(of: .havenia)]))
      driver.type("w")
      driver.press(.enter)
      driver.type("2n3")
      driver.happens(.others([.sharing(.room, by: .havenia, on: .sample("1.1.1"))]))
      driver.press(.escape, .escape, .enter)
    },
    Scene("positions") { driver in
      driver.press(.enter)
      driver.type("p")
      for (number, name) in [(1, "وزارة الصحة"), (2, "Ministère de l’Intérieur")] {
        driver.press(.end, .enter)
        driver.type(name)
        driver.press(.enter, .enter)
        driver.type("\(number)")
        driver.press(.escape)
      }
      driver.press(.home)
    },
    Scene("position") { driver in
      driver.press(.enter)
      driver.type("p+وزارة الصحة")
      driver.press(.enter, .enter)
      driver.type("2")
      driver.press(.down, .down, .enter)
      driver.type("التعريفة نفسها منذ 2014")
      driver.press(.enter)
    },
    Scene("differing") { driver in
      driver.press(.enter)
      for question in 0..<2 {
        driver.type("p")
        for name in ["وزارة الصحة", "Ministère de l’Intérieur"] {
          driver.press(.end, .enter)
          driver.type(name)
          driver.press(.enter, .enter)
          driver.type(question == 0 && name.hasPrefix("M") ? "1" : "2")
          driver.press(.escape)
        }
        driver.press(.escape)
        driver.type("n")
      }
      driver.press(.escape, .down, .enter)
    },
    Scene("exchanges", delegation: nil) { driver in
      driver.press(.down, .down, .down, .enter, .enter)
      driver.type("w3")
      driver.press(.escape, .escape)
      for _ in 0..<4 { driver.press(.down) }
      driver.press(.enter, .enter)
      driver.type("o3E")
      driver.press(.enter)
    },
    Scene("exchange") { driver in
      driver.press(.enter)
      driver.type("o3w4")
      driver.press(.escape)
      driver.happens(.others([.doraniaWishes]))
      driver.type("E")
      driver.press(.enter, .enter, .enter, .down, .down, .enter)
      driver.type("كيف مُوّل البرنامج")
      driver.press(.enter)
    },
    Scene("cards-empty") { driver in
      driver.press(.enter)
      driver.type("C")
    },
    Scene("cards") { driver in
      driver.writeCard(sharing: 2)
      driver.press(.escape)
    },
    Scene("card") { $0.writeCard(sharing: 2) },
    Scene("card-heard") { driver in
      driver.writeCard(sharing: 2)
      let card = driver.app.context.ownCards.first?.id ?? ""
      driver.happens(.others(Change.heard(of: card)))
      driver.press(.end)
    },
    Scene("cards-heard") { driver in
      driver.writeCard(sharing: 2)
      let card = driver.app.context.ownCards.first?.id ?? ""
      driver.happens(.others(Change.heard(of: card)))
      driver.press(.escape)
    },
    Scene("card-number") { driver in
      driver.type("C+9.9.9")
      driver.press(.enter)
    },
    Scene("card-writing") { driver in
      driver.writeCard(sharing: 1)
      driver.press(.home, .down, .enter)
    },
    Scene("card-sharing") { driver in
      driver.writeCard(sharing: 2)
      driver.press(.enter)
    },
    Scene("card-help") { driver in
      driver.press(.enter)
      driver.type("C?")
    },
    Scene("experience-help") { $0.type("S?") },
    Scene("experience-empty", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("S")
    },
    Scene("shared-card-own") { driver in
      driver.writeCard(sharing: 2)
      driver.type("S")
      driver.press(.enter)
    },
    Scene("shared-card-help") { driver in
      driver.happens(.others(Change.shared))
      driver.type("S")
      driver.press(.down, .enter)
      driver.type("?")
    },
    Scene("exchange-agenda") { driver in
      driver.press(.enter)
      driver.type("o3w4")
      driver.press(.escape)
      driver.happens(.others([.doraniaWishes]))
      driver.type("E")
      driver.press(.enter, .enter, .down, .enter)
    },
    Scene("question-card") { driver in
      driver.writeCard(sharing: 1)
      driver.press(.escape, .escape)
    },
    Scene("experience") { driver in
      driver.happens(.others(Change.shared))
      driver.writeCard(sharing: 2)
      driver.type("S")
      driver.press(.down)
    },
    Scene("experience-room", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.happens(.others(Change.shared))
      driver.type("ES")
    },
    Scene("experience-filter", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.happens(.others(Change.shared))
      driver.type("S/4/")
    },
    Scene("shared-card") { driver in
      driver.happens(.others(Change.shared))
      driver.type("S")
      driver.press(.down, .enter)
      driver.type("mna")
      driver.type("كيف مُوّلت المكاتب؟")
      driver.press(.enter, .end)
    },
    Scene("shared-card-room", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.happens(.others(Change.shared))
      driver.type("S")
      driver.press(.down, .enter)
    },
    Scene("question-exchange") { driver in
      driver.press(.enter)
      driver.type("o3w4")
    },
    Scene("prepare", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("e")
      driver.press(.down, .down, .down)
    },
    Scene("agenda-item", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("e")
      driver.press(.down, .down, .down, .enter)
    },
    Scene("delegation-frame", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("e")
      driver.press(.end, .up, .enter)
      driver.type("+نادية الحسني")
      driver.press(.enter, .enter)
      driver.type("وزارة شؤون المغتربين")
      driver.press(.enter, .end, .enter)
      driver.type("2")
      driver.press(.escape)
    },
    Scene("consulted") { driver in
      driver.press(.enter)
      driver.goTo("1.7.2")
      driver.type("nz+وزارة الصحة")
      driver.press(.enter, .down, .enter)
      driver.type("2023-05-30")
      driver.press(.enter, .escape)
    },
    Scene("closing-signed") { driver in
      driver.goTo("1.7.2")
      driver.type("ng2")
    },
    Scene("signing-off") { driver in
      driver.goTo("1.7.2")
      driver.type("ng")
    },
    Scene("freezing") { driver in
      driver.type("O")
      driver.press(.end, .enter)
    },
    Scene("parking-lot") { driver in
      driver.press(.enter)
      driver.type("t")
      driver.press(.enter)
      driver.type("T+تعريف «إقامة نظامية»: à préciser")
      driver.press(.enter)
    },
    Scene("parking") { driver in
      driver.press(.enter)
      driver.type("t")
    },
    Scene("consent") { driver in
      driver.type("F")
    },
    Scene("consent-given") { driver in
      driver.type("F2")
      driver.press(.enter)
    },
    Scene("assisting", delegation: nil) { driver in
      driver.press(.end, .enter)
      for _ in 0..<7 { driver.press(.down) }
      driver.happens(.others([.consent(of: .havenia)]))
      driver.type("w")
      driver.press(.enter)
    },
    Scene("position-hidden") { driver in
      driver.press(.enter)
      driver.type("p+وزارة الصحة")
      driver.press(.enter, .enter)
      driver.type("2")
      driver.press(.escape)
      driver.type("r")
      driver.press(.home, .enter)
    },
    Scene("next-steps") { driver in
      driver.type("A+ترجمة القانون 34-09")
      driver.press(.enter, .enter)
      driver.type("وزارة العدل")
      driver.press(.enter, .down, .enter)
      driver.type("2023-09-30")
      driver.press(.enter, .escape)
    },
    Scene("closing") { driver in
      driver.answerSome()
      driver.goTo("1.7.2")
      driver.type("n")
    },
    Scene("end") { driver in
      driver.goTo("6.4.3")
      driver.type("n")
      driver.press(.enter)
    },
  ]

  @Test(arguments: scenes, Language.allCases)
  func isAsItWasReadByEye(scene: Scene, language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      var driver = try AppDriver.cairo(
        language: language,
        delegation: scene.delegation,
        width: width,
        height: height,
      )
      scene.reach(&driver)
      try Golden.expect(driver.picture, "\(scene.name)-\(language.rawValue)-\(width)x\(height)")
    }
  }

  /// What shows answers that nobody gave is of a state that there is not.
  static let scenesOfSampleland: [Scene] = [
    Scene("person") { _ in },
    Scene("person-shown") { driver in
      driver.type("2")
      driver.press(.enter)
    },
    Scene("share-reach") { $0.type("1H") },
    Scene("share-audience") { $0.type("1H1") },
    Scene("share-room") { driver in
      driver.type("1H12")
      driver.press(.down)
    },
    Scene("share-report") { driver in
      driver.type("1H13")
      driver.press(.down, .down, .down, .enter)
    },
    Scene("share-nobody") { $0.type("1H11") },
    Scene("questions") { $0.type("1Q") },
    Scene("questions-picked-out") { $0.type("1Qh") },
    Scene("questions-nothing") { $0.type("1Qov") },
    Scene("questions-help") { $0.type("1Q?") },
    Scene("search-own") { $0.type("1/loi") },
    Scene("search-people") { $0.type("1/b.") },
  ]

  @Test(arguments: scenesOfSampleland, Language.allCases)
  func isAsItWasReadByEyeInSampleland(scene: Scene, language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      var driver = try AppDriver.sampleland(
        language: language,
        width: width,
        height: height,
        isAsked: true,
      )
      scene.reach(&driver)
      try Golden.expect(driver.picture, "\(scene.name)-\(language.rawValue)-\(width)x\(height)")
    }
  }

  @Test(arguments: Language.allCases)
  func theSmallestScreenHasRoomForTheListAndForSharing(language: Language) throws {
    for (name, keys) in [("questions", "Qh"), ("share-room", "H12"), ("search-own", "/loi")] {
      var driver = try AppDriver.sampleland(language: language, width: 60, height: 16)
      driver.type(keys)
      try Golden.expect(driver.picture, "\(name)-\(language.rawValue)-60x16")
    }
  }

  @Test func theFirstPageIsAsItWasReadByEye() throws {
    for (width, height) in [(80, 24), (140, 45)] {
      let driver = try AppDriver.cairo(
        language: nil,
        delegation: nil,
        width: width,
        height: height,
      )
      try Golden.expect(driver.picture, "language-\(width)x\(height)")
    }
  }

  @Test(arguments: Language.allCases)
  func aTerminalThatIsTooSmallIsToldSo(language: Language) throws {
    var driver = try AppDriver.cairo(language: language)
    driver.resize(width: 59, height: 15)
    try Golden.expect(driver.picture, "small-\(language.rawValue)-59x15")
  }

  @Test(arguments: Language.allCases)
  func theSmallestScreenHasRoomForAQuestion(language: Language) throws {
    var driver = try AppDriver.cairo(language: language, width: 60, height: 16)
    driver.press(.enter)
    try Golden.expect(driver.picture, "question-\(language.rawValue)-60x16")
  }
}

extension Change {
  /// Dorania would like to hear of 1.1.1, by name.
  static let doraniaWishes = Change(
    stamp: Change.Stamp(id: "wish", at: Timestamp(milliseconds: 0), by: "Omar"),
    delegation: .dorania,
    question: nil,
    what: .record(
      RecordKey(.wish, "1.1.1"),
      .wish(WishToHear(question: .sample("1.1.1"), sharing: .room)),
    ),
    was: .record(RecordKey(.wish, "1.1.1"), nil),
  )

  /// What others share: an offer and a card of Dorania, wishes of Indigia and of one that is not named.
  static var shared: [Change] {
    var card = ExperienceCard(question: .sample("1.1.1"), title: "مكاتب خدمة واحدة للعائدين")
    card.done = "نافذة واحدة في كل محافظة للصحة والتعليم والوثائق، تعمل مع البلديات."
    card.by = "وزارة الهجرة والمهجرين"
    card.instrument = "Loi n° 21 (2010), art. 4"
    card.costAndTime = "18 شهرا"
    card.contact = "دائرة التعاون"
    card.linked = [.sample("2.1.1")]
    card.sharing = .room
    func wish(_ number: String, isAnonymous: Bool) -> Record {
      .wish(WishToHear(question: .sample(number), sharing: .room, isAnonymous: isAnonymous))
    }
    return [
      record(.offer(Offer(question: .sample("1.1.1"), sharing: .room)), "1.1.1", .dorania),
      record(.card(card), "offices", .dorania),
      record(wish("1.1.1", isAnonymous: false), "1.1.1", .sample("QNI")),
      record(wish("3.1.1", isAnonymous: true), "3.1.1", .sample("QNI")),
    ]
  }

  /// What others say of a card of Havenia: one by name, one without.
  static func heard(of card: String) -> [Change] {
    var named = UsefulMark(owner: .havenia, card: card)
    named.isUseful = true
    named.asks = "كيف مُوّلت البطاقة؟"
    var unnamed = UsefulMark(owner: .havenia, card: card)
    unnamed.isAnonymous = true
    unnamed.asksForContact = true
    return [
      record(.useful(named), "m", .dorania), record(.useful(unnamed), "m", .sample("QNI")),
    ]
  }

  private static func record(_ record: Record, _ id: String, _ code: DelegationCode) -> Change {
    let key = RecordKey(record.kind, id)
    return Change(
      stamp: Change.Stamp(
        id: "\(code)-\(record.kind)-\(id)",
        at: Timestamp(milliseconds: 0),
        by: "Omar",
      ),
      delegation: code,
      question: nil,
      what: .record(key, record),
      was: .record(key, nil),
    )
  }

  /// Nadia answered 1.1.1 for Havenia without knowing what others said.
  static let answeredApart = Change(
    stamp: Change.Stamp(
      id: "apart",
      at: Timestamp(milliseconds: 1_686_825_000_000),
      by: "Nadia",
      terminal: "pts/4",
    ),
    delegation: .havenia,
    question: .sample("1.1.1"),
    what: .answered(.step(.established), parts: .nothing, status: .draft),
    was: .answered(nil, parts: .nothing, status: .draft),
  )
}

extension AppDriver {
  /// The screen as a text: its rows, then which are selected and where the cursor stands.
  var picture: String {
    let canvas = app.view()
    var lines = canvas.rows
    let selected = canvas.selectedRows.map { "\($0)" }.joined(separator: " ")
    lines.append("selected rows: \(selected.isEmpty ? "none" : selected)")
    lines.append("cursor: \(canvas.cursor.map { "row \($0.row), column \($0.column)" } ?? "none")")
    return lines.joined(separator: "\n")
  }

  /// Goes to a question by the search.
  mutating func goTo(_ number: String) {
    type("/\(number)")
    press(.enter)
  }

  /// From the delegation's page: a card on 1.1.1, shared as the number of the choice says.
  mutating func writeCard(sharing: Int) {
    press(.enter)
    type("C+Health cards for all residents")
    press(.enter, .enter)
    type("One card")
    press(.enter)
    type("for everybody")
    press(.control("s"))
    press(.end, .up, .up, .enter)
    type("Unit of cooperation")
    press(.enter, .down, .enter)
    type("4.1.1، 1.7.1 1.1.1")
    press(.enter, .end, .enter)
    type("\(sharing)")
  }

  /// From the delegation's page: the first question answered with all that an answer has, and
  /// four of the next ones answered otherwise.
  mutating func answerSome() {
    press(.enter)
    type("2c")
    type("منشور رقم 108 لسنة 2014، وLoi 34-09 (2011): couverture partielle.")
    press(.control("s"))
    type("e+Loi n° 12-2011, loi-cadre 34-09")
    press(.enter)
    press(.escape, .escape)
    type("s2a2h2n1s3n3n4n5")
    goTo("1.1.1")
  }
}
