/// What the answers and records of a delegation say now, each as a fingerprint that is compared with
/// the one kept beside a text.
///
/// The fingerprint tells that something changed, and nothing of what it was. What is not there has
/// none.
package struct GroundStanding {
  private let delegation: Delegation
  private let questionnaire: Questionnaire

  package init(of delegation: Delegation, answering questionnaire: Questionnaire) {
    self.delegation = delegation
    self.questionnaire = questionnaire
  }

  /// The fingerprint of what a ground says now; empty where it says nothing.
  package subscript(ground: Ground) -> String {
    let said =
      switch ground {
      case .answer(let number): said(by: number)
      case .record(let key): said(by: key)
      }
    return said.isEmpty ? "" : Self.fingerprint(of: said)
  }

  /// The same of several, as they are kept beside a text.
  package func fingerprints(of grounds: [Ground]) -> [Ground: String] {
    Dictionary(grounds.map { ($0, self[$0]) }) { $1 }
  }

  /// What a published text could rest on: the value and its parts, the sources, and whether it is
  /// for the public at all.
  private func said(by number: QuestionNumber) -> [String] {
    let answer = delegation.answer(to: number)
    guard let value = answer.value else { return [] }
    let isTold =
      questionnaire[number].flatMap { StatementInPlace(released: answer, to: $0) } != nil
    let parts =
      answer.elements.sorted()
      + answer.instruments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.plainText)" }
    let sources = answer.evidence.map { source in
      [
        source.kind.rawValue, source.title, source.year.map { String($0) } ?? "",
        source.article ?? "", source.issuer ?? "",
      ].joined(separator: "\u{1E}")
    }
    return [value.plainText, isTold ? "told" : "kept"] + parts + ["\u{1D}"] + sources.sorted()
  }

  private func said(by key: RecordKey) -> [String] {
    switch delegation.records[key] {
    case .card(let card):
      let isReleased = SharedView.Audience.report.maySee(card.sharing)
      return [
        card.title, card.done, card.by, card.instrument, isReleased ? "told" : "kept",
      ]
    case .priority(let priority): return [priority.title]
    case .wish: return ["wish"]
    default: return []
    }
  }

  private static func fingerprint(of texts: [String]) -> String {
    let digits = FNV1a.digits(of: texts.joined(separator: "\u{1F}"))
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
