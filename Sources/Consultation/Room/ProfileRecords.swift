/// What a delegation itself says of the profile that is made of its answers.
package struct ProfileFrame: Hashable, Sendable {
  /// How far the government stands behind it.
  package enum Standing: String, CaseIterable, Sendable {
    case draft
    /// The institutions concerned were consulted on it.
    case consulted
    /// The government has approved it.
    case approved
  }

  package var standing: Standing
  /// Migration in the national context, in the state's own words.
  package var context: TranslatedText?
  /// Whether the regional synthesis may say its name.
  package var mayBeNamed: Bool

  package init(
    standing: Standing = .draft,
    context: TranslatedText? = nil,
    mayBeNamed: Bool = false,
  ) {
    self.standing = standing
    self.context = context
    self.mayBeNamed = mayBeNamed
  }
}

/// What an institution says of the draft of a profile, and what became of it.
package struct DraftRemark: Hashable, Sendable {
  package var institution: String
  /// The domain that it is about; none where it is about the whole.
  package var domain: Int?
  /// What it says; `nil` says that it has no comment, which is an answer.
  package var comment: String?
  /// What was answered, and done.
  package var response: String
  package var on: CalendarDate?

  package init(
    institution: String,
    domain: Int? = nil,
    comment: String? = nil,
    response: String = "",
    on: CalendarDate? = nil,
  ) {
    self.institution = institution
    self.domain = domain
    self.comment = comment
    self.response = response
    self.on = on
  }
}

/// Something that a state itself chooses to put first, and what it needs for it; never worked out
/// from its answers.
package struct Priority: Hashable, Sendable {
  package var title: String
  /// The support that is needed: expertise, data, training, means.
  package var support: String
  package var domain: Int?
  package var nextStep: String
  package var owner: String
  package var due: CalendarDate?
  package var sharing: Sharing

  package init(title: String, domain: Int? = nil, sharing: Sharing = .private) {
    self.title = title
    self.domain = domain
    self.sharing = sharing
    support = ""
    nextStep = ""
    owner = ""
  }
}

/// A challenge that a state met in carrying out the Global Compact, or a lesson that it learnt: told
/// in its own words and never worked out from its answers.
///
/// It is the delegation's alone, and stands in no report but its own on the Compact.
package struct ReviewNote: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case challenge
    case lesson
  }

  /// In a few words.
  package var title: String
  package var kind: Kind
  /// The part of the Compact that it is about; none where it is about the whole.
  package var roundTable: RoundTable?
  /// At length.
  package var text: String

  package init(
    title: String,
    kind: Kind = .challenge,
    roundTable: RoundTable? = nil,
    text: String = "",
  ) {
    self.title = title
    self.kind = kind
    self.roundTable = roundTable
    self.text = text
  }
}
