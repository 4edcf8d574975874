/// Brings wishes to hear together with offers to tell.
///
/// Never by any measure of who is better: what counts is the question, how much each one tells,
/// and the language.
///
/// - Every wish is answered by an offer on the same question by another delegation, if there is
///   one.
/// - Among all ways to do that, those who tell are loaded as evenly as can be: the sum of the
///   squares of how many wishes each answers is the least.
/// - Among these, as many pairs as can be share a language.
/// - What is left open then is settled by the neutral order of the session.
///
/// Wishes are added one after another, each along the cheapest path on which others move to
/// another teller (successive shortest paths for a minimum-cost flow with convex costs; Ahuja,
/// Magnanti and Orlin 1993, chapters 9 and 14). A path is searched by Bellman and Ford's method,
/// since moving can cost less than nothing.
package struct ExchangeMatching: Equatable, Sendable {
  /// Who offers, on what.
  package struct Offering: Equatable, Sendable {
    package let question: QuestionNumber
    package let delegation: DelegationCode
    package let languages: [Language]

    package init(
      question: QuestionNumber,
      delegation: DelegationCode,
      languages: [Language],
    ) {
      self.question = question
      self.delegation = delegation
      self.languages = languages
    }
  }

  /// Who wishes to hear, of what; nobody's name where the wish is anonymous.
  package struct Wishing: Equatable, Sendable {
    package let question: QuestionNumber
    package let delegation: DelegationCode?
    package let languages: [Language]

    package init(
      question: QuestionNumber,
      delegation: DelegationCode?,
      languages: [Language],
    ) {
      self.question = question
      self.delegation = delegation
      self.languages = languages
    }

    fileprivate func mayHear(_ offering: Offering) -> Bool {
      question == offering.question && delegation != offering.delegation
    }

    fileprivate func sharesNoLanguage(with offering: Offering) -> Bool {
      !languages.isEmpty && Set(languages).isDisjoint(with: offering.languages)
    }
  }

  /// For each wish, in their order, who tells; `nil` where nobody offers.
  package let tellers: [DelegationCode?]

  package init(wishes: [Wishing], offers: [Offering], order: [DelegationCode]) {
    var matcher = Matcher(wishes: wishes, offers: offers, order: order)
    for wish in wishes.indices { matcher.add(wish) }
    tellers = matcher.teller.map { index in index.map { matcher.codes[$0] } }
  }

  /// The same, put together by question and teller, in the order of the questionnaire.
  package func exchanges(of wishes: [Wishing]) -> [Exchange] {
    var exchanges: [Exchange] = []
    for (wish, teller) in zip(wishes, tellers) {
      guard let teller else { continue }
      let hears = wish.delegation.map { [$0] } ?? []
      let index = exchanges.firstIndex {
        $0.question == wish.question && $0.tells == teller
      }
      if let index {
        exchanges[index].hears += hears
      } else {
        exchanges.append(Exchange(question: wish.question, tells: teller, hears: hears))
      }
    }
    return exchanges.sorted { ($0.question, $0.tells) < ($1.question, $1.tells) }
  }
}

/// The state of the search: who tells whom so far.
private struct Matcher {
  /// A teller that a wish can be moved to, and what that costs: 1 where they share no language.
  private struct Candidate {
    let teller: Int
    let cost: Int
  }

  let codes: [DelegationCode]
  private let candidates: [[Candidate]]
  private(set) var teller: [Int?]
  private var told: [[Int]]
  /// What one more wish weighs against any number of languages.
  private let weight: Int

  init(
    wishes: [ExchangeMatching.Wishing],
    offers: [ExchangeMatching.Offering],
    order: [DelegationCode],
  ) {
    let offering = Set(offers.map(\.delegation))
    let codes = order.filter(offering.contains)
    let places = Dictionary(
      codes.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first },
    )
    let byQuestion = Dictionary(grouping: offers, by: \.question)
    candidates = wishes.map { wish in
      var seen: Set<Int> = []
      return (byQuestion[wish.question] ?? []).compactMap { offer in
        guard wish.mayHear(offer), let place = places[offer.delegation],
          seen.insert(place).inserted
        else { return nil }
        return Candidate(teller: place, cost: wish.sharesNoLanguage(with: offer) ? 1 : 0)
      }.sorted { $0.teller < $1.teller }
    }
    self.codes = codes
    teller = Array(repeating: nil, count: wishes.count)
    told = Array(repeating: [], count: codes.count)
    weight = wishes.count + 1
  }

  mutating func add(_ wish: Int) {
    guard !candidates[wish].isEmpty else { return }
    var distance = [Int?](repeating: nil, count: codes.count)
    var moved = [Int](repeating: -1, count: codes.count)
    var queue: [Int] = []
    for candidate in candidates[wish] {
      distance[candidate.teller] = candidate.cost
      moved[candidate.teller] = wish
      queue.append(candidate.teller)
    }
    var next = 0
    while next < queue.count {
      let from = queue[next]
      next += 1
      guard let soFar = distance[from] else { continue }
      for other in told[from] {
        let leaving = candidates[other].first { $0.teller == from }?.cost ?? 0
        for candidate in candidates[other] where candidate.teller != from {
          let cost = soFar + candidate.cost - leaving
          if cost < distance[candidate.teller] ?? .max {
            distance[candidate.teller] = cost
            moved[candidate.teller] = other
            queue.append(candidate.teller)
          }
        }
      }
    }
    let end = codes.indices.filter { distance[$0] != nil }.min { first, second in
      total(first, distance) < total(second, distance)
    }
    if let end { move(along: moved, to: end, adding: wish) }
  }

  /// What a path costs that ends at a teller: its languages, and one more wish for that one.
  private func total(_ teller: Int, _ distance: [Int?]) -> Int {
    (distance[teller] ?? 0) + weight * (2 * told[teller].count + 1)
  }

  /// Each on the path moves on by one.
  private mutating func move(along moved: [Int], to end: Int, adding wish: Int) {
    var place = end
    while true {
      let mover = moved[place]
      let before = teller[mover]
      if let before { told[before].removeAll { $0 == mover } }
      teller[mover] = place
      told[place].append(mover)
      guard mover != wish, let before else { return }
      place = before
    }
  }
}
