package import Consultation
import Display
import Phrases

/// How often a session is brought together with those of others by itself.
package enum TogetherRhythm: Int, CaseIterable, Sendable {
  case everyFiveMinutes = 5
  case everyThirtyMinutes = 30

  package var minutes: Int { rawValue }
}

/// What a session is brought together by itself as, and how often: as long as who chose it sits there.
package struct StandingOrder: Equatable, Sendable {
  package let publisher: Publisher
  package let rhythm: TogetherRhythm

  package init(_ publisher: Publisher, _ rhythm: TogetherRhythm) {
    self.publisher = publisher
    self.rhythm = rhythm
  }
}

extension App {
  /// What is to be done by itself now.
  package var standingOrder: StandingOrder? {
    guard let publisher = context.publisher, let rhythm = context.rhythms[publisher] else {
      return nil
    }
    return StandingOrder(publisher, rhythm)
  }

  /// Says what came of bringing the session together, and by which key what waits is decided.
  mutating func sayBroughtTogether(_ line: String, waiting: Int) {
    notice = line
    guard waiting > 0, let key = ActionTable.row(of: .openConflicts)?.keys.first else { return }
    let waits = words(
      .togetherWaiting(
        key: .own(words.name(of: key)),
        waiting: .own(words(.conflictsWaiting(count: waiting))),
      )
    )
    notice = "\(line) \(setting.symbols.separator) \(waits)"
  }

  /// Offers what can be done, once it is known that there is a remote; whoever has gone on to
  /// something else meanwhile is not disturbed.
  mutating func offerTogether(with remote: String) {
    if overlay == nil, context.publisher != nil { context.choose(BringTogether(remote: remote)) }
  }
}

extension PageContext {
  /// As whom this seat tells others what is shared; nobody where no other program may be started
  /// from it, or nothing be changed.
  var publisher: Publisher? { setting.rhythms == nil ? nil : desk.publisher }

  /// Asks whether there is anything to bring the session together with.
  mutating func askForTogether() -> [Effect] {
    guard publisher != nil else {
      let isToSitDown = setting.rhythms != nil && desk.seat == .nobodyYet
      notice = words(isToSitDown ? .chooseDelegationFirst : .notHere)
      return []
    }
    guard !isBringingTogether else {
      notice = words(.togetherUnderWay)
      return []
    }
    return [.errand(.lookForRemote)]
  }

  fileprivate mutating func bringTogether(as publisher: Publisher) -> [Effect] {
    isBringingTogether = true
    return [.bringTogether(publisher)]
  }

  fileprivate mutating func set(_ rhythm: TogetherRhythm?, of publisher: Publisher) -> [Effect] {
    rhythms[publisher] = rhythm
    return [.rememberRhythm(publisher, rhythm)]
  }
}

/// Whether a session is brought together with those of others now, or by itself every so often.
struct BringTogether: ChooserPurpose {
  /// What the remote is called.
  let remote: String

  private enum Entry: Equatable {
    case now
    case byItself(TogetherRhythm)
    case notByItself
  }

  private func offered(in context: PageContext) -> [Entry] {
    let isByItself = context.publisher.map { context.rhythms[$0] != nil } ?? false
    return [.now] + TogetherRhythm.allCases.map(Entry.byItself) + (isByItself ? [.notByItself] : [])
  }

  func title(in context: PageContext) -> String { context.words(.togetherTitle) }

  func sentences(in context: PageContext) -> [String] {
    let words = context.words
    let rhythm = context.publisher.flatMap { context.rhythms[$0] }
    return [
      words(.togetherMeaning(remote: .foreign(remote))),
      rhythm.map { words(.togetherIsByItself(count: $0.minutes)) } ?? words(.togetherWhenAsked),
    ]
  }

  func entries(in context: PageContext) -> [String] {
    offered(in: context).map { entry in
      switch entry {
      case .now: context.words(.togetherNow)
      case .byItself(let rhythm): context.words(.togetherByItself(count: rhythm.minutes))
      case .notByItself: context.words(.togetherNotByItself)
      }
    }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let offered = offered(in: context)
    guard offered.indices.contains(index), let publisher = context.publisher else { return [] }
    switch offered[index] {
    case .now: return context.bringTogether(as: publisher)
    case .byItself(let rhythm):
      return context.set(rhythm, of: publisher) + context.bringTogether(as: publisher)
    case .notByItself:
      let effects = context.set(nil, of: publisher)
      context.notice = context.words(.togetherWhenAsked)
      return effects
    }
  }
}
