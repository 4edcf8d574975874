/// The front of a document that is handed out: a page of its own where there are pages.
///
/// What is not said is not printed. The document's own title names it everywhere else: in the
/// browser's bar, in the running heads, and above the text where nothing has pages.
package struct Cover: Equatable, Sendable {
  /// What the document is, without whose it is: *Migration governance profile*.
  package var title: Passage
  /// Whose it is: the official name of a state.
  package var name: Passage?
  /// What stands below, in smaller letters.
  package var subtitle: Passage?
  /// The year, or the years, of the assessment.
  package var year: Passage?
  /// Who issues it: the ministry, or each of them.
  package var issuers: [Passage]
  /// What else is to be read in front, such as the approval and its date.
  package var notes: [Passage]
  /// The state's emblem, if one was handed in.
  package var emblem: Emblem?

  package init(
    title: Passage,
    name: Passage? = nil,
    subtitle: Passage? = nil,
    year: Passage? = nil,
    issuers: [Passage] = [],
    notes: [Passage] = [],
    emblem: Emblem? = nil,
  ) {
    self.title = title
    self.name = name
    self.subtitle = subtitle
    self.year = year
    self.issuers = issuers
    self.notes = notes
    self.emblem = emblem
  }

  /// What it says, from above to below.
  var passages: [Passage] {
    [title] + [name, subtitle, year].compactMap(\.self) + issuers + notes
  }

  /// What it says beside the document's own title, where there is no page for it.
  var lines: [Passage] { [subtitle, year].compactMap(\.self) + issuers + notes }
}
