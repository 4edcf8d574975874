package import PlacedJSON

/// A value beside the JSON Schema that describes it: which fields there are, and what else could
/// stand in each.
///
/// Knows of JSON Schema what the schemas in `Assets` use.
package struct SchemaWalk {
  /// One step into a value.
  package enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// A field of a value: where it stands there, and where the schema describes it.
  package struct Field {
    package let path: [Step]
    /// The names of the keys on the way; `*` for any key, `[]` for any element.
    package let pointer: String
    package let schema: JSONValue
    /// What stands there; `nil` where the field is left out.
    package let value: JSONValue?
  }

  private let root: JSONValue
  /// The codes beside which each code stands in the schema, where it has few.
  private var codes: [String: [JSONValue]] = [:]

  package init(schema: [UInt8]) throws {
    root = try JSONReader.read(schema)
    gatherCodes(root)
  }

  private mutating func gatherCodes(_ schema: JSONValue) {
    if let codes = schema["enum"]?.elements {
      for code in codes {
        let others = self.codes[code.string ?? ""] ?? []
        if others.isEmpty || others.count > codes.count { self.codes[code.string ?? ""] = codes }
      }
    }
    for (_, value) in schema.members ?? [] { gatherCodes(value) }
    for value in schema.elements ?? [] { gatherCodes(value) }
  }

  /// Every field of a value down to what holds no other, and every one that is left out.
  package func fields(of value: JSONValue) -> [Field] {
    var fields: [Field] = []
    walk(value, root, path: [], pointer: "") { fields.append($0) }
    return fields
  }

  private func walk(
    _ value: JSONValue,
    _ schema: JSONValue,
    path: [Step],
    pointer: String,
    _ visit: (Field) -> Void,
  ) {
    let schema = resolved(schema, for: value)
    func go(_ step: Step, _ name: String, _ value: JSONValue, _ schema: JSONValue) {
      walk(value, schema, path: path + [step], pointer: pointer + "/" + name, visit)
    }
    switch value.kind {
    case .object(let members) where schema["additionalProperties"] != nil:
      guard let schema = schema["additionalProperties"] else { return }
      for (key, value) in members { go(.key(key), "*", value, schema) }
    case .object(let members) where schema["properties"] != nil:
      for (key, schema) in schema["properties"]?.members ?? [] {
        if let value = members.first(where: { $0.key == key })?.value {
          go(.key(key), key, value, schema)
        } else {
          visit(
            Field(
              path: path + [.key(key)],
              pointer: pointer + "/" + key,
              schema: resolved(schema, for: nil),
              value: nil,
            )
          )
        }
      }
    case .object(let members):
      // What a record holds is described by the model alone: its values stand for themselves.
      for (key, value) in members { go(.key(key), key, value, .object([])) }
    case .array(let elements):
      for (index, value) in elements.enumerated() {
        go(.index(index), "[]", value, schema["items"] ?? .object([]))
      }
      visit(Field(path: path, pointer: pointer, schema: schema, value: value))
    case .null, .bool, .number, .string:
      visit(Field(path: path, pointer: pointer, schema: schema, value: value))
    }
  }

  /// The schema with what it refers to, and what holds under its conditions for a value.
  private func resolved(_ schema: JSONValue, for value: JSONValue?) -> JSONValue {
    var parts = [schema]
    if let name = schema["$ref"]?.string?.split(separator: "/").last,
      let definition = root["$defs"]?[String(name)]
    {
      parts = [
        .object([("name", .string(String(name)))]), resolved(definition, for: value), schema,
      ]
    }
    for condition in schema["allOf"]?.elements ?? [] {
      guard let test = condition["if"] else {
        parts.append(resolved(condition, for: value))
        continue
      }
      let branch = value.map { holds(test, for: $0) } ?? false ? "then" : "else"
      if let part = condition[branch] { parts.append(resolved(part, for: value)) }
    }
    return parts.count == 1 ? schema : Self.together(parts)
  }

  private func holds(_ test: JSONValue, for value: JSONValue) -> Bool {
    (test["properties"]?.members ?? []).allSatisfy { key, schema in
      guard let said = value[key]?.string else { return false }
      if let only = schema["const"]?.string { return said == only }
      return schema["enum"]?.elements?.contains { $0.string == said } ?? false
    }
  }

  /// One schema of several: of a key that several have, the last, and of properties all.
  private static func together(_ parts: [JSONValue]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for part in parts {
      for (key, value) in part.members ?? [] where key != "allOf" && key != "$ref" {
        guard let index = members.firstIndex(where: { $0.key == key }) else {
          members.append((key, value))
          continue
        }
        members[index].value =
          key == "properties" ? together([members[index].value, value]) : value
      }
    }
    return .object(members)
  }

  // MARK: Other values

  /// Another value that a field may have by its schema.
  package func other(
    than value: JSONValue?,
    _ schema: JSONValue,
    using generator: inout SeededGenerator,
  ) -> JSONValue {
    let schema = resolved(schema, for: nil)
    let known = schema.members?.isEmpty ?? true ? value?.string.flatMap { codes[$0] } : nil
    if let codes = schema["enum"]?.elements ?? known {
      let others = codes.filter { $0.string != value?.string }
      return others.randomElement(using: &generator) ?? .string("")
    }
    if let any = schema["anyOf"]?.elements?.randomElement(using: &generator), value == nil {
      return other(than: nil, any, using: &generator)
    }
    switch schema["type"]?.string ?? value.map(Self.type) ?? "string" {
    case "integer", "number":
      let low = schema["minimum"]?.wholeNumber ?? 1
      let high = schema["maximum"]?.wholeNumber ?? 1400
      return .number(Int.random(in: low...max(low, min(high, low + 1400)), using: &generator))
    case "boolean": return JSONValue(.bool(!(value?.bool ?? false)))
    case "array":
      var elements = value?.elements ?? []
      if elements.isEmpty || Bool.random(using: &generator) {
        let new = other(than: nil, schema["items"] ?? .object([]), using: &generator)
        elements.insert(new, at: Int.random(in: 0...elements.count, using: &generator))
      } else {
        elements.remove(at: Int.random(in: 0..<elements.count, using: &generator))
      }
      return .array(elements)
    case "object":
      let required = schema["required"]?.elements?.compactMap(\.string) ?? []
      let members = (schema["properties"]?.members ?? []).filter { member in
        required.contains(member.key) || Bool.random(using: &generator)
      }
      return .object(members.map { ($0.key, other(than: nil, $0.value, using: &generator)) })
    default:
      return .string(text(schema["name"]?.string, like: value?.string ?? "", &generator))
    }
  }

  private static func type(of value: JSONValue) -> String {
    switch value.kind {
    case .null, .string: "string"
    case .bool: "boolean"
    case .number: "number"
    case .array: "array"
    case .object: "object"
    }
  }

  /// A text of the form that a definition has, or that another text seems to have.
  private func text(
    _ definition: String?,
    like text: String,
    _ generator: inout SeededGenerator,
  ) -> String {
    func two(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &generator)
      return number < 10 ? "0\(number)" : "\(number)"
    }
    func isLike(_ pattern: String) -> Bool {
      text.count == pattern.count
        && zip(text, pattern).allSatisfy { $1 == "0" ? $0.isNumber : $0 == $1 }
    }
    if definition == "moment" || text.count == 24 && text.hasSuffix("Z") {
      return "2023-06-\(two(10...28))T\(two(10...23)):42:07.\(two(10...99))3Z"
    }
    if definition == "day" || isLike("0000-00-00") { return "2024-\(two(1...12))-\(two(1...28))" }
    if definition == "fingerprint" { return String(repeating: two(10...99), count: 32) }
    if definition == "delegationCode" || ["QNG", "QND"].contains(text) {
      return ["QNG", "QND", "QNJ", "QNG-RBA"].randomElement(using: &generator) ?? "QNG"
    }
    if definition == "questionNumber" || isLike("0.0.0") {
      return "1.\(Int.random(in: 1...2, using: &generator)).1"
    }
    if isLike("00:00") { return "\(two(8...18)):\(two(0...59))" }
    let words = ["قانون", "loi", "e\u{301}tat", "état", "law", "“x”\n", "z"]
    return (words.randomElement(using: &generator) ?? "") + two(10...99)
  }
}

extension JSONValue {
  /// The value with another one at a place; without one, with nothing there.
  package func setting(_ path: ArraySlice<SchemaWalk.Step>, to new: JSONValue?) -> JSONValue {
    guard let step = path.first else { return new ?? self }
    let rest = path.dropFirst()
    switch (step, kind) {
    case (.key(let key), .object(var members)):
      let index = members.firstIndex { $0.key == key }
      if rest.isEmpty, new == nil {
        members.removeAll { $0.key == key }
      } else if let index {
        members[index].value = members[index].value.setting(rest, to: new)
      } else if let new, rest.isEmpty {
        members.append((key, new))
      }
      return .object(members)
    case (.index(let index), .array(var elements)) where elements.indices.contains(index):
      if rest.isEmpty, new == nil {
        elements.remove(at: index)
      } else {
        elements[index] = elements[index].setting(rest, to: new)
      }
      return .array(elements)
    default: return self
    }
  }
}
