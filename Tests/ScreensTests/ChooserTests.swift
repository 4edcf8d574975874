import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct ChooserTests {
  private struct OneEntry: ChooserPurpose {
    func title(in context: PageContext) -> String { "Which one?" }
    func entries(in context: PageContext) -> [String] { ["The only one"] }

    func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
      context.notice = "chosen: \(index)"
      return []
    }
  }

  @Test(arguments: [Key(.enter), Key(.character(" "))])
  func theOnlyEntryIsChosenLikeOneOfSeveral(key: Key) throws {
    var app = try AppDriver.cairo().app
    app.context.choose(OneEntry())
    _ = app.update(.terminal(.key(key)), at: Moment(at: Timestamp(milliseconds: 0), id: "1"))
    #expect(app.notice == "chosen: 0")
    #expect(app.context.overlay == nil)
  }
}
