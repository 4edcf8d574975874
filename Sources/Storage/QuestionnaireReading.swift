import Consultation
import PlacedJSON

/// From JSON to a questionnaire.
enum QuestionnaireReading {
  /// The questionnaire, or as much of it as can be read; what cannot is reported.
  static func questionnaire(
    _ root: JSONValue,
    domains: [(value: JSONValue, place: [Fault.Place])],
    _ reading: inout FileReading,
  ) -> Questionnaire {
    let id = reading.string("id", of: root, at: [])
    let version = reading.string("version", of: root, at: [])
    let title = reading.localizedText("title", of: root, at: [])
    let notice = reading.localizedText("notice", of: root, at: [])
    let level = reading.required("level", of: root, at: []).flatMap {
      reading.code($0, as: Questionnaire.Level.self, at: [.key("level")])
    }
    let scales = scaleTitles(root, &reading)
    var read: [Domain] = []
    for domain in domains {
      if let domain = self.domain(domain.value, at: domain.place, &reading) { read.append(domain) }
    }
    let none = LocalizedText(arabic: "", english: "", french: "")
    return Questionnaire(
      identity: Questionnaire.Identity(id: id ?? "", version: version ?? ""),
      level: level ?? .national,
      title: title ?? none,
      notice: notice ?? none,
      scaleTitles: scales,
      domains: read,
      earlierNumbers: earlierNumbers(root, &reading),
    )
  }

  /// `"earlier": {"2022.1": {"1.1.2": "1.1.3", "1.1.9": null}}`.
  private static func earlierNumbers(
    _ root: JSONValue,
    _ reading: inout FileReading,
  ) -> [String: [QuestionNumber: QuestionNumber?]] {
    var versions: [String: [QuestionNumber: QuestionNumber?]] = [:]
    guard let earlier = root["earlier"] else { return [:] }
    for (version, value) in reading.members(earlier, at: [.key("earlier")]) {
      let place: [Fault.Place] = [.key("earlier"), .key(version)]
      var numbers: [QuestionNumber: QuestionNumber?] = [:]
      for (old, new) in reading.members(value, at: place) {
        guard let old = QuestionNumber(old) else {
          reading.report(.wrongForm(old), at: place)
          continue
        }
        if case .null = new.kind {
          numbers[old] = .some(nil)
        } else if let text = reading.string(new, at: place + [.question(old)]) {
          guard let number = QuestionNumber(text) else {
            reading.report(.wrongForm(text), at: place + [.question(old)])
            continue
          }
          numbers[old] = number
        }
      }
      versions[version] = numbers
    }
    return versions
  }

  private static func scaleTitles(
    _ root: JSONValue,
    _ reading: inout FileReading,
  ) -> [Scale: [Step: LocalizedText]] {
    var titles: [Scale: [Step: LocalizedText]] = [:]
    guard let scales = reading.required("scales", of: root, at: []) else { return [:] }
    for scale in Scale.allCases {
      let place: [Fault.Place] = [.key("scales"), .key(scale.rawValue)]
      guard let value = reading.required(scale.rawValue, of: scales, at: [.key("scales")]) else {
        continue
      }
      for step in Step.allCases {
        titles[scale, default: [:]][step] =
          reading.localizedText(step.rawValue, of: value, at: place)
      }
    }
    return titles
  }

