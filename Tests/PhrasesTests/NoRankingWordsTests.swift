import Consultation
import Phrases
import TestSupport
import Testing

/// Majlis compares no states: the words of ranking have no place in the interface, the reports,
/// whose words are in the same catalogues, and the questionnaire.
@Suite struct NoRankingWordsTests {
  /// How such words begin, after an article or a particle that is written together with them.
  private static let forbidden: [Language: [String]] = [
    .arabic: [
      "ترتيب", "تصنيف", "أفضل", "أسوأ", "درجة", "درجات", "مرتبة", "ضعيف", "ضعف", "فشل", "فجوة",
      "متأخر", "متقدم",
    ],
    .english: [
      "rank", "score", "best", "worst", "better", "worse", "fail", "weak", "gap", "grade",
      "league", "non-compliant",
    ],
    .french: [
      "classement", "classé", "score", "meilleur", "pire", "échec", "échou", "faible", "faiblesse",
      "lacune", "rang", "retard",
    ],
  ]

  /// What begins so and says something else, with the reason.
  private static let exceptions: [(text: String, reason: String)] = [
    ("best-interests", "the best interests of the child, of the Convention on its rights"),
    ("best interests of the child", "the same"),
    ("League of Arab States", "the name of an organization"),
    ("of the same rank", "the rank of a decree among laws"),
    ("de même rang", "the same"),
    ("Worst Forms of Child Labour", "the title of ILO Convention 182"),
    ("pires formes de travail des enfants", "the same title in French"),
    ("أسوأ أشكال عمل الأطفال", "the same title in Arabic"),
    ("ترتيبات", "arrangements, of a law or policy"),
    ("dans les meilleurs délais", "the title of objective 3 of the Global Compact"),
    ("تصنيف البيانات", "disaggregation of data"),
    ("مصنفة تصنيفا ملائما", "the same"),
    ("من دون تصنيف بحسب", "the same"),
    ("التصنيفات المتاحة", "the same"),
    ("أوجه الضعف", "vulnerabilities, in the title of objective 7 of the Global Compact"),
    ("بترتيب الاستبيان", "the order of the questionnaire"),
    ("على ترتيبها الثابت", "the neutral order of the session"),
    ("بتصنيف جزئي", "the same"),
    ("التصنيف حسب", "the same"),
    ("التصنيف بحسب", "the same"),
    ("التسجيل المتأخر", "late registration of a birth"),
    ("إعادة ترتيبها", "the order of letters on a terminal"),
    ("تعيد ترتيبها", "the same"),
    ("هذا الترتيب", "the same"),
    ("إن كان الترتيب معكوسا", "the same"),
    ("بترتيب وروده", "the order in which matters were put on the parking lot"),
    ("ليست ترتيبا للدول", "that it is no ranking, as the programme itself says"),
    ("not a ranking", "the same"),
    ("no ranking", "the same"),
    ("n’est pas un classement", "the same"),
    ("ni un classement", "the same"),
    ("ni classement", "the same"),
  ]

  private static func findings(in text: String, _ language: Language) -> [String] {
    let found = words(in: text, language)
    guard !found.isEmpty else { return [] }
    // Only now: most texts have nothing to be excepted.
    var text = text
    for exception in exceptions {
      text = text.replacing(exception.text, with: "")
      text = text.replacing(exception.text.capitalizedFirst, with: "")
    }
    return words(in: text, language)
  }

  private static func words(in text: String, _ language: Language) -> [String] {
    // Neither harakat nor the case of a letter makes another word.
    let plain = String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { !(0x64B...0x652).contains($0.value) }
      )
    )
    let words = plain.split { !$0.isLetter && $0 != "-" }.map(String.init)
    let particles = language == .arabic ? ["", "ال", "لل", "وال", "بال", "و", "ب", "ل", "ف"] : [""]
    return (forbidden[language] ?? []).filter { word in
      words.contains { found in particles.contains { found.hasPrefix($0 + word) } }
    }
  }

  @Test(arguments: Language.allCases)
  func noPhraseSaysOne(language: Language) throws {
    var count = 0
    // What the program itself could not do may be said to have failed.
    let catalogue = try Words.catalogue(language)
    for key in catalogue.entries.keys where !key.hasPrefix("failure") {
      let entries = Delegation.Kind.allCases.compactMap { catalogue.entry(key, for: $0) }
      for text in Set(entries.flatMap(Self.texts)) {
        let found = Self.findings(in: text, language)
        #expect(found.isEmpty, "\(key): \(text)")
        count += 1
      }
    }
    print("no ranking: \(count) texts of the catalogue in \(language.rawValue)")
  }

  @Test(arguments: Language.allCases)
  func noQuestionSaysOne(language: Language) throws {
    for questionnaire in try Words.shippedQuestionnaires() {
      for question in questionnaire.questions {
        let elements = question.elements?.all ?? []
        let texts =
          [question.text, question.guidance.lookFor] + Array(question.guidance.steps.values)
          + Array(question.statements.values) + elements.flatMap { [$0.title, $0.statement] }
        for text in texts {
          let found = Self.findings(in: text[language], language)
          #expect(found.isEmpty, "\(question.number): \(text[language])")
        }
      }
    }
  }

  @Test func theSearchWouldFindOne() {
    #expect(Self.findings(in: "The best state", .english) == ["best"])
    #expect(Self.findings(in: "هافينيا في المرتبة الأولى", .arabic) == ["مرتبة"])
    #expect(Self.findings(in: "الأفضَل", .arabic) == ["أفضل"])
    #expect(Self.findings(in: "Le meilleur classement", .french) == ["classement", "meilleur"])
    #expect(Self.findings(in: "the best-interests of a child", .english) == [])
  }

  private static func texts(in entry: Catalogue.Entry) -> [String] {
    switch entry {
    case .text(let text): [text]
    case .plural(let forms): Array(forms.values)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
