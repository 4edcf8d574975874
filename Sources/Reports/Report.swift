package import Consultation
package import Phrases

extension Report {
  /// What is handed in beside the session.
  package struct Setting: Equatable, Sendable {
    package var questionnaire: Questionnaire
    /// The words and the language of the document.
    package var words: Words
    /// The words of a second language, each thing of which stands below that of the first.
    package var beside: Words?
    /// The day on which it is made.
    package var date: CalendarDate
    /// By how many minutes the clock at the workshop is before UTC.
    package var minutesFromUTC: Int
    /// Whether people are named.
    package var hasNames: Bool
    /// The terms of which those that stand in it are explained at its end; none without it.
    package var glossary: Glossary?
    /// Which edition of the profile; other reports have one alone.
    package var edition: ProfileEdition
    /// Whether the public edition is marked as a preview.
    package var isPreview: Bool
    /// What stands behind the record of a workshop.
    package var annex: ReportAnnex?

    package init(
      questionnaire: Questionnaire,
      words: Words,
      beside: Words? = nil,
      date: CalendarDate,
      minutesFromUTC: Int = 0,
      hasNames: Bool = false,
      glossary: Glossary? = nil,
      edition: ProfileEdition = .working,
      isPreview: Bool = false,
      annex: ReportAnnex? = nil,
    ) {
      self.questionnaire = questionnaire
      self.words = words
      self.beside = beside
      self.date = date
      self.minutesFromUTC = minutesFromUTC
      self.hasNames = hasNames
      self.glossary = glossary
      self.edition = edition
      self.isPreview = isPreview
      self.annex = annex
    }
  }

  /// The report as a document, to be printed or to be read in the program.
  ///
  /// A common one takes everything through ``SharedView``, the synthesis through ``Synthesis``, the
  /// public edition of a profile through ``PublicProfile``, a delegation's own from that delegation
  /// alone.
  ///
  /// - Returns: `nil` where it is a delegation's own and the session has no such delegation, and
  ///   where it is not made of those whom the questionnaire asks.
  package func document(
    of session: Session,
    delegation code: DelegationCode? = nil,
    _ setting: Setting,
  ) -> Document? {
    guard let document = document(of: session, delegation: code, setting, words: setting.words)
    else { return nil }
    let terms = setting.glossary.map { document.terms(of: $0) } ?? []
    let explained = document.explaining(terms, in: setting.words)
    guard let words = setting.beside, words.language != setting.words.language,
      let second = self.document(of: session, delegation: code, setting, words: words)
    else { return explained }
    return explained.beside(second.explaining(terms, in: words))
  }

  private func document(
    of session: Session,
    delegation code: DelegationCode?,
    _ setting: Setting,
    words: Words,
  ) -> Document? {
    guard isMade(of: setting.questionnaire.respondent) else { return nil }
    let text = ReportText(words: words, questionnaire: setting.questionnaire)
    if self == .synthesis {
      let synthesis = Synthesis(of: session, answering: setting.questionnaire)
      return SynthesisReport(synthesis: synthesis, date: setting.date, text: text).document
    }
    guard isOfDelegation else {
      let shared = SharedView(of: session, for: .report, in: setting.questionnaire)
      return common(shared, setting, text)
    }
    guard let delegation = code.flatMap({ session.delegations[$0] }) else { return nil }
    if self == .profile, setting.edition == .public {
      return PublicProfile(
        of: delegation.code,
        in: session,
        answering: setting.questionnaire,
      ).map {
        PublicReport(profile: $0, date: setting.date, text: text, isPreview: setting.isPreview)
          .document
      }
    }
    let own = OwnReport(delegation: delegation, date: setting.date, text: text)
    switch self {
    case .profile: return own.profile(hasNames: setting.hasNames)
    case .gcm: return own.compact
    case .sdg: return own.unofficialCalculation
    case .followup: return own.followUp
    case .workshop, .exchange, .synthesis: return nil
    }
  }

  private func common(
    _ shared: SharedView,
    _ setting: Setting,
    _ text: ReportText,
  ) -> Document? {
    let report = CommonReport(
      shared: shared,
      date: setting.date,
      minutesFromUTC: setting.minutesFromUTC,
      hasNames: setting.hasNames,
      text: text,
    )
    switch self {
    case .workshop: return report.workshop(annex: setting.annex)
    case .exchange: return report.exchange
    case .profile, .synthesis, .gcm, .sdg, .followup: return nil
    }
  }
}

/// A report of one delegation for itself: what it is made of.
struct OwnReport {
  let delegation: Delegation
  let date: CalendarDate
  let text: ReportText
  /// The questions that the delegation is asked.
  let asked: AskedQuestions
  /// Those of them that have an answer, in the questionnaire's order.
  let answered: [QuestionNumber]

  init(delegation: Delegation, date: CalendarDate, text: ReportText) {
    self.delegation = delegation
    self.date = date
    self.text = text
    let asked = AskedQuestions(of: text.questionnaire, for: delegation)
    self.asked = asked
    answered = asked.numbers.filter { !delegation.answer(to: $0).isOpen }
  }
}

/// A report for everybody: made of what was released, and of nothing else.
struct CommonReport {
  let shared: SharedView
  let date: CalendarDate
  let minutesFromUTC: Int
  let hasNames: Bool
  let text: ReportText
  /// The place of each delegation in the session's neutral order.
  private let places: [DelegationCode: Int]

  init(
    shared: SharedView,
    date: CalendarDate,
    minutesFromUTC: Int,
    hasNames: Bool,
    text: ReportText,
  ) {
    self.shared = shared
    self.date = date
    self.minutesFromUTC = minutesFromUTC
    self.hasNames = hasNames
    self.text = text
    places = Dictionary(
      shared.delegations.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first },
    )
  }

  // MARK: Names

  func name(_ delegation: SharedDelegation) -> String {
    text.words.text(delegation.shortName)
  }

  func name(_ code: DelegationCode) -> String {
    places[code].map { name(shared.delegations[$0]) } ?? code.description
  }

  /// Names in the neutral order of the session, whatever the order they come in.
  func names(_ codes: [DelegationCode]) -> Passage {
    text.list(Set(codes).sorted { place(of: $0) < place(of: $1) }.map(name))
  }

  /// The place in the neutral order; of a delegation that is not there, the last.
  func place(of code: DelegationCode) -> Int { places[code] ?? .max }
}
