/// The signs that screens are drawn with, besides words.
package struct Symbols: Equatable, Sendable {
  package let chosen: String
  package let open: String
  package let several: String
  package let barDone: Unicode.Scalar
  package let barOpen: Unicode.Scalar
  package let separator: String
  package let rule: Unicode.Scalar
  package let present: String
  private let forwards: (leftToRight: String, rightToLeft: String)

  /// The sign for going on, pointing the way the text runs.
  package func forward(_ isRightToLeft: Bool) -> String {
    isRightToLeft ? forwards.rightToLeft : forwards.leftToRight
  }

  package static let unicode = Symbols(
    chosen: "●",
    open: "○",
    several: "■",
    barDone: "▇",
    barOpen: "▁",
    separator: "·",
    rule: "─",
    present: "●",
    forwards: ("›", "‹"),
  )

  /// For terminals that show nothing but ASCII.
  package static let ascii = Symbols(
    chosen: "*",
    open: "o",
    several: "x",
    barDone: "#",
    barOpen: ".",
    separator: "-",
    rule: "-",
    present: "*",
    forwards: (">", "<"),
  )

  package static func == (first: Symbols, second: Symbols) -> Bool {
    first.chosen == second.chosen
  }
}
