/// What an answer rests on: a law, a policy, an institution, a source of data.
package struct Evidence: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case law
    case policy
    case strategy
    case agreement
    case institution
    case dataSource
    case practice
  }

  /// The years in which what is cited can have been made.
  package static let years = 0...9999

  package let id: String
  package var kind: Kind
  package var title: String
  package var year: Int?
  /// The article or page that says it, as it is cited.
  package var article: String?
  package var link: String?
  /// The institution that made it, or that answers for it.
  package var issuer: String?

  package init(
    id: String,
    kind: Kind = .law,
    title: String,
    year: Int? = nil,
    article: String? = nil,
    link: String? = nil,
    issuer: String? = nil,
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.year = year
    self.article = article
    self.link = link
    self.issuer = issuer
  }
}
