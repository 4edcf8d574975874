import Consultation
import Phrases

/// For how long a delegation lets the facilitator write for it.
enum ConsentTime: CaseIterable {
  case quarterOfAnHour, hour, day

  var phrase: Phrase {
    switch self {
    case .quarterOfAnHour: .consentQuarter
    case .hour: .consentHour
    case .day: .consentDay
    }
  }

  /// When it ends, where the clock is so many minutes before UTC.
  func end(from now: Timestamp, minutesFromUTC: Int) -> Timestamp {
    let minute: Int64 = 60_000
    switch self {
    case .quarterOfAnHour: return Timestamp(milliseconds: now.milliseconds + 15 * minute)
    case .hour: return Timestamp(milliseconds: now.milliseconds + 60 * minute)
    case .day:
      let time = TimeOfDay(now, minutesFromUTC: minutesFromUTC)
      // The last minute of the day, as a clock shows it.
      let left = Int64(23 * 60 + 59 - time.hour * 60 - time.minute)
      return Timestamp(milliseconds: now.milliseconds + max(1, left) * minute)
    }
  }
}

/// What a facilitator was writing for a delegation when its consent ended.
///
/// Kept unseen at that terminal until the delegation consents again.
package struct InterruptedWriting: Equatable, Sendable {
  let delegation: DelegationCode
  let pages: [Page]
  let field: TextField
}

/// That the facilitator writes for a delegation, at its wish and for a time: how it is given and
/// taken back, and how both sides see it.
extension App {
  /// What the top line says on every page while the facilitator may write for a delegation here.
  var consentBanner: String? {
    if let grant = desk.assistance {
      return words(
        .consentAssisting,
        ["name": .own(name(grant.delegation)), "time": .own(clock(grant.until))],
      )
    }
    return desk.ownConsent.map { words(.consentGiven, ["time": .own(clock($0.until))]) }
  }

  private func clock(_ moment: Timestamp) -> String {
    let time = TimeOfDay(moment, minutesFromUTC: setting.minutesFromUTC)
    return words.time(hour: time.hour, minute: time.minute)
  }

  /// At a delegation's own terminal gives consent, or takes it back; from the facilitator's seat
  /// goes back to the room.
  mutating func changeConsent(at moment: Moment) -> [Effect] {
    switch desk.seat {
    case .delegation(let code):
      guard !refusesBecauseReadOnly() else { return [] }
      guard desk.ownConsent != nil else {
        overlay = .chooser(Chooser(.consent, in: self))
        return []
      }
      let effects = set(.consent, to: nil, of: code, at: moment)
      if !effects.isEmpty { notice = words(.consentTakenBack) }
      return effects
    case .assisting:
      leaveTable()
    case .nobodyYet, .facilitator: notice = words(Refusal.needsConsent)
    case .observer: notice = words(.observerLooksOn)
    }
    return []
  }

  mutating func giveConsent(for time: ConsentTime, at moment: Moment) -> [Effect] {
    guard case .delegation(let code) = desk.seat else { return [] }
    let until = time.end(from: moment.at, minutesFromUTC: setting.minutesFromUTC)
    let consent = Consent(until: until, givenAt: moment.at, by: setting.author)
    return set(.consent, to: .consent(consent), of: code, at: moment)
  }

  /// Goes to a delegation's table to write for it, where it wishes so.
  mutating func sitDown(at code: DelegationCode) {
    guard desk.seat != .observer else {
      notice = words(.observerLooksOn)
      return
    }
    do throws(Refusal) {
      try desk.assist(code)
    } catch {
      notice = words(error)
      return
    }
    guard let interrupted, interrupted.delegation == code else {
      return go(to: .delegation(DelegationPage()))
    }
    pages += interrupted.pages
    overlay = .field(interrupted.field)
    notice = words(.consentResumed)
    self.interrupted = nil
  }

  /// Leaves a delegation's pages at once where its consent has ended.
  ///
  /// What was being written is kept, unseen, until it consents again; what is typed on meanwhile
  /// is swallowed until the person has read that they are back in the room.
  ///
  /// - Returns: whether it had ended.
  mutating func leaveTableWithoutConsent() -> Bool {
    guard case .assisting(let grant) = desk.seat, desk.assistance == nil else { return false }
    let own = pages.firstIndex { $0.depth >= Page.delegation(DelegationPage()).depth }
    var field: TextField?
    if case .field(let writing) = overlay, writing.editor.isChanged { field = writing }
    if case .chooser(let chooser) = overlay, case .leaving(let writing) = chooser.purpose {
      field = writing
    }
    if let field, let own {
      interrupted = InterruptedWriting(
        delegation: grant.delegation,
        pages: Array(pages[own...]),
        field: field,
      )
    }
    let name = name(grant.delegation)
    leaveTable()
    overlay = .chooser(Chooser(.consentEnded(grant.delegation), in: self))
    notice = words(field == nil ? .consentEnded : .consentEndedWriting, ["name": .own(name)])
    return true
  }

  /// Back from a delegation's table to the room.
  private mutating func leaveTable() {
    let depth = Page.room(ListState()).depth
    pages.removeAll { $0.depth > depth }
    overlay = nil
    clipboard = ""
    desk.standUp()
  }
}
