import ArgumentParser
import Phrases

/// What is wrong with the arguments, in the reader's words: the argument parser knows English
/// alone.
///
/// Limitations: it says so in sentences, of which the usual ones are known here; another one is
/// said as it is.
struct UsageComplaint {
  /// What the parser's sentence says.
  private enum Meaning {
    case unknownOption(String, meant: String?)
    case missingValue(String)
    case missing(String)
    case unexpected(first: String)
    case wrongValue(String, of: String, allowed: [String])
    case takesNoValue(String, value: String)
  }

  private let sentence: String
  private let arguments: [String]
  private let words: Words

  init(_ sentence: String, arguments: [String], words: Words) {
    self.sentence = sentence
    self.arguments = arguments
    self.words = words
  }

  var line: String {
    guard let meaning else { return sentence }
    switch meaning {
    case .unknownOption(let name, nil): return words(.usageUnknownOption(name: .plain(name)))
    case .unknownOption(let name, let meant?):
      return words(.usageMeantOption(meant: .plain(meant), name: .plain(name)))
    case .missingValue(let name): return words(.usageMissingValue(name: .plain(name)))
    case .missing(let name): return words(.usageMissing(name: .plain(name)))
    case .unexpected(let first): return line(unexpected: first)
    case .wrongValue(let value, let name, let allowed):
      guard !allowed.isEmpty else {
        return words(.usageWrongValue(name: .plain(name), value: .plain(value)))
      }
      let values = InsertedText.own(allowed.joined(separator: ", "))
      return words(.usageWrongValueOf(name: .plain(name), value: .plain(value), values: values))
    case .takesNoValue(let name, let value):
      return words(.usageTakesNoValue(name: .plain(name), value: .plain(value)))
    }
  }

  // MARK: Commands

  /// A word that is awaited nowhere: where no command is named, it is meant for one.
  private func line(unexpected word: String) -> String {
    guard let commands = awaitedCommands else {
      return words(.usageUnexpected(name: .own(words(.quoted(text: .plain(word))))))
    }
    let near = commands.map {
      (name: $0, distance: Self.distance(from: word.lowercased(), to: $0))
    }
    .min { $0.distance < $1.distance }
    guard let near, near.distance <= max(1, near.name.count / 2), near.distance < word.count else {
      return words(.usageUnknownCommand(name: .plain(word)))
    }
    return words(.usageMeantCommand(meant: .own(near.name), name: .plain(word)))
  }

  /// The names of commands of which one could have been named and is not.
  private var awaitedCommands: [String]? {
    let commands = Self.names(in: Majlis.configuration)
    guard let command = arguments.first(where: commands.contains) else { return commands }
    let inner = Self.names(in: QuestionnaireCommand.configuration)
    let isInner = command == QuestionnaireCommand.configuration.commandName
    return isInner && !arguments.contains(where: inner.contains) ? inner : nil
  }

  private static func names(in configuration: CommandConfiguration) -> [String] {
    configuration.subcommands.compactMap { command in
      let configuration = command.configuration
      return configuration.shouldDisplay ? configuration.commandName : nil
    }
  }

  /// How many letters to add, leave out, change or exchange with the next make one of the other.
  static func distance(from first: String, to second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    var rows = [Array(0...second.count)]
    for (index, letter) in first.enumerated() {
      var row = [index + 1]
      for (column, other) in second.enumerated() {
        var least = min(row[column], rows[index][column + 1]) + 1
        least = min(least, rows[index][column] + (letter == other ? 0 : 1))
        if index > 0, column > 0, letter == second[column - 1], first[index - 1] == other {
          least = min(least, rows[index - 1][column - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }

  // MARK: The parser's sentences

  private var meaning: Meaning? {
    if let rest = rest(behind: "Unknown option '") {
      let parts = rest.split(separator: "'. Did you mean '", maxSplits: 1)
      guard parts.count == 2 else { return .unknownOption(unquoted(rest), meant: nil) }
      return .unknownOption(String(parts[0]), meant: String(parts[1].prefix { $0 != "'" }))
    }
    if let rest = rest(behind: "Missing value for '") { return .missingValue(name(rest)) }
    if let rest = rest(behind: "Missing expected argument '") { return .missing(unquoted(rest)) }
    if let rest = rest(behind: "Unexpected argument '") {
      return .unexpected(first: unquoted(rest))
    }
    if let start = sentence.firstRange(of: " unexpected arguments: '") {
      let rest = sentence[start.upperBound...]
      return .unexpected(first: unquoted(String(rest.split(separator: "', '", maxSplits: 1)[0])))
    }
    if let rest = rest(behind: "The option '"),
      let middle = rest.firstRange(of: "' does not take any value, but '"),
      let end = rest.firstRange(of: "' was specified.")
    {
      let value = rest[middle.upperBound..<end.lowerBound]
      return .takesNoValue(String(rest[..<middle.lowerBound]), value: String(value))
    }
    guard let rest = rest(behind: "The value '"),
      let middle = rest.firstRange(of: "' is invalid for '")
    else { return nil }
    let parts = rest[middle.upperBound...].split(separator: "'", maxSplits: 1)
    return .wrongValue(
      String(rest[..<middle.lowerBound]),
      of: parts.first.map { name(String($0)) } ?? "",
      allowed: parts.count > 1 ? Self.allowed(String(parts[1])) : [],
    )
  }

  private func rest(behind start: String) -> String? {
    sentence.hasPrefix(start) ? String(sentence.dropFirst(start.count)) : nil
  }

  private func unquoted(_ text: String) -> String {
    text.hasSuffix("'") ? String(text.dropLast()) : text
  }

  /// The option's own name, without that of its value.
  private func name(_ text: String) -> String {
    let text = unquoted(text)
    guard text.hasPrefix("-"), let space = text.firstIndex(of: " ") else { return text }
    return String(text[..<space])
  }

  /// The values in `Please provide one of 'a', 'b' or 'c'.`, or each in a line behind a stroke.
  private static func allowed(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").dropFirst()
    guard lines.isEmpty else {
      return lines.map { $0.trimmingPrefix { $0 == " " || $0 == "-" } }.map(String.init)
    }
    return text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
