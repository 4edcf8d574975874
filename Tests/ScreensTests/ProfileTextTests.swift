import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// The pages on which a delegation writes and chooses what its profile says.
@Suite struct ProfileTextTests {
  private func driver(
    _ language: Language = .english,
    width: Int = 80,
    height: Int = 24,
  ) throws -> AppDriver {
    let (session, edition) = try Sampleland.published()
    return try AppDriver(
      session,
      of: edition,
      language: language,
      delegation: Sampleland.code,
      width: width,
      height: height,
      isAuthorGiven: true,
    )
  }

  /// At the parts of the profile.
  private func atParts(
    _ language: Language = .english,
    width: Int = 80,
    height: Int = 24,
  ) throws -> AppDriver {
    var driver = try driver(language, width: width, height: height)
    driver.type("O")
    driver.press(.down, .down, .down, .enter)
    return driver
  }

  /// At the passages of the first domain.
  private func atDomain(
    _ language: Language = .english,
    width: Int = 80,
    height: Int = 24,
  ) throws -> AppDriver {
    var driver = try atParts(language, width: width, height: height)
    driver.press(.down, .down, .down, .down, .down, .down, .enter)
    return driver
  }

  private func text(_ driver: AppDriver) throws -> ProfileText {
    try #require(driver.app.context.profileText)
  }

  private func ids(_ driver: AppDriver, _ section: ProfileSection) throws -> [String] {
    try text(driver).entries(at: ProfileText.Place(section, domain: 1)).map(\.id)
  }

  @Test(arguments: Language.allCases, [(80, 24), (200, 60)])
  func areAsTheyWereReadByEye(language: Language, size: (Int, Int)) throws {
    let (width, height) = size
    let name = "\(language.rawValue)-\(width)x\(height)"
    var driver = try atParts(language, width: width, height: height)
    try Golden.expect(driver.picture, "profile-text-\(name)")
    driver = try atDomain(language, width: width, height: height)
    try Golden.expect(driver.picture, "profile-passages-\(name)")
    driver.press(.end)
    try Golden.expect(driver.picture, "profile-chosen-\(name)")
    driver.press(.home, .enter)
    try Golden.expect(driver.picture, "profile-passage-\(name)")
  }

  @Test func areReachedFromTheListOfReportsAndByTheirName() throws {
    var driver = try driver()
    driver.type("R")
    let place = ReportsPage().items(in: driver.app.context).firstIndex(of: .profileText)
    for _ in 0..<(try #require(place)) { driver.press(.down) }
    driver.press(.enter)
    guard case .profileText = driver.app.page else {
      Issue.record("\(driver.picture)")
      return
    }
    driver = try self.driver()
    driver.type(":text of the prof")
    driver.press(.enter)
    guard case .profileText = driver.app.page else {
      Issue.record("\(driver.picture)")
      return
    }
  }

  @Test func whatIsWrittenStandsInThePlaceOfWhatIsSuggestedUntilItIsTakenBack() throws {
    var driver = try atDomain()
    driver.press(.enter, .enter)
    driver.type("Our own. ")
    driver.press(.control("s"))
    let written = try #require(try text(driver).entry("text-1.1")?.written)
    #expect(written.text.original.hasSuffix("Our own. ") && written.text.language == .english)
    #expect(written.grounds.keys.contains(.answer(.sample("1.1.1"))))
    driver.press(.escape)
    driver.type("-")
    #expect(try text(driver).entry("text-1.1")?.written == nil)
    driver.type("u")
    #expect(try text(driver).entry("text-1.1")?.written == written)
  }

  @Test func aTextThatIsOpenedAndKeptAsItIsStaysASuggestion() throws {
    var driver = try atDomain()
    driver.press(.enter, .enter)
    driver.press(.control("s"))
    #expect(try text(driver).entry("text-1.1")?.written == nil)
  }

  @Test func whatIsWrittenIsFoundByTheSearch() throws {
    var driver = try driver()
    driver.type("/trained to receive")
    driver.press(.enter)
    guard case .passage(let page) = driver.app.page else {
      Issue.record("\(driver.picture)")
      return
    }
    #expect(page.id == "own-1")
    driver.press(.escape)
    guard case .passages(let list) = driver.app.page else {
      Issue.record("\(driver.picture)")
      return
    }
    #expect(list.part == .domain(1))
  }

  @Test func theSpaceBarLeavesOutAndBringsBack() throws {
    var driver = try atDomain()
    driver.type(" ")
    #expect(try text(driver).entry("text-1.1")?.isPrinted == false)
    driver.type(" ")
    #expect(try text(driver).entry("text-1.1")?.isPrinted == true)
  }

  @Test func theSelectionGoesWithWhatIsMoved() throws {
    var driver = try atDomain()
    let before = try ids(driver, .text)
    driver.type("nn")
    var expected = before
    expected.swapAt(0, 1)
    expected.swapAt(1, 2)
    #expect(try ids(driver, .text) == expected)
    driver.type("bb")
    #expect(try ids(driver, .text) == before)
  }

  @Test func aHandfulIsChosenAndNoMore() throws {
    var driver = try atDomain()
    let place = ProfileText.Place(.developed, domain: 1)
    #expect(try text(driver).printed(at: place) == 2)
    func select(_ isWanted: @escaping (PassagesPage.Item) -> Bool) throws {
      let items = PassagesPage(part: .domain(1)).items(in: driver.app.context)
      let wanted = try #require(items.firstIndex(where: isWanted))
      driver.press(.home)
      for _ in 0..<wanted { driver.press(.down) }
    }
    for _ in 0..<3 {
      try select { item in
        if case .passage(let entry) = item {
          entry.place == place && !entry.isPrinted
        } else {
          false
        }
      }
      driver.type(" ")
    }
    try select { $0 == .adding(place) }
    driver.press(.enter)
    #expect(try text(driver).printed(at: place) == ProfileText.mostChosen)
    #expect(driver.rows.contains { $0.contains("5 are chosen here already") })
  }

  @Test func anAreaOfTheirOwnIsChosenWithWhatItRestsOn() throws {
    var driver = try atDomain()
    let items = PassagesPage(part: .domain(1)).items(in: driver.app.context)
    let adding = items.firstIndex(of: .adding(ProfileText.Place(.potential, domain: 1)))
    for _ in 0..<(try #require(adding)) { driver.press(.down) }
    driver.press(.enter)
    driver.type("Shelters")
    driver.press(.control("s"))
    let place = ProfileText.Place(.potential, domain: 1)
    let entry = try #require(try text(driver).entries(at: place).first)
    #expect(entry.isPrinted && entry.written?.text.original == "Shelters")
    driver.press(.enter, .down, .down, .enter)
    driver.type("1.1.2")
    driver.press(.enter)
    #expect(try text(driver).entry(entry.id)?.grounds == [.answer(.sample("1.1.2"))])
  }

  /// Every line of a long text is come to at the smallest size.
  @Test func aTextThatIsHigherThanTheScreenIsReadToItsEnd() throws {
    var driver = try atDomain(.english, width: 60, height: 16)
    driver.press(.enter)
    let whole = try #require(try text(driver).entry("text-1.1"))
    let words = driver.app.context.text(of: whole).text.split(separator: " ").map(String.init)
    var seen = driver.rows.joined(separator: " ")
    for _ in 0..<20 {
      driver.press(.down)
      seen += driver.rows.joined(separator: " ")
    }
    // Arabic stands there as the eye sees it.
    for word in words where word.allSatisfy(\.isASCII) { #expect(seen.contains(word), "\(word)") }
  }
}
