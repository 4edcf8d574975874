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

/// For how long the facilitator may write for the delegation.
struct ChoiceOfConsent: ChooserPurpose {
  func title(in context: PageContext) -> String { context.words(.consentTitle) }
  func sentences(in context: PageContext) -> [String] { [context.words(.consentMeaning)] }

  func entries(in context: PageContext) -> [String] {
    ConsentTime.allCases.map { context.words($0.phrase) }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard case .delegation(let code) = context.desk.seat else { return [] }
    let until = ConsentTime.allCases[index].end(
      from: moment.at,
      minutesFromUTC: context.setting.minutesFromUTC,
    )
    let consent = Consent(until: until, givenAt: moment.at, by: context.setting.author)
    return context.set(.consent, to: .consent(consent), of: code, at: moment)
  }
}

/// That the facilitator may write for a delegation no longer, to be read before anything else.
struct ConsentEnded: ChooserPurpose {
  let delegation: DelegationCode

  var isMessage: Bool { true }

  func title(in context: PageContext) -> String {
    context.words(.consentEnded(name: .own(context.name(delegation))))
  }

  func entries(in context: PageContext) -> [String] { [context.words(.consentBackInRoom)] }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] { [] }
}

/// That the facilitator writes for a delegation, at its wish and for a time: how it is given and
/// taken back, and how both sides see it.
extension PageContext {
  /// What the top line says on every page while the facilitator may write for a delegation here.
  var consentBanner: String? {
    if let grant = desk.assistance {
      return words(
        .consentAssisting(name: .own(name(grant.delegation)), time: .own(clock(grant.until)))
      )
    }
    return desk.ownConsent.map { words(.consentGiven(time: .own(clock($0.until)))) }
  }

  private func clock(_ moment: Timestamp) -> String {
    let time = TimeOfDay(moment, minutesFromUTC: setting.minutesFromUTC)
    return words.time(hour: time.hour, minute: time.minute)
  }

  /// Gives consent, or takes it back, at a delegation's own terminal.
  mutating func changeOwnConsent(of code: DelegationCode, at moment: Moment) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    guard desk.ownConsent != nil else {
      choose(ChoiceOfConsent())
      return []
    }
    let effects = set(.consent, to: nil, of: code, at: moment)
    if !effects.isEmpty { notice = words(.consentTakenBack) }
    return effects
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
    ask(.sitDown(code))
  }
}
