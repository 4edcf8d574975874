/// How a text looks, by what it is there for; the palette knows the colours.
package struct Style: Hashable, Sendable {
  /// What a text is there for.
  package enum Role: UInt8, CaseIterable, Sendable {
    case text
    /// What is there for whoever looks for it.
    case quiet
    /// Names and titles.
    case heading
    /// Keys, in the hints and beside the answers.
    case key
    /// What has been chosen or done.
    case done
    /// What needs a person's attention.
    case attention
    /// A panel laid over the screen.
    case panel
  }

  package struct Emphasis: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Emphasis(rawValue: 1)
    /// Where the person is: shown in reverse, so that it is seen without colours too.
    package static let selected = Emphasis(rawValue: 2)
    package static let underlined = Emphasis(rawValue: 4)

    fileprivate static var everything: Emphasis { [.bold, .selected, .underlined] }
    fileprivate static var count: Int { Int(everything.rawValue) + 1 }
    fileprivate static let all = (0...everything.rawValue).map { Emphasis(rawValue: $0) }
  }

  package var role: Role
  package var emphasis: Emphasis

  package init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  /// Every style, each at its ``index``.
  package static let all: [Style] = Role.allCases.flatMap { role in
    Emphasis.all.map { Style(role, $0) }
  }

  /// Where it stands among all of them.
  package var index: Int {
    Int(role.rawValue) * Emphasis.count + Int(emphasis.rawValue & Emphasis.everything.rawValue)
  }

  package static let text = Style(.text)
  package static let strong = Style(.text, .bold)
  package static let quiet = Style(.quiet)
  package static let heading = Style(.heading, .bold)
  package static let key = Style(.key)
  package static let done = Style(.done)
  package static let attention = Style(.attention, .bold)
}
