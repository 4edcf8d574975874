import Consultation
import PlacedJSON

extension Form where Value == Questionnaire {
  /// A questionnaire as one file; of one that is wrong, as much of it as can be read.
  static let questionnaire = questionnaire(of: .list(of: .domain))

  /// The same with domains that stand elsewhere.
  static func questionnaire(of domains: Form<[Domain]>) -> Form {
    let none = LocalizedText(arabic: "", english: "", french: "")
    return Form(
      Fields(
        Field("id", \.identity.id, .string).or(""),
        Field("version", \.identity.version, .string).or(""),
        Field("title", \.title, .localized).or(none),
        Field("notice", \.notice, .localized).or(none),
        Field("level", \.level, .code).or(.national),
        Field("scales", \.scaleTitles, .scales).or([:]),
        Field("domains", \.domains, domains).or([]),
        Field("earlier", \.earlierNumbers, .earlier, omitting: [:]),
      ) { id, version, title, notice, level, scales, domains, earlier in
        Questionnaire(
          identity: Questionnaire.Identity(id: id, version: version),
          level: level,
          title: title,
          notice: notice,
          scaleTitles: scales,
          domains: domains,
          earlierNumbers: earlier,
        )
      },
      constants: ["format": .string(QuestionnaireFile.format), "formatVersion": .number(1)],
    )
  }
}

extension Form where Value == [String: [QuestionNumber: QuestionNumber?]] {
  /// `{"2022.1": {"1.1.2": "1.1.3", "1.1.9": null}}`.
  fileprivate static let earlier = Form.table(
    .any,
    of: .table(
      Form<QuestionNumber>.Name(
        value: { QuestionNumber($0) },
        text: \.description,
        place: { path, number, _ in path.to(.members, told: [.question(number)]) },
      ),
      of: .optional(.question),
    ),
  )
}

extension Form {
  /// `null` where there is nothing.
  fileprivate static func optional<Wrapped>(_ form: Form<Wrapped>) -> Form
  where Value == Wrapped? {
    Form(
      read: { value, way, reading in
        if case .null = value.kind { return .some(nil) }
        return form.read(value, way, &reading).map { .some($0) }
      },
      write: { $0.map(form.write) ?? JSONValue(.null) },
    )
  }
}

extension Form where Value == [Scale: [Step: LocalizedText]] {
  fileprivate static let scales = Form.each(.steps, missing: [:])
}

extension Form where Value == [Step: LocalizedText] {
  fileprivate static let steps = Form.each(.localized)
}

extension Form {
  /// An object that has a key for each case of a type, and `missing` for one that has nothing.
  fileprivate static func each<Key: CaseIterable & RawRepresentable<String> & Hashable, Part>(
    _ form: Form<Part>,
    missing: Part? = nil,
  ) -> Form where Value == [Key: Part], Key: Sendable, Part: Sendable {
    Form(
      read: { value, way, reading in
        guard var object = ObjectReading(value) else {
          reading.report(wrongType: .object, at: way, of: value)
          return nil
        }
        var parts: Value = [:]
        for key in Key.allCases {
          parts[key] = object.required(key.rawValue, form, way, &reading)
        }
        return parts
      },
      write: { parts in
        .object(
          Key.allCases.compactMap { key in
            (parts[key] ?? missing).map { (key.rawValue, form.write($0)) }
          }
        )
      },
    )
  }
}

// MARK: Domains

extension Form where Value == [Domain] {
  /// Domains that were found where the file says, each with the file that it is in.
  static func domains(_ found: [(value: JSONValue, place: [Fault.Place])]) -> Form {
    Form(
      read: { value, way, reading in
        guard value.elements != nil else {
          reading.report(wrongType: .array, at: way, of: value)
          return nil
        }
        return found.compactMap { found in
          Form<Domain>.domain.read(
            found.value,
            { Path(places: found.place, steps: nil) },
            &reading,
          )
        }
      },
      write: Form.list(of: Form<Domain>.domain).write,
    )
  }
}

extension Form where Value == Domain {
  /// A domain is told by its number, once that is read.
  static let domain = Form(
    Fields(
      Field("number", \.number, .anyNumber),
      Field("title", \.title, .localized),
      Field("framework", \.framework, .localized),
      Field("introduction", \.introduction, .localized),
      Field("themes", \.themes, .list(of: .theme)).or([]),
      make: Domain.init,
    ),
    told: { path, value in
      guard let number = value["number"]?.wholeNumber else { return path }
      return Path(places: [.domain(number)], steps: nil)
    },
  )
}

extension Form where Value == Theme {
  fileprivate static let theme = Form(
    Fields(
      Field("number", \.number, .anyNumber),
      Field("title", \.title, .localized),
      Field("questions", \.questions, .list(of: .question)).or([]),
      make: Theme.init,
    ),
    told: { path, value in
      let theme = value["number"]?.wholeNumber.map { [Fault.Place.theme($0)] }
      return Path(places: path.outer.places + (theme ?? []), steps: nil)
    },
  )
}