  private static func domain(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> Domain? {
    guard let number = reading.wholeNumber("number", of: value, at: place) else { return nil }
    let place: [Fault.Place] = [.domain(number)]
    let title = reading.localizedText("title", of: value, at: place)
    let framework = reading.localizedText("framework", of: value, at: place)
    let introduction = reading.localizedText("introduction", of: value, at: place)
    var themes: [Theme] = []
    for theme in reading.array("themes", of: value, at: place) {
      if let theme = self.theme(theme, at: place, &reading) { themes.append(theme) }
    }
    guard let title, let framework, let introduction else { return nil }
    return Domain(
      number: number,
      title: title,
      framework: framework,
      introduction: introduction,
      themes: themes,
    )
  }

  private static func theme(
    _ value: JSONValue,
    at domain: [Fault.Place],
    _ reading: inout FileReading,
  ) -> Theme? {
    guard let number = reading.wholeNumber("number", of: value, at: domain) else { return nil }
    let place = domain + [.theme(number)]
    let title = reading.localizedText("title", of: value, at: place)
    var questions: [Question] = []
    for question in reading.array("questions", of: value, at: place) {
      if let question = self.question(question, at: domain, &reading) {
        questions.append(question)
      }
    }
    return title.map { Theme(number: number, title: $0, questions: questions) }
  }

  private static func question(
    _ value: JSONValue,
    at domain: [Fault.Place],
    _ reading: inout FileReading,
  ) -> Question? {
    guard let text = reading.string("number", of: value, at: domain) else { return nil }
    guard let number = QuestionNumber(text) else {
      reading.report(.wrongForm(text), at: domain + [.key("number")])
      return nil
    }
    let place = domain + [.question(number)]
    let wording = reading.localizedText("text", of: value, at: place)
    let lookFor = reading.localizedText("lookFor", of: value, at: place)
    let kind = kind(value, at: place, &reading)
    var steps: [Step: LocalizedText] = [:]
    if kind?.scale != nil {
      for step in Step.allCases {
        steps[step] = reading.localizedText(step.rawValue, of: value, at: place)
      }
    }
    var condition: Condition?
    if let value = value["condition"] { condition = self.condition(value, at: place, &reading) }
    let objectives = objectives(value, at: place, &reading)
    let subcategories = subcategories(value, at: place, &reading)
    guard let wording, let lookFor, let kind else { return nil }
    return Question(
      number: number,
      text: wording,
      guidance: Guidance(lookFor: lookFor, steps: steps),
      kind: kind,
      condition: condition,
      objectives: objectives,
      subcategories: subcategories,
    )
  }

  private enum KindCode: String, CaseIterable {
    case presence, access, ratification, regularity, oneOf, severalOf, number, date, text
  }

  private static func kind(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> AnswerKind? {
    guard let text = reading.required("kind", of: value, at: place),
      let code = reading.code(text, as: KindCode.self, at: place + [.key("kind")])
    else { return nil }
    switch code {
    case .presence: return .scale(.presence)
    case .access: return .scale(.access)
    case .regularity: return .scale(.regularity)
    case .ratification:
      guard value["instruments"] != nil else { return .scale(.ratification) }
      return .instruments(options("instruments", of: value, at: place, &reading))
    case .oneOf: return .oneOf(options("options", of: value, at: place, &reading))
    case .severalOf: return .severalOf(options("options", of: value, at: place, &reading))
    case .number: return .number
    case .date: return .date
    case .text: return .text
    }
  }

  private static func options(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> [Option] {
    var options: [Option] = []
    guard let list = reading.required(key, of: value, at: place) else { return [] }
    if list.elements?.isEmpty == true { reading.report(.optionsMissing, at: place + [.key(key)]) }
    for element in reading.array(list, at: place + [.key(key)]) {
      let code = reading.formed("code", of: element, at: place + [.key(key)]) {
        Option.isCode($0) ? $0 : nil
      }
      let title = reading.localizedText("title", of: element, at: place + [.key(key)])
      if let code, let title { options.append(Option(code: code, title: title)) }
    }
    return options
  }

  private static func condition(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> Condition? {
    let place = place + [.key("condition")]
    let forms = ["all", "any", "is", "isNot", "not"].filter { value[$0] != nil }
    guard forms.count < 2 else {
      // Only one of them could be heeded, and nobody would see which.
      reading.report(.wrongForm(forms.joined(separator: ", ")), at: place)
      return nil
    }
    if let parts = value["all"] { return .all(conditions(parts, at: place, &reading)) }
    if let parts = value["any"] { return .any(conditions(parts, at: place, &reading)) }
    if let part = value["not"] {
      return condition(part, at: place, &reading).map(Condition.not)
    }
    guard let text = reading.string("question", of: value, at: place) else { return nil }
    guard let number = QuestionNumber(text) else {
      reading.report(.wrongForm(text), at: place + [.key("question")])
      return nil
    }
    let key = value["isNot"] == nil ? "is" : "isNot"
    let codes = reading.array(key, of: value, at: place).compactMap {
      reading.string($0, at: place + [.key(key)])
    }
    return key == "is" ? .isAny(number, of: codes) : .isNone(number, of: codes)
  }

  private static func conditions(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> [Condition] {
    reading.array(value, at: place).compactMap { condition($0, at: place, &reading) }
  }

  private static func objectives(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> [CompactObjective] {
    reading.optionalArray("gcm", of: value, at: place).compactMap { element in
      guard let number = element.wholeNumber else {
        reading.report(.wrongType(expected: .wholeNumber), at: place + [.key("gcm")])
        return nil
      }
      if let objective = CompactObjective(number) { return objective }
      reading.report(.unknownObjective(String(number)), at: place)
      return nil
    }
  }

  private static func subcategories(
    _ value: JSONValue,
    at place: [Fault.Place],
    _ reading: inout FileReading,
  ) -> [SDGSubcategory] {
    reading.optionalArray("sdg", of: value, at: place).compactMap { element in
      guard let code = reading.string(element, at: place + [.key("sdg")]) else { return nil }
      if let subcategory = SDGSubcategory(code) { return subcategory }
      reading.report(.unknownSubcategory(code), at: place)
      return nil
    }
  }
}
