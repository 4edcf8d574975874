import BidiText
import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// Questionnaires by ill will on the screen: whatever their texts say, however long and many they
/// are, whatever is pressed, nothing crashes, and nothing reaches the terminal that commands it.
@Suite struct HostileQuestionnairesTests {
  private static let texts =
    HostileTextTests.texts + [
      "", " ", "\n\n\n", String(repeating: "ع", count: 20_000),
      String(repeating: "x ", count: 5000), String(repeating: "🧕🏽", count: 300), "1.1.1", "…",
      "سؤال؟\u{200F}\u{200E}? (a) [b]",
    ]

  private static let keys: [Key] =
    [
      .enter, .enter, .tab, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function(2),
    ].map { (code: Key.Code) in Key(code) }
    + "nb129cepQHRO?S/xwgy".map { .character($0) } + [.control("p")]

  private func text(_ generator: inout SeededGenerator) -> LocalizedText {
    func one() -> String { Self.texts.randomElement(using: &generator) ?? "" }
    return LocalizedText(inEach: { _ in one() })
  }

  private func kind(_ generator: inout SeededGenerator) -> AnswerKind {
    let options = (0..<Int.random(in: 0...40, using: &generator)).map { number in
      Option(code: "o\(number)", title: text(&generator))
    }
    return switch Int.random(in: 0..<7, using: &generator) {
    case 0, 1: .scale(Scale.allCases.randomElement(using: &generator) ?? .presence)
    case 2: .instruments(options)
    case 3: .oneOf(options)
    case 4: .severalOf(options)
    case 5: .number
    default: .text
    }
  }

  /// Few or many domains, themes and questions, with texts of every kind.
  private func questionnaire(_ generator: inout SeededGenerator) -> Questionnaire {
    func below(_ limit: Int) -> Int { Int.random(in: 1...limit, using: &generator) }
    var scaleTitles: [Scale: [Step: LocalizedText]] = [:]
    for scale in Scale.allCases {
      for step in Step.allCases { scaleTitles[scale, default: [:]][step] = text(&generator) }
    }
    return Questionnaire(
      identity: Questionnaire.sample([]).identity,
      level: .national,
      title: text(&generator),
      notice: text(&generator),
      scaleTitles: scaleTitles,
      domains: (1...below(12)).map { domain in
        Domain(
          number: domain,
          title: text(&generator),
          framework: text(&generator),
          introduction: text(&generator),
          themes: (1...below(3)).map { theme in
            Theme(
              number: theme,
              title: text(&generator),
              questions: (1...below(6)).map { number in
                Question(
                  number: .sample("\(domain).\(theme).\(number)"),
                  text: text(&generator),
                  guidance: Guidance(
                    lookFor: text(&generator),
                    steps: [.established: text(&generator)],
                  ),
                  kind: kind(&generator),
                )
              },
            )
          },
        )
      },
    )
  }

  @Test func areShownWithoutHarmWhateverIsPressed() throws {
    let seed = UInt64.random(in: 0...(.max))
    var generator = SeededGenerator(seed: seed)
    let count = LongRuns.count(4, long: 1000)
    for number in 0..<count {
      let questionnaire = questionnaire(&generator)
      var driver = try AppDriver(
        .sample,
        of: questionnaire,
        language: Language.allCases[number % 3],
        delegation: number % 4 == 3 ? nil : .havenia,
        width: Int.random(in: 1...200, using: &generator),
        height: Int.random(in: 1...60, using: &generator),
      )
      for _ in 0..<40 {
        if let key = Self.keys.randomElement(using: &generator) { driver.press(key) }
        for cell in driver.app.view().cells {
          let scalar = cell.glyph.base
          let isHarmless =
            scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
            && (scalar.value < 0x500 || scalar.properties.generalCategory != .format)
          if !isHarmless { Issue.record("seed \(seed), questionnaire \(number): \(scalar.value)") }
        }
      }
      #expect(driver.app.session.faults(in: questionnaire) == [], "seed \(seed)")
    }
    print("hostile questionnaires: \(count) on the screen, seed \(seed)")
  }
}
