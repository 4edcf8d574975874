import BidiText
import Consultation
import Phrases

/// The passages and blocks that reports are put together from, in one language.
struct ReportText {
  let words: Words
  let questionnaire: Questionnaire

  var language: Language { words.language }

  // MARK: Words of the program

  func own(_ text: String) -> Passage { Passage(text, language) }

  func own(_ phrase: Phrase) -> Passage { own(words(phrase)) }

  func own(_ phrase: FilledPhrase) -> Passage { own(words(phrase)) }

  func text(_ text: LocalizedText) -> Passage { Passage(words.text(text), language) }

  func number(_ number: Int) -> Passage { own(words.number(number)) }

  func date(_ date: CalendarDate?) -> Passage { date.map { own(words.date($0)) } ?? nothing }

  var nothing: Passage { own(.nothing) }

  func list(_ items: [String]) -> Passage {
    items.isEmpty ? nothing : own(items.joined(separator: words(.listSeparator)))
  }

  // MARK: What people wrote

  /// A text with its translations: in this language where it is there, and in its own otherwise,
  /// with how it came to be here.
  func text(_ text: TranslatedText) -> Passage {
    if text.language != language, let translation = text.translations[language] {
      let phrase = translation.isOlder ? .reportTranslationOlder : translation.standing.phrase
      return Passage(translation.text, language, marker: words(phrase))
    }
    return Passage(
      text.original,
      text.language,
      marker: text.language == language ? nil : words(.reportOriginal),
    )
  }

  func text(_ text: TranslatedText?) -> Passage { text.map { self.text($0) } ?? nothing }

  /// A text whose authors stand behind its translations, as a title of the workshop: that a person
  /// translated it is in no need of being marked, line by line; what a machine translated, or is
  /// older, is.
  func title(_ title: TranslatedText) -> Passage {
    var passage = text(title)
    guard passage.language == language, let translation = title.translations[language],
      translation.standing != .machine, !translation.isOlder
    else { return passage }
    passage.marker = nil
    return passage
  }

  /// A text whose language nobody said; its letters tell whether it is another one than this.
  func written(_ text: String, by languages: [Language] = []) -> Passage {
    guard !text.isEmpty else { return nothing }
    var passage = name(text, by: languages)
    if passage.language != language { passage.marker = words(.reportOriginal) }
    return passage
  }

  /// The name of a person, an institution or a place: it is in no need of being marked.
  func name(_ text: String, by languages: [Language] = []) -> Passage {
    guard !text.isEmpty else { return nothing }
    return Passage(text, Language(ofText: text, usually: language, of: languages))
  }

  // MARK: Questions and answers

  /// `1.2.3 Can migrants …?`, or the number alone of a question that there is no more.
  func question(_ number: QuestionNumber) -> String {
    guard let question = questionnaire[number] else { return words.number(number) }
    return words(
      .reportNumbered(place: .own(words.number(number)), title: .own(words.text(question.text)))
    )
  }

  func numbers(_ numbers: [QuestionNumber]) -> Passage { list(numbers.map(words.number)) }

  /// A value as this document calls it; what was written as an answer is in its own language.
  func value(
    _ value: AnswerValue?,
    ticking elements: Set<String> = [],
    to number: QuestionNumber,
    by languages: [Language],
  ) -> Passage {
    switch value {
    case .text(let text): return written(text, by: languages)
    case .declined: return own(.reportDeclined)
    case .notApplicable(let reason?) where !reason.isEmpty:
      return including(reason, by: languages) { .reportNotApplicableReason(reason: $0) }
    default:
      return own(
        words.title(of: value, ticking: elements, to: questionnaire[number], in: questionnaire)
      )
    }
  }

  /// The value and, of a ratification question, how far each instrument is.
  func answer(
    _ value: AnswerValue?,
    _ parts: AnsweredParts,
    to number: QuestionNumber,
    by languages: [Language],
  ) -> Passage {
    var passage = self.value(value, ticking: parts.elements, to: number, by: languages)
    passage.text = ([passage.text] + standings(parts, of: number)).joined(separator: "\n")
    return passage
  }

  /// How far each instrument is of which something is said, a line each.
  func standings(_ parts: AnsweredParts, of number: QuestionNumber) -> [String] {
    (questionnaire[number]?.kind.options ?? []).compactMap { option in
      guard let standing = parts.instruments[option.code] else { return nil }
      let title = words.title(of: standing, in: questionnaire)
      return words(
        .reportAnswerMeaning(meaning: .own(title), value: .own(words.text(option.title)))
      )
    }
  }

