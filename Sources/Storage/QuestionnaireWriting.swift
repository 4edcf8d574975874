package import Consultation
import PlacedJSON

/// From a questionnaire to JSON, as one file.
enum QuestionnaireWriting {
  static func value(_ questionnaire: Questionnaire) -> JSONValue {
    object([
      ("format", .string("majlis-questionnaire")),
      ("formatVersion", .number(1)),
      ("id", .string(questionnaire.identity.id)),
      ("version", .string(questionnaire.identity.version)),
      ("level", .string(questionnaire.level.rawValue)),
      ("title", text(questionnaire.title)),
      ("notice", text(questionnaire.notice)),
      (
        "scales",
        .object(
          Scale.allCases.map { scale in
            (scale.rawValue, steps(questionnaire.scaleTitles[scale] ?? [:]))
          }
        ),
      ),
      ("earlier", earlier(questionnaire.earlierNumbers)),
      ("domains", .array(questionnaire.domains.map(domain))),
    ])
  }

  private static func text(_ text: LocalizedText) -> JSONValue {
    .object(Language.allCases.map { ($0.rawValue, .string(text[$0])) })
  }

  private static func steps(_ steps: [Step: LocalizedText]) -> JSONValue {
    .object(Step.allCases.compactMap { step in steps[step].map { (step.rawValue, text($0)) } })
  }

  private static func earlier(
    _ versions: [String: [QuestionNumber: QuestionNumber?]]
  ) -> JSONValue? {
    guard !versions.isEmpty else { return nil }
    return .object(
      versions.map { version, numbers in
        (
          version,
          .object(
            numbers.map { old, new in
              (old.description, new.map { .string($0.description) } ?? JSONValue(.null))
            }
          ),
        )
      }
    )
  }

  private static func domain(_ domain: Domain) -> JSONValue {
    .object([
      ("number", .number(domain.number)),
      ("title", text(domain.title)),
      ("framework", text(domain.framework)),
      ("introduction", text(domain.introduction)),
      (
        "themes",
        .array(
          domain.themes.map { theme in
            .object([
              ("number", .number(theme.number)),
              ("title", text(theme.title)),
              ("questions", .array(theme.questions.map(question))),
            ])
          }
        ),
      ),
    ])
  }

  private static func question(_ question: Question) -> JSONValue {
    let steps = Step.allCases.compactMap { step in
      question.guidance.steps[step].map { (step.rawValue, Optional(text($0))) }
    }
    return object(
      [
        ("number", .string(question.number.description)),
        ("text", text(question.text)),
        ("lookFor", text(question.guidance.lookFor)),
        ("condition", question.condition.map(condition)),
        (
          "gcm",
          question.objectives.isEmpty
            ? nil : .array(question.objectives.map { .number($0.number) }),
        ),
        (
          "sdg",
          question.subcategories.isEmpty
            ? nil : .array(question.subcategories.map { .string($0.description) }),
        ),
      ] + kind(question.kind) + steps
    )
  }

  private static func kind(_ kind: AnswerKind) -> [(String, JSONValue?)] {
    func options(_ options: [Option]) -> JSONValue {
      .array(
        options.map { .object([("code", .string($0.code)), ("title", text($0.title))]) }
      )
    }
    switch kind {
    case .scale(let scale): return [("kind", .string(scale.rawValue))]
    case .instruments(let list):
      return [("kind", .string(Scale.ratification.rawValue)), ("instruments", options(list))]
    case .oneOf(let list): return [("kind", .string("oneOf")), ("options", options(list))]
    case .severalOf(let list):
      return [("kind", .string("severalOf")), ("options", options(list))]
    case .number: return [("kind", .string("number"))]
    case .date: return [("kind", .string("date"))]
    case .text: return [("kind", .string("text"))]
    }
  }

  private static func condition(_ condition: Condition) -> JSONValue {
    func on(_ number: QuestionNumber, _ key: String, _ codes: [String]) -> JSONValue {
      .object([
        ("question", .string(number.description)), (key, .array(codes.map { .string($0) })),
      ])
    }
    switch condition {
    case .isAny(let number, let codes): return on(number, "is", codes)
    case .isNone(let number, let codes): return on(number, "isNot", codes)
    case .all(let parts): return .object([("all", .array(parts.map(self.condition)))])
    case .any(let parts): return .object([("any", .array(parts.map(self.condition)))])
    case .not(let part): return .object([("not", self.condition(part))])
    }
  }

  /// An object without the keys that have no value.
  private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { pair in pair.1.map { (pair.0, $0) } })
  }
}

extension QuestionnaireFile {
  /// The text of a questionnaire as one file.
  package static func text(_ questionnaire: Questionnaire) -> [UInt8] {
    JSONWriter.text(QuestionnaireWriting.value(questionnaire))
  }
}
