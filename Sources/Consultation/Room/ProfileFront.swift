/// What stands on the cover of a profile and in its imprint.
package struct Imprint: Hashable, Sendable {
  package var title: TranslatedText?
  /// The ministry that publishes it.
  package var ministry: TranslatedText?
  package var year: Int?
  /// Who approved it.
  package var approvedBy: TranslatedText?
  package var approvedOn: CalendarDate?
  /// How it is to be cited.
  package var citation: TranslatedText?

  package init(
    title: TranslatedText? = nil,
    ministry: TranslatedText? = nil,
    year: Int? = nil,
    approvedBy: TranslatedText? = nil,
    approvedOn: CalendarDate? = nil,
    citation: TranslatedText? = nil,
  ) {
    self.title = title
    self.ministry = ministry
    self.year = year
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.citation = citation
  }
}

/// A figure of the national context, such as how many migrants live in the state.
package struct KeyFigure: Hashable, Sendable {
  /// What it is a figure of.
  package var title: TranslatedText
  /// As it is to be printed: `1 200 000`, `3.4 %`.
  package var figure: String
  package var year: Int?
  package var source: String

  package init(title: TranslatedText, figure: String = "", year: Int? = nil, source: String = "") {
    self.title = title
    self.figure = figure
    self.year = year
    self.source = source
  }
}

/// A short form that a profile uses, and what it stands for.
package struct Acronym: Hashable, Sendable {
  package var short: String
  package var meaning: TranslatedText?

  package init(short: String, meaning: TranslatedText? = nil) {
    self.short = short
    self.meaning = meaning
  }
}
