import Consultation
import Phrases
import Storage

/// The words of a language, in a file that cannot be read.
struct UnreadableWords: Error {
  let path: String

  /// Where, what, and what to do.
  func line(in words: Words) -> String { "\(words.path(path)): \(words(.failureWords))" }
}

extension Assets {
  /// The words of the interface in one language.
  func catalogue(_ language: Language) throws(UnreadableWords) -> Catalogue {
    let file = "phrases/\(language.rawValue).json"
    do {
      return try Catalogue(language: language, json: try bytes(file))
    } catch {
      throw UnreadableWords(path: "\(folder)/\(file)")
    }
  }

  /// The terms of the field.
  func glossary() throws(UnreadableWords) -> Glossary {
    let file = "glossary.json"
    do {
      return try Glossary(json: try bytes(file))
    } catch {
      throw UnreadableWords(path: "\(folder)/\(file)")
    }
  }
}

extension CommandContext {
  /// The words of a language: this run's are there, others are read when they are asked for.
  func catalogue(_ language: Language) throws(UnreadableWords) -> Catalogue {
    language == catalogue.language ? catalogue : try assets.catalogue(language)
  }

  /// The terms of the field, for a command that cannot do without.
  func glossary() throws(Complaint) -> Glossary {
    do throws(UnreadableWords) {
      return try assets.glossary()
    } catch {
      throw Complaint([error.line(in: complaintWords)], .invalidContent)
    }
  }

  /// The words of languages that a command cannot do without.
  func catalogues(of languages: [Language]) throws(Complaint) -> [Language: Catalogue] {
    let (catalogues, unreadable) = readableCatalogues(of: languages)
    guard unreadable.isEmpty else {
      let lines = unreadable.values.map { $0.line(in: complaintWords) }
      throw Complaint(lines.sorted(), .invalidContent)
    }
    return catalogues
  }

  /// The words of those of the languages that can be read, each for itself, and what is wrong with
  /// the others.
  func readableCatalogues(
    of languages: [Language]
  ) -> (catalogues: [Language: Catalogue], unreadable: [Language: UnreadableWords]) {
    var catalogues: [Language: Catalogue] = [:]
    var unreadable: [Language: UnreadableWords] = [:]
    for language in languages {
      do throws(UnreadableWords) {
        catalogues[language] = try catalogue(language)
      } catch {
        unreadable[language] = error
      }
    }
    return (catalogues, unreadable)
  }
}
