import Foundation
import TestSupport
import Testing

/// The guide to writing a questionnaire, command by command and example by example.
@Suite(.waitsForPrograms) struct QuestionnaireGuideTests {
  /// A piece of the guide between two fences.
  private struct Block {
    let language: String
    let lines: [String]
  }

  private static var guide: [Block] {
    get throws {
      let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Storage/Storage.docc/WritingAQuestionnaire.md")
      var blocks: [Block] = []
      var open: (language: String, lines: [String])?
      for line in try String(contentsOf: sources, encoding: .utf8).components(separatedBy: "\n") {
        if line.hasPrefix("```") {
          if let block = open {
            blocks.append(Block(language: block.language, lines: block.lines))
            open = nil
          } else {
            open = (String(line.dropFirst(3)), [])
          }
        } else {
          open?.lines.append(line)
        }
      }
      return blocks
    }
  }

  @Test func eachCommandSaysWhatStandsThere() throws {
    let program = try Program()
    var count = 0
    for block in try Self.guide where block.language == "console" {
      var lines = block.lines[...]
      while let line = lines.popFirst() {
        try #require(line.hasPrefix("$ majlis "), "\(line)")
        let expected = Array(lines.prefix { !$0.hasPrefix("$ ") })
        lines = lines.dropFirst(expected.count)
        let outcome = try program.run(String(line.dropFirst("$ majlis ".count)))
        let said = outcome.output.split(separator: "\n").map(String.init)
        #expect(said == expected, "\(line): \(outcome)")
        #expect(outcome.status == 0, "\(line): \(outcome)")
        count += 1
      }
    }
    #expect(count >= 6)
  }

  /// A new questionnaire with one more question.
  private func program(adding question: String) throws -> Program {
    let program = try Program()
    try program.run("questionnaire new q --language en")
    let text = Data(try program.text("q/domain-1.json").utf8)
    var domain = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    var themes = try #require(domain["themes"] as? [[String: Any]])
    var questions = try #require(themes[0]["questions"] as? [Any])
    questions.append(try JSONSerialization.jsonObject(with: Data(question.utf8)))
    themes[0]["questions"] = questions
    domain["themes"] = themes
    let new = try JSONSerialization.data(withJSONObject: domain)
    try program.write(String(decoding: new, as: UTF8.self), to: "q/domain-1.json")
    return program
  }

  @Test func eachExampleIsAQuestionOrTheFaultThatIsToldOfIt() throws {
    let blocks = try Self.guide
    var count = 0
    for (index, block) in blocks.enumerated() where block.language == "json" {
      let program = try program(adding: block.lines.joined(separator: "\n"))
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let fault = next?.language == "fault" ? next?.lines.first : nil
      let outcome = try program.run("questionnaire check q --language en")
      if let fault {
        #expect(outcome.output.contains(fault), "\(outcome)")
        #expect(outcome.status == 1, "\(outcome)")
      } else {
        #expect(outcome.output.isEmpty && outcome.status == 0, "\(outcome)")
        let shown = try program.run("questionnaire show q --question 1.1.3 --language en")
        #expect(shown.status == 0, "\(shown)")
      }
      count += 1
    }
    #expect(count >= 3)
  }

  @Test(arguments: ["ar", "en", "fr"])
  func aNewOneIsRightAndHasItsCommentsInOneLanguage(language: String) throws {
    let program = try Program()
    try program.run("questionnaire new mine/water --language \(language)")
    #expect(try program.run("questionnaire check mine/water").status == 0)
    let text = try program.text("mine/water/questionnaire.json")
    #expect(text.contains("\"id\": \"water\""))
    let comments = [
      "ar": "اكتبوا عنوانكم", "en": "Write a title and a notice", "fr": "Écrivez ici votre titre",
    ]
    for (other, comment) in comments { #expect(text.contains(comment) == (other == language)) }
    // What is there already is not written over.
    let again = try program.run("questionnaire new mine/water --language en")
    #expect(again.status == 73)
    #expect(try program.text("mine/water/questionnaire.json") == text)
  }

  /// A bad file for each thing that would not serve who answers, and exactly what is said of it.
  @Test(arguments: [
    (
      ##""condition": {"all": [{"question": "1.1.1", "is": ["established"]}, {"question": "1.1.1", "is": ["absent"]}]}, "gcm": [1]"##,
      [
        "q: المجال 1، السؤال 1.1.3: لا تؤدي أي إجابة عن الأسئلة السابقة إلى هذا السؤال؛ صححوا شرطه أو شروطها",
        "q: domain 1, question 1.1.3: no answer to the questions before it leads here; correct its condition or theirs",
        "q: domaine 1, question 1.1.3: aucune réponse aux questions précédentes ne mène ici ; corrigez sa condition ou les leurs",
      ],
    ),
    (
      ##""gcm": []"##,
      [
        "q: المجال 1، السؤال 1.1.3: السؤال غير مرتبط بأي هدف من أهداف الاتفاق العالمي، خلافا لغيره؛ اذكروا هدفا في «gcm»",
        "q: domain 1, question 1.1.3: it is linked to no objective of the Global Compact, as others are; name one as “gcm”",
        "q: domaine 1, question 1.1.3: elle n’est reliée à aucun objectif du Pacte mondial, contrairement à d’autres ; indiquez-en un dans « gcm »",
      ],
    ),
    (
      ##""gcm": [1], "kind": "oneOf", "options": [{"code": "a", "title": {"ar": "أ", "en": "LONG", "fr": "a"}}]"##,
      [
        "q: المجال 1، السؤال 1.1.3: النص الإنكليزي يشغل أكثر من 18 سطرا بعرض 80 عمودا؛ اختصروه",
        "q: domain 1, question 1.1.3: the English text takes more than 18 rows of 80 columns; shorten it",
        "q: domaine 1, question 1.1.3: le texte anglais occupe plus de 18 lignes de 80 colonnes ; raccourcissez-le",
      ],
    ),
  ])
  func saysWhatWouldNotServeWhoAnswers(members: String, lines: [String]) throws {
    let words = #"{"ar": "متى؟", "en": "When?", "fr": "Quand ?"}"#
    let kind = members.contains("\"kind\"") ? "" : "\"kind\": \"date\", "
    let long = String(repeating: "long ", count: 300)
    let question = """
      {"number": "1.1.3", "text": \(words), "lookFor": \(words), \(kind)\
      \(members.replacing("LONG", with: long))}
      """
    let program = try program(adding: question)
    for (language, line) in zip(["ar", "en", "fr"], lines) {
      let outcome = try program.run("questionnaire check q --language \(language)")
      #expect(outcome.output == line + "\n", "\(language)")
      #expect(outcome.status == 1)
    }
  }
}
