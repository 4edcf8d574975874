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
  package let entries: [String: Entry]

  package init(language: Language, entries: [String: Entry]) {
    self.language = language
    self.entries = entries
  }

  /// Reads a catalogue: an object of keys, each with a text or an object of plural forms.
  ///
  /// - Throws: a `JSONFault` when the text is no JSON. What is neither text nor plural forms
  ///   is left out, and shown by its key.
  package init(language: Language, json bytes: [UInt8]) throws(JSONFault) {
    let value = try JSONReader.read(bytes)
    var entries: [String: Entry] = [:]
    for (key, value) in value.members ?? [] {
      if let text = value.string {
        entries[key] = .text(text)
      } else if let forms = value.members {
        var plural: [PluralCategory: String] = [:]
        for (name, form) in forms {
          guard let category = PluralCategory(rawValue: name) else { continue }
          plural[category] = form.string
        }
        entries[key] = .plural(plural)
      }
    }
    self.init(language: language, entries: entries)
  }
}
