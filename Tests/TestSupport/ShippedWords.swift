package import Consultation
package import Phrases
import Foundation
import Storage

extension Words {
  /// The folder of the assets in the checkout that the tests were built from.
  package static let assetsFolder: String = {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Assets").path
  }()

  /// The catalogue that is shipped for a language.
  package static func catalogue(_ language: Language) throws -> Catalogue {
    let path = "\(assetsFolder)/phrases/\(language.rawValue).json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try Catalogue(language: language, json: Array(data))
  }

  package static func catalogues() throws -> [Language: Catalogue] {
    try Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, try catalogue($0)) })
  }

  package static func shipped(
    _ language: Language,
    about respondent: Delegation.Kind = .state,
    digits: Digits = .western,
  ) throws -> Words {
    Words(try catalogue(language), about: respondent, digits: digits)
  }

  /// The national questionnaire that is shipped.
  package static func shippedQuestionnaire() throws -> Questionnaire {
    try QuestionnaireFile.read(assetsFolder + "/questionnaires/mgi-national")
  }

  /// All that are shipped, of every edition and for every kind of respondent.
  package static func shippedQuestionnaires() throws -> [Questionnaire] {
    try Assets(folder: assetsFolder).questionnairePaths.map { path throws(StorageError) in
      try QuestionnaireFile.read(path)
    }
  }

  package static func english() throws -> Words { try shipped(.english) }
}

extension Glossary {
  /// The glossary that is shipped.
  package static func shipped() throws -> Glossary {
    let path = "\(Words.assetsFolder)/glossary.json"
    return try Glossary(json: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}

extension Catalogue {
  /// A phrase as those read it whom a questionnaire asks.
  package func entry(_ key: String, for respondent: Delegation.Kind) -> Catalogue.Entry? {
    variants[respondent]?[key] ?? entries[key]
  }
}
