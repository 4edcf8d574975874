// The model's own types as single texts, where a record is written as JSON.

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { Timestamp($0) }
  }

  package func encode(to encoder: any Encoder) throws { try encoder.write(text) }
}

extension CalendarDate: Codable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { CalendarDate($0) }
  }

  package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension QuestionNumber: Codable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { QuestionNumber($0) }
  }

  package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension DelegationCode: Codable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { DelegationCode($0) }
  }

  package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension Sharing: Codable {}
extension Delegation.Kind: Codable {}
extension Delegation.Mode: Codable {}
extension Delegation.Digits: Codable {}
extension AgendaItem.Kind: Codable {}
extension TranslatedText.Standing: Codable {}

extension TranslatedText: Codable {
  private enum CodingKeys: String, CodingKey { case text, language, translations }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let translations =
      try container.decodeIfPresent([String: Translation].self, forKey: .translations) ?? [:]
    self.init(
      try container.decode(String.self, forKey: .text),
      language: try container.decode(Language.self, forKey: .language),
      translations: Dictionary(
        translations.compactMap { key, value in Language(rawValue: key).map { ($0, value) } },
        uniquingKeysWith: { first, _ in first },
      ),
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(original, forKey: .text)
    try container.encode(language, forKey: .language)
    guard !translations.isEmpty else { return }
    try container.encode(
      Dictionary(uniqueKeysWithValues: translations.map { ($0.key.rawValue, $0.value) }),
      forKey: .translations,
    )
  }
}

extension TranslatedText.Translation: Codable {
  private enum CodingKeys: String, CodingKey { case text, standing, older }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .text),
      standing: try container.decode(TranslatedText.Standing.self, forKey: .standing),
      isOlder: try container.decodeIfPresent(Bool.self, forKey: .older) ?? false,
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(standing, forKey: .standing)
    if isOlder { try container.encode(true, forKey: .older) }
  }
}

extension LocalizedText: Codable {
  private enum CodingKeys: String, CodingKey {
    case arabic = "ar"
    case english = "en"
    case french = "fr"
  }

  package init(from decoder: any Decoder) throws {
    let texts = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      arabic: try texts.decode(String.self, forKey: .arabic),
      english: try texts.decode(String.self, forKey: .english),
      french: try texts.decode(String.self, forKey: .french),
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var texts = encoder.container(keyedBy: CodingKeys.self)
    try texts.encode(self[.arabic], forKey: .arabic)
    try texts.encode(self[.english], forKey: .english)
    try texts.encode(self[.french], forKey: .french)
  }
}

extension Decoder {
  /// A text of a form of its own.
  fileprivate func value<Value>(_ form: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = form(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    return value
  }
}

extension Encoder {
  fileprivate func write(_ text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}
