import BidiText
import Consultation
import Phrases

extension HTML {
  /// What stands in the margins of paper (CSS Paged Media 3, 4): the title and the chapter above,
  /// the number below, the mark in the middle.
  ///
  /// The boxes are named by left and right there, and so it is the writer who knows which is at
  /// the start.
  var pages: String {
    let (start, end) =
      switch document.language.direction {
      case .leftToRight: ("left", "right")
      case .rightToLeft: ("right", "left")
      }
    let number =
      switch document.digits {
      case .western: "counter(page)"
      case .arabic: "counter(page, arabic-indic)"
      }
    let title = HTMLText.styleString(document.title.text.onOneLine)
    let chapters = outline.entries.compactMap { entry -> String? in
      guard entry.level == 1, let domain = entry.domain else { return nil }
      let name = "domain-\(domain)"
      let text = HTMLText.styleString(entry.title.text.onOneLine)
      return """
        .chapter.\(name) { page: \(name); }
        @page \(name) { @top-\(end) { content: \(text); } }

        """
    }
    return """
      @page { @top-\(start) { content: \(title); } @bottom-\(end) { content: \(number); } }
      @page :first { @top-\(start) { content: none; } \
      @bottom-\(end) { content: none; } }
      \(chapters.joined())\(mark)
      """
  }

  private var mark: String {
    guard let mark = document.mark else { return "" }
    let text = HTMLText.styleString(mark.text.onOneLine)
    // The cover, which has no margins otherwise, has one for it.
    let cover =
      document.cover == nil
      ? "" : "@page cover { margin-top: 16mm; }\n:root { --cover-height: 280mm; }\n"
    return "@page { @top-center { content: \(text); font-weight: 600; } }\n" + cover
  }
}
