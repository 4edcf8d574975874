import Consultation

/// What the sheet of its own says of a questionnaire with elements and statements: read as
/// ``XLSForm`` writes it.
struct XLSFormEdition {
  /// The texts of the sheet, by name and key.
  typealias Own = [String: [String: [Language: String]]]

  private let own: Own

  init(_ own: Own) { self.own = own }

  private func word(_ name: String, _ key: String) -> String? { own[name]?[key]?[.arabic] }

  private func words(_ name: String, _ key: String) -> [String] {
    word(name, key)?.split(separator: " ").map(String.init) ?? []
  }

  private func text(_ name: String, _ key: String) -> LocalizedText? {
    own[name]?[key].flatMap { LocalizedText($0) }
  }

  var earlierEdition: Questionnaire.Identity? {
    own[XLSForm.editionName]?.first.flatMap { id, version in
      version[.arabic].map { Questionnaire.Identity(id: id, version: $0) }
    }
  }

  /// The instruments that the questionnaire lists, in their order.
  var instruments: [Option] {
    own.keys.filter { $0.hasPrefix(XLSForm.instrumentName) }
      .compactMap { name in
        Int(name.dropFirst(XLSForm.instrumentName.count)).map { ($0, name) }
      }
      .sorted { $0.0 < $1.0 }
      .compactMap { instrument($0.1) }
  }

  private func instrument(_ name: String) -> Option? {
    let facts = words(name, "details")
    guard let code = word(name, "code"), Option.isCode(code), let title = text(name, "title"),
      let depositary = text(name, "depositary"), facts.count >= 2, let year = Int(facts[0]),
      InstrumentDetails.years.contains(year),
      let family = InstrumentDetails.Family(rawValue: facts[1])
    else { return nil }
    let regions = facts.dropFirst(2).compactMap { InstrumentDetails.Region(rawValue: $0) }
    return Option(
      code: code,
      title: title,
      details: InstrumentDetails(
        year: year,
        depositary: depositary,
        family: family,
        regions: regions,
      ),
    )
  }

  func statements(_ name: String) -> [Step: LocalizedText] {
    let texts = Step.allCases.compactMap { step in
      text(name, XLSForm.statementKey + step.rawValue).map { (step, $0) }
    }
    return texts.count == Step.allCases.count ? Dictionary(uniqueKeysWithValues: texts) : [:]
  }

  /// The elements that a list of choices offers, each with its statement; its title where the sheet
  /// has none.
  func elements(_ name: String, _ options: [Option]) -> Elements? {
    guard !options.isEmpty else { return nil }
    let all = options.map { option in
      QuestionElement(
        code: option.code,
        title: option.title,
        statement: text(name + XLSForm.elementsEnding, option.code) ?? option.title,
      )
    }
    return Elements(
      all,
      fewerForEstablished: word(name, "elementsForEstablished").flatMap { Int($0) },
    )
  }

  func isPolicyChoice(_ name: String) -> Bool { word(name, "isPolicyChoice") == "true" }

  func tags(_ name: String) -> [QuestionTag] {
    words(name, "tags").compactMap { QuestionTag(rawValue: $0) }
  }

  func origin(_ name: String) -> QuestionOrigin? {
    let words = words(name, "earlier")
    guard let change = words.first.flatMap({ QuestionOrigin.Change(rawValue: $0) }) else {
      return nil
    }
    return QuestionOrigin(change, from: words.dropFirst().compactMap { QuestionNumber($0) })
  }
}
