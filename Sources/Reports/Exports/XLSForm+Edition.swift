import Consultation

// What a questionnaire with elements and statements has beyond the form, in the sheet of its own.

extension XLSForm {
  static let editionName = "earlierEdition"
  static let instrumentName = "instrument "
  static let statementKey = "statement "

  var ownRowsOfEdition: [[String]] {
    let edition = questionnaire.earlierEdition.map { [Self.editionName, $0.id, $0.version] }
    return [edition].compactMap(\.self)
      + questionnaire.instruments.enumerated().flatMap { index, instrument -> [[String]] in
        guard let details = instrument.details else { return [] }
        let name = "\(Self.instrumentName)\(index + 1)"
        let facts =
          [String(details.year), details.family.rawValue] + details.regions.map(\.rawValue)
        return [
          [name, "code", instrument.code], [name, "title"] + texts(instrument.title),
          [name, "depositary"] + texts(details.depositary),
          [name, "details", facts.joined(separator: " ")],
        ]
      }
  }

  func ownRowsOfEdition(of question: Question) -> [[String]] {
    let name = Self.name(of: question.number)
    var rows = Step.allCases.compactMap { step in
      question.statements[step].map { [name, Self.statementKey + step.rawValue] + texts($0) }
    }
    if let elements = question.elements {
      rows += elements.all.map { [name + Self.elementsEnding, $0.code] + texts($0.statement) }
      if let fewer = elements.fewerForEstablished {
        rows.append([name, "elementsForEstablished", String(fewer)])
      }
    }
    if question.isPolicyChoice { rows.append([name, "isPolicyChoice", "true"]) }
    if !question.tags.isEmpty {
      rows.append([name, "tags", question.tags.map(\.rawValue).joined(separator: " ")])
    }
    if let origin = question.origin {
      let numbers = origin.numbers.map(\.description)
      rows.append([name, "earlier", ([origin.change.rawValue] + numbers).joined(separator: " ")])
    }
    return rows
  }
}
