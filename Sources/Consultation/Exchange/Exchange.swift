/// That a delegation is ready to tell of its experience on a question.
package struct Offer: Hashable, Sendable {
  package let question: QuestionNumber
  package var text: String
  package var sharing: Sharing

  package init(question: QuestionNumber, text: String = "", sharing: Sharing = .private) {
    self.question = question
    self.text = text
    self.sharing = sharing
  }
}

/// That a delegation would like to hear of others' experience on a question.
package struct WishToHear: Hashable, Sendable {
  package let question: QuestionNumber
  package var sharing: Sharing
  /// Whether the room is not told who wishes.
  package var isAnonymous: Bool

  package init(question: QuestionNumber, sharing: Sharing, isAnonymous: Bool = false) {
    self.question = question
    self.sharing = sharing
    self.isAnonymous = isAnonymous
  }
}

/// What a delegation tells of something that it did.
package struct ExperienceCard: Hashable, Sendable {
  package let question: QuestionNumber
  /// Other questions that it says something on.
  package var linked: [QuestionNumber]
  package var title: String
  package var done: String
  package var by: String
  package var instrument: String
  package var costAndTime: String
  package var obstacles: String
  package var contact: String
  package var sharing: Sharing

  package init(question: QuestionNumber, title: String) {
    self.question = question
    self.title = title
    linked = []
    done = ""
    by = ""
    instrument = ""
    costAndTime = ""
    obstacles = ""
    contact = ""
    sharing = .private
  }
}

/// That a delegation found another one's card useful, what it asks of it, or that it asks for the
/// contact: told to the delegation whose card it is, and to nobody else.
package struct UsefulMark: Hashable, Sendable {
  /// Whose card it is.
  package let owner: DelegationCode
  /// The card's identifier there.
  package let card: String
  package var isUseful: Bool
  /// What it would like to know; empty where it asks nothing.
  package var asks: String
  package var asksForContact: Bool
  /// Whether the owner is not told who it is.
  package var isAnonymous: Bool

  package init(owner: DelegationCode, card: String) {
    self.owner = owner
    self.card = card
    isUseful = false
    asks = ""
    asksForContact = false
    isAnonymous = false
  }

  /// Whether there is nothing in it that the owner would hear.
  package var saysNothing: Bool { !isUseful && asks.isEmpty && !asksForContact }
}

/// One delegation tells others of its experience on a question: proposed, accepted, held.
package struct Exchange: Hashable, Sendable {
  package let question: QuestionNumber
  package let tells: DelegationCode
  package var hears: [DelegationCode]
  /// Who of them has accepted.
  package var acceptedBy: [DelegationCode]
  /// The item of the agenda in which it takes place.
  package var item: String?
  package var said: String
  package var takenHome: String

  package init(question: QuestionNumber, tells: DelegationCode, hears: [DelegationCode]) {
    self.question = question
    self.tells = tells
    self.hears = hears
    acceptedBy = []
    said = ""
    takenHome = ""
  }

  package var isAgreed: Bool { Set([tells] + hears).isSubset(of: acceptedBy) }
}
