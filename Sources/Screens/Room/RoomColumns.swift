import Consultation
import Display
import Phrases

/// Where in a line of the room each thing about a delegation stands.
///
/// Where the line is too narrow for all of it, how a delegation takes part is left out: that does
/// not change from one minute to the next.
struct RoomColumns {
  let nameWidth: Int
  let mode: (start: Int, width: Int)?
  private let firstDomain: Int
  /// What the delegation does now begins here and goes to the end.
  let last: (start: Int, width: Int)

  /// Whether what a delegation does has to be said in a word.
  var isNarrow: Bool { mode == nil }

  init(width: Int) {
    let isNarrow = width < 78
    nameWidth = isNarrow ? 10 : 13
    mode = isNarrow ? nil : (16, 10)
    firstDomain = isNarrow ? 12 : 27
    let start = isNarrow ? 48 : 64
    last = (start, max(1, width - start))
  }

  /// Where the progress in a domain stands, by the domain's place.
  func start(ofDomainAt index: Int) -> Int { firstDomain + index * 6 }
}

extension RoomContext {
  /// The numbers of the domains over their columns, and which questions are counted in them.
  func addHeads(_ columns: RoomColumns, to flow: inout Flow) {
    let numbers = questionnaire.domains.enumerated().map { index, domain in
      Flow.Column(
        text: words.number(domain.number),
        start: columns.start(ofDomainAt: index),
        width: 5,
        style: .quiet,
        isAtEnd: true,
      )
    }
    let counted = Flow.Column(
      text: words(.roomAskedOfAll),
      start: 2,
      width: columns.start(ofDomainAt: 0) - 2,
      style: .quiet,
    )
    flow.row((columns.isNarrow ? [] : [counted]) + numbers)
  }

  /// One delegation: whether it is there, how far it is, and what it does now.
  func add(_ delegation: SharedDelegation, _ columns: RoomColumns, to flow: inout Flow) {
    let isPresent = desk.isPresent(delegation.code)
    var row = [
      Flow.Column(
        text: isPresent ? setting.symbols.chosen : setting.symbols.open,
        width: 2,
        style: isPresent ? .done : .quiet,
      ),
      Flow.Column(
        text: words.text(delegation.shortName),
        start: 2,
        width: columns.nameWidth,
        style: .strong,
        isOneLine: true,
      ),
    ]
    if let mode = columns.mode {
      row.append(
        Flow.Column(
          text: words(delegation.mode.phrase),
          start: mode.start,
          width: mode.width,
          style: .quiet,
          isOneLine: true,
        )
      )
    }
    row += delegation.progress.enumerated().map { index, domain in
      Flow.Column(
        text: words(
          .answeredOfShort(answered: domain.answered, asked: domain.answered + domain.open)
        ),
        start: columns.start(ofDomainAt: index),
        width: 5,
        isAtEnd: true,
      )
    }
    flow.row(row + [doing(delegation, columns)])
  }

  /// Its hand or the floor; else where it is, or since when it is gone; else when it did something
  /// last.
  private func doing(_ delegation: SharedDelegation, _ columns: RoomColumns) -> Flow.Column {
    let hasFloor: Phrase = columns.isNarrow ? .roomFloorShort : .roomHasFloor
    let hand = desk.openSpeech(of: delegation.code).map { entry in
      words(entry.speech.startedAt == nil ? .roomHand : hasFloor)
    }
    let here = present.last { $0.delegation == delegation.code }
    let at = here?.question.map { words(.roomAt(question: $0)) }
    func time(_ moment: Timestamp) -> String {
      words.time(of: moment, minutesFromUTC: setting.minutesFromUTC)
    }
    let gone = goneSince(delegation.code).map { since in
      let time = InsertedText.own(time(since))
      // Each letter of these words is one cell.
      let long = words(.roomGoneSince(time: time))
      return long.count <= columns.last.width ? long : words(.roomGone(time: time))
    }
    let active = delegation.lastActivity.map(time)
    return Flow.Column(
      text: hand ?? at ?? gone ?? active ?? "",
      start: columns.last.start,
      width: columns.last.width,
      style: hand == nil ? .quiet : .attention,
      isOneLine: true,
    )
  }
}
