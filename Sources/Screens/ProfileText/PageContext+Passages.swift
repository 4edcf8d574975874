import BidiText
import Consultation
import Display
import Phrases

/// What the delegation writes and chooses of its profile.
extension PageContext {
  /// The texts of the profile of the delegation at this terminal, as they stand.
  var profileText: ProfileText? {
    delegation.map {
      ProfileText(
        of: $0,
        Publication(of: $0, answering: questionnaire),
        answering: questionnaire,
      )
    }
  }

  var groundStanding: GroundStanding? {
    delegation.map { GroundStanding(of: $0, answering: questionnaire) }
  }

  // MARK: What is read of it

  /// What a passage says to this reader, and in which language that is.
  func text(of entry: ProfileText.Entry) -> (text: String, language: Language) {
    if let written = entry.written { return written.text.reading(in: language) }
    let languages = delegation?.languages ?? []
    let prose = ProfileProse(words, in: questionnaire, by: languages)
    let text = entry.suggestion.map { prose.text($0) } ?? ""
    switch entry.suggestion {
    case .prioritized, .practice:
      return (text, Language(ofText: text, usually: language, of: languages))
    case .theme, .developed, .wished, nil: return (text, language)
    }
  }

  func themeTitle(of entry: ProfileText.Entry) -> String? {
    guard case .theme(let number, _)? = entry.suggestion,
      let domain = entry.place.domain.flatMap({ questionnaire.domain(numbered: $0) })
    else { return nil }
    return domain.themes.first { $0.number == number }.map { words.text($0.title) }
  }

  /// `in your words · left out`.
  func standing(of entry: ProfileText.Entry) -> String {
    let isProposal = entry.place.section.isChosen
    let printed: Phrase =
      switch (isProposal, entry.isPrinted) {
      case (true, true): .passageChosen
      case (true, false): .passageProposed
      case (false, true): .passagePrinted
      case (false, false): .passageLeftOut
      }
    // What is proposed is in the program's words, as what is suggested is.
    if entry.written == nil, printed == .passageProposed { return words(printed) }
    return joined([
      words(entry.written == nil ? .passageSuggested : .passageWritten), words(printed),
    ])
  }

  /// The words of a passage in full.
  func addWords(of entry: ProfileText.Entry, to flow: inout Flow) {
    if let theme = themeTitle(of: entry) { flow.text(theme, style: .strong) }
    let passage = text(of: entry)
    flow.text(passage.text, direction: passage.language.direction)
    flow.text(standing(of: entry), style: .quiet)
    if entry.needsLook { flow.text(words(.passageLook), style: .attention) }
  }

  /// The answers that a passage rests on.
  func addGrounds(of entry: ProfileText.Entry, to flow: inout Flow) {
    flow.text(words(.passageGrounds), style: .heading)
    if entry.grounds.isEmpty { flow.text(words(.passageNoGrounds), style: .quiet) }
    for ground in entry.grounds { add(ground, of: entry, to: &flow) }
  }

  /// One of them: what was asked, what was answered, and from which sources.
  func add(_ ground: Ground, of entry: ProfileText.Entry, to flow: inout Flow) {
    switch ground {
    case .answer(let number):
      guard let question = questionnaire[number], let delegation else { return }
      let answer = delegation.answer(to: number)
      flow.row([
        Flow.Column(text: words.number(number), start: 1, width: 7, style: .key),
        Flow.Column(text: words.text(question.text), start: 8, style: .quiet),
      ])
      let value = words.title(
        of: answer.value,
        ticking: answer.elements,
        to: question,
        in: questionnaire,
      )
      flow.text(joined([value, words(answer.sharing.sharedPhrase)]), start: 8)
      for var piece in answer.evidence {
        piece.year = piece.yearBesideTitle
        let citation = words.citation(piece, by: delegation.languages)
        flow.text(TextSanitizer.isolated(citation), start: 8, style: .quiet)
      }
    case .record(let key):
      let record = delegation?.records[key]
      let name = record.flatMap { Record.fields(of: key.kind).first?.text(in: $0, fieldSetting) }
      flow.row([
        Flow.Column(text: words(key.kind.phrase), start: 1, width: 24, style: .quiet),
        Flow.Column(text: name.flatMap(isolated) ?? "", start: 26),
      ])
    }
    if entry.changed.contains(ground) {
      flow.text(words(.passageGroundChanged), start: 8, style: .attention)
    }
  }

