package import Consultation

/// How whole sentences become a paragraph that reads as one text.
///
/// Arabic joins each to the one before by `و`. English and French leave them as they are and only
/// keep from naming the same subject time after time: `The State has adopted … It has also
/// concluded … It publishes …`, and then by its name again.
///
/// Limitations: it knows the subjects with which the statements of the shipped questionnaires begin;
/// sentences that begin otherwise stand beside each other as they are.
package struct SentenceJoining: Sendable {
  /// What a sentence can begin with, and what stands for it when the next one is on the same.
  private struct Subject: Equatable {
    let name: String
    let pronoun: String
  }

  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// The sentences in their order, as one paragraph.
  package func paragraph(_ sentences: [String]) -> String {
    switch language {
    case .arabic:
      sentences.enumerated().map { $0 == 0 ? $1 : "و" + $1 }.joined(separator: " ")
    case .english: referring(sentences, to: Self.english, adding: englishPredicate)
    case .french: referring(sentences, to: Self.french, adding: frenchPredicate)
    }
  }

  /// Several things in a sentence; in Arabic each but the first behind `و`, as prose has it.
  package func list(_ items: [String], words: Words) -> String {
    switch language {
    case .arabic: items.joined(separator: items.count > 2 ? "، و" : " و")
    case .english, .french: words.list(items)
    }
  }

  // MARK: Subjects

  private static let english = [
    Subject(name: "The State ", pronoun: "It "), Subject(name: "The law ", pronoun: "It "),
    Subject(name: "The local authority ", pronoun: "It "),
    Subject(name: "All migrants who lawfully reside in the State ", pronoun: "They "),
    Subject(name: "International students ", pronoun: "They "),
    Subject(name: "Migrants, whatever their migration status, ", pronoun: "They "),
    Subject(name: "The national migration policy or strategy ", pronoun: "It "),
  ]

  private static let french = [
    Subject(name: "L’État ", pronoun: "Il "), Subject(name: "La loi ", pronoun: "Elle "),
    Subject(name: "La collectivité locale ", pronoun: "Elle "),
    Subject(name: "Tous les migrants en séjour régulier ", pronoun: "Ils "),
    Subject(name: "Les étudiants internationaux ", pronoun: "Ils "),
    Subject(name: "Les migrants, quel que soit leur statut migratoire, ", pronoun: "Ils "),
    Subject(name: "La politique ou stratégie nationale de migration ", pronoun: "Elle "),
  ]

  /// Words by which more belongs to the subject: `The State and its partners …`.
  private static let continuing: Set = ["and", "or", "who", "et", "ou", "qui"]

  private func referring(
    _ sentences: [String],
    to subjects: [Subject],
    adding predicate: (_ rest: Substring) -> String,
  ) -> String {
    var before: Subject?
    var repeated = 0
    let joined = sentences.map { sentence -> String in
      let subject = subjects.first { begins(sentence, with: $0) }
      defer { before = subject }
      guard let subject, subject == before else {
        repeated = 0
        return sentence
      }
      repeated += 1
      let rest = sentence.dropFirst(subject.name.count)
      switch repeated % 3 {
      case 1: return subject.pronoun + predicate(rest)
      case 2: return subject.pronoun + rest
      default: return sentence
      }
    }
    return joined.joined(separator: " ")
  }

  private func begins(_ sentence: String, with subject: Subject) -> Bool {
    guard sentence.hasPrefix(subject.name) else { return false }
    let next = sentence.dropFirst(subject.name.count).prefix { $0 != " " }
    return !Self.continuing.contains(String(next))
  }

  // MARK: Predicates

  /// `also` stands behind an auxiliary and before any other verb, such as a `has` that is one.
  private func englishPredicate(_ rest: Substring) -> String {
    let verb = rest.prefix { $0 != " " }
    let after = rest.dropFirst(verb.count)
    let next = after.dropFirst().prefix { $0 != " " && $0 != "," }
    let isAuxiliary =
      switch verb {
      case "is", "are", "may", "can": true
      case "has", "have": next.hasSuffix("ed") || Self.participles.contains(next)
      default: false
      }
    return isAuxiliary ? "\(verb) also\(after)" : "also \(rest)"
  }

  /// Participles that do not end as most do.
  private static let participles: Set<Substring> = [
    "built", "given", "held", "laid", "made", "run", "set", "taken",
  ]

  /// `également` stands behind the verb, and nowhere beside another adverb.
  private func frenchPredicate(_ rest: Substring) -> String {
    let verb = rest.prefix { $0 != " " && $0 != "," }
    let after = rest.dropFirst(verb.count)
    let next = after.dropFirst().prefix { $0 != " " }
    guard !next.hasSuffix("ment") else { return String(rest) }
    return "\(verb) également\(after)"
  }
}
