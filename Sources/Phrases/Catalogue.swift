package import Consultation
package import PlacedJSON

/// The words of the interface in one language, as `Assets/phrases` holds them.
package struct Catalogue: Equatable, Sendable {
  /// A phrase as the file has it: one text, or one for each plural form.
  package enum Entry: Equatable, Sendable {
    case text(String)
    case plural([PluralCategory: String])
  }

  package let language: Language
  /// What states read, and all others where nothing else is said.
  package let entries: [String: Entry]
  /// What others read of it in other words.
  package let variants: [Delegation.Kind: [String: Entry]]

  package init(
    language: Language,
    entries: [String: Entry],
    variants: [Delegation.Kind: [String: Entry]] = [:],
  ) {
    self.language = language
    self.entries = entries
    self.variants = variants
  }

  /// Reads a catalogue: an object of keys, each with a text or an object of plural forms, or with
  /// one of the two for each kind of delegation.
  ///
  /// - Throws: a `JSONFault` when the text is no JSON. What is neither text nor plural forms
  ///   is left out, and shown by its key.
  package init(language: Language, json bytes: [UInt8]) throws(JSONFault) {
    let value = try JSONReader.read(bytes)
    var entries: [String: Entry] = [:]
    var variants: [Delegation.Kind: [String: Entry]] = [:]
    for (key, value) in value.members ?? [] {
      entries[key] = Entry(value[Delegation.Kind.state.rawValue] ?? value)
      for kind in Delegation.Kind.allCases where kind != .state {
        guard let variant = value[kind.rawValue] else { continue }
        variants[kind, default: [:]][key] = Entry(variant)
      }
    }
    self.init(language: language, entries: entries, variants: variants)
  }
}

extension Catalogue.Entry {
  /// - Returns: `nil` where it is neither a text nor an object.
  fileprivate init?(_ value: JSONValue) {
    if let text = value.string {
      self = .text(text)
      return
    }
    guard let forms = value.members else { return nil }
    var plural: [PluralCategory: String] = [:]
    for (name, form) in forms {
      guard let category = PluralCategory(rawValue: name) else { continue }
      plural[category] = form.string
    }
    self = .plural(plural)
  }
}
