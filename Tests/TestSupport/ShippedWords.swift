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

  // What is shipped is read once for all tests, which are some thousand.
  private static let allCatalogues = Result {
    try Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        let path = "\(assetsFolder)/phrases/\(language.rawValue).json"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return (language, try Catalogue(language: language, json: Array(data)))
      }
    )
  }

  private static let allQuestionnaires = Result {
    try Assets(folder: assetsFolder).questionnairePaths.map { path throws(StorageError) in
      try QuestionnaireFile.read(path)
    }
  }

  private struct Missing: Error { let name: String }

  package static func catalogues() throws -> [Language: Catalogue] { try allCatalogues.get() }

  /// The catalogue that is shipped for a language.
  package static func catalogue(_ language: Language) throws -> Catalogue {
    guard let catalogue = try catalogues()[language] else { throw Missing(name: "\(language)") }
    return catalogue
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
    try shippedQuestionnaire("mgi-national", "2023.1")
  }

  static func shippedQuestionnaire(_ id: String, _ version: String) throws -> Questionnaire {
    let identity = Questionnaire.Identity(id: id, version: version)
    let found = try shippedQuestionnaires().first { $0.identity == identity }
    guard let found else { throw Missing(name: "\(identity)") }
    return found
  }

  /// All that are shipped, of every edition and for every kind of respondent.
  package static func shippedQuestionnaires() throws -> [Questionnaire] {
    try allQuestionnaires.get()
  }

  package static func english() throws -> Words { try shipped(.english) }
}

extension Glossary {
  private static let read = Result {
    let path = "\(Words.assetsFolder)/glossary.json"
    return try Glossary(json: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// The glossary that is shipped.
  package static func shipped() throws -> Glossary { try read.get() }
}

extension Catalogue {
  /// A phrase as those read it whom a questionnaire asks.
  package func entry(_ key: String, for respondent: Delegation.Kind) -> Catalogue.Entry? {
    variants[respondent]?[key] ?? entries[key]
  }
}
