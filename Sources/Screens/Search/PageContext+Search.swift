import BidiText
import Consultation
import Phrases

/// The search: everything that is the delegation's own, and the questions.
extension PageContext {
  mutating func openSearch() {
    guard let delegation else {
      notice = words(.chooseDelegationFirst)
      return
    }
    var finder = Finder(direction: direction)
    finder.index = SearchIndex(of: delegation, in: fieldSetting) { isFirstRound(on: $0) }
    finder.search()
    overlay = .search(finder)
  }

  /// What a search found, as one line: a question as the reader reads it, or what else has the
  /// words and where in it.
  func line(of hit: SearchHit) -> String {
    let number = hit.place.number.map { words.number($0) }
    let question = hit.place.number.flatMap { questionnaire[$0] }
    let text: String
    if case .question = hit.place, let question,
      hit.text.isEmpty || hit.text == question.text[language]
    {
      text = words.text(question.text)
    } else {
      text = words(
        .searchLine(kind: .own(words(hit.place.phrase)), text: .foreign(Self.excerpt(of: hit)))
      )
    }
    return [number, text].compactMap(\.self).joined(separator: "  ")
  }

  /// The words around what was found, on one line.
  private static func excerpt(of hit: SearchHit) -> String {
    var bytes = 0
    var place = hit.text.startIndex
    while place < hit.text.endIndex, bytes < hit.found {
      bytes += LetterFolding.fold(String(hit.text[place])).utf8.count
      place = hit.text.index(after: place)
    }
    let before = hit.text[..<place].suffix(18)
    let isWhole = before.startIndex == hit.text.startIndex
    // From the beginning of a word on, where there is one.
    let start = before.firstIndex(of: " ").map { before.index(after: $0) } ?? before.startIndex
    let begin = isWhole ? hit.text.startIndex : start
    let excerpt = String(hit.text[begin...].prefix(80).map { $0.isNewline ? " " : $0 })
    return isWhole ? excerpt : "…\(excerpt)"
  }

  /// Goes to what was found.
  mutating func go(to place: SearchPlace) {
    if let number = place.number {
      guard asked?.numbers.contains(number) ?? false else {
        notice = words(.questionNotAsked(question: number))
        return
      }
      goToQuestion(number)
    }
    switch place {
    case .question, .guidance, .note: break
    case .evidence(_, let id):
      let index = currentAnswer?.evidence.firstIndex { $0.id == id }
      go(to: .evidence(EvidencePage(list: ListState(selected: index ?? 0))))
      go(to: .evidenceEntry(EvidenceEntryPage(id: id)))
    case .position(_, let institution):
      let index = institutions.firstIndex(of: institution)
      go(to: .positions(PositionsPage(list: ListState(selected: index ?? 0))))
      go(
        to: .position(
          PositionPage(
            institution: institution,
            hasElements: currentQuestion?.elements != nil,
          )
        )
      )
    case .comment(_, let id):
      let index = comments.firstIndex { $0.id == id }
      go(to: .comments(CommentsPage(list: ListState(selected: index ?? 0))))
    case .delegate(let id):
      if let code = delegationCode { go(to: .delegate(DelegatePage(code: code, id: id))) }
    case .card(let id):
      let index = ownCards.firstIndex { $0.id == id }
      go(to: .cards(CardsPage(list: ListState(selected: index ?? 0))))
      go(to: .card(CardPage(id: id)))
    case .priority(let key):
      let index = records(of: key.kind).firstIndex { $0.key == key }
      go(to: .records(RecordsPage(kind: key.kind, list: ListState(selected: index ?? 0))))
      go(to: .record(RecordPage(key: key)))
    case .passage(let id, let place):
      go(to: .passages(PassagesPage(part: PassagesPage.Part(of: place))))
      go(to: .passage(PassagePage(id: id)))
    }
  }
}
