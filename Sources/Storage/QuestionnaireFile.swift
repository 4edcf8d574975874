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
    var reading = FileReading(hasPositions: false)
    var object = ObjectReading(root)
    let version = object?.optional("formatVersion", .anyNumber, { Path() }, &reading)
    if let version = version ?? nil, version > 1 {
      throw .invalid([Fault([], .newerVersion(version))])
    }
    let domains = domains(of: root, folder: FileSystem.folder(of: file), &reading)
    let read = JSONForm.questionnaire(of: .domains(domains)).read(
      root,
      { Path().passingOver },
      &reading,
    )
    let faults =
      reading.faults + (read.map { self.faults(of: $0, writtenAs: domains.map(\.value)) } ?? [])
    guard let read, faults.isEmpty else { throw .invalid(faults) }
    return read
  }

  /// The text of a questionnaire as one file.
  package static func text(_ questionnaire: Questionnaire) -> [UInt8] {
    JSONWriter.text(JSONForm.questionnaire.write(questionnaire))
  }

  /// What does not fit together, as far as it could be read.
  ///
  /// A question that could not be read is told already; that another one's condition names it is
  /// no fault of that one.
  private static func faults(
    of questionnaire: Questionnaire,
    writtenAs domains: [JSONValue],
  ) -> [Fault] {
    let written = domains.flatMap { $0["themes"]?.elements ?? [] }
      .flatMap { $0["questions"]?.elements ?? [] }
      .compactMap { $0["number"]?.string.flatMap { QuestionNumber($0) } }
    let unread = Set(written).subtracting(questionnaire.questions.map(\.number))
    return questionnaire.faults().filter { fault in
      switch fault.what {
      case .unknownConditionQuestion(let number): !unread.contains(number)
      default: true
      }
    }
  }

  /// Whether a file says that it is a questionnaire.
  package static func isQuestionnaire(_ path: String) throws(StorageError) -> Bool {
    let bytes = try FileSystem.read(path)
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    return root["format"]?.string == format
  }

  /// Which questionnaire this is and from which edition it comes, without its domains; `nil` where
  /// it does not say it.
  static func head(
    _ path: String
  ) -> (identity: Questionnaire.Identity, earlier: Questionnaire.Identity)? {
    let file = FileSystem.isFolder(path) ? path + "/questionnaire.json" : path
    // What cannot be read is told by whoever reads all of it.
    let root = (try? FileSystem.read(file)).flatMap { try? JSONReader.read($0) }
    func identity(_ value: JSONValue?) -> Questionnaire.Identity? {
      guard let id = value?["id"]?.string, let version = value?["version"]?.string else {
        return nil
      }
      return Questionnaire.Identity(id: id, version: version)
    }
    guard let own = identity(root), let earlier = identity(root?["earlierEdition"]) else {
      return nil
    }
    return (own, earlier)
  }

  static let format = "majlis-questionnaire"

  /// The files that a questionnaire is read from; its own path alone where that cannot be read.
  package static func files(of path: String) -> [String] {
    let file = FileSystem.isFolder(path) ? path + "/questionnaire.json" : path
    // What cannot be read is told by whoever reads it.
    let root = (try? FileSystem.read(file)).flatMap { try? JSONReader.read($0) }
    let names = (root?["domains"]?.elements ?? []).compactMap(\.string)
    return [path, file] + names.map { "\(FileSystem.folder(of: file))/\($0)" }
  }

  /// The domains' JSON, with the name of the file that each is in if it is another one.
  private static func domains(
    of root: JSONValue,
    folder: String,
    _ reading: inout FileReading,
  ) -> [(value: JSONValue, place: [Fault.Place])] {
    var domains: [(value: JSONValue, place: [Fault.Place])] = []
    for element in root["domains"]?.elements ?? [] {
      guard let name = element.string else {
        domains.append((element, []))
        continue
      }
      guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
        reading.report(.wrongForm(name), at: { Path().key("domains") })
        continue
      }
      do throws(StorageError) {
        let bytes = try FileSystem.read(folder + "/" + name)
        let value = try StorageError.reading { () throws(JSONFault) in
          try JSONReader.read(bytes)
        }
        domains.append((value, [.file(name)]))
      } catch {
        for fault in error.faults {
          reading.report(fault.what, at: { Path(places: [.file(name)] + fault.place) })
        }
      }
    }
    return domains
  }
}
