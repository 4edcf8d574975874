/// What is in a file that the program makes, as far as its name tells.
package enum FileFormat: CaseIterable, Equatable, Sendable {
  case markdown, html, text, csv, json, calendar, workbook, sealed, docx, odt, pdf

  /// The endings of names that promise this format, the usual one first.
  package var endings: [String] {
    switch self {
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .text: ["txt"]
    case .csv: ["csv"]
    case .json: ["json"]
    case .calendar: ["ics"]
    case .workbook: ["xlsx"]
    case .sealed: ["age"]
    case .docx: ["docx"]
    case .odt: ["odt"]
    case .pdf: ["pdf"]
    }
  }

  /// Whether it is of no use on a terminal.
  package var isBinary: Bool {
    switch self {
    case .workbook, .sealed, .docx, .odt, .pdf: true
    case .markdown, .html, .text, .csv, .json, .calendar: false
    }
  }

  /// The format that a name promises; `nil` where it promises none that is made here.
  init?(ofName name: String) {
    guard let ending = Self.ending(ofName: name),
      let format = Self.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }

  /// Which of some formats a name promises; `nil` where it promises nothing.
  ///
  /// - Throws: ``OutputFile/Refusal/promisesOther(ending:fitting:)`` where it promises none of them.
  package static func promised(
    byName name: String,
    among formats: [FileFormat],
  ) throws(StorageError) -> FileFormat? {
    guard let ending = ending(ofName: name) else { return nil }
    let promised = FileFormat(ofName: name)
    if let promised, formats.contains(promised) { return promised }
    guard promised != nil || otherEndings.contains(ending) else { return nil }
    throw .output(.promisesOther(ending: ending, fitting: formats.map { $0.endings[0] }))
  }

  /// What follows the last point of a name, in small letters; a hidden file's name is no ending.
  private static func ending(ofName path: String) -> String? {
    let name = FileSystem.name(of: path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    let ending = name[name.index(after: point)...]
    return ending.isEmpty ? nil : ending.lowercased()
  }

  /// Endings of formats that are not made here and that a reader would take a file for.
  private static let otherEndings: Set<String> = [
    "doc", "docm", "dot", "dotx", "epub", "gif", "gpg", "gz", "jpeg", "jpg", "odp", "ods", "ott",
    "png", "pps", "ppsx", "ppt", "pptx", "ps", "rtf", "svg", "tar", "tex",
    "tsv", "xls", "xlsb", "xlsm", "xml", "yaml", "yml", "zip",
  ]
}
