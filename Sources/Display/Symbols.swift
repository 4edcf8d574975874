/// The signs that screens are drawn with, besides words.
package struct Symbols: Equatable, Sendable {
  package let chosen: String
  package let open: String
  package let several: String
  /// One of several that can hold together, as long as it does not.
  package let box: String
  package let barDone: Unicode.Scalar
  package let barOpen: Unicode.Scalar
  package let separator: String
  /// Going on; a bracket, so that it points the way the text runs (UAX #9, L4).
  package let forward: String
  package let moreAbove: String
  package let moreBelow: String

  package static let unicode = Symbols(
    chosen: "●",
    open: "○",
    several: "■",
    box: "□",
    barDone: "▇",
    barOpen: "▁",
    separator: "·",
    forward: "›",
    moreAbove: "↑",
    moreBelow: "↓",
  )

  /// For terminals that show nothing but ASCII.
  package static let ascii = Symbols(
    chosen: "*",
    open: "o",
    several: "x",
    box: "_",
    barDone: "#",
    barOpen: ".",
    separator: "-",
    forward: ">",
    moreAbove: "^",
    moreBelow: "v",
  )
}
