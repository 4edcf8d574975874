package import Consultation
import Mustache

/// How a report looks as HTML: the frame of its page, a Mustache template, and a style sheet.
///
/// The template is parsed once, however many reports are made with it. It gets markup alone, in
/// which each text is escaped: neither `{{{title}}}` nor a pragma brings a text into the page as
/// somebody wrote it. What every page has to have is looked for when the look is made, so that
/// none is printed without the mark that says it is a preview.
package struct Look: Sendable {
  /// What stands in each template, by its name there.
  package static let required = ["head", "mark", "main"]
  /// More than any frame of a page takes.
  package static let largest = 1 << 20

  package var style: String
  private let template: MustacheTemplate

  /// - Throws: the first thing that is wrong with the template, with its place.
  package init(template: String, style: String) throws(Fault) {
    guard template.utf8.count <= Self.largest else {
      throw Fault([], .tooLarge(limitInMegabytes: Self.largest >> 20))
    }
    do {
      self.template = try MustacheTemplate(string: Self.pragma + template)
    } catch let error as MustacheTemplate.ParserError {
      throw Fault([Self.place(of: error)], .look(.notATemplate))
    } catch {
      throw Fault([], .look(.notATemplate))
    }
    self.style = style
    let page = self.template.render(PageFrame.probe)
    for name in Self.required where page.ranges(of: PageFrame.probe(of: name)).count != 1 {
      throw Fault([], .look(.without(name: name)))
    }
  }

  /// All that is handed in is markup, and to escape that again would show it as text; a line of its
  /// own, which leaves none in the page.
  private static let pragma = "{{% CONTENT_TYPE:TEXT}}\n"

  /// The place in what was handed in, which stands below the pragma.
  private static func place(of error: MustacheTemplate.ParserError) -> Fault.Place {
    .position(line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber)
  }

  func page(_ frame: PageFrame) -> String { template.render(frame) }
}

/// What a template of a page is given, each by its name here; what a document does not have is
/// `nil` and its section is not printed.
struct PageFrame {
  /// The page before all others.
  struct Cover {
    let title: Markup
    let name: Markup?
    let subtitle: Markup?
    let year: Markup?
    let issuers: [Markup]
    let notes: [Markup]
    let emblem: Markup?
  }

  struct Domain {
    let number: Markup
    let sign: Markup
  }

  let language: Markup
  let direction: Markup
  /// The title as it stands in an attribute too.
  let title: Markup
  let head: Markup
  let mark: Markup?
  /// The title above a document without a cover.
  let heading: Markup?
  let cover: Cover?
  let imprint: Markup?
  let contents: Markup?
  let main: Markup
  /// The domains that have a chapter, each with its number and its sign.
  let domains: [Domain]
  let hasDomains: Bool

  /// A page of which one can tell whether it holds what it has to.
  fileprivate static let probe = PageFrame(
    language: Markup("en"),
    direction: Markup("ltr"),
    title: Markup(probe(of: "title")),
    head: Markup(probe(of: "head")),
    mark: Markup(probe(of: "mark")),
    heading: Markup(probe(of: "heading")),
    cover: nil,
    imprint: nil,
    contents: nil,
    main: Markup(probe(of: "main")),
    domains: [],
    hasDomains: false,
  )

  fileprivate static func probe(of name: String) -> String { "<majlis-\(name)>" }
}

/// Text that is markup already: made by this program, each text in it escaped.
struct Markup: MustacheCustomRenderable {
  private let text: String

  init(_ text: String) { self.text = text }

  var renderText: String { text }
  var isNull: Bool { false }
}
