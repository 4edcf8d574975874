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
    var delegation: DelegationCode? = .morocco
    let reach: @Sendable (inout Sitting) -> Void

    init(
      _ name: String,
      delegation: DelegationCode? = .morocco,
      reach: @escaping @Sendable (inout Sitting) -> Void,
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
    Scene("delegation-answered") { sitting in
      sitting.answerSome()
      sitting.press(.escape)
    },
    Scene("introduction") { $0.press(.down, .enter) },
    Scene("question") { $0.press(.enter) },
    Scene("question-answered") { $0.answerSome() },
    Scene("question-conditional") { sitting in
      sitting.goTo("2.3.2")
    },
    Scene("question-notice") { sitting in
      sitting.press(.enter)
      sitting.type("1s2")
    },
    Scene("instruments") { sitting in
      sitting.goTo("1.7.1")
      sitting.type("i")
      sitting.press(.enter)
      sitting.type("1")
      sitting.press(.down)
    },
    Scene("instruments-question") { sitting in
      sitting.goTo("1.7.1")
      sitting.type("i")
      sitting.press(.enter)
      sitting.type("1")
      sitting.press(.escape)
    },
    Scene("evidence-empty") { sitting in
      sitting.press(.enter)
      sitting.type("e")
    },
    Scene("evidence") { sitting in
      sitting.answerSome()
      sitting.type("e")
    },
    Scene("evidence-entry") { sitting in
      sitting.answerSome()
      sitting.type("e")
      sitting.press(.enter)
    },
    Scene("context") { sitting in
      sitting.answerSome()
      sitting.type("c")
      sitting.type("\nمادة 5 (ب): voir l’article 12, alinéa 3.")
    },
    Scene("context-leaving") { sitting in
      sitting.press(.enter)
      sitting.type("cA first line.")
      sitting.press(.escape)
    },
    Scene("status") { sitting in
      sitting.press(.enter)
      sitting.type("2s")
    },
    Scene("sharing") { sitting in
      sitting.press(.enter)
      sitting.type("2h")
    },
    Scene("applied") { sitting in
      sitting.press(.enter)
      sitting.type("2a")
    },
    Scene("help") { sitting in
      sitting.press(.enter)
      sitting.type("?")
    },
    Scene("palette") { sitting in
      sitting.press(.enter)
      sitting.type(":")
    },
    Scene("search") { $0.type("/1.2") },
    Scene("reports") { $0.type("R") },
    Scene("report") { sitting in
      sitting.type("R")
      sitting.press(.enter)
      sitting.happens(
        .report(
          .profile,
          ["Kingdom of Morocco", "==================", "", "خط الأساس", "", "Loi 34-09 (2011)"],
        )
      )
      sitting.type("/34")
      sitting.press(.enter)
    },
    Scene("ours") { $0.type("O") },
    Scene("priorities") { sitting in
      sitting.type("P+Portability of social security for workers abroad")
      sitting.press(.enter, .enter)
      sitting.type("Two experts, and data of the fund")
      sitting.press(.enter, .escape)
    },
    Scene("priority") { sitting in
      sitting.type("P+ضمان اجتماعي للعاملين في الخارج")
      sitting.press(.enter)
    },
    Scene("profile-cover") { sitting in
      sitting.type("O")
      sitting.press(.down, .down, .enter, .enter)
      sitting.type("1")
    },
    Scene("comments") { sitting in
      sitting.press(.enter)
      sitting.type("2m+Which law opens emergency care to all?")
      sitting.press(.enter, .home, .enter, .enter)
      sitting.type("Loi 34-09 (2011)")
      sitting.press(.enter)
    },
    Scene("verification") { sitting in
      sitting.press(.enter)
      sitting.type("2s3v")
    },
    Scene("history") { sitting in
      sitting.answerSome()
      sitting.type("y")
      sitting.press(.down)
    },
    Scene("conflict-waiting") { sitting in
      sitting.answerSome()
      sitting.happens(.others([.answeredApart]))
      sitting.press(.escape)
    },
    Scene("conflicts") { sitting in
      sitting.answerSome()
      sitting.happens(.others([.answeredApart]))
      sitting.type("d")
    },
    Scene("question-others-here") { sitting in
      sitting.press(.enter)
      sitting.happens(
        .present([
          Presence(
            by: "Nadia",
            role: .delegate,
            delegation: .morocco,
            question: .sample("1.1.1"),
            at: Timestamp(milliseconds: 0),
          )
        ])
      )
    },
    Scene("room", delegation: nil) { sitting in
      sitting.press(.end, .enter)
    },
    Scene("room-running", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("g5nsps")
      sitting.press(.down)
      sitting.type("sp")
    },
    Scene("room-agenda", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("g")
    },
    Scene("shared", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      for _ in 0..<7 { sitting.press(.down) }
      // At the delegation's wish: an answer that it shares, and one that it does not.
      sitting.happens(.others([.consent(of: .morocco)]))
      sitting.type("w")
      sitting.press(.enter)
      sitting.type("2n3")
      sitting.happens(.others([.sharing(.room, by: .morocco, on: .sample("1.1.1"))]))
      sitting.press(.escape, .escape, .enter)
    },
    Scene("positions") { sitting in
      sitting.press(.enter)
      sitting.type("p")
      for (number, name) in [(1, "وزارة الصحة"), (2, "Ministère de l’Intérieur")] {
        sitting.press(.end, .enter)
        sitting.type(name)
        sitting.press(.enter, .enter)
        sitting.type("\(number)")
        sitting.press(.escape)
      }
      sitting.press(.home)
    },
    Scene("position") { sitting in
      sitting.press(.enter)
      sitting.type("p+وزارة الصحة")
      sitting.press(.enter, .enter)
      sitting.type("2")
      sitting.press(.down, .down, .enter)
      sitting.type("التعريفة نفسها منذ 2014")
      sitting.press(.enter)
    },
    Scene("differing") { sitting in
      sitting.press(.enter)
      for question in 0..<2 {
        sitting.type("p")
        for name in ["وزارة الصحة", "Ministère de l’Intérieur"] {
          sitting.press(.end, .enter)
          sitting.type(name)
          sitting.press(.enter, .enter)
          sitting.type(question == 0 && name.hasPrefix("M") ? "1" : "2")
          sitting.press(.escape)
        }
        sitting.press(.escape)
        sitting.type("n")
      }
      sitting.press(.escape, .down, .enter)
    },
    Scene("exchanges", delegation: nil) { sitting in
      sitting.press(.down, .down, .down, .enter, .enter)
      sitting.type("w3")
      sitting.press(.escape, .escape)
      for _ in 0..<4 { sitting.press(.down) }
      sitting.press(.enter, .enter)
      sitting.type("o3E")
      sitting.press(.enter)
    },
    Scene("exchange") { sitting in
      sitting.press(.enter)
      sitting.type("o3w4")
      sitting.press(.escape)
      sitting.happens(.others([.iraqWishes]))
      sitting.type("E")
      sitting.press(.enter, .enter, .enter, .down, .down, .enter)
      sitting.type("كيف مُوّل البرنامج")
      sitting.press(.enter)
    },
    Scene("cards-empty") { sitting in
      sitting.press(.enter)
      sitting.type("C")
    },
    Scene("cards") { sitting in
      sitting.writeCard(sharing: 2)
      sitting.press(.escape)
    },
    Scene("card") { $0.writeCard(sharing: 2) },
    Scene("card-heard") { sitting in
      sitting.writeCard(sharing: 2)
      let card = sitting.app.context.ownCards.first?.id ?? ""
      sitting.happens(.others(Change.heard(of: card)))
      sitting.press(.end)
    },
    Scene("cards-heard") { sitting in
      sitting.writeCard(sharing: 2)
      let card = sitting.app.context.ownCards.first?.id ?? ""
      sitting.happens(.others(Change.heard(of: card)))
      sitting.press(.escape)
    },
    Scene("card-number") { sitting in
      sitting.type("C+9.9.9")
      sitting.press(.enter)
    },
    Scene("card-writing") { sitting in
      sitting.writeCard(sharing: 1)
      sitting.press(.home, .down, .enter)
    },
    Scene("card-sharing") { sitting in
      sitting.writeCard(sharing: 2)
      sitting.press(.enter)
    },
    Scene("card-help") { sitting in
      sitting.press(.enter)
      sitting.type("C?")
    },
    Scene("experience-help") { $0.type("S?") },
    Scene("experience-empty", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("S")
    },
    Scene("shared-card-own") { sitting in
      sitting.writeCard(sharing: 2)
      sitting.type("S")
      sitting.press(.enter)
    },
    Scene("shared-card-help") { sitting in
      sitting.happens(.others(Change.shared))
      sitting.type("S")
      sitting.press(.down, .enter)
      sitting.type("?")
    },
    Scene("exchange-agenda") { sitting in
      sitting.press(.enter)
      sitting.type("o3w4")
      sitting.press(.escape)
      sitting.happens(.others([.iraqWishes]))
      sitting.type("E")
      sitting.press(.enter, .enter, .down, .enter)
    },
    Scene("question-card") { sitting in
      sitting.writeCard(sharing: 1)
      sitting.press(.escape, .escape)
    },
    Scene("experience") { sitting in
      sitting.happens(.others(Change.shared))
      sitting.writeCard(sharing: 2)
      sitting.type("S")
      sitting.press(.down)
    },
    Scene("experience-room", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.happens(.others(Change.shared))
      sitting.type("ES")
    },
    Scene("experience-filter", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.happens(.others(Change.shared))
      sitting.type("S/4/")
    },
    Scene("shared-card") { sitting in
      sitting.happens(.others(Change.shared))
      sitting.type("S")
      sitting.press(.down, .enter)
      sitting.type("mna")
      sitting.type("كيف مُوّلت المكاتب؟")
      sitting.press(.enter, .end)
    },
    Scene("shared-card-room", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.happens(.others(Change.shared))
      sitting.type("S")
      sitting.press(.down, .enter)
    },
    Scene("question-exchange") { sitting in
      sitting.press(.enter)
      sitting.type("o3w4")
    },
    Scene("prepare", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("e")
      sitting.press(.down, .down, .down)
    },
    Scene("agenda-item", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("e")
      sitting.press(.down, .down, .down, .enter)
    },
    Scene("delegation-frame", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      sitting.type("e")
      sitting.press(.end, .up, .enter)
      sitting.type("+نادية الحسني")
      sitting.press(.enter, .enter)
      sitting.type("وزارة شؤون المغتربين")
      sitting.press(.enter, .end, .enter)
      sitting.type("2")
      sitting.press(.escape)
    },
    Scene("consulted") { sitting in
      sitting.press(.enter)
      sitting.goTo("1.7.2")
      sitting.type("nz+وزارة الصحة")
      sitting.press(.enter, .down, .enter)
      sitting.type("2023-05-30")
      sitting.press(.enter, .escape)
    },
    Scene("closing-signed") { sitting in
      sitting.goTo("1.7.2")
      sitting.type("ng2")
    },
    Scene("signing-off") { sitting in
      sitting.goTo("1.7.2")
      sitting.type("ng")
    },
    Scene("freezing") { sitting in
      sitting.type("O")
      sitting.press(.end, .enter)
    },
    Scene("parking-lot") { sitting in
      sitting.press(.enter)
      sitting.type("t")
      sitting.press(.enter)
      sitting.type("T+تعريف «إقامة نظامية»: à préciser")
      sitting.press(.enter)
    },
    Scene("parking") { sitting in
      sitting.press(.enter)
      sitting.type("t")
    },
    Scene("consent") { sitting in
      sitting.type("F")
    },
    Scene("consent-given") { sitting in
      sitting.type("F2")
      sitting.press(.enter)
    },
    Scene("assisting", delegation: nil) { sitting in
      sitting.press(.end, .enter)
      for _ in 0..<7 { sitting.press(.down) }
      sitting.happens(.others([.consent(of: .morocco)]))
      sitting.type("w")
      sitting.press(.enter)
    },
    Scene("position-hidden") { sitting in
      sitting.press(.enter)
      sitting.type("p+وزارة الصحة")
      sitting.press(.enter, .enter)
      sitting.type("2")
      sitting.press(.escape)
      sitting.type("r")
      sitting.press(.home, .enter)
    },
    Scene("next-steps") { sitting in
      sitting.type("A+ترجمة القانون 34-09")
      sitting.press(.enter, .enter)
      sitting.type("وزارة العدل")
      sitting.press(.enter, .down, .enter)
      sitting.type("2023-09-30")
      sitting.press(.enter, .escape)
    },
    Scene("closing") { sitting in
      sitting.answerSome()
      sitting.goTo("1.7.2")
      sitting.type("n")
    },
    Scene("end") { sitting in
      sitting.goTo("6.4.3")
      sitting.type("n")
      sitting.press(.enter)
    },
  ]

  @Test(arguments: scenes, Language.allCases)
  func isAsItWasReadByEye(scene: Scene, language: Language) throws {
    for (width, height) in [(80, 24), (140, 45)] {
      var sitting = try Sitting.cairo(
        language: language,
        delegation: scene.delegation,
        width: width,
        height: height,
      )
      scene.reach(&sitting)
      try Golden.expect(sitting.picture, "\(scene.name)-\(language.rawValue)-\(width)x\(height)")
    }
  }

  /// What shows answers that nobody gave is of a state that there is not.
  static let scenesOfSampleland: [Scene] = [
    Scene("person") { _ in },
    Scene("person-shown") { sitting in
      sitting.type("2")
      sitting.press(.enter)
    },
    Scene("share-reach") { $0.type("1H") },
    Scene("share-audience") { $0.type("1H1") },
    Scene("share-room") { sitting in
      sitting.type("1H12")
      sitting.press(.down)
    },
    Scene("share-report") { sitting in
      sitting.type("1H13")
      sitting.press(.down, .down, .down, .enter)
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
      var sitting = try Sitting.sampleland(
        language: language,
        width: width,
        height: height,
        isAsked: true,
      )
      scene.reach(&sitting)
      try Golden.expect(sitting.picture, "\(scene.name)-\(language.rawValue)-\(width)x\(height)")
    }
  }

  @Test(arguments: Language.allCases)
  func theSmallestScreenHasRoomForTheListAndForSharing(language: Language) throws {
    for (name, keys) in [("questions", "Qh"), ("share-room", "H12"), ("search-own", "/loi")] {
      var sitting = try Sitting.sampleland(language: language, width: 60, height: 16)
      sitting.type(keys)
      try Golden.expect(sitting.picture, "\(name)-\(language.rawValue)-60x16")
    }
  }

  @Test func theFirstPageIsAsItWasReadByEye() throws {
    for (width, height) in [(80, 24), (140, 45)] {
      let sitting = try Sitting.cairo(
        language: nil,
        delegation: nil,
        width: width,
        height: height,
      )
      try Golden.expect(sitting.picture, "language-\(width)x\(height)")
    }
  }

  @Test(arguments: Language.allCases)
  func aTerminalThatIsTooSmallIsToldSo(language: Language) throws {
    var sitting = try Sitting.cairo(language: language)
    sitting.resize(width: 59, height: 15)
    try Golden.expect(sitting.picture, "small-\(language.rawValue)-59x15")
  }

  @Test(arguments: Language.allCases)
  func theSmallestScreenHasRoomForAQuestion(language: Language) throws {
    var sitting = try Sitting.cairo(language: language, width: 60, height: 16)
    sitting.press(.enter)
    try Golden.expect(sitting.picture, "question-\(language.rawValue)-60x16")
  }
}

