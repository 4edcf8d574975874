// Written by .ci/phrases from Assets/phrases/en.json.

extension FilledPhrase {
  package static func doctorAnswer(version: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorAnswer", ("version", .text(version)))
  }

  package static func doctorAsked(wish: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorAsked", ("wish", .text(wish)))
  }

  package static func doctorColours(count: Int) -> FilledPhrase {
    FilledPhrase("doctorColours", ("count", .number(count)))
  }

  package static func doctorEncoding(encoding: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorEncoding", ("encoding", .text(encoding)))
  }

  package static func doctorGit(version: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorGit", ("version", .text(version)))
  }

  package static func doctorHosting(file: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorHosting", ("file", .text(file)))
  }

  package static func doctorNoProgram(
    command: InsertedText,
    formats: InsertedText,
    program: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "doctorNoProgram",
      ("command", .text(command)),
      ("formats", .text(formats)),
      ("program", .text(program)),
    )
  }

  package static func doctorProgram(formats: InsertedText, program: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorProgram", ("formats", .text(formats)), ("program", .text(program)))
  }

  package static func doctorSize(height: Int, width: Int) -> FilledPhrase {
    FilledPhrase("doctorSize", ("height", .number(height)), ("width", .number(width)))
  }

  package static func doctorTerminal(kind: InsertedText, name: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorTerminal", ("kind", .text(kind)), ("name", .text(name)))
  }

  package static func doctorWrongEncoding(encoding: InsertedText) -> FilledPhrase {
    FilledPhrase("doctorWrongEncoding", ("encoding", .text(encoding)))
  }

  package static func glossarySought(text: InsertedText) -> FilledPhrase {
    FilledPhrase("glossarySought", ("text", .text(text)))
  }

  package static func searchLine(kind: InsertedText, text: InsertedText) -> FilledPhrase {
    FilledPhrase("searchLine", ("kind", .text(kind)), ("text", .text(text)))
  }
}
