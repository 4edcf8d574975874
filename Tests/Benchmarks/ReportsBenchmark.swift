import Consultation
import Phrases
import Reports
import TestSupport

/// How long reports take: ten profiles in three languages and three formats, and the common ones
/// for more and more delegations.
enum ReportsBenchmark {
  static func run() throws {
    let day = try CairoDay()
    let style = String(repeating: "p { margin: 0; }\n", count: 300)
    let clock = ContinuousClock()
    var letters = 0
    let profiles = try clock.measure {
      for language in Language.allCases {
        let setting = try Self.setting(day, language)
        for code in day.session.order {
          guard
            let document = Report.profile.document(
              of: day.session,
              delegation: code,
              setting,
            )
          else { continue }
          letters += document.markdown.utf8.count + document.html(style: style).utf8.count
          letters += document.plainText().utf8.count
        }
      }
    }
    print("ten profiles in three languages and three formats: \(profiles), \(letters) bytes")
    print("common reports in Markdown, milliseconds (and microseconds a delegation):")
    let setting = try Self.setting(day, .english)
    for count in [10, 100, 200, 500, 1000] {
      let session = enlarged(day.session, to: count)
      var line = pad("\(count) delegations", 18)
      for report in Report.allCases where !report.isOfDelegation {
        let time = clock.measure {
          letters += report.document(of: session, setting)?.markdown.utf8.count ?? 0
        }
        let each = Int(time / .microseconds(count))
        line += pad("  \(report.rawValue) \(Int(time / .milliseconds(1))) (\(each))", 24)
      }
      print(line)
    }
  }

  private static func setting(_ day: CairoDay, _ language: Language) throws -> Report.Setting {
    Report.Setting(
      questionnaire: day.questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
    )
  }

  /// The same day with so many delegations, each of which says what one of the ten says.
  private static func enlarged(_ session: Session, to count: Int) -> Session {
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

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