  // MARK: What is done to it

  /// What an action means on a passage; `nil` where it means nothing.
  mutating func perform(
    _ action: Action,
    on entry: ProfileText.Entry,
    at moment: Moment,
  ) -> [Effect]? {
    switch action {
    case .leaveOut: return print(entry, at: moment)
    case .moveEarlier, .moveLater:
      let places = profileText?.moving(entry, isEarlier: action == .moveEarlier) ?? []
      return set(places, at: moment)
    case .remove: return takeBack(entry, at: moment)
    default: return nil
    }
  }

  private mutating func print(_ entry: ProfileText.Entry, at moment: Moment) -> [Effect] {
    guard let text = profileText else { return [] }
    if !entry.isPrinted, isFull(entry.place, text) { return [] }
    return set(text.printing(entry), at: moment)
  }

  /// Says so where a handful is chosen already.
  private mutating func isFull(_ place: ProfileText.Place, _ text: ProfileText) -> Bool {
    let count = text.printed(at: place)
    guard place.section.isChosen, count >= ProfileText.mostChosen else { return false }
    notice = words(.passageMost(count: count))
    return true
  }

  private mutating func set(
    _ places: [(id: String, place: PassagePlace)],
    at moment: Moment,
  ) -> [Effect] {
    let code = delegationCode
    return act(at: moment) { desk, stamp throws(Refusal) in
      var changes: [Change] = []
      for (id, place) in places {
        let change = try desk.change(
          setting: RecordKey(.passagePlace, id),
          to: .passagePlace(place),
          of: code,
          stamp: places.count == 1 ? stamp : stamp.inAct(changes.count),
        )
        if let change { changes.append(change) }
      }
      return changes
    }
  }

  /// Takes the delegation's own words away: what is suggested stands there again, or nothing.
  private mutating func takeBack(_ entry: ProfileText.Entry, at moment: Moment) -> [Effect] {
    guard entry.written != nil else { return [] }
    return setOwn(RecordKey(.passage, entry.id), to: nil, at: moment)
  }

  mutating func openNewPassage(at place: ProfileText.Place) {
    if let text = profileText, !isFull(place, text) { openField(NewPassage(place: place)) }
  }

  /// Keeps what was written of a passage, beside what it rests on now; takes it away where nothing
  /// is left of it.
  fileprivate mutating func keepWords(
    _ passage: ProfilePassage?,
    _ id: String,
    at moment: Moment,
  )
    -> [Effect]
  {
    setOwn(RecordKey(.passage, id), to: passage.map { .passage($0) }, at: moment)
  }

  mutating func keep(
    _ text: String,
    in place: ProfileText.Place,
    _ id: String,
    besides entry: ProfileText.Entry?,
    at moment: Moment,
  ) -> [Effect] {
    let written = fieldSetting.written(text, besides: entry?.written?.text)
    let grounds = groundStanding?.fingerprints(of: entry?.grounds ?? []) ?? [:]
    let passage = written.map {
      ProfilePassage(section: place.section, domain: place.domain, text: $0, grounds: grounds)
    }
    return keepWords(passage, id, at: moment)
  }

  /// Goes to a record that a passage rests on.
  mutating func goToRecord(_ key: RecordKey) {
    switch key.kind {
    case .card: go(to: .card(CardPage(id: key.id)))
    case .wish: QuestionNumber(key.id).map { goToOwn($0) }
    default: go(to: .record(RecordPage(key: key)))
    }
  }
}
