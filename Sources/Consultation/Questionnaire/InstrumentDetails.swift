/// What is known of an instrument that a questionnaire lists once, for all questions that ask
/// after it.
package struct InstrumentDetails: Equatable, Sendable {
  /// Where it comes from.
  package enum Family: String, CaseIterable, Sendable {
    case un, ilo, regional
  }

  /// Whose states it is open to, where not all states'.
  package enum Region: String, CaseIterable, Sendable {
    case arab, africa
  }

  package static let years = 1900...2999

  package let year: Int
  package let depositary: LocalizedText
  package let family: Family
  /// None where it is open to every state.
  package let regions: [Region]

  package init(
    year: Int,
    depositary: LocalizedText,
    family: Family,
    regions: [Region] = [],
  ) {
    self.year = year
    self.depositary = depositary
    self.family = family
    self.regions = regions
  }
}
