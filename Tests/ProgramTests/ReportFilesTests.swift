import Consultation
import Foundation
import Phrases
import Storage
import TestSupport
import Testing

@testable import majlis

/// Reports as files to edit and to print, by programs that may be installed or not.
@Suite(.waitsForPrograms) struct ReportFilesTests {
  /// A format, the program that writes it, and the one by which its text is read here.
  enum Format: String, CaseIterable, CustomTestStringConvertible {
    case docx, odt, pdf

    var testDescription: String { rawValue }

    private static let environment = ProcessInfo.processInfo.environment

    static func isInstalled(_ name: String) -> Bool {
      OtherProgram([name], environment: environment) != nil
    }

    var missing: [String] {
      let names = self == .pdf ? ["chromium", "pdftotext"] : ["pandoc", "unzip"]
      return names.filter { !Self.isInstalled($0) }
    }

    /// All text of a file: of DOCX and ODT every part, the parts' markup too.
    func text(of file: String) throws -> String {
      let command = self == .pdf ? ("pdftotext", [file, "-"]) : ("unzip", ["-p", file])
      return try Program.run(
        "/usr/bin/env",
        [command.0] + command.1,
        environment: Self.environment,
      ).output
    }
  }

  /// A folder with the session of a delegation that has a secret wherever there may be one.
  private static func program() throws -> Program {
    let program = try Program()
    let session = try SecretProfile.session().session
    try program.write(SessionJSON.text(session), to: "s.json")
    return program
  }

  private static func report(_ file: String, _ language: Language, preview: Bool = true) -> String {
    "report profile s.json --delegation ZZA --edition public --language \(language.rawValue)"
      + " -o \(file)" + (preview ? " --preview" : "")
  }

