import Phrases

/// What becomes of what could not be kept, when the program is about to be left.
struct Unkept: ChooserPurpose {
  func title(in context: PageContext) -> String {
    context.words(.unkeptTitle(count: context.unkept.count))
  }

  func entries(in context: PageContext) -> [String] {
    [
      context.words(.unkeptStay),
      context.words(.unkeptCopy(file: .foreign(context.setting.copyName))),
      context.words(.unkeptLeave),
    ]
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    [[.tryAgain], [.leave], [.leaveWithoutUnkept]][min(index, 2)]
  }
}
