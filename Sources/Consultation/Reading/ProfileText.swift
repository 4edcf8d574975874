/// The texts of a delegation's profile as they stand: what is suggested from its answers, what it
/// wrote instead or added, in which order, and what of it is printed.
///
/// For the delegation itself. What of it is for the public, ``PublicProfile`` says.
package struct ProfileText: Equatable, Sendable {
  /// A place in the profile: a section, of a domain where each has one.
  package struct Place: Hashable, Sendable {
    package let section: ProfileSection
    package let domain: Int?

    package init(_ section: ProfileSection, domain: Int? = nil) {
      self.section = section
      self.domain = section.isOfDomain ? domain : nil
    }
  }

  /// One paragraph, or one area.
  package struct Entry: Equatable, Sendable {
    package let id: String
    package let place: Place
    /// What the program would say; none for what the delegation added itself.
    package let suggestion: ProfileSuggestion?
    /// What the delegation wrote in its place.
    package let written: ProfilePassage?
    package let isPrinted: Bool
    package let rank: Int
    /// What it rests on, in order.
    package let grounds: [Ground]
    /// What of that says something else than when it was written.
    package let changed: [Ground]

    /// Whether its words are to be looked at again before they are published.
    package var needsLook: Bool { !changed.isEmpty }
  }

  /// How many areas of one kind a domain should have at most: a handful.
  package static let mostChosen = 5

  private let entries: [Place: [Entry]]

  package init(
    of delegation: Delegation,
    _ publication: Publication,
    answering questionnaire: Questionnaire,
  ) {
    let standing = GroundStanding(of: delegation, answering: questionnaire)
    let records = PassageRecords(delegation)
    var entries: [Place: [Entry]] = [:]
    for domain in questionnaire.domains {
      for section in ProfileSection.allCases where section.isOfDomain {
        let place = Place(section, domain: domain.number)
        let suggestions = ProfileSuggestion.all(at: place, of: delegation, publication, domain)
        entries[place] = records.entries(at: place, suggestions, standing)
      }
    }
    for section in ProfileSection.allCases where !section.isOfDomain {
      entries[Place(section)] = records.entries(at: Place(section), [], standing)
    }
    self.entries = entries.filter { !$0.value.isEmpty }
  }

  /// What stands at a place, in its order; of what is chosen first what was.
  package func entries(at place: Place) -> [Entry] { entries[place] ?? [] }

  package func entry(_ id: String) -> Entry? {
    entries.values.lazy.flatMap(\.self).first { $0.id == id }
  }

  /// How many of a place are printed.
  package func printed(at place: Place) -> Int { entries(at: place).count(where: \.isPrinted) }

  /// Whether something that a domain prints has to be looked at again.
  package func needsLook(inDomain number: Int) -> Bool {
    ProfileSection.allCases.contains { section in
      section.isOfDomain
        && entries(at: Place(section, domain: number)).contains { $0.isPrinted && $0.needsLook }
    }
  }

  /// The themes of a domain whose text is left out.
  func themesLeftOut(ofDomain number: Int) -> Set<Int> {
    Set(
      entries(at: Place(.text, domain: number)).compactMap { entry in
        if case .theme(let theme, _)? = entry.suggestion, !entry.isPrinted { theme } else { nil }
      }
    )
  }
}

/// What of a delegation's records says how its profile is written.
private struct PassageRecords {
  private var passages: [String: ProfilePassage] = [:]
  private var places: [String: PassagePlace] = [:]

  init(_ delegation: Delegation) {
    for (key, record) in delegation.records {
      switch record {
      case .passage(let passage): passages[key.id] = passage
      case .passagePlace(let place): places[key.id] = place
      default: break
      }
    }
  }

  func entries(
    at place: ProfileText.Place,
    _ suggestions: [(id: String, suggestion: ProfileSuggestion)],
    _ standing: GroundStanding,
  ) -> [ProfileText.Entry] {
    let suggested = Set(suggestions.map(\.id))
    let own = passages.filter { id, passage in
      !suggested.contains(id)
        && ProfileText.Place(passage.section, domain: passage.domain) == place
    }.keys.sorted()
    let proposed = suggestions.enumerated().map { index, proposal in
      entry(
        proposal.id,
        at: place,
        proposal.suggestion,
        PassagePlace.rank(ofProposal: index),
        standing,
      )
    }
    let added = own.map { entry($0, at: place, nil, PassagePlace.rankOfOwn, standing) }
    return (proposed + added).sorted { first, second in
      let isLater = (
        place.section.isChosen && !first.isPrinted, place.section.isChosen && !second.isPrinted,
      )
      if isLater.0 != isLater.1 { return isLater.1 }
      return (first.rank, first.id) < (second.rank, second.id)
    }
  }

  private func entry(
    _ id: String,
    at place: ProfileText.Place,
    _ suggestion: ProfileSuggestion?,
    _ rank: Int,
    _ standing: GroundStanding,
  ) -> ProfileText.Entry {
    let passage = passages[id]
    let grounds = Set(suggestion?.grounds ?? []).union(passage.map { Array($0.grounds.keys) } ?? [])
    let isProposal = place.section.isChosen && !PassagePlace.isOfOwn(id)
    return ProfileText.Entry(
      id: id,
      place: place,
      suggestion: suggestion,
      written: passage,
      isPrinted: places[id]?.isPrinted ?? !isProposal,
      rank: places[id]?.rank ?? rank,
      grounds: grounds.sorted(),
      changed: passage.map { passage in
        grounds.filter { standing[$0] != passage.grounds[$0] ?? "" }.sorted()
      } ?? [],
    )
  }
}

extension PassagePlace {
  /// How far two proposals stand from each other, so that something can be put between them.
  static let step = 1024

  /// The identifier of a passage that the delegation adds, and suggested by nothing.
  package static func idOfOwn(_ id: String) -> String { ownPrefix + id }

  package static func isOfOwn(_ id: String) -> Bool { id.hasPrefix(ownPrefix) }

  private static let ownPrefix = "own-"

  fileprivate static func rank(ofProposal index: Int) -> Int { (index + 1) * step }
  /// What the delegation added stands after what was proposed.
  static let rankOfOwn = 500_000_000
}
