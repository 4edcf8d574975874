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

extension InstrumentDetails.Region {
  /// The Member States of the United Nations that are members of the League of Arab States, or of
  /// the African Union, by their ISO 3166 codes, and Palestine.
  private var members: Set<String> {
    switch self {
    case .arab:
      [
        "ARE", "BHR", "COM", "DJI", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT",
        "OMN", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TUN", "YEM",
      ]
    case .africa:
      [
        "AGO", "BDI", "BEN", "BFA", "BWA", "CAF", "CIV", "CMR", "COD", "COG", "COM", "CPV", "DJI",
        "DZA", "EGY", "ERI", "ETH", "GAB", "GHA", "GIN", "GMB", "GNB", "GNQ", "KEN", "LBR", "LBY",
        "LSO", "MAR", "MDG", "MLI", "MOZ", "MRT", "MUS", "MWI", "NAM", "NER", "NGA", "RWA", "SDN",
        "SEN", "SLE", "SOM", "SSD", "STP", "SWZ", "SYC", "TCD", "TGO", "TUN", "TZA", "UGA", "ZAF",
        "ZMB", "ZWE",
      ]
    }
  }

  /// Whether a state is known to be none of its region's.
  ///
  /// Of a code that is of neither nothing is known: it may be a state of another name.
  fileprivate func excludes(_ code: DelegationCode) -> Bool {
    let isKnown = Self.allCases.contains { $0.members.contains(code.description) }
    return isKnown && !members.contains(code.description)
  }
}

extension Option {
  /// Whose states an instrument is open to; none where to every state.
  package var regions: [InstrumentDetails.Region] { details?.regions ?? [] }

  /// Whether an instrument can be one of this delegation's: it is not known to be closed to it.
  package func isOpen(to code: DelegationCode) -> Bool {
    regions.isEmpty || regions.contains { !$0.excludes(code) }
  }
}

extension Question {
  /// Whether its level follows from the instruments that are stated: the questionnaire says what
  /// each of them is.
  package var levelFollowsInstruments: Bool {
    if case .instruments(let options) = kind {
      options.contains { $0.details != nil }
    } else {
      false
    }
  }
}
