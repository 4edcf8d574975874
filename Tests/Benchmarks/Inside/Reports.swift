import Benchmark
import Consultation
import Phrases
import Reports
import TestSupport

/// Profiles in three languages and three formats, and the common reports for more and more
/// delegations.
func reportBenchmarks() {
  guard let day = try? CairoDay() else { return }
  let style = String(repeating: "p { margin: 0; }\n", count: 300)
  let frame = "<html><head>{{head}}</head><body>{{mark}}{{contents}}{{main}}</body></html>"
  guard let look = try? Look(template: frame, style: style) else { return }
  Benchmark("Report: ten profiles, three languages, three formats", configuration: long) {
    benchmark in
    for _ in benchmark.scaledIterations {
      for language in Language.allCases {
        guard let setting = setting(day, language) else { return benchmark.error("no words") }
        for code in day.session.order {
          let document = Report.profile.document(of: day.session, delegation: code, setting)
          blackHole(document?.markdown.utf8.count)
          blackHole(document?.html(look).utf8.count)
          blackHole(document?.plainText().utf8.count)
        }
      }
    }
  }
  guard let setting = setting(day, .english) else { return }
  for count in [10, 100, 1000] {
    let session = enlarged(day.session, to: count)
    for report in Report.allCases where !report.isOfDelegation {
      let name = "Report: \(report.rawValue), \(count) delegations"
      Benchmark(name, configuration: long) { benchmark in
        for _ in benchmark.scaledIterations {
          blackHole(report.document(of: session, setting)?.markdown.utf8.count)
        }
      }
    }
  }
}

private func setting(_ day: CairoDay, _ language: Language) -> Report.Setting? {
  guard let words = try? Words.shipped(language) else { return nil }
  return Report.Setting(
    questionnaire: day.questionnaire,
    words: words,
    date: CalendarDate(CairoDay.start),
  )
}

/// The same day with so many delegations, each of which says what one of the ten says.
private func enlarged(_ session: Session, to count: Int) -> Session {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  let ten = session.orderedDelegations
  let delegations = (0..<count).compactMap { number -> Delegation? in
    let place = [number / 676, number / 26 % 26, number % 26].map { letters[$0] }
    let model = ten[number % ten.count]
    guard let code = DelegationCode(String(place)) else { return nil }
    return Delegation(
      code: code,
      shortName: model.shortName,
      officialName: model.officialName,
      languages: model.languages,
      delegates: model.delegates,
      answers: model.answers,
      records: model.records,
    )
  }
  var records: [RecordKey: Record] = [:]
  for number in delegations.indices.dropFirst() {
    let (tells, hears) = (delegations[number].code, delegations[number - 1].code)
    var exchange = Exchange(question: .sample("1.1.1"), tells: tells, hears: [hears])
    exchange.acceptedBy = [tells, hears]
    records[RecordKey(.exchange, "\(number)")] = .exchange(exchange)
  }
  return Session(
    id: session.id,
    questionnaire: session.questionnaire,
    workshop: session.workshop,
    delegations: delegations,
    history: session.history,
    records: records,
  )
}
