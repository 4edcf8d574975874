import Phrases

/// From any screen to the glossary.
extension App {
  /// Shows the glossary, the terms of this screen first; has it read where nobody has asked for it
  /// before.
  mutating func openGlossary() -> [Effect] {
    guard hasLanguage else {
      notice = words(.notHere)
      return []
    }
    guard let glossary = setting.glossary else { return [.readGlossary] }
    let here = glossary.terms(in: textsOfScreen, of: language).map(\.code)
    context.go(to: .glossary(GlossaryPage(here: here)))
    return []
  }

  /// Takes the glossary in that was asked for, and shows it.
  mutating func open(_ glossary: Glossary) -> [Effect] {
    context.setting.glossary = glossary
    return openGlossary()
  }

  /// What the page says: its top line, its body, and what the help says of it.
  private var textsOfScreen: [String] {
    let heading = page.content.heading(in: context)
    return [heading.start, heading.end, words(page.content.help)] + bodyTexts.map(\.text)
  }
}
