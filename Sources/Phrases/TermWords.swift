/// How a text is taken apart where terms are looked for in it: whole words, their letters folded,
/// and what Arabic writes together with a word taken off it.
enum TermWords {
  /// The words of a text; hyphens and apostrophes part words as spaces do.
  static func words(of text: String) -> [String] {
    LetterFolding.fold(text).unicodeScalars
      .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// A folded word without the Arabic article.
  static func withoutArticle(_ word: String) -> String {
    word.hasPrefix("ال") && word.unicodeScalars.count > 3 ? String(word.dropFirst(2)) : word
  }

  /// What a folded word of a text can be: itself, and the same without what Arabic writes together
  /// with the word after it, which is one of و and ف, one of ب, ك and ل, and the article.
  ///
  /// Some of them are no words at all; a term is none of those.
  static func readings(of word: String) -> [String] {
    guard word.unicodeScalars.first.map({ (0x621...0x64A).contains($0.value) }) ?? false else {
      return [word]
    }
    var readings = [word]
    for prefixes in [["و", "ف"], ["ب", "ك", "ل"]] {
      for reading in readings where reading.unicodeScalars.count > 2 {
        guard prefixes.contains(where: reading.hasPrefix) else { continue }
        readings.append(String(reading.dropFirst()))
        // After ل the article loses its alif.
        if reading.hasPrefix("لل") { readings.append(String(reading.dropFirst(2))) }
      }
    }
    for reading in readings {
      let bare = withoutArticle(reading)
      if bare != reading { readings.append(bare) }
    }
    return readings
  }
}
