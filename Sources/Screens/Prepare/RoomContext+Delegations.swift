import Consultation
import Phrases

/// Which delegations there are, what they are called, and in which neutral order they stand.
extension RoomContext {
  /// The delegation that a written text makes; `nil` where the field cannot hold it.
  func identity(writing text: String, in field: PrepareField) -> DelegationIdentity? {
    switch field {
    case .newDelegation:
      guard let code = DelegationCode(text.uppercased()), desk.identity(of: code) == nil else {
        return nil
      }
      // Its names are written next; until then it is called after its code.
      let name = LocalizedText(arabic: text, english: text, french: text)
      return DelegationIdentity(
        code: code,
        rank: (desk.identities.map(\.rank).max() ?? -1) + 1,
        kind: code.isOfLocalAuthority ? .localAuthority : .state,
        shortName: name,
        officialName: name,
      )
    case .shortName(let code):
      guard var identity = desk.identity(of: code), !text.isEmpty else { return nil }
      identity.shortName = identity.shortName.written(text, in: language, besides: code)
      return identity
    case .officialName(let code):
      guard var identity = desk.identity(of: code), !text.isEmpty else { return nil }
      identity.officialName = identity.officialName.written(text, in: language, besides: code)
      return identity
    default: return nil
    }
  }

  /// Moves a delegation to a place of the neutral order, counted from one; the others make room.
  ///
  /// - Returns: `nil` where there is no such place.
  mutating func move(
    _ code: DelegationCode,
    toPlace text: String,
    at moment: Moment,
  ) -> [Effect]? {
    guard let place = Int(text), desk.order.indices.contains(place - 1) else { return nil }
    var order = desk.order.filter { $0 != code }
    order.insert(code, at: place - 1)
    var effects: [Effect] = []
    for (rank, other) in order.enumerated() {
      guard var identity = desk.identity(of: other), identity.rank != rank else { continue }
      identity.rank = rank
      effects += set(
        .identity(of: other),
        to: .identity(identity),
        at: Moment(at: moment.at, id: "\(moment.id)-\(rank)"),
      )
    }
    return effects
  }
}

extension LocalizedText {
  /// The text with another one in this language; where it is nothing but the code so far, in all
  /// languages.
  fileprivate func written(
    _ text: String,
    in language: Language,
    besides code: DelegationCode,
  ) -> LocalizedText {
    func name(in other: Language) -> String {
      let isUnwritten = self[other].uppercased() == code.description
      return other == language || isUnwritten ? text : self[other]
    }
    return LocalizedText(
      arabic: name(in: .arabic),
      english: name(in: .english),
      french: name(in: .french),
    )
  }
}
