import Consultation
import Phrases

/// Where something stands that a search found, and so where the person goes.
enum SearchPlace: Equatable, Sendable {
  case question(QuestionNumber)
  case guidance(QuestionNumber)
  case note(QuestionNumber)
  case evidence(QuestionNumber, String)
  case position(QuestionNumber, institution: String)
  case comment(QuestionNumber, String)
  case delegate(String)
  case card(String)
  case priority(RecordKey)
  /// A text that the delegation wrote for its profile.
  case passage(String, ProfileText.Place)

  /// The question that it belongs to.
  var number: QuestionNumber? {
    switch self {
    case .question(let number), .guidance(let number), .note(let number),
      .evidence(let number, _), .position(let number, _), .comment(let number, _):
      number
    case .delegate, .card, .priority, .passage: nil
    }
  }

  /// What it is, as the results say it.
  var phrase: Phrase {
    switch self {
    case .question: .searchQuestion
    case .guidance: .searchGuidance
    case .note: .searchNote
    case .evidence: .searchEvidence
    case .position: .searchPosition
    case .comment: .searchComment
    case .delegate: .searchDelegate
    case .card: .searchCard
    case .priority: .searchPriority
    case .passage: .recordPassage
    }
  }
}

/// Something that a search found: where it stands, and the text that has the words.
struct SearchHit: Equatable, Sendable {
  let place: SearchPlace
  /// The text as it was written.
  let text: String
  /// Where in the folded text the words begin, in bytes.
  let found: Int
}

/// Everything that one delegation can look for, with letters folded once for all keys.
///
/// Made when a search is opened, of the seat's own delegation alone: nothing of another's is in
/// it. Positions that are hidden from each other are left out.
struct SearchIndex: Equatable, Sendable {
  private struct Text: Equatable, Sendable {
    let original: String
    let folded: [UInt8]

    init(_ original: String) {
      self.original = original
      folded = Array(LetterFolding.fold(original).utf8)
    }
  }

  private struct Entry: Equatable, Sendable {
    let place: SearchPlace
    let texts: [Text]

    init(_ place: SearchPlace, _ texts: [String]) {
      self.place = place
      self.texts = texts.filter { !$0.isEmpty }.map { Text($0) }
    }

    /// The first of its texts that has the words.
    func hit(of wanted: [UInt8]) -> SearchHit? {
      for text in texts {
        if let found = text.folded.place(of: wanted) {
          return SearchHit(place: place, text: text.original, found: found)
        }
      }
      return nil
    }
  }

  private var entries: [Entry] = []

  /// Goes through everything once; `hidden` says of which questions the positions are hidden now.
  init(of delegation: Delegation, in setting: FieldSetting, hidden: (QuestionNumber) -> Bool) {
    let questionnaire = setting.questionnaire
    for question in questionnaire.questions {
      let number = question.number
      entries.append(Entry(.question(number), Language.allCases.map { question.text[$0] }))
      guard let answer = delegation.answers[number] else { continue }
      add(answer, on: number, in: setting, isHidden: hidden(number))
    }
    for delegate in delegation.delegates {
      let texts = setting.texts(of: delegate, Delegate.fields)
      entries.append(Entry(.delegate(delegate.id), [texts.joined(separator: " · ")] + texts))
    }
    for (key, record) in delegation.records.sorted(by: { $0.key < $1.key }) {
      switch record {
      case .card(let card):
        entries.append(Entry(.card(key.id), setting.texts(of: card, ExperienceCard.fields)))
      case .priority(let priority):
        entries.append(Entry(.priority(key), setting.texts(of: priority, Priority.fields)))
      case .passage(let passage):
        let place = ProfileText.Place(passage.section, domain: passage.domain)
        let translations = passage.text.translations.sorted { $0.key < $1.key }.map(\.value.text)
        entries.append(
          Entry(.passage(key.id, place), [passage.text.original] + translations)
        )
      default: break
      }
    }
    for question in questionnaire.questions {
      let texts = Language.allCases.map { question.guidance.lookFor[$0] }
      entries.append(Entry(.guidance(question.number), texts))
    }
  }

  private mutating func add(
    _ answer: Answer,
    on number: QuestionNumber,
    in setting: FieldSetting,
    isHidden: Bool,
  ) {
    if let note = answer.note {
      let translations = note.translations.sorted { $0.key < $1.key }.map(\.value.text)
      entries.append(Entry(.note(number), [note.original] + translations))
    }
    for piece in answer.evidence {
      let texts = setting.texts(of: piece, Evidence.fields)
      entries.append(Entry(.evidence(number, piece.id), texts))
    }
    if !isHidden {
      let institutions = answer.positions.given.union(answer.reservations.keys)
      for institution in institutions.sorted() {
        let position = answer.positions[institution]
        let texts = [
          institution, position?.reason, position?.evidence, answer.reservations[institution],
        ]
        entries.append(
          Entry(.position(number, institution: institution), texts.compactMap(\.self))
        )
      }
    }
    for comment in answer.comments {
      entries.append(Entry(.comment(number, comment.id), [comment.text]))
    }
  }

  /// What has these words: in the order of the questionnaire, then people and records,
  /// and last what to look for on a question whose own words do not have them.
  ///
  /// A number finds its question; no words at all find every question. Takes one pass over all
  /// texts.
  func hits(of query: String) -> [SearchHit] {
    let wanted = Array(LetterFolding.fold(query).utf8)
    var hits: [SearchHit] = []
    var found: Set<QuestionNumber> = []
    for entry in entries {
      switch entry.place {
      case .question(let number):
        if wanted.isEmpty || number.description.utf8.starts(with: wanted) {
          hits.append(SearchHit(place: entry.place, text: "", found: 0))
          continue
        }
      case .guidance(let number):
        if found.contains(number) { continue }
      case .note, .evidence, .position, .comment, .delegate, .card, .priority, .passage: break
      }
      guard !wanted.isEmpty, let hit = entry.hit(of: wanted) else { continue }
      hits.append(hit)
      if case .question(let number) = entry.place { found.insert(number) }
    }
    return hits
  }
}

extension [UInt8] {
  /// Where another text begins in this one first.
  fileprivate func place(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        while start <= text.count - wanted.count {
          if text[start] == first {
            var length = 1
            while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
            if length == wanted.count { return start }
          }
          start += 1
        }
        return nil
      }
    }
  }
}
