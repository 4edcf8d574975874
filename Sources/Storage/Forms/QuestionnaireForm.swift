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
