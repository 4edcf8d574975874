import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct PresenterTests {
  private func presenter(
    of session: Session,
    language: Language,
    width: Int = 80,
    height: Int = 24,
  ) throws -> Presenter {
    let sitting = try Sitting.cairo(language: language)
    var presenter = Presenter(
      setting: sitting.app.setting,
      shared: SharedView(of: session, for: .room, in: sitting.app.questionnaire),
      language: language,
      width: width,
      height: height,
    )
    presenter.tick(Timestamp(milliseconds: 1_686_825_727_000))
    return presenter
  }

  /// The Cairo workshop with a question before the room, one speaking, and a secret that is shared
  /// as said.
  private func session(_ sharing: String) throws -> Session {
    var sitting = try Sitting.cairo(delegation: nil)
    sitting.press(.end, .enter)
    sitting.type("g5nss")
    for _ in 0..<7 { sitting.press(.down) }
    sitting.type("sw")
    sitting.press(.enter)
    sitting.type("2cSECRET")
    sitting.press(.control("s"))
    sitting.type("h\(sharing)")
    return sitting.app.session
  }

  @Test(arguments: Language.allCases)
  func isAsItWasReadByEye(language: Language) throws {
    for (width, height) in [(80, 24), (120, 40)] {
      let presenter = try presenter(
        of: session("2"),
        language: language,
        width: width,
        height: height,
      )
      try Golden.expect(
        presenter.view().rows.joined(separator: "\n"),
        "presenter-\(language.rawValue)-\(width)x\(height)",
      )
    }
  }

  @Test(arguments: Language.allCases)
  func showsNothingThatIsNotShared(language: Language) throws {
    let presenter = try presenter(of: session("1"), language: language)
    #expect(!"\(presenter)".contains("SECRET"))
    let title = presenter.words(.presenterShared)
    #expect(!presenter.view().rows.contains { $0.contains(title) })
  }

  @Test func leavesByTheKeyForBack() throws {
    var presenter = try presenter(of: .sample, language: .english)
    #expect(presenter.update(.key(.character("x"))) == [])
    #expect(presenter.update(.key(.character("q"))) == [.leave])
  }
}
