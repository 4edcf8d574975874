import Consultation
import Display
import Phrases
import Storage
import TestSupport
import Testing

@testable import Screens

/// A session that answers an earlier edition of its questionnaire, on the screen.
@Suite struct NextEditionTests {
  private func driver(
    language: Language? = .english,
    delegation: DelegationCode? = .havenia,
    isReadOnly: Bool = false,
    isSeatFixed: Bool = false,
    nextEdition: String? = "2026.1",
  ) throws -> AppDriver {
    let stored = try Assets.fictitiousWorkshop(id: "cairo")
    return try AppDriver(
      stored.session,
      of: stored.questionnaire,
      language: language,
      delegation: delegation,
      isReadOnly: isReadOnly,
      isSeatFixed: isSeatFixed,
      nextEdition: nextEdition,
    )
  }

  private var preview: EditionPreview {
    get throws {
      let assets = Assets(folder: Words.assetsFolder)
      let day = try CairoDay()
      let later = try #require(assets.nextEdition(of: day.questionnaire.identity))
      return EditionPreview(
        of: EditionUpgrade(
          of: day.session,
          to: later,
          stamp: Change.Stamp(id: "move", at: CairoDay.start, by: "amina"),
        ),
        from: day.questionnaire.identity,
        to: later.identity,
      )
    }
  }

  private func ask(_ driver: inout AppDriver) {
    driver.press(Key.character(":"))
    driver.type("edition")
    driver.press(.enter)
  }

  @Test func isOfferedOnOpeningToWhomItIsToDecide() throws {
    var app = try driver(delegation: nil).app
    app.offerNextEdition()
    let offer = "Edition 2026.1 of the questionnaire is there: press : and type “edition”."
    #expect(app.notice == offer)
    for silent in [
      try driver(delegation: nil, nextEdition: nil), try driver(delegation: nil, isReadOnly: true),
      try driver(delegation: nil, isSeatFixed: true), try driver(language: nil, delegation: nil),
      try driver(),
    ] {
      var app = silent.app
      app.offerNextEdition()
      #expect(app.notice == nil)
    }
  }

  @Test func theFacilitatorSeesWhatBecomesOfTheAnswersAndDecides() throws {
    var driver = try driver(delegation: nil)
    driver.press(.end, .enter)
    ask(&driver)
    #expect(driver.effects.last == .errand(.previewNextEdition))
    driver.happens(.nextEdition(try preview))
    let rows = driver.rows.joined(separator: "\n")
    #expect(rows.contains("Move to edition 2026.1 of the questionnaire?"), "\(rows)")
    #expect(rows.contains("Answers carried over as they are: "), "\(rows)")
    // Enter alone changes nothing.
    driver.press(.enter)
    #expect(driver.app.overlay == nil)
    #expect(!driver.effects.contains(.moveToNextEdition))
    driver.happens(.nextEdition(try preview))
    driver.press(Key.character("2"))
    #expect(driver.effects.last == .moveToNextEdition)
  }

  @Test func aDelegationDoesNotMoveTheSessionOfAll() throws {
    var driver = try driver()
    ask(&driver)
    #expect(!driver.effects.contains(.errand(.previewNextEdition)))
    let notice = "A session of several delegations is moved from the room, by the facilitator."
    #expect(driver.app.notice?.hasSuffix(notice) == true)
  }

  @Test func theCountsAreThoseOfTheUpgrade() throws {
    let preview = try preview
    let day = try CairoDay()
    let given = day.session.orderedDelegations.flatMap { $0.answers.values }
      .count { !$0.saysNothing }
    #expect(
      preview.carriedOver + preview.toLookAtAgain + preview.joined + preview.gone == given
    )
    #expect(preview.toLookAtAgain > preview.carriedOver && preview.gone == 0)
  }
}
