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
  /// The delegation whose own pages this terminal shows.
  var delegationCode: DelegationCode? { get }
  /// The delegation whose own reports are made here.
  var delegationOfReports: DelegationCode? { get }
  /// What fields are read and written for, and among what they are chosen.
  var fieldSetting: FieldSetting { get }
  /// Who else has the session open.
  var present: [Presence] { get }
  /// Since when nobody of a delegation has it open; `nil` where somebody has, and where nobody had.
  func goneSince(_ code: DelegationCode) -> Timestamp?
  var width: Int { get }
  var height: Int { get }

  mutating func go(to page: Page)
  mutating func show(_ page: Page)
  mutating func choose(_ purpose: any ChooserPurpose)
  mutating func openField(_ purpose: any TextPurpose, text: String?)
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
  /// Goes to a question of the delegation that sits here; says why where it cannot.
  mutating func goToOwn(_ number: QuestionNumber)
  /// What the delegation at this terminal says of another one's card.
  func mark(on owner: DelegationCode, _ id: String) -> UsefulMark?
}

extension PageContext: RoomContext {}

extension RoomContext {
  mutating func openField(_ purpose: any TextPurpose) { openField(purpose, text: nil) }

  mutating func set(_ key: RecordKey, to record: Record?, at moment: Moment) -> [Effect] {
    set(key, to: record, of: nil, at: moment)
  }

  /// Has a record set and kept, and goes to a page where it was.
  mutating func set(
    _ key: RecordKey,
    to record: Record?,
    of code: DelegationCode? = nil,
    at moment: Moment,
    thenOn page: Page,
  ) -> [Effect] {
    let effects = set(key, to: record, of: code, at: moment)
    if !effects.isEmpty { go(to: page) }
    return effects
  }

  /// Has a record of the delegation at this terminal set and kept.
  mutating func setOwn(_ key: RecordKey, to record: Record?, at moment: Moment) -> [Effect] {
    set(key, to: record, of: delegationCode, at: moment)
  }

  /// The same, and goes to a page where it was.
  mutating func setOwn(
    _ key: RecordKey,
    to record: Record?,
    at moment: Moment,
    thenOn page: Page,
  ) -> [Effect] {
    set(key, to: record, of: delegationCode, at: moment, thenOn: page)
  }

  /// The time, as far as the screen knows it.
  var now: Timestamp { desk.now }

  /// The direction of the reader's language, in which new texts are written.
  var direction: Direction { language.direction }

  var workshopTitle: String { words.text(desk.workshop.title) }

  /// What the delegation at this terminal is called; nothing where it is none's.
  var delegationName: String? {
    delegationCode.flatMap(desk.identity).map { words.text($0.shortName) }
  }

  /// The delegation and the workshop.
  var delegationHeading: PageHeading {
    PageHeading(start: joined([delegationName, workshopTitle]))
  }

  /// What a delegation is called in the session.
  func name(_ code: DelegationCode) -> String {
    desk.identity(of: code).map { words.text($0.shortName) } ?? code.description
  }

  /// What the domains are called, each with its number.
  var domainTitles: [String] {
    questionnaire.domains.map { "\(words.number($0.number)) \(words.text($0.title))" }
  }

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