extension Form where Value == Question {
  /// A question is told by its number, and by its domain: that has the theme in it.
  fileprivate static let question = Form(
    Fields(
      Field("number", \.number, Form<QuestionNumber>.question),
      Field("text", \.text, .localizedText),
      Field("lookFor", \.guidance.lookFor, .localized),
      .kind,
      .steps,
      Field("condition", \.condition, optional: .condition),
      Field("gcm", \.objectives, .list(of: .objective), omitting: []),
      Field("sdg", \.subcategories, .list(of: .subcategory), omitting: []),
    ) { number, text, lookFor, kind, steps, condition, objectives, subcategories in
      Question(
        number: number,
        text: text,
        guidance: Guidance(lookFor: lookFor, steps: steps),
        kind: kind,
        condition: condition,
        objectives: objectives,
        subcategories: subcategories,
      )
    },
    told: { path, value in
      let question = value["number"]?.string.flatMap { QuestionNumber($0) }
        .map { [Fault.Place.question($0)] }
      return Path(places: path.outer.outer.places + (question ?? []), steps: nil)
    },
  )
}

extension Field where Whole == Question, Part == [Step: LocalizedText] {
  /// What would make the question be answered with each step, where it has them.
  fileprivate static var steps: Field {
    Field(
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
          members.append((step.rawValue, Form.localized.write(text)))
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

extension Field where Whole == Question, Part == AnswerKind {
  /// What it is answered with, and the options or instruments that there are.
  fileprivate static var kind: Field {
    Field(
      keys: ["kind", "instruments", "options"],
      read: { object, way, reading in
        func options(_ key: String) -> [Option] {
          object.required(key, .options, way, &reading) ?? []
        }
        let code = object.required("kind", Form<KindCode>.code, way, &reading)
        switch code {
        case .ratification where object.value["instruments"] != nil:
          return .instruments(options("instruments"))
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
        if let key { members.append((key, Form<[Option]>.options.write(question.kind.options))) }
      },
    )
  }
}

extension Form where Value == [Option] {
  /// At least one.
  fileprivate static let options = Form(
    read: { value, way, reading in
      if value.elements?.isEmpty == true { reading.report(.optionsMissing, at: way) }
      return list.read(value, way, &reading)
    },
    write: { list.write($0) },
  )

  private static let list = Form.list(
    of: Form<Option>(
      Field("code", \.code, .formed({ Option.isCode($0) ? $0 : nil }, \.self)),
      Field("title", \.title, .localized),
      make: Option.init,
    )
  )
}

extension Form where Value == CompactObjective {
  /// One that there is not is the question's fault.
  fileprivate static let objective = Form(
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

extension Form where Value == SDGSubcategory {
  /// One that there is not is the question's fault.
  fileprivate static let subcategory = Form(
    read: { value, way, reading in
      guard let code = Form<String>.string.read(value, way, &reading) else { return nil }
      if let subcategory = SDGSubcategory(code) { return subcategory }
      reading.report(.unknownSubcategory(code), at: { way().outer })
      return nil
    },
    write: { .string($0.description) },
  )
}

// MARK: Conditions

extension Form where Value == Condition {
  fileprivate static let condition = Form(read: read, write: write)

  /// A fault tells one condition within another by one more `condition`.
  private static func read(
    _ value: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> Condition? {
    guard var object = ObjectReading(value) else {
      reading.report(wrongType: .object, at: way, of: value)
      return nil
    }
    let forms = ["all", "any", "is", "isNot", "not"].filter { value[$0] != nil }
    guard forms.count < 2 else {
      // Only one of them could be heeded, and nobody would see which.
      reading.report(.wrongForm(forms.joined(separator: ", ")), at: way)
      return nil
    }
    let key = forms.first ?? "is"
    switch key {
    case "all", "any":
      guard let parts = value[key].flatMap({ conditions($0, way, &reading) }) else { return nil }
      return key == "all" ? .all(parts) : .any(parts)
    case "not":
      return value[key].flatMap { read($0, { way().key("condition") }, &reading) }
        .map(Condition.not)
    default:
      let number = object.required("question", Form<QuestionNumber>.question, way, &reading)
      guard let number else { return nil }
      let codes = object.required(key, .list(of: .string), way, &reading) ?? []
      return key == "is" ? .isAny(number, of: codes) : .isNone(number, of: codes)
    }
  }

  private static func conditions(
    _ value: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> [Condition]? {
    guard let elements = value.elements else {
      reading.report(wrongType: .array, at: way, of: value)
      return nil
    }
    return elements.compactMap { read($0, { way().key("condition") }, &reading) }
  }

  private static func write(_ condition: Condition) -> JSONValue {
    func on(_ number: QuestionNumber, _ key: String, _ codes: [String]) -> JSONValue {
      .object([
        ("question", .string(number.description)), (key, .array(codes.map { .string($0) })),
      ])
    }
    switch condition {
    case .isAny(let number, let codes): return on(number, "is", codes)
    case .isNone(let number, let codes): return on(number, "isNot", codes)
    case .all(let parts): return .object([("all", .array(parts.map(write)))])
    case .any(let parts): return .object([("any", .array(parts.map(write)))])
    case .not(let part): return .object([("not", write(part))])
    }
  }
}
