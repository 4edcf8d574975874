import Consultation
import PlacedJSON

extension JSONForm where Value == Questionnaire {
  /// A questionnaire as one file; of one that is wrong, as much of it as can be read.
  static let questionnaire = questionnaire(of: .list(of: .domain))

  /// The same with domains that stand elsewhere.
  static func questionnaire(of domains: JSONForm<[Domain]>) -> JSONForm {
    let none = LocalizedText(arabic: "", english: "", french: "")
    return JSONForm(
      JSONFields(
        JSONField("id", \.identity.id, .string).or(""),
        JSONField("version", \.identity.version, .string).or(""),
        JSONField("title", \.title, .localized).or(none),
        JSONField("notice", \.notice, .localized).or(none),
        JSONField("level", \.level, .code).or(.national),
        JSONField("scales", \.scaleTitles, .scales).or([:]),
        // Before the domains, whose questions name them.
        JSONField("instruments", \.instruments, .listedInstruments, omitting: []),
        JSONField("domains", \.domains, domains).or([]),
        JSONField("earlier", \.earlierNumbers, .earlier, omitting: [:]),
        JSONField("earlierEdition", \.earlierEdition, optional: .edition),
      ) {
        id,
        version,
        title,
        notice,
        level,
        scales,
        instruments,
        domains,
        earlier,
        earlierEdition in
        Questionnaire(
          identity: Questionnaire.Identity(id: id, version: version),
          level: level,
          title: title,
          notice: notice,
          scaleTitles: scales,
          domains: domains,
          earlierNumbers: earlier,
          earlierEdition: earlierEdition,
          instruments: instruments,
        )
      },
      constants: ["format": .string(QuestionnaireFile.format), "formatVersion": .number(1)],
    )
  }
}

extension JSONForm where Value == Questionnaire.Identity {
  fileprivate static let edition = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("version", \.version, .string),
    make: Questionnaire.Identity.init,
  )
}

extension JSONForm where Value == [String: [QuestionNumber: QuestionNumber?]] {
  /// `{"2022.1": {"1.1.2": "1.1.3", "1.1.9": null}}`.
  fileprivate static let earlier = JSONForm.table(
    .any,
    of: .table(
      JSONForm<QuestionNumber>.Name(
        value: { QuestionNumber($0) },
        text: \.description,
        place: { path, number, _ in path.to(.members, told: [.question(number)]) },
      ),
      of: .optional(.question),
    ),
  )
}

extension JSONForm {
  /// `null` where there is nothing.
  fileprivate static func optional<Wrapped>(_ form: JSONForm<Wrapped>) -> JSONForm
  where Value == Wrapped? {
    JSONForm(
      read: { value, way, reading in
        if case .null = value.kind { return .some(nil) }
        return form.read(value, way, &reading).map { .some($0) }
      },
      write: { $0.map(form.write) ?? JSONValue(.null) },
    )
  }
}

extension JSONForm where Value == [Scale: [Step: LocalizedText]] {
  fileprivate static let scales = JSONForm.each(.steps, missing: [:])
}

extension JSONForm where Value == [Step: LocalizedText] {
  static let steps = JSONForm.each(.localized)
}

extension JSONForm {
  /// An object that has a key for each case of a type, and `missing` for one that has nothing.
  fileprivate static func each<Key: CaseIterable & RawRepresentable<String> & Hashable, Part>(
    _ form: JSONForm<Part>,
    missing: Part? = nil,
  ) -> JSONForm where Value == [Key: Part], Key: Sendable, Part: Sendable {
    JSONForm(
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

extension JSONForm where Value == [Domain] {
  /// Domains that were found where the file says, each with the file that it is in.
  static func domains(_ found: [(value: JSONValue, place: [Fault.Place])]) -> JSONForm {
    JSONForm(
      read: { value, way, reading in
        guard value.elements != nil else {
          reading.report(wrongType: .array, at: way, of: value)
          return nil
        }
        return found.compactMap { found in
          JSONForm<Domain>.domain.read(
            found.value,
            { Path(places: found.place, steps: nil) },
            &reading,
          )
        }
      },
      write: JSONForm.list(of: JSONForm<Domain>.domain).write,
    )
  }
}

extension JSONForm where Value == Domain {
  /// A domain is told by its number, once that is read.
  static let domain = JSONForm(
    JSONFields(
      JSONField("number", \.number, .anyNumber),
      JSONField("title", \.title, .localized),
      JSONField("framework", \.framework, .localized),
      JSONField("introduction", \.introduction, .localized),
      JSONField("themes", \.themes, .list(of: .theme)).or([]),
      make: Domain.init,
    ),
    told: { path, value in
      guard let number = value["number"]?.wholeNumber else { return path }
      return Path(places: [.domain(number)], steps: nil)
    },
  )
}

extension JSONForm where Value == Theme {
  fileprivate static let theme = JSONForm(
    JSONFields(
      JSONField("number", \.number, .anyNumber),
      JSONField("title", \.title, .localized),
      JSONField("questions", \.questions, .list(of: .question)).or([]),
      make: Theme.init,
    ),
    told: { path, value in
      let theme = value["number"]?.wholeNumber.map { [Fault.Place.theme($0)] }
      return Path(places: path.outer.places + (theme ?? []), steps: nil)
    },
  )
}
