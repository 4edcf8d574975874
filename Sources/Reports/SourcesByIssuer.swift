import Consultation

/// Sources as a reader looks for them: under the institution that issued them, in the order in which
/// the institutions are first named; those of which nobody said whose they are come last.
struct SourcesByIssuer<Source> {
  struct Group {
    /// `nil` of those of which nobody said it.
    let issuer: String?
    /// By kind, and among those of a kind in the order in which they are named.
    let sources: [Source]
  }

  let groups: [Group]

  init(_ sources: [Source], _ evidence: (Source) -> Evidence) {
    var order: [String?] = []
    var groups: [String?: [Source]] = [:]
    for source in sources {
      let issuer = evidence(source).issuer.flatMap { $0.isEmpty ? nil : $0 }
      if groups[issuer] == nil { order.append(issuer) }
      groups[issuer, default: []].append(source)
    }
    self.groups = (order.filter { $0 != nil } + order.filter { $0 == nil }).map { issuer in
      let sources = (groups[issuer] ?? []).enumerated().sorted {
        (evidence($0.element).kind.place, $0.offset) < (evidence($1.element).kind.place, $1.offset)
      }
      return Group(issuer: issuer, sources: sources.map(\.element))
    }
  }

  /// Whether anybody said of any of them whose it is.
  var hasIssuers: Bool { groups.contains { $0.issuer != nil } }
}

extension Evidence.Kind {
  /// Its place among the kinds.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
