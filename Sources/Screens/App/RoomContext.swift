import BidiText
import Consultation
import Display
import Phrases

/// What a page of the room sees and asks for: what the workshop has and what the room shares.
///
/// A page that is written over it instead of a ``PageContext`` cannot name a delegation's own
/// answer: there is no member that gives one.
protocol RoomContext {
  associatedtype Desk: WorkshopSeat

  var setting: App.Setting { get }
  var questionnaire: Questionnaire { get }
  var desk: Desk { get }
  var language: Language { get }
  var words: Words { get }
  var notice: String? { get set }
  /// Who else has the session open.
  var present: [Presence] { get }
  var width: Int { get }
  var height: Int { get }

  mutating func go(to page: Page)
  mutating func show(_ page: Page)
  mutating func choose(_ purpose: Chooser.Purpose)
  mutating func openField(_ purpose: TextField.Purpose, text: String?)
  /// Says so when nothing can be changed here.
  mutating func refusesBecauseReadOnly() -> Bool
  /// Has a record set and kept.
  mutating func set(
    _ key: RecordKey,
    to record: Record?,
    of code: DelegationCode?,
    at moment: Moment,
  ) -> [Effect]
  /// Goes to a delegation's table to write for it, where it wishes so.
  mutating func sitDown(at code: DelegationCode)
}

extension PageContext: RoomContext {}

extension RoomContext {
  mutating func openField(_ purpose: TextField.Purpose) { openField(purpose, text: nil) }

  mutating func set(_ key: RecordKey, to record: Record?, at moment: Moment) -> [Effect] {
    set(key, to: record, of: nil, at: moment)
  }

  /// The time, as far as the screen knows it.
  var now: Timestamp { desk.now }

  /// The direction of the reader's language, in which new texts are written.
  var direction: Direction { language.direction }

  var workshopTitle: String { words.text(desk.workshop.title) }

  var workshopHeading: PageHeading { PageHeading(start: workshopTitle) }

  /// Between the top line and the status line.
  var wholeArea: Area { Area(row: 2, start: 0, width: width, height: height - 5) }

  /// Where the body of most pages stands, never wider than is pleasant to read.
  var bodyArea: Area { column(maximumWidth: 78) }

  func column(maximumWidth: Int) -> Area {
    wholeArea.inset(start: 1, end: 1).centred(maximumWidth: maximumWidth)
  }

  /// What the room shares.
  var sharedView: SharedView { desk.shared(in: questionnaire) }
}
