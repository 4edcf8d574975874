import Benchmark
import Consultation
import Display
import Screens
import TestSupport

/// Pages drawn, keys taken in, texts from the clipboard.
func screenBenchmarks() {
  for (width, height) in [(80, 24), (200, 60)] {
    for language in [Language.arabic, .english] {
      let name = "\(language.rawValue) \(width)×\(height)"
      guard var driver = try? AppDriver.cairo(language: language, width: width, height: height)
      else { continue }
      let page = driver
      Benchmark("Screen: the delegation's page, \(name)") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(page.app.view().cells.count) }
      }
      driver.press(.enter)
      let question = driver
      Benchmark("Screen: an arrow on a question, \(name)") { benchmark in
        var driver = question
        for _ in benchmark.scaledIterations {
          driver.press(.down)
          blackHole(driver.app.view().cells.count)
        }
      }
    }
  }
  // What comes by mistake or on purpose, into a note.
  let pasted = String(repeating: paragraph, count: (1 << 20) / paragraph.utf8.count)
  Benchmark("Screen: a paste of 1 MB into a note, drawn", configuration: long) { benchmark in
    guard var driver = try? AppDriver.cairo(language: .arabic) else {
      return benchmark.error("no session")
    }
    driver.press(.enter)
    driver.type("c")
    benchmark.startMeasurement()
    driver.happens(.terminal(.paste(pasted)))
    blackHole(driver.app.view().cells.count)
  }
}

/// Offers and wishes of 170 delegations on 98 questions, by chance.
func exchangeBenchmarks() {
  var generator = SeededGenerator(seed: 170)
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  let codes = (0..<170).compactMap { DelegationCode("\(letters[$0 / 26])\(letters[$0 % 26])X") }
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
  let (wished, offered) = (wishes, offers)
  Benchmark("Exchanges: \(wished.count) wishes, \(offered.count) offers") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(ExchangeMatching(wishes: wished, offers: offered, order: codes).tellers.count)
    }
  }
}
