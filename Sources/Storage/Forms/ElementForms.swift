import Consultation
import PlacedJSON

/// What a question has since there are editions with statements.
struct EditionParts: Sendable {
  let elements: Elements?
  let statements: [Step: LocalizedText]
  let isPolicyChoice: Bool
  let tags: [QuestionTag]
  let origin: QuestionOrigin?
}

extension EditionParts {
  init(of question: Question) {
    elements = question.elements
    statements = question.statements
    isPolicyChoice = question.isPolicyChoice
    tags = question.tags
    origin = question.origin
  }
}

extension EditionParts {
  static let fields: JSONFields<EditionParts> = JSONFields(
    .elements,
    JSONField("statements", \.statements, .steps, omitting: [:]),
    JSONField("isPolicyChoice", \.isPolicyChoice, .bool, omitting: false),
    JSONField("tags", \.tags, .list(of: .code), omitting: []),
    JSONField("earlier", \.origin, optional: .origin),
    make: { EditionParts(elements: $0, statements: $1, isPolicyChoice: $2, tags: $3, origin: $4) },
  )
}

extension JSONField where Whole == EditionParts, Part == Elements? {
  /// The parts that the question names, and how many make the whole where not all do.
  fileprivate static var elements: JSONField {
    let fewer = "elementsForEstablished"
    return JSONField(
      keys: ["elements", fewer],
      read: { object, way, reading in
        guard let all = object.optional("elements", .list(of: .element), way, &reading) else {
          return .some(nil)
        }
        let count = object.optional(fewer, .anyNumber, way, &reading)
        return .some(Elements(all, fewerForEstablished: count))
      },
      write: { parts, members in
        guard let elements = parts.elements else { return }
        members.append(("elements", JSONForm.list(of: .element).write(elements.all)))
        if let count = elements.fewerForEstablished { members.append((fewer, .number(count))) }
      },
    )
  }
}

extension JSONForm where Value == QuestionElement {
  fileprivate static let element = JSONForm(
    JSONField("code", \.code, .optionCode),
    JSONField("title", \.title, .localized),
    JSONField("statement", \.statement, .localized),
    make: QuestionElement.init,
  )
}

extension JSONForm where Value == QuestionOrigin {
  static let origin = JSONForm(
    JSONField("change", \.change, .code),
    JSONField("numbers", \.numbers, .list(of: .question), omitting: []),
    make: { QuestionOrigin($0, from: $1) },
  )
}

// MARK: Options and instruments

extension JSONForm where Value == String {
  /// A code by which an option is told from several with commas between them.
  fileprivate static var optionCode: JSONForm {
    .formed({ Option.isCode($0) ? $0 : nil }, \.self)
  }
}

extension JSONForm where Value == Option {
  static let option = JSONForm(
    JSONField("code", \.code, .optionCode),
    JSONField("title", \.title, .localized),
    make: { Option(code: $0, title: $1) },
  )

  /// An instrument as the questionnaire lists it.
  fileprivate static let instrument = JSONForm(
    JSONField("code", \.code, .optionCode),
    JSONField("title", \.title, .localized),
    JSONField(InstrumentDetails.of, details),
  ) { Option(code: $0, title: $1, details: $2) }

  private static let details = JSONFields<InstrumentDetails>(
    JSONField("year", \.year, .number(in: InstrumentDetails.years)),
    JSONField("depositary", \.depositary, .localized),
    JSONField("family", \.family, .code),
    JSONField("regions", \.regions, .list(of: .code), omitting: []),
    make: InstrumentDetails.init,
  )

  /// An instrument as a question names it: by its code where the questionnaire lists it, and else
  /// with its title.
  static let namedInstrument = JSONForm(
    read: { value, way, reading in
      guard let code = value.string else { return option.read(value, way, &reading) }
      if let listed = reading.instruments[code] { return listed }
      reading.report(.edition(.unknownInstrument(code)), at: { way().outer })
      return nil
    },
    write: { $0.details == nil ? option.write($0) : .string($0.code) },
  )
}

extension InstrumentDetails {
  /// Of one that is listed; there is none without them.
  fileprivate static let of: @Sendable (Option) -> InstrumentDetails = { instrument in
    instrument.details
      ?? InstrumentDetails(
        year: years.lowerBound,
        depositary: instrument.title,
        family: .un,
      )
  }
}

extension JSONForm where Value == [Option] {
  /// The instruments of a questionnaire; its questions are read with them from then on.
  static let listedInstruments = JSONForm(
    read: { value, way, reading in
      let listed = list.read(value, way, &reading)
      var codes: Set<String> = []
      for instrument in listed ?? [] where !codes.insert(instrument.code).inserted {
        reading.report(.duplicateCode(instrument.code), at: way)
      }
      reading.instruments = Dictionary((listed ?? []).map { ($0.code, $0) }) { first, _ in first }
      return listed
    },
    write: { list.write($0) },
  )

  private static let list = JSONForm.list(of: .instrument)
}
