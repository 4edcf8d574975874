import Consultation
import Foundation
import Testing

@testable import Storage

@Suite struct AssetsTests {
  @Test func areWhereTheEnvironmentSays() throws {
    let folder = try TemporaryFolder()
    let assets = try Assets(environment: ["MAJLIS_ASSETS": folder.path + "/assets"])
    #expect(assets.folder == folder.path + "/assets")
  }

  @Test func areFoundWithoutBeingTold() throws {
    let assets = try Assets(environment: [:])
    #expect(try assets.bytes("templates/blank.json").count > 100)
  }

  @Test func aQuestionnaireOfOnesOwnIsFoundByItsIdentity() throws {
    let folder = try TemporaryFolder()
    let environment = [
      "MAJLIS_ASSETS": folder.path + "/assets", "XDG_DATA_HOME": folder.path + "/data",
    ]
    let own = Questionnaire.Identity(id: "own", version: "2")
    let assets = try Assets(environment: environment)
    #expect(throws: StorageError.invalid([Fault([], .unknownQuestionnaire(own))])) {
      try assets.questionnaire(own)
    }
    try FileSystem.makeFolder(folder.path + "/data/majlis/questionnaires")
    let text = SmallQuestionnaire.text
      .replacingFirst(
        "\"id\": \"small\", \"version\": \"1\"",
        with: "\"id\": \"own\", \"version\": \"2\"",
      )
    try folder.write(text, to: "data/majlis/questionnaires/anything.json")
    try folder.write("{", to: "data/majlis/questionnaires/damaged.json")
    #expect(try assets.questionnaire(own).identity == own)
    let small = Questionnaire.Identity(id: "small", version: "1")
    #expect(try assets.questionnaire(small).identity == small)
  }
}
