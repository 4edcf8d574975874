import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Storage

@Suite struct QuestionnaireFileTests {
  /// The lines that a check prints, in English, of the sample with one thing changed.
  private func lines(replacing old: String, with new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let range = try #require(SmallQuestionnaire.text.range(of: old))
    let text = SmallQuestionnaire.text.replacingCharacters(in: range, with: new)
    try folder.write(text, to: "q.json")
    do throws(StorageError) {
      _ = try QuestionnaireFile.read(folder.path + "/q.json")
      return []
    } catch {
      let words = try Words.english()
      return error.faults.map { words.line($0, file: "q.json") }
    }
  }

  @Test(
    arguments: [
      (
        "\"fr\": \"Text 2.1.3? é\"", "\"fr\": \"\"",
        "q.json: domain 2, question 2.1.3: the French text is missing",
      ),
      (
        "\"ar\": \"Look 1.1.1. ع\", ", "",
        "q.json: domain 1, question 1.1.1, lookFor: the Arabic text is missing",
      ),
      (
        "\"number\": \"2.1.2\"", "\"number\": \"2.1.1\"",
        "q.json: domain 2, question 2.1.1: the number is used twice",
      ),
      (
        "\"question\": \"1.1.1\"", "\"question\": \"7.1.1\"",
        """
        q.json: domain 1, question 1.1.3: the condition names question 7.1.1, which does not exist
        """,
      ),
      (
        "\"gcm\": [1, 23]", "\"gcm\": [1, 24]",
        """
        q.json: domain 1, question 1.1.1: there is no objective 24 of the Global Compact; \
        they go from 1 to 23
        """,
      ),
      (
        "\"sdg\": [\"1a\"]", "\"sdg\": [\"7a\"]",
        """
        q.json: domain 1, question 1.1.2: there is no sub-category 7a of SDG indicator 10.7.2; \
        they go from 1a to 6e
        """,
      ),
      (
        "\"kind\": \"date\"", "\"kind\": \"moon\"",
        """
        q.json: domain 2, question 2.1.4, kind: “moon” is not known here; use presence, access, \
        ratification, regularity, oneOf, severalOf, number, date, text
        """,
      ),
      (
        "\"number\": \"2.1.2\"", "\"number\": \"one\"",
        "q.json: domain 2, number: “one” does not have the right form",
      ),
      (
        "\"id\": \"small\"", "\"id\": 5",
        "q.json: id: this should be text",
      ),
      (
        "majlis-questionnaire", "something-else",
        "q.json: this is not a questionnaire of Majlis",
      ),
    ]
  )
  func saysWhatIsWrongAndWhere(old: String, new: String, line: String) throws {
    #expect(try lines(replacing: old, with: new) == [line])
  }

  @Test func theShippedQuestionnaireIsSoundAndHasItsNinetyEightQuestions() throws {
    let questionnaire = try QuestionnaireFile.read(
      Words.assetsFolder + "/questionnaires/mgi-national"
    )
    #expect(questionnaire.questions.count == 98)
    #expect(questionnaire.domains.map(\.questions.count) == [18, 19, 14, 18, 14, 15])
    let objectives = Set(questionnaire.questions.flatMap(\.objectives))
    #expect(objectives.count == 23)
    #expect(Set(questionnaire.questions.flatMap(\.subcategories)).count == 30)
    let scales = questionnaire.questions.compactMap(\.kind.scale)
    #expect(scales.count { $0 == .presence } == 70)
    #expect(scales.count { $0 == .access } == 14)
    #expect(scales.count { $0 == .regularity } == 12)
    #expect(scales.count { $0 == .ratification } == 2)
  }

  @Test func theOneForLocalAuthoritiesAsksNinetyOneQuestionsAndNothingThatIsAskedOfStates() throws {
    let assets = Assets(folder: Words.assetsFolder)
    let questionnaire = try assets.questionnaire(
      Questionnaire.Identity(id: "mgi-local", version: "2026.1")
    )
    #expect(questionnaire.level == .local)
    #expect(questionnaire.questions.count == 91)
    #expect(questionnaire.domains.map(\.questions.count) == [16, 15, 15, 16, 14, 15])
    #expect(questionnaire.questions.count { $0.elements != nil } == 55)
    #expect(questionnaire.questions.allSatisfy { !$0.objectives.isEmpty })
    // Indicator 10.7.2 is asked of governments; so are treaties.
    #expect(questionnaire.questions.allSatisfy { $0.subcategories.isEmpty })
    #expect(questionnaire.questions.allSatisfy { $0.kind.scale != .ratification })
    #expect(questionnaire.instruments.isEmpty && questionnaire.earlierEdition == nil)
    #expect(assets.questionnairePath(named: "mgi-local")?.hasSuffix("/mgi-local-2026.1") == true)
    #expect(assets.questionnairePath(named: "mgi-national")?.hasSuffix("/mgi-national") == true)
    #expect(assets.questionnairePath(named: "mgi") == nil)
  }
}
