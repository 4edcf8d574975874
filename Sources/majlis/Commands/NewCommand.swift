import ArgumentParser
import Consultation
import FoundationEssentials
import Storage

/// `majlis new`: a session from a template.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a session file from a template.",
  )

  @Argument(help: "The file to make.")
  var file: String

  @ArgumentParser.Option(help: "cairo-2023, blank, self-assessment or cities.")
  var template: Template?

  @ArgumentParser.Option(help: "The one delegation that the session is for, such as MAR.")
  var delegation: String?

  @OptionGroup var options: CommonOptions

  enum Template: String, CaseIterable, ExpressibleByArgument {
    case cairo = "cairo-2023"
    case blank
    case selfAssessment = "self-assessment"
    case cities
  }

  func run() throws {
    let context = try CommandContext(options)
    let name = template ?? (delegation == nil ? .cairo : .selfAssessment)
    let stored = try context.onFile("\(name.rawValue).json") { () throws(StorageError) in
      try context.assets.template(name.rawValue, id: UUID().uuidString.lowercased())
    }
    var session = stored.session
    if let delegation {
      let only = try context.delegation(delegation, in: session, file: file)
      session = session.with(id: session.id, delegations: [only.code])
    }
    try context.onFile(file) { () throws(StorageError) in
      try SessionFile.create(session, at: file)
    }
  }
}
