/// A few points on one thing, for whoever reads nothing else: what is well developed in a domain,
/// what was put in place.
///
/// Several of them stand beside each other in two columns; the points of one alone do.
package struct KeyPoints: Equatable, Sendable {
  /// What the points are about.
  package var title: Passage
  /// The domain whose colour and sign they have, if they are about one.
  package var domain: Int?
  /// The points, in the order in which they were put; none is printed without.
  package var points: [Passage]

  package init(title: Passage, domain: Int? = nil, points: [Passage]) {
    self.title = title
    self.domain = domain
    self.points = points
  }
}