  @Test(arguments: Format.allCases, Language.allCases)
  func holdsNothingThatIsNotForThePublic(format: Format, language: Language) throws {
    guard format.missing.isEmpty else {
      print("\(format): not looked at, for \(format.missing) is not installed")
      return
    }
    let program = try Self.program()
    let file = program.file("p.\(format)")
    let outcome = try program.run(Self.report("p.\(format)", language))
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let text = try format.text(of: file)
    #expect(!text.contains(SecretProfile.secret))
    // The letters alone: a page has them cut into lines.
    let letters = text.filter { !$0.isWhitespace }
    for word in SecretProfile.publicTexts { #expect(letters.contains(word), "\(word)") }
  }

  /// Word and LibreOffice turn a paragraph by its own property, a run by its own, and a table by a
  /// third.
  @Test(.enabled(if: Format.docx.missing.isEmpty, "pandoc or unzip is not installed"))
  func everyArabicParagraphRunAndTableOfAWordFileBeginsAtTheRight() throws {
    let program = try Self.program()
    let line = "report profile s.json --delegation ZZA --language ar -o w.docx"
    #expect(try program.run(line).status == 0)
    let file = try Format.docx.text(of: program.file("w.docx"))
    let isArabic = /[\u{621}-\u{64A}]/
    let paragraphs = file.matches(of: /<w:p>.*?<\/w:p>/.dotMatchesNewlines()).map { $0.output }
      .filter { $0.contains(isArabic) }
    #expect(paragraphs.count > 50)
    for paragraph in paragraphs { #expect(paragraph.contains("<w:bidi />"), "\(paragraph)") }
    let runs = file.matches(of: /<w:r>.*?<\/w:r>/.dotMatchesNewlines()).map { $0.output }
      .filter { $0.contains(isArabic) }
    for run in runs { #expect(run.contains("<w:rtl />"), "\(run)") }
    let tables = file.ranges(of: "<w:tbl>").count
    #expect(tables > 0 && file.ranges(of: "<w:bidiVisual />").count == tables)
  }

  @Test(arguments: Language.allCases)
  func saysHowToInstallWhatIsMissing(language: Language) throws {
    let program = try Self.program()
    var environment = program.environment
    environment["PATH"] = program.folder
    for (file, name) in [("p.docx", "pandoc"), ("p.odt", "pandoc"), ("p.pdf", "chromium")] {
      let outcome = try Program.run(
        Program.path,
        Self.report(file, language).split(separator: " ").map(String.init),
        environment: environment,
        folder: program.folder,
      )
      #expect(outcome.status == 66)
      #expect(outcome.complaints.contains("majlis: \(file): "))
      #expect(outcome.complaints.contains("apt-get install \(name)"), "\(outcome.complaints)")
      #expect(!FileManager.default.fileExists(atPath: program.file(file)))
    }
    let doctor = try Program.run(
      Program.path,
      ["doctor", "--language", language.rawValue],
      environment: environment,
      folder: program.folder,
    )
    #expect(doctor.output.contains("apt-get install pandoc"))
    #expect(doctor.output.contains("apt-get install chromium"))
  }

  /// What stands in a program's folder is a whole report, for the one who asked alone.
  @Test(arguments: ["sleep 1; exit 3", "kill -9 $$", "echo 'not for me' >&2; exit 1", "exit 0"])
  func leavesNothingBehindWhereAProgramFails(script: String) throws {
    let program = try Self.program()
    try program.write("#!/bin/sh\n\(script)\n", to: "pandoc")
    let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try FileManager.default.setAttributes(mode, ofItemAtPath: program.file("pandoc"))
    let place = program.file("place")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    var environment = program.environment
    environment["PATH"] = "\(program.folder):/usr/bin:/bin"
    environment["TMPDIR"] = place
    let outcome = try Program.run(
      Program.path,
      Self.report("p.docx", .english).split(separator: " ").map(String.init),
      environment: environment,
      folder: program.folder,
    )
    #expect(outcome.status == 73, "\(outcome.complaints)")
    #expect(outcome.complaints.contains("majlis: p.docx: pandoc did not write it ("))
    #expect(!FileManager.default.fileExists(atPath: program.file("p.docx")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
  }

  // MARK: A look of one's own

  @Test(arguments: [
    ("report.mustache", "<html>\n{{#cover}}\n", "look/report.mustache:3:1: "),
    ("report.mustache", "{{head}}{{main}}", "look/report.mustache: “mark” must appear"),
    ("report.mustache", "{{head}}{{mark}}{{main}}{{main}}", "report.mustache: “main” must appear"),
    ("other.css", "", "look: nothing of a look is in this folder; put one of these files there: "),
  ])
  func saysWhatIsWrongInALook(name: String, text: String, line: String) throws {
    let program = try Self.program()
    let look = program.file("look")
    try FileManager.default.createDirectory(atPath: look, withIntermediateDirectories: false)
    try program.write(text, to: "look/\(name)")
    let outcome = try program.run(Self.report("p.html", .english) + " --look look")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains(line), "\(outcome.complaints)")
    #expect(!FileManager.default.fileExists(atPath: program.file("p.html")))
  }

  @Test func takesFromALookWhatIsThereAndTheRestFromItsOwn() throws {
    let program = try Self.program()
    let look = program.file("look")
    try FileManager.default.createDirectory(atPath: look, withIntermediateDirectories: false)
    try program.write("p { color: #123456 }", to: "look/report.css")
    #expect(try program.run(Self.report("a.html", .english) + " --look look").status == 0)
    let page = try program.text("a.html")
    #expect(page.contains("p { color: #123456 }"))
    #expect(!page.contains("--domain-1"))
    #expect(page.contains("<header class=\"cover\">"))
    #expect(try program.run(Self.report("b.html", .english) + " --look none").status == 66)
  }

  @Test func takesAPictureForAnEmblemAndNoDrawing() throws {
    let program = try Self.program()
    try program.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "emblem.png")
    let line = Self.report("p.html", .english) + " --emblem emblem.png"
    let refused = try program.run(line)
    #expect(refused.status == 65)
    #expect(refused.complaints.contains("majlis: emblem.png: this is neither a PNG nor a JPEG"))
    let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    try picture.write(to: URL(fileURLWithPath: program.file("emblem.png")))
    #expect(try program.run(line).status == 0)
    #expect(try program.text("p.html").contains("src=\"data:image/png;base64,iVBORw0KGgo=\""))
  }
}
