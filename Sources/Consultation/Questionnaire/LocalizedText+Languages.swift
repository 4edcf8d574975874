/// A text in all languages at once, so that nobody who makes one has to name them.
extension LocalizedText {
  /// The text that a language has.
  package init(inEach text: (Language) -> String) {
    self.init(arabic: text(.arabic), english: text(.english), french: text(.french))
  }

  /// - Returns: `nil` unless there is a text in each language.
  package init?(_ texts: [Language: String]) {
    guard Language.allCases.allSatisfy({ texts[$0] != nil }) else { return nil }
    self.init(inEach: { texts[$0] ?? "" })
  }
}
