import BidiText
import Consultation
import Phrases

extension HTML {
  /// A passage by itself, which begins at its own side.
  func paragraph(_ passage: Passage) -> String {
    "<p\(foreign(passage.language))>\(text(passage))\(marker(passage))</p>"
  }

  /// A passage in an element that stands in its row, which begins where the document does.
  func element(_ name: String, _ passage: Passage, attributes: String = "") -> String {
    "<\(name)\(attributes)>\(content(passage))</\(name)>"
  }

  func element(
    _ name: String,
    onOneLine passage: Passage,
    attributes: String = "",
  ) -> String {
    "<\(name)\(attributes)>\(inline(passage))</\(name)>"
  }

  /// A passage on one line, with its language where that is another.
  func inline(_ passage: Passage) -> String {
    var passage = passage
    passage.text = passage.text.onOneLine
    return content(passage)
  }

  private func content(_ passage: Passage) -> String {
    let foreign = foreign(passage.language)
    let text = text(passage)
    let own = foreign.isEmpty || text.isEmpty ? text : "<span\(foreign)>\(text)</span>"
    return own + marker(passage)
  }

  private func text(_ passage: Passage) -> String {
    HTMLText.escaped(passage.text).replacing("\n", with: "<br>\n")
  }

  /// What is said on a passage, in an element with a direction of its own, which turns nothing
  /// around it (HTML, 15.3.6).
  private func marker(_ passage: Passage) -> String {
    guard let marker = passage.marker else { return "" }
    let attributes = attributes(document.language)
    return " <span class=\"marker\"\(attributes)>(\(HTMLText.escaped(marker)))</span>"
  }

  func id(_ name: String) -> String { " id=\"\(name)\"" }

  func attributes(_ language: Language) -> String {
    " lang=\"\(language.rawValue)\" dir=\"\(language.direction.attribute)\""
  }

  /// The attributes of a text in another language than the document's.
  func foreign(_ language: Language) -> String {
    language == document.language ? "" : attributes(language)
  }
}

extension Direction {
  /// As HTML and OpenDocument's tools write it.
  var attribute: String {
    switch self {
    case .leftToRight: "ltr"
    case .rightToLeft: "rtl"
    }
  }
}

extension String {
  /// The same text with a space in the place of each line end.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
