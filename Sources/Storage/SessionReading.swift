import Consultation
import PlacedJSON

/// From JSON to a session, by the contract of the session file.
struct SessionReading {
  /// What a question is answered with, which tells a date from a text.
  let kindOf: (QuestionNumber) -> AnswerKind?
  private(set) var reading = FileReading()

  init(kindOf: @escaping (QuestionNumber) -> AnswerKind?) { self.kindOf = kindOf }

  mutating func session(_ root: JSONValue) -> Session? {
    let id = reading.string("id", of: root, at: [])
    let identity = Self.identity(of: root, &reading)
    var workshop: Workshop?
    if let value = reading.required("workshop", of: root, at: []) {
      workshop = self.workshop(value)
    }
    let delegations = delegations(root)
    let history = reading.array("history", of: root, at: []).compactMap { change($0) }
    guard let id, let identity, let workshop, reading.faults.isEmpty else { return nil }
    return Session(
      id: id,
      questionnaire: identity,
      workshop: workshop,
      delegations: delegations,
      history: history,
    )
  }

  /// The questionnaire that a session answers.
  static func identity(
    of root: JSONValue,
    _ reading: inout FileReading,
  ) -> Questionnaire.Identity? {
    guard let value = reading.required("questionnaire", of: root, at: []) else { return nil }
    let place: [Fault.Place] = [.key("questionnaire")]
    let id = reading.string("id", of: value, at: place)
    let version = reading.string("version", of: value, at: place)
    guard let id, let version else { return nil }
    return Questionnaire.Identity(id: id, version: version)
  }

  // MARK: Workshop

  private mutating func workshop(_ value: JSONValue) -> Workshop? {
    let place: [Fault.Place] = [.key("workshop")]
    guard let title = text("title", of: value, at: place, isRequired: true) else { return nil }
    var workshop = Workshop(title: title, place: text("place", of: value, at: place))
    for day in reading.optionalArray("days", of: value, at: place) {
      if let day = date(day, at: place + [.key("days")]) { workshop.days.append(day) }
    }
    for item in reading.array("agenda", of: value, at: place) {
      if let item = self.item(item, at: place + [.key("agenda")]) { workshop.agenda.append(item) }
    }
    for matter in reading.array("parkingLot", of: value, at: place) {
      let place = place + [.key("parkingLot")]
      let id = reading.string("id", of: matter, at: place)
      let text = reading.string("text", of: matter, at: place)
      if let id, let text { workshop.parkingLot.append(ParkedMatter(id: id, text: text)) }
    }
    for step in reading.array("actions", of: value, at: place) {
      if let step = self.step(step, at: place + [.key("actions")]) {
        workshop.actions.append(step)
      }
    }
    return workshop
  }

