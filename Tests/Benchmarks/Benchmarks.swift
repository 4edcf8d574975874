import BidiText
import CFriBidi
import Consultation
import Display
import Screens
import TestSupport

/// How long the things take that a person waits for.
///
/// Run it by `swift run -c release Benchmarks`, and for the cost of keeping an answer by
/// `swift run -c release Benchmarks keeping FOLDER`, with a folder on the disk that is meant; for the
/// facilitator's screen by `swift run -c release Benchmarks room`, and for reports by
/// `swift run -c release Benchmarks reports`.
@main
struct Benchmarks {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "keeping": return try KeepingBenchmark.run()
    case "room": return try RoomBenchmark.run()
    case "reports": return try ReportsBenchmark.run()
    default: break
    }
    print("\(pad("what", 58))    min  median    max  (milliseconds)")
    layout()
    try pastes()
    try screens()
    matching()
  }

  /// A paragraph of a law as an official would quote it: Arabic with numbers and Latin names.
  private static let paragraph = """
    ينص القانون رقم 34-09 (2011) على أن يستفيد المهاجرون، أيا كان وضعهم القانوني، من خدمات \
    الرعاية الصحية الأولية والطارئة بالشروط نفسها المطبقة على المواطنين؛ وتُعد المنظمة الدولية \
    للهجرة (IOM) والمفوضية السامية لشؤون اللاجئين (UNHCR) شريكتين في ذلك. 
    """

  private static func layout() {
    let page = String(repeating: paragraph, count: 60)
    let area = Area(row: 0, start: 0, width: 200, height: 60)
    let part = String(
      page.prefix(
        TextLayout(page, direction: .rightToLeft, width: 200).lines[59]
          .graphemes.upperBound
      )
    )
    measure("200×60 cells of Arabic laid out and drawn") {
      var canvas = Canvas(width: 200, height: 60, direction: .rightToLeft)
      canvas.writeWrapped(part, in: area)
      return canvas.cells.count
    }
    let scalars = part.unicodeScalars.map(\.value)
    measure("the same text put in order and joined by FriBidi alone") {
      var direction = majlis_paragraph_right_to_left()
      var seen = [FriBidiChar](repeating: 0, count: scalars.count)
      let count = FriBidiStrIndex(scalars.count)
      return Int(fribidi_log2vis(scalars, count, &direction, &seen, nil, nil, nil)) + seen.count
    }
    measure("a note of 4000 letters laid out to type in") {
      TextLayout(String(page.prefix(4000)), direction: .rightToLeft, width: 75).lines.count
    }
  }

  /// What comes from the clipboard by mistake or on purpose, into a note.
  private static func pastes() throws {
    for megabytes in [1, 5] {
      let text = String(repeating: paragraph, count: megabytes << 20 / paragraph.utf8.count)
      var driver = try AppDriver.cairo(language: .arabic)
      driver.press(.enter)
      measure("a paste of \(megabytes) MB into a note, drawn", times: 10) {
        driver.type("c")
        driver.happens(.terminal(.paste(text)))
        let count = driver.app.view().cells.count
        driver.press(.escape, .down, .down, .enter)
        return count
      }
    }
  }

  private static func screens() throws {
    for (width, height) in [(80, 24), (200, 60)] {
      for language in [Language.arabic, .english] {
        let name = "\(language.rawValue) \(width)×\(height)"
        var driver = try AppDriver.cairo(language: language, width: width, height: height)
        measure("delegation page, \(name)") { driver.app.view().cells.count }
        driver.press(.enter)
        measure("question page, \(name)") { driver.app.view().cells.count }
        var isDown = false
        measure("arrow key on the question page, \(name)") {
          isDown.toggle()
          driver.press(isDown ? .down : .up)
          return driver.app.view().cells.count
        }
      }
    }
  }

  /// Offers and wishes of 170 delegations on 98 questions, by chance.
  private static func matching() {
    var generator = SeededGenerator(seed: 170)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let codes = (0..<170).compactMap {
      DelegationCode("\(letters[$0 / 26])\(letters[$0 % 26])X")
    }
    var wishes: [ExchangeMatching.Wishing] = []
    var offers: [ExchangeMatching.Offering] = []
    for code in codes {
      let languages = Language.allCases.filter { _ in Bool.random(using: &generator) }
      for question in 1...98 {
        let number = QuestionNumber(domain: 1, theme: 1, question: question)
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: wishes.append(.init(question: number, delegation: code, languages: languages))
        case 1: offers.append(.init(question: number, delegation: code, languages: languages))
        default: break
        }
      }
    }
    measure("\(wishes.count) wishes of 170 delegations matched with \(offers.count) offers") {
      ExchangeMatching(wishes: wishes, offers: offers, order: codes).tellers.count
    }
  }

  private static func measure(_ name: String, times count: Int = 200, _ work: () -> Int) {
    let clock = ContinuousClock()
    var times: [Double] = []
    var sum = 0
    for _ in 0..<count {
      let time = clock.measure { sum += work() }
      times.append(time / .milliseconds(1))
    }
    times.sort()
    guard sum > 0, let first = times.first, let last = times.last else { return }
    print(pad(name, 58), pad(first), pad(times[times.count / 2]), pad(last))
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func pad(_ milliseconds: Double) -> String {
    let hundredths = Int((milliseconds * 100).rounded())
    let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}
