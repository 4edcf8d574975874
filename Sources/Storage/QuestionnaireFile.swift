package import Consultation
import PlacedJSON

/// A questionnaire on the disk: one file, or a file that names one for each domain beside it.
package enum QuestionnaireFile {
  /// Reads a questionnaire.
  ///
  /// The path is that of the file, or of a folder with a `questionnaire.json` in it.
  ///
  /// - Throws: ``StorageError/invalid(_:)`` with everything that is wrong with it.
  package static func read(_ path: String) throws(StorageError) -> Questionnaire {
    let file = FileSystem.isFolder(path) ? path + "/questionnaire.json" : path
    let bytes = try FileSystem.read(file)
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    guard root["format"]?.string == format else {
      throw .invalid([Fault([], .notAQuestionnaire)])
    }
    if let version = root["formatVersion"]?.wholeNumber, version > 1 {
      throw .invalid([Fault([], .newerVersion(version))])
    }
    var reading = FileReading()
    let domains = domains(of: root, folder: FileSystem.folder(of: file), &reading)
    let questionnaire = QuestionnaireReading.questionnaire(root, domains: domains, &reading)
    guard let questionnaire, reading.faults.isEmpty else { throw .invalid(reading.faults) }
    let faults = questionnaire.faults()
    guard faults.isEmpty else { throw .invalid(faults) }
    return questionnaire
  }

  /// Whether a file says that it is a questionnaire.
  package static func isQuestionnaire(_ path: String) throws(StorageError) -> Bool {
    let bytes = try FileSystem.read(path)
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    return root["format"]?.string == format
  }

  private static let format = "majlis-questionnaire"

  /// The domains' JSON, with the name of the file that each is in if it is another one.
  private static func domains(
    of root: JSONValue,
    folder: String,
    _ reading: inout FileReading,
  ) -> [(value: JSONValue, place: [Fault.Place])] {
    var domains: [(value: JSONValue, place: [Fault.Place])] = []
    for element in reading.array("domains", of: root, at: []) {
      guard let name = element.string else {
        domains.append((element, []))
        continue
      }
      guard !name.contains("/"), !name.hasPrefix(".") else {
        reading.report(.wrongForm(name), at: [.key("domains")])
        continue
      }
      do throws(StorageError) {
        let bytes = try FileSystem.read(folder + "/" + name)
        let value = try StorageError.reading { () throws(JSONFault) in
          try JSONReader.read(bytes)
        }
        domains.append((value, [.file(name)]))
      } catch {
        for fault in error.faults { reading.report(fault.what, at: [.file(name)] + fault.place) }
      }
    }
    return domains
  }
}
