import Consultation
import Phrases
import Reports
import Storage

/// A program of others by which reports become files to edit or to print; nobody has to have it who
/// does not ask for them.
enum ReportProgram: CaseIterable {
  case pandoc, chromium

  /// What it is called here and in the systems' lists of packages.
  var name: String {
    switch self {
    case .pandoc: "pandoc"
    case .chromium: "Chromium"
    }
  }

  /// The formats that it writes, as people call them.
  var formats: [String] {
    switch self {
    case .pandoc: ["DOCX", "ODT"]
    case .chromium: ["PDF"]
    }
  }

  /// How it is installed where most are.
  var command: String {
    switch self {
    case .pandoc: "apt-get install pandoc"
    case .chromium: "apt-get install chromium fonts-noto-core"
    }
  }

  /// Under which names it may be on the path.
  private var names: [String] {
    switch self {
    case .pandoc: ["pandoc"]
    case .chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    }
  }

  /// The program as it is installed; `nil` where it is not.
  func installed(_ environment: [String: String]) -> OtherProgram? {
    OtherProgram(names, environment: environment)
  }

  // MARK: What is made

  /// A document, printed: a second time with the pages in its table of contents, which the first
  /// tells.
  func pdf(
    _ environment: [String: String],
    of html: (PrintedPages?) -> String,
  ) throws(ReportFailure) -> [UInt8] {
    let first = try printed(html(nil), environment)
    let pages = PrintedPages(ofPDF: first)
    return pages.isEmpty ? first : try printed(html(pages), environment)
  }

  /// A page of HTML, printed.
  ///
  /// Nothing in the page runs or fetches; the browser is told so once more.
  private func printed(
    _ html: String,
    _ environment: [String: String],
  ) throws(ReportFailure) -> [UInt8] {
    try made("report.pdf", of: [("report.html", Array(html.utf8))], environment) { folder in
      // As root, which nobody should be, Chromium starts without its sandbox alone.
      (FileSystem.isRoot ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
        "--disable-background-networking", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", "--user-data-dir=\(folder)/profile",
        "--print-to-pdf=\(folder)/report.pdf", "file://\(folder)/report.html",
      ]
    }
  }

  /// A document as a file of a word processor.
  func file(
    of document: Document,
    _ format: WordProcessorFile.Format,
    styles: [UInt8],
    _ environment: [String: String],
  ) throws(ReportFailure) -> [UInt8] {
    let name = format == .docx ? "docx" : "odt"
    let inputs = [("report.json", document.pandoc(for: format)), ("reference.\(name)", styles)]
    let contents = document.contentsTitle == nil ? [] : ["--toc", "--toc-depth=2"]
    let made = try made("report.\(name)", of: inputs, environment) { folder in
      [
        "--from=json", "--to=\(name)", "--data-dir=\(folder)",
        "--reference-doc=\(folder)/reference.\(name)", "--output=\(folder)/report.\(name)",
      ] + contents + ["\(folder)/report.json"]
    }
    guard let finished = WordProcessorFile.finished(made, as: format, of: document) else {
      throw .program(self, .failed(reason: "report.\(name)"))
    }
    return finished
  }

  private func made(
    _ output: String,
    of inputs: [(name: String, bytes: [UInt8])],
    _ environment: [String: String],
    arguments: (_ folder: String) -> [String],
  ) throws(ReportFailure) -> [UInt8] {
    guard let program = installed(environment) else { throw .missing(self) }
    do throws(OtherProgram.Failure) {
      return try program.make(output, of: inputs, arguments: arguments)
    } catch {
      throw .program(self, error)
    }
  }
}

/// Why a document did not become the content of a file.
enum ReportFailure: Error {
  /// Something is wrong in the files of a look; they are in this folder.
  case look(StorageError, in: String)
  case missing(ReportProgram)
  case program(ReportProgram, OtherProgram.Failure)
}

extension Words {
  /// What went wrong, and what to do.
  func callAsFunction(_ failure: ReportFailure) -> String {
    switch failure {
    case .look(let error, let folder):
      return error.faults.first.map { line($0, file: folder) } ?? self(error)
    case .missing(let program):
      return self(
        .failureNoProgram(command: .plain(program.command), program: .own(program.name))
      )
    case .program(let program, .notStarted(let reason)),
      .program(let program, .failed(let reason)):
      return self(.failureProgram(program: .own(program.name), reason: .plain(reason)))
    case .program(let program, .tooSlow(let limit)):
      return self(.failureProgramSlow(limit: limit, program: .own(program.name)))
    }
  }
}

extension Complaint {
  /// Of what was to be made, such as a file by its name.
  init(_ failure: ReportFailure, output: String, words: Words) {
    switch failure {
    case .look(let error, let folder): self.init(error, file: folder, words: words)
    case .missing: self.init(["\(output): \(words(failure))"], .noSuchFile)
    case .program: self.init(["\(output): \(words(failure))"], .cannotCreate)
    }
  }
}
