import Consultation
import Phrases

/// Whether the delegation offers to tell of the question on the screen.
struct ChoiceOfOffer: ChooserPurpose {
  fileprivate static let phrases: [Phrase] = [.offerNone, .offerOwn, .offerRoom]

  func title(in context: PageContext) -> String { context.words(.offerTitle) }
  func entries(in context: PageContext) -> [String] { Self.phrases.map { context.words($0) } }
  func chosen(in context: PageContext) -> Int? { context.offerStanding }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard let key = context.offerKey, let number = context.currentQuestion?.number else {
      return []
    }
    let offer = Offer(question: number, sharing: index == 1 ? .private : .room)
    return context.setOwn(key, to: index == 0 ? nil : .offer(offer), at: moment)
  }
}

/// Whether it wishes to hear of it, and by name.
struct ChoiceOfWish: ChooserPurpose {
  fileprivate static let phrases: [Phrase] = [.wishNone, .wishOwn, .wishByName, .wishAnonymous]

  func title(in context: PageContext) -> String { context.words(.wishTitle) }
  func entries(in context: PageContext) -> [String] { Self.phrases.map { context.words($0) } }
  func chosen(in context: PageContext) -> Int? { context.wishStanding }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard let key = context.wishKey, let number = context.currentQuestion?.number else {
      return []
    }
    let wish = WishToHear(
      question: number,
      sharing: index == 1 ? .private : .room,
      isAnonymous: index == 3,
    )
    return context.setOwn(key, to: index == 0 ? nil : .wish(wish), at: moment)
  }
}

extension PageContext {
  fileprivate var offerKey: RecordKey? {
    currentQuestion.map { RecordKey(.offer, $0.number.description) }
  }

  fileprivate var wishKey: RecordKey? {
    currentQuestion.map { RecordKey(.wish, $0.number.description) }
  }

  /// Which entry of the chooser of offers holds: none, for ourselves, for the room.
  fileprivate var offerStanding: Int {
    guard let offerKey, case .offer(let offer) = delegation?.records[offerKey] else { return 0 }
    return offer.sharing == .private ? 1 : 2
  }

  /// Which entry of the chooser of wishes holds: none, for ourselves, by name, without a name.
  fileprivate var wishStanding: Int {
    guard let wishKey, case .wish(let wish) = delegation?.records[wishKey] else { return 0 }
    if wish.sharing == .private { return 1 }
    return wish.isAnonymous ? 3 : 2
  }

  /// What the question page says of the delegation's offer; nothing where there is none.
  var offerLine: String? {
    offerStanding > 0 ? words(ChoiceOfOffer.phrases[offerStanding]) : nil
  }

  /// What it says of its wish; nothing where there is none.
  var wishLine: String? { wishStanding > 0 ? words(ChoiceOfWish.phrases[wishStanding]) : nil }
}
