/// A questionnaire with elements, statements and instruments by their codes, small enough that one
/// thing in it can be changed.
enum EditionQuestionnaire {
  static let text: String = {
    func words(_ text: String) -> String {
      #"{"ar": "\#(text)", "en": "\#(text)", "fr": "\#(text)"}"#
    }
    func steps(_ text: (String) -> String) -> String {
      ["established", "partial", "absent"].map { "\"\($0)\": \(words(text($0)))" }
        .joined(separator: ", ")
    }
    func statements(_ number: String, elements: Bool = false) -> String {
      let texts = steps { step in
        let place = elements && step == "partial" ? ": {elements}" : ""
        return "The State has \(number) \(step)\(place){source}."
      }
      return "\"statements\": {\(texts)}"
    }
    func element(_ code: String) -> String {
      """
      {"code": "\(code)", "title": \(words("the \(code)")),
       "statement": \(words("The State has \(code){source}."))}
      """
    }
    func question(_ number: String, _ kind: String, _ more: String...) -> String {
      """
      {"number": "\(number)", "text": \(words("Text \(number)?")), "lookFor": \(words("Look.")),
       "kind": "\(kind)", \(steps { $0 }), \(more.joined(separator: ", "))}
      """
    }
    let elements = ["courts", "legalAid", "interpretation"].map(element).joined(separator: ", ")
    let questions = [
      question(
        "1.1.1",
        "access",
        "\"elements\": [\(elements)]",
        "\"elementsForEstablished\": 2",
        statements("1.1.1", elements: true),
        "\"tags\": [\"health\"]",
        #""earlier": {"change": "split", "numbers": ["1.1.1"]}"#,
      ),
      question(
        "1.1.2",
        "ratification",
        "\"instruments\": [\"CRC\", \"OAU1969\"]",
        statements("1.1.2"),
        "\"isPolicyChoice\": true",
        #""earlier": {"change": "new"}"#,
      ),
    ]
    let scales = ["presence", "access", "ratification", "regularity"]
      .map { "\"\($0)\": {\(steps { $0 })}" }.joined(separator: ", ")
    return """
      {"format": "majlis-questionnaire", "formatVersion": 1, "id": "edition", "version": "2",
       "level": "national", "title": \(words("Edition")), "notice": \(words("Notice")),
       "earlierEdition": {"id": "edition", "version": "1"},
       "instruments": [
        {"code": "CRC", "title": \(words("Child")), "year": 1989, "depositary": \(words("UN")),
         "family": "un"},
        {"code": "OAU1969", "title": \(words("OAU")), "year": 1969, "depositary": \(words("AU")),
         "family": "regional", "regions": ["africa"]}],
       "scales": {\(scales)},
       "domains": [{"number": 1, "title": \(words("Domain")), "framework": \(words("Principle")),
        "introduction": \(words("Introduction")), "themes": [
        {"number": 1, "title": \(words("Theme")), "questions": [
        \(questions.joined(separator: ",\n"))]}]}]}
      """
  }()
}