  /// A piece of evidence as it is cited: title, year, article, link, separated as its own language
  /// does.
  func citation(_ piece: Evidence, by languages: [Language]) -> String {
    words.citation(piece, by: languages)
  }

  /// Pieces of evidence, each on its line; one that runs the other way turns no other around.
  func citations(_ evidence: [Evidence], by languages: [Language]) -> Passage {
    let texts = evidence.map { citation($0, by: languages) }
    var passage = written(texts.joined(separator: "\n"), by: languages)
    guard texts.count > 1 else { return passage }
    let own = passage.language.direction
    passage.text = texts.map { text in
      Direction(ofMostLettersIn: text, otherwise: own) == own
        ? text : TextSanitizer.isolated(text)
    }.joined(separator: "\n")
    return passage
  }

  /// Words of this program around a text that somebody wrote, which is marked like any other.
  func including(
    _ text: String,
    by languages: [Language],
    in phrase: (InsertedText) -> FilledPhrase,
  ) -> Passage {
    var passage = own(phrase(.foreign(text)))
    passage.marker = written(text, by: languages).marker
    return passage
  }

  // MARK: Blocks

  func heading(
    _ level: Int,
    _ anchor: String,
    _ title: Passage,
    domain: Int? = nil,
  ) -> Block {
    .heading(Heading(level: level, anchor: anchor, title: title, domain: domain))
  }

  func heading(_ level: Int, _ anchor: String, _ phrase: Phrase) -> Block {
    heading(level, anchor, own(phrase))
  }

  func domain(_ domain: Domain) -> String {
    words(
      .reportNumbered(
        place: .own(words.number(domain.number)),
        title: .own(words.text(domain.title)),
      )
    )
  }

  /// The title of a domain by its number; the number alone where there is none of it.
  func domain(numbered number: Int?) -> Passage {
    guard let number else { return nothing }
    return questionnaire.domain(numbered: number).map { own(domain($0)) } ?? self.number(number)
  }

  func paragraph(_ phrase: Phrase) -> Block { .paragraph(own(phrase)) }

  func paragraph(_ phrase: FilledPhrase) -> Block { .paragraph(own(phrase)) }

  /// A table, or that nothing was recorded.
  func table(
    _ caption: Phrase,
    _ columns: [Phrase],
    _ rows: [[Passage]],
    otherwise: Phrase = .reportNothing,
  ) -> Block {
    guard !rows.isEmpty else { return paragraph(otherwise) }
    return .table(
      Table(
        caption: own(caption),
        columns: columns.map { Table.Column(own($0)) },
        rows: rows,
      )
    )
  }

  /// A label and what there is to say on it, on one line.
  func labelled(_ label: Phrase, _ text: String) -> Passage {
    own(words(label) + language.traits.colon + text)
  }

  /// A heading with a table below it; nothing at all where nothing is in the table, and no column in
  /// which nothing is said.
  func section(
    _ anchor: String,
    _ title: Phrase,
    _ columns: [Phrase],
    _ rows: [[Passage]],
    level: Int = 1,
  ) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let said = columns.indices.filter { index in
      index == 0 || rows.contains { $0[index] != nothing }
    }
    return [
      heading(level, anchor, title),
      table(title, said.map { columns[$0] }, rows.map { row in said.map { row[$0] } }),
    ]
  }

  func definition(_ label: Phrase, _ text: Passage) -> Definition {
    Definition(label: own(label), text: text)
  }

  /// What every report says of itself: names and boundaries, and whose questions these are.
  func notices(_ phrases: [Phrase]) -> [Block] {
    [heading(1, "about", .reportNotices)] + phrases.map { .notice(own($0)) }
      + [.notice(own(.reportNoticeNames)), .notice(text(questionnaire.notice))]
  }

  func document(_ title: Passage, _ blocks: [Block]) -> Document {
    var document = Document(
      title: title,
      language: language,
      contentsTitle: words(.reportContents),
      blocks: blocks,
    )
    document.digits = words.digits
    return document
  }

  /// Which questionnaire was answered.
  func questionnaireLine(_ identity: Questionnaire.Identity) -> Definition {
    definition(
      .reportQuestionnaire,
      own(
        .reportQuestionnaireVersion(
          title: .own(words.text(questionnaire.title)),
          version: .plain(identity.version),
        )
      ),
    )
  }
}

extension TranslatedText.Standing {
  /// How a translation came to be, as its readers are told.
  var phrase: Phrase {
    switch self {
    case .machine: .reportMachine
    case .human: .reportTranslated
    case .approved: .reportTranslationApproved
    }
  }
}
