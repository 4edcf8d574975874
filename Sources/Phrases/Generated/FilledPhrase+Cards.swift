// Written by .ci/phrases from Assets/phrases/en.json.

extension FilledPhrase {
  package static func cardHeardAsks(text: InsertedText) -> FilledPhrase {
    FilledPhrase("cardHeardAsks", ("text", .text(text)))
  }

  package static func cardYouSay(name: InsertedText) -> FilledPhrase {
    FilledPhrase("cardYouSay", ("name", .text(name)))
  }
}
