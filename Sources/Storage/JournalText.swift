import Consultation
import PlacedJSON

/// What stands in the lines of a journal: every change that is whole, and everything that is wrong.
///
/// A damaged line ends nothing: the lines behind it are read too, and where the damage ran two of
/// them together, each of them by itself.
struct JournalText {
  /// What stands behind the last line feed.
  enum Tail: Equatable {
    case nothing
    /// A line that was cut short, or is still being written: nobody was told that it is kept.
    case torn
    /// A whole line but for its line feed.
    case whole
  }

  /// A change, with what it says that this program does not know.
  struct Entry {
    let change: Change
    let unknown: UnknownFields
  }

  private let session: String
  /// Whether the first line says that the journal is this session's.
  private let isOwn: Bool
  private let questionnaire: Questionnaire

  private(set) var entries: [Entry] = []
  private(set) var faults: [Fault] = []
  /// How many lines there were, and the byte behind the last of them.
  private(set) var lineCount: Int
  private(set) var end = 0
  private(set) var tail = Tail.nothing

  /// Reads lines of a journal, `before` of which stand before these.
  init(
    _ bytes: [UInt8],
    session: String,
    isOwn: Bool,
    before: Int,
    questionnaire: Questionnaire,
  ) {
    self.session = session
    self.isOwn = isOwn
    self.questionnaire = questionnaire
    lineCount = before
    while let feed = bytes[end...].firstIndex(of: 0x0A) {
      lineCount += 1
      if !take(bytes[end..<feed]) { salvage(bytes[end..<feed]) }
      end = feed + 1
    }
    guard end < bytes.count else { return }
    lineCount += 1
    take(tail: bytes[end...])
  }

  private mutating func take(tail bytes: ArraySlice<UInt8>) {
    if take(bytes) {
      tail = .whole
    } else if Self.pieces(of: bytes).contains(where: isWhole) {
      salvage(bytes)
      end = bytes.endIndex
    } else {
      tail = .torn
    }
  }

  private func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    JournalLine.change(of: bytes, session: session) != nil
  }

  /// Takes in a line.
  ///
  /// - Returns: whether it is whole, whoever's it is and whether or not it is understood.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let (value, saysItIsOwn) = JournalLine.change(of: bytes, session: session) else {
      return false
    }
    guard isOwn || saysItIsOwn else {
      report(.journalLineOfAnother)
      return true
    }
    var reading = FileReading { [questionnaire] in questionnaire[$0]?.kind }
    let history = Path().key("history")
    let change = JSONForm.change.read(value, { history.element(value.identifier) }, &reading)
    if let change, reading.faults.isEmpty {
      entries.append(Entry(change: change, unknown: reading.unknown))
    } else {
      report(.journalLineNotUnderstood)
    }
    return true
  }

  /// Takes in what is whole of a damaged line.
  private mutating func salvage(_ bytes: ArraySlice<UInt8>) {
    report(.journalLineDamaged)
    for piece in Self.pieces(of: bytes) { _ = take(piece) }
  }

  /// The parts of a text that begin and end as lines do.
  private static func pieces(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let start = Array("{\"change\":".utf8)
    var begins: [Int] = []
    var rest = bytes
    while let range = rest.firstRange(of: start) {
      begins.append(range.lowerBound)
      rest = rest[range.upperBound...]
    }
    return zip(begins, begins.dropFirst() + [bytes.endIndex]).compactMap { begin, end in
      bytes[begin..<end].lastIndex(of: UInt8(ascii: "}")).map { bytes[begin...$0] }
    }
  }

  private mutating func report(_ what: Fault.What) {
    faults.append(Fault([.journal(line: lineCount)], what))
  }
}
