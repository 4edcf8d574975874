import ArgumentParser
import Consultation
import Phrases
import TerminalIO

extension Language: ExpressibleByArgument {}
extension BidiSwitch.Wish: ExpressibleByArgument {}

/// The digits that a person asks for.
enum DigitsWish: String, CaseIterable, ExpressibleByArgument {
  case arabic, western, auto

  var digits: Digits? { Digits(rawValue: rawValue) }
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @ArgumentParser.Option(help: "The language: \(Language.choices).")
  var language: Language?

  @ArgumentParser.Option(help: "The digits in Arabic text: arabic, western or auto.")
  var digits: DigitsWish = .auto

  @ArgumentParser.Option(help: "Who puts Arabic in order: auto, app or terminal.")
  var bidi: BidiSwitch.Wish = .auto

  @Flag(help: "Draw with ASCII signs only; English and French.")
  var ascii = false

  @Flag(help: "No colours; so does NO_COLOR in the environment.")
  var noColor = false
}
