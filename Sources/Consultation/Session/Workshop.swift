/// What brings the delegations together: where and when, and what happens on the day.
package struct Workshop: Equatable, Sendable {
  package var title: TranslatedText
  package var place: TranslatedText?
  package var days: [CalendarDate]
  package var agenda: [AgendaItem]
  /// What was put aside to come back to.
  package var parkingLot: [ParkedMatter]
  package var actions: [NextStep]

  package init(
    title: TranslatedText,
    place: TranslatedText? = nil,
    days: [CalendarDate] = [],
    agenda: [AgendaItem] = [],
    parkingLot: [ParkedMatter] = [],
    actions: [NextStep] = [],
  ) {
    self.title = title
    self.place = place
    self.days = days
    self.agenda = agenda
    self.parkingLot = parkingLot
    self.actions = actions
  }
}

/// One item of the agenda.
package struct AgendaItem: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case welcome
    case experience
    case domain
    case discussion
    case priorities
    case compact
    case pause
    case closing
  }

  /// When an item can begin, in minutes after midnight.
  package static let starts = 0...1439
  /// How many minutes it can take.
  package static let lengths = 0...1440

  package let id: String
  package var kind: Kind
  package var title: TranslatedText
  /// When it begins, in minutes after midnight at the place of the workshop.
  package var start: Int
  /// How long it takes.
  package var minutes: Int
  /// The domain that it is about, where it is about one.
  package var domain: Int?

  package init(
    id: String,
    kind: Kind,
    title: TranslatedText,
    start: Int,
    minutes: Int,
    domain: Int? = nil,
  ) {
    self.id = id
    self.kind = kind
    self.domain = domain
    self.title = title
    self.start = start
    self.minutes = minutes
  }
}

/// A matter on the parking lot: words, or a question with words.
package struct ParkedMatter: Hashable, Sendable {
  package let id: String
  /// In the language in which somebody wrote it; empty where the question says it all.
  package var text: String
  /// The question that it is about, which each reader has in their own language.
  package var question: QuestionNumber?

  package init(id: String, text: String, question: QuestionNumber? = nil) {
    self.id = id
    self.text = text
    self.question = question
  }
}

/// Something that someone undertook to do.
package struct NextStep: Hashable, Sendable {
  package let id: String
  package var text: String
  package var owner: String
  package var due: CalendarDate?

  package init(id: String, text: String, owner: String, due: CalendarDate? = nil) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
  }
}
