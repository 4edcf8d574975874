import Consultation

/// From the column `relevant` of an XLSForm to a condition on earlier answers.
///
/// Understood are `selected(${x}, 'y')`, `${x} = 'y'`, `${x} != 'y'`, `and`, `or`, `not( )` and
/// parentheses; see ``Relevance`` for what becomes of codes that stand together.
struct RelevanceReading {
  /// Why a text is no condition that is understood.
  enum Failure: Error, Equatable {
    case notUnderstood
    /// It names something that is no question before this one.
    case unknownName(String)
  }

  private enum Token: Equatable {
    case word(String)
    case name(String)
    case text(String)
    case sign(String)
  }

  /// A condition, and whether it stood in parentheses.
  private struct Part {
    let condition: Condition
    var isClosed = false
  }

  private let tokens: [Token]
  private var place = 0
  private let number: (String) -> QuestionNumber?

  /// Reads a condition; `number` finds the question of a name.
  static func condition(
    _ text: String,
    number: @escaping (String) -> QuestionNumber?,
  ) throws(Failure) -> Condition {
    guard let tokens = tokens(of: text) else { throw .notUnderstood }
    var reading = RelevanceReading(tokens: tokens, number: number)
    let part = try reading.alternatives(depth: 0)
    guard reading.place == tokens.count else { throw .notUnderstood }
    return part.condition
  }

  private init(tokens: [Token], number: @escaping (String) -> QuestionNumber?) {
    self.tokens = tokens
    self.number = number
  }

  // MARK: Grammar

  private mutating func alternatives(depth: Int) throws(Failure) -> Part {
    guard depth < 32 else { throw .notUnderstood }
    var parts = [try conjunction(depth: depth)]
    while take(.word("or")) { parts.append(try conjunction(depth: depth)) }
    guard parts.count > 1 else { return parts[0] }
    return Part(condition: Self.oneOfSeveralCodes(parts) ?? .any(parts.map(\.condition)))
  }

  private mutating func conjunction(depth: Int) throws(Failure) -> Part {
    var parts = [try unit(depth: depth)]
    while take(.word("and")) { parts.append(try unit(depth: depth)) }
    return parts.count > 1 ? Part(condition: .all(parts.map(\.condition))) : parts[0]
  }

  private mutating func unit(depth: Int) throws(Failure) -> Part {
    if take(.sign("(")) {
      let part = try alternatives(depth: depth + 1)
      guard take(.sign(")")) else { throw .notUnderstood }
      return Part(condition: part.condition, isClosed: true)
    }
    if take(.word("not")) {
      guard take(.sign("(")) else { throw .notUnderstood }
      let part = try alternatives(depth: depth + 1)
      guard take(.sign(")")) else { throw .notUnderstood }
      if !part.isClosed, case .isAny(let number, let codes) = part.condition {
        return Part(condition: .isNone(number, of: codes))
      }
      return Part(condition: .not(part.condition))
    }
    if take(.word("selected")) {
      guard take(.sign("(")) else { throw .notUnderstood }
      let number = try question()
      guard take(.sign(",")), let code = takeText(), take(.sign(")")) else {
        throw .notUnderstood
      }
      return Part(condition: .isAny(number, of: [code]))
    }
    let number = try question()
    if take(.sign("=")), let code = takeText() {
      return Part(condition: .isAny(number, of: [code]))
    }
    if take(.sign("!=")), let code = takeText() {
      return Part(condition: .isNone(number, of: [code]))
    }
    throw .notUnderstood
  }

  /// Several codes of one question, each on its own and none in parentheses, are one condition.
  private static func oneOfSeveralCodes(_ parts: [Part]) -> Condition? {
    var question: QuestionNumber?
    var all: [String] = []
    for part in parts {
      guard !part.isClosed, case .isAny(let number, let codes) = part.condition,
        question == nil || question == number
      else { return nil }
      question = number
      all += codes
    }
    return question.map { .isAny($0, of: all) }
  }

  private mutating func question() throws(Failure) -> QuestionNumber {
    guard place < tokens.count, case .name(let name) = tokens[place] else {
      throw .notUnderstood
    }
    place += 1
    guard let number = number(name) else { throw .unknownName(name) }
    return number
  }

  private mutating func take(_ token: Token) -> Bool {
    guard place < tokens.count, tokens[place] == token else { return false }
    place += 1
    return true
  }

  private mutating func takeText() -> String? {
    guard place < tokens.count, case .text(let text) = tokens[place] else { return nil }
    place += 1
    return text
  }

  // MARK: Signs

  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if "(),=".contains(first) {
        tokens.append(.sign(String(rest.removeFirst())))
      } else if rest.hasPrefix("!=") {
        tokens.append(.sign("!="))
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
        tokens.append(.name(String(rest[..<end].dropFirst(2)).trimmed))
        rest = rest[rest.index(after: end)...]
      } else if first == "'" || first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else { return nil }
        tokens.append(.text(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0.isLetter }
        guard !word.isEmpty else { return nil }
        tokens.append(.word(word.lowercased()))
        rest = rest[word.endIndex...]
      }
    }
    return tokens
  }
}
