import Consultation
import PlacedJSON

extension JSONForm where Value == Question {
  /// A question is told by its number, and by its domain: that has the theme in it.
  static let question = JSONForm(
    JSONFields(
      JSONField("number", \.number, JSONForm<QuestionNumber>.question),
      JSONField("text", \.text, .localizedText),
      JSONField("lookFor", \.guidance.lookFor, .localized),
      .kind,
      .steps,
      JSONField("condition", \.condition, optional: .condition),
      JSONField("gcm", \.objectives, .list(of: .objective), omitting: []),
      JSONField("sdg", \.subcategories, .list(of: .subcategory), omitting: []),
      JSONField({ EditionParts(of: $0) }, EditionParts.fields),
    ) { number, text, lookFor, kind, steps, condition, objectives, subcategories, parts in
      Question(
        number: number,
        text: text,
        guidance: Guidance(lookFor: lookFor, steps: steps),
        kind: kind,
        condition: condition,
        objectives: objectives,
        subcategories: subcategories,
        elements: parts.elements,
        statements: parts.statements,
        isPolicyChoice: parts.isPolicyChoice,
        tags: parts.tags,
        origin: parts.origin,
      )
    },
    told: { path, value in
      let question = value["number"]?.string.flatMap { QuestionNumber($0) }
        .map { [Fault.Place.question($0)] }
      return Path(places: path.outer.outer.places + (question ?? []), steps: nil)
    },
  )
}

extension JSONField where Whole == Question, Part == [Step: LocalizedText] {
  /// What would make the question be answered with each step, where it has them.
  fileprivate static var steps: JSONField {
    JSONField(
      keys: Step.allCases.map(\.rawValue),
      read: { object, way, reading in
        let kind = object.value["kind"]?.string.flatMap { KindCode(rawValue: $0) }
        guard kind?.scale != nil else { return [:] }
        var steps: Part = [:]
        for step in Step.allCases {
          steps[step] = object.required(step.rawValue, .localized, way, &reading)
        }
        return steps
      },
      write: { question, members in
        for step in Step.allCases {
          guard let text = question.guidance.steps[step] else { continue }
          members.append((step.rawValue, JSONForm.localized.write(text)))
        }
      },
    )
  }
}

// MARK: Kinds of answers

private enum KindCode: String, CaseIterable {
  case presence, access, ratification, regularity, oneOf, severalOf, number, date, text

  var scale: Scale? { Scale(rawValue: rawValue) }
}

extension AnswerKind {
  /// What it is called, and the key under which it has its options.
  fileprivate var code: (name: String, options: String?) {
    switch self {
    case .scale(let scale): (scale.rawValue, nil)
    case .instruments: (Scale.ratification.rawValue, "instruments")
    case .oneOf: ("oneOf", "options")
    case .severalOf: ("severalOf", "options")
    case .number: ("number", nil)
    case .date: ("date", nil)
    case .text: ("text", nil)
    }
  }
}

extension JSONField where Whole == Question, Part == AnswerKind {
  /// What it is answered with, and the options or instruments that there are.
  fileprivate static var kind: JSONField {
    JSONField(
      keys: ["kind", "instruments", "options"],
      read: { object, way, reading in
        func options(_ key: String, _ form: JSONForm<[Option]> = .options) -> [Option] {
          object.required(key, form, way, &reading) ?? []
        }
        let code = object.required("kind", JSONForm<KindCode>.code, way, &reading)
        switch code {
        case .ratification where object.value["instruments"] != nil:
          return .instruments(options("instruments", .namedInstruments))
        case .presence, .access, .ratification, .regularity:
          return code?.scale.map(AnswerKind.scale)
        case .oneOf: return .oneOf(options("options"))
        case .severalOf: return .severalOf(options("options"))
        case .number: return .number
        case .date: return .date
        case .text: return .text
        case nil: return nil
        }
      },
      write: { question, members in
        let (name, key) = question.kind.code
        members.append(("kind", .string(name)))
        if let key {
          members.append((key, JSONForm<[Option]>.namedInstruments.write(question.kind.options)))
        }
      },
    )
  }
}

extension JSONForm where Value == [Option] {
  /// At least one.
  fileprivate static let options = atLeastOne(of: .option)

  /// The instruments of a question, by their codes where the questionnaire lists them.
  fileprivate static let namedInstruments = atLeastOne(of: .namedInstrument)

  private static func atLeastOne(of option: JSONForm<Option>) -> JSONForm {
    let list = JSONForm.list(of: option)
    return JSONForm(
      read: { value, way, reading in
        if value.elements?.isEmpty == true { reading.report(.optionsMissing, at: way) }
        return list.read(value, way, &reading)
      },
      write: { list.write($0) },
    )
  }
}

extension JSONForm where Value == CompactObjective {
  /// One that there is not is the question's fault.
  fileprivate static let objective = JSONForm(
    read: { value, way, reading in
      guard let number = value.wholeNumber else {
        reading.report(wrongType: .wholeNumber, at: way, of: value)
        return nil
      }
      if let objective = CompactObjective(number) { return objective }
      reading.report(.unknownObjective(String(number)), at: { way().outer })
      return nil
    },
    write: { .number($0.number) },
  )
}

extension JSONForm where Value == SDGSubcategory {
  /// One that there is not is the question's fault.
  fileprivate static let subcategory = JSONForm(
    read: { value, way, reading in
      guard let code = JSONForm<String>.string.read(value, way, &reading) else { return nil }
      if let subcategory = SDGSubcategory(code) { return subcategory }
      reading.report(.unknownSubcategory(code), at: { way().outer })
      return nil
    },
    write: { .string($0.description) },
  )
}