extension Change {
  /// Iraq would like to hear of 1.1.1, by name.
  static let iraqWishes = Change(
    stamp: Change.Stamp(id: "wish", at: Timestamp(milliseconds: 0), by: "Omar"),
    delegation: .iraq,
    question: nil,
    what: .record(
      RecordKey(.wish, "1.1.1"),
      .wish(WishToHear(question: .sample("1.1.1"), sharing: .room)),
    ),
    was: .record(RecordKey(.wish, "1.1.1"), nil),
  )

  /// What others share: an offer and a card of Iraq, wishes of Tunisia and of one that is not named.
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
      record(.offer(Offer(question: .sample("1.1.1"), sharing: .room)), "1.1.1", .iraq),
      record(.card(card), "offices", .iraq),
      record(wish("1.1.1", isAnonymous: false), "1.1.1", .sample("TUN")),
      record(wish("3.1.1", isAnonymous: true), "3.1.1", .sample("TUN")),
    ]
  }

  /// What others say of a card of Morocco: one by name, one without.
  static func heard(of card: String) -> [Change] {
    var named = UsefulMark(owner: .morocco, card: card)
    named.isUseful = true
    named.asks = "كيف مُوّلت البطاقة؟"
    var unnamed = UsefulMark(owner: .morocco, card: card)
    unnamed.isAnonymous = true
    unnamed.asksForContact = true
    return [
      record(.useful(named), "m", .iraq), record(.useful(unnamed), "m", .sample("TUN")),
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

  /// Nadia answered 1.1.1 for Morocco without knowing what others said.
  static let answeredApart = Change(
    stamp: Change.Stamp(
      id: "apart",
      at: Timestamp(milliseconds: 1_686_825_000_000),
      by: "Nadia",
      terminal: "pts/4",
    ),
    delegation: .morocco,
    question: .sample("1.1.1"),
    what: .answered(.step(.established), instruments: [:], status: .draft),
    was: .answered(nil, instruments: [:], status: .draft),
  )
}

extension Sitting {
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
    type("e+Dahir n° 1-11-83, loi-cadre 34-09")
    press(.enter)
    press(.escape, .escape)
    type("s2a2h2n1s3n3n4n5")
    goTo("1.1.1")
  }
}
