import Consultation
import Reports
import Storage

/// The files that make the look of reports: of the folder that somebody named, and of the program
/// what is not there.
struct ReportLook: Sendable {
  /// The files by which a folder can bring a look of its own.
  enum File: String, CaseIterable {
    case template = "report.mustache"
    case style = "report.css"
    /// The styles of what pandoc writes.
    case wordStyles = "reference.docx"
    case openDocumentStyles = "reference.odt"
  }

  /// How much is read of one of them: a style with a few faces in it has less.
  private static let largest = 8 << 20

  private let assets: Assets
  /// The folder that was named, if one was.
  private let folder: String?

  /// The folder of the look, as it is named where something is wrong in it.
  var path: String { "\(folder ?? "\(assets.folder)/reports")/" }

  /// The program's own look.
  init(_ assets: Assets) {
    self.assets = assets
    folder = nil
  }

  /// - Throws: where there is no such folder, or nothing of a look in it.
  init(_ assets: Assets, folder: String) throws(StorageError) {
    guard FileSystem.isFolder(folder) else { throw .noSuchFile }
    self.assets = assets
    self.folder = folder
    guard File.allCases.contains(where: { FileSystem.exists("\(folder)/\($0.rawValue)") }) else {
      throw .invalid([Fault([], .look(.nothing(allowed: File.allCases.map(\.rawValue))))])
    }
  }

  /// The look of pages; what is wrong in a file is told with its name.
  func pages() throws(StorageError) -> Look {
    let template = try text(.template)
    let style = try text(.style)
    do throws(Fault) {
      return try Look(template: template, style: style)
    } catch {
      throw .invalid([Fault([.file(File.template.rawValue)] + error.place, error.what)])
    }
  }

  /// The content of a file, which is the program's own where the folder does not have it.
  func bytes(_ file: File) throws(StorageError) -> [UInt8] {
    guard let folder, FileSystem.exists("\(folder)/\(file.rawValue)") else {
      return try assets.bytes("reports/\(file.rawValue)")
    }
    do throws(StorageError) {
      return try FileSystem.read("\(folder)/\(file.rawValue)", limit: Self.largest)
    } catch {
      let faults = error.faults.map { Fault([.file(file.rawValue)] + $0.place, $0.what) }
      guard !faults.isEmpty else { throw error }
      throw .invalid(faults)
    }
  }

  private func text(_ file: File) throws(StorageError) -> String {
    guard let text = String(validating: try bytes(file), as: UTF8.self) else {
      throw .invalid([Fault([.file(file.rawValue)], .notUTF8)])
    }
    return text
  }
}
