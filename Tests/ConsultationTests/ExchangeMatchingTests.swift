import Consultation
import TestSupport
import Testing

@Suite struct ExchangeMatchingTests {
  typealias Offering = ExchangeMatching.Offering
  typealias Wishing = ExchangeMatching.Wishing

  private static let codes = ["QNC", "QNA", "QND", "QNG", "QNI"].map { DelegationCode.sample($0) }

  /// A session of delegations by chance.
  private func random(
    _ generator: inout SeededGenerator,
    codes: [DelegationCode],
    questions: Int,
    share: Int,
  ) -> (wishes: [Wishing], offers: [Offering]) {
    var wishes: [Wishing] = []
    var offers: [Offering] = []
    for code in codes {
      let languages = Language.allCases.filter { _ in Bool.random(using: &generator) }
      for question in 1...questions {
        let number = QuestionNumber.sample("1.1.\(question)")
        let chance = Int.random(in: 0..<share, using: &generator)
        if chance == 0 {
          wishes.append(Wishing(question: number, delegation: code, languages: languages))
        } else if chance == 1 {
          offers.append(Offering(question: number, delegation: code, languages: languages))
        }
      }
    }
    return (wishes, offers)
  }

  /// Load and languages of a way to answer all that can be answered.
  private func cost(
    _ tellers: [DelegationCode?],
    _ wishes: [Wishing],
    _ offers: [Offering],
  ) -> (load: Int, languages: Int) {
    var loads: [DelegationCode: Int] = [:]
    var foreign = 0
    for (wish, teller) in zip(wishes, tellers) {
      guard let teller else { continue }
      loads[teller, default: 0] += 1
      let offer = offers.first { $0.delegation == teller && $0.question == wish.question }
      let shares =
        wish.languages.isEmpty
        || wish.languages.contains {
          offer?.languages.contains($0) ?? false
        }
      if !shares { foreign += 1 }
    }
    return (loads.values.reduce(0) { $0 + $1 * $1 }, foreign)
  }

  /// The least cost, by trying every way.
  private func best(_ wishes: [Wishing], _ offers: [Offering]) -> (load: Int, languages: Int) {
    var best: (load: Int, languages: Int)?
    var tellers: [DelegationCode?] = []
    func go(_ index: Int) {
      guard index < wishes.count else {
        let cost = cost(tellers, wishes, offers)
        if best.map({ cost < $0 }) ?? true { best = cost }
        return
      }
      let possible = offers.filter {
        $0.question == wishes[index].question && $0.delegation != wishes[index].delegation
      }
      for offer in possible {
        tellers.append(offer.delegation)
        go(index + 1)
        tellers.removeLast()
      }
      if possible.isEmpty {
        tellers.append(nil)
        go(index + 1)
        tellers.removeLast()
      }
    }
    go(0)
    return best ?? (0, 0)
  }

  @Test func isAsGoodAsTheBestOfAllWays() {
    let cases = LongRuns.count(400, long: 5000)
    var compared = 0
    for seed in 0..<UInt64(cases) {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...5, using: &generator)
      let questions = Int.random(in: 1...6, using: &generator)
      let (wishes, offers) = random(
        &generator,
        codes: Array(Self.codes[..<count]),
        questions: questions,
        share: 3,
      )
      let matching = ExchangeMatching(wishes: wishes, offers: offers, order: Self.codes)
      let cost = cost(matching.tellers, wishes, offers)
      #expect(cost == best(wishes, offers), "seed \(seed)")
      for (wish, teller) in zip(wishes, matching.tellers) {
        let possible = offers.filter {
          $0.question == wish.question && $0.delegation != wish.delegation
        }
        #expect(teller == nil ? possible.isEmpty : possible.contains { $0.delegation == teller })
      }
      compared += 1
    }
    print("matching: \(compared) cases, each as good as the best of all ways")
  }

  @Test func anAnonymousWishIsAnsweredWithoutAName() {
    let number = QuestionNumber.sample("1.1.1")
    let wishes = [Wishing(question: number, delegation: nil, languages: [])]
    let offers = [Offering(question: number, delegation: .havenia, languages: [.french])]
    let matching = ExchangeMatching(wishes: wishes, offers: offers, order: [.havenia])
    #expect(
      matching.exchanges(of: wishes) == [
        Exchange(question: number, tells: .havenia, hears: [])
      ]
    )
  }
}