  private mutating func item(_ value: JSONValue, at place: [Fault.Place]) -> AgendaItem? {
    let id = reading.string("id", of: value, at: place)
    let kind = reading.required("kind", of: value, at: place).flatMap {
      reading.code($0, as: AgendaItem.Kind.self, at: place + [.key("kind")])
    }
    let title = text("title", of: value, at: place, isRequired: true)
    let minutes = reading.wholeNumber("minutes", of: value, at: place)
    let start = reading.string("start", of: value, at: place)
    guard let id, let kind, let title, let minutes, let start else { return nil }
    let parts = start.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]),
      (0...1440).contains(minutes)
    else {
      reading.report(.wrongForm(start), at: place + [.key("start")])
      return nil
    }
    return AgendaItem(
      id: id,
      kind: kind,
      title: title,
      start: parts[0] * 60 + parts[1],
      minutes: minutes,
    )
  }

  private mutating func step(_ value: JSONValue, at place: [Fault.Place]) -> NextStep? {
    let id = reading.string("id", of: value, at: place)
    let text = reading.string("text", of: value, at: place)
    let owner = reading.string("owner", of: value, at: place)
    let due = value["due"].flatMap { date($0, at: place + [.key("due")]) }
    guard let id, let text, let owner else { return nil }
    return NextStep(id: id, text: text, owner: owner, due: due)
  }

  // MARK: Delegations

  private mutating func delegations(_ root: JSONValue) -> [Delegation] {
    var byCode: [DelegationCode: Delegation] = [:]
    guard let value = reading.required("delegations", of: root, at: []) else { return [] }
    for (key, value) in reading.members(value, at: [.key("delegations")]) {
      guard let code = DelegationCode(key) else {
        reading.report(.wrongForm(key), at: [.key("delegations")])
        continue
      }
      if let delegation = delegation(value, code: code) { byCode[code] = delegation }
    }
    var order: [DelegationCode] = []
    for element in reading.optionalArray("order", of: root, at: []) {
      guard let text = reading.string(element, at: [.key("order")]) else { continue }
      guard let code = DelegationCode(text), byCode[code] != nil else {
        reading.report(.unknownDelegation(text), at: [.key("order")])
        continue
      }
      order.append(code)
    }
    order += byCode.keys.filter { !order.contains($0) }.sorted()
    return order.compactMap { byCode[$0] }
  }

  private mutating func delegation(_ value: JSONValue, code: DelegationCode) -> Delegation? {
    let place: [Fault.Place] = [.delegation(code.description)]
    let shortName = reading.localizedText("shortName", of: value, at: place)
    let officialName = reading.localizedText("officialName", of: value, at: place)
    guard let shortName, let officialName else { return nil }
    var delegation = Delegation(code: code, shortName: shortName, officialName: officialName)
    if let kind = reading.optionalCode("kind", of: value, as: Delegation.Kind.self, at: place) {
      delegation.kind = kind
    }
    if let mode = reading.optionalCode("mode", of: value, as: Delegation.Mode.self, at: place) {
      delegation.mode = mode
    }
    if let digits = reading.optionalCode(
      "digits",
      of: value,
      as: Delegation.Digits.self,
      at: place,
    ) {
      delegation.digits = digits
    }
    delegation.languages = reading.optionalArray("languages", of: value, at: place).compactMap {
      reading.code($0, as: Language.self, at: place + [.key("languages")])
    }
    for delegate in reading.optionalArray("delegates", of: value, at: place) {
      let place = place + [.key("delegates")]
      if let delegate = self.delegate(delegate, at: place) {
        delegation.delegates.append(delegate)
      }
    }
    if let answers = value["answers"] {
      for (key, value) in reading.members(answers, at: place + [.key("answers")]) {
        guard let number = QuestionNumber(key) else {
          reading.report(.wrongForm(key), at: place + [.key("answers")])
          continue
        }
        var answerReading = AnswerReading(kind: kindOf(number), reading: reading)
        delegation.answers[number] = answerReading.answer(value, at: place + [.question(number)])
        reading = answerReading.reading
      }
    }
    return delegation
  }

  private mutating func delegate(_ value: JSONValue, at place: [Fault.Place]) -> Delegate? {
    let id = reading.string("id", of: value, at: place)
    let name = reading.string("name", of: value, at: place)
    guard let id, let name else { return nil }
    return Delegate(
      id: id,
      name: name,
      institution: reading.optionalString("institution", of: value, at: place) ?? "",
      role: reading.optionalString("role", of: value, at: place) ?? "",
      isOnline: value["mode"]?.string == "online",
    )
  }

  // MARK: History

  private mutating func change(_ value: JSONValue) -> Change? {
    let place: [Fault.Place] = [.key("history")]
    let id = reading.string("id", of: value, at: place)
    let by = reading.string("by", of: value, at: place)
    let at = reading.string("at", of: value, at: place)
    let code = reading.string("delegation", of: value, at: place)
    let question = reading.string("question", of: value, at: place)
    let what = reading.required("what", of: value, at: place).flatMap {
      reading.code($0, as: PartCode.self, at: place + [.key("what")])
    }
    let to = reading.required("to", of: value, at: place)
    let was = reading.required("was", of: value, at: place)
    guard let id, let by, let at, let code, let question, let what, let to, let was else {
      return nil
    }
    guard let time = Timestamp(at), let code = DelegationCode(code),
      let number = QuestionNumber(question)
    else {
      reading.report(.wrongForm(id), at: place)
      return nil
    }
    var answerReading = AnswerReading(kind: kindOf(number), reading: reading)
    let whatPart = answerReading.part(what, to, at: place + [.key(id)])
    let wasPart = answerReading.part(what, was, at: place + [.key(id)])
    reading = answerReading.reading
    guard let whatPart, let wasPart else { return nil }
    return Change(
      stamp: Change.Stamp(id: id, at: time, by: by),
      delegation: code,
      question: number,
      what: whatPart,
      was: wasPart,
      undoes: reading.optionalString("undoes", of: value, at: place),
    )
  }

  // MARK: Parts

  private mutating func date(_ value: JSONValue, at place: [Fault.Place]) -> CalendarDate? {
    guard let text = reading.string(value, at: place) else { return nil }
    if let date = CalendarDate(text) { return date }
    reading.report(.wrongForm(text), at: place)
    return nil
  }

  private mutating func text(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
    isRequired: Bool = false,
  ) -> TranslatedText? {
    if !isRequired, value[key] == nil { return nil }
    return reading.translatedText(key, of: value, at: place)
  }
}

extension FileReading {
  /// A text as typed, with its language and its translations beside it.
  mutating func translatedText(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
  ) -> TranslatedText? {
    guard let original = string(key, of: value, at: place) else { return nil }
    let language = optionalCode("\(key)Language", of: value, as: Language.self, at: place)
    var text = TranslatedText(original, language: language ?? .arabic)
    guard let translations = value["\(key)Translations"] else { return text }
    let place = place + [.key("\(key)Translations")]
    for (name, translation) in members(translations, at: place) {
      guard let language = Language(rawValue: name) else {
        report(.unknownCode(name, allowed: Language.allCases.map(\.rawValue)), at: place)
        continue
      }
      let standing = optionalCode(
        "standing",
        of: translation,
        as: TranslatedText.Standing.self,
        at: place,
      )
      if let words = string("text", of: translation, at: place) {
        text.translations[language] = TranslatedText.Translation(
          words,
          standing: standing ?? .human,
        )
      }
    }
    return text
  }
}
