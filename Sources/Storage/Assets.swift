package import Consultation
import FoundationEssentials
import Glibc

/// The program's data: questionnaires, templates, words.
package struct Assets: Sendable {
  /// The folder they are in.
  package let folder: String
  /// The folder of this person's own questionnaires, where there is one.
  private let ownQuestionnaires: String?

  /// Looks for the assets: where `MAJLIS_ASSETS` says, beside the executable as it was built, in
  /// `../share/majlis` as it was installed, and last in the checkout it was built from, which is
  /// where tests find them.
  package init(environment: [String: String]) throws(StorageError) {
    let executable = FileSystem.folder(of: FileSystem.target(of: "/proc/self/exe"))
    let candidates =
      [environment["MAJLIS_ASSETS"]].compactMap(\.self) + [
        "\(executable)/majlis_Storage.resources/Assets", "\(executable)/Assets",
        "\(executable)/../share/majlis", Self.checkout,
      ]
    let found = candidates.first { FileSystem.isFolder("\($0)/questionnaires") }
    guard let found else { throw .noAssets }
    self.init(folder: found, own: DataFolder.path(environment) + "/questionnaires")
  }

  /// `Assets` beside the `Sources` that this file is in.
  private static var checkout: String {
    var path: String = #filePath
    for _ in 0..<3 { path = FileSystem.folder(of: path) }
    return path + "/Assets"
  }

  /// The assets in a folder that is known.
  package init(folder: String, own: String? = nil) {
    self.folder = folder
    ownQuestionnaires = own
  }

  /// All folders in which they are.
  package var folders: [String] { [folder] + [ownQuestionnaires].compactMap(\.self) }

  /// The content of a file, such as `phrases/ar.json`.
  package func bytes(_ name: String) throws(StorageError) -> [UInt8] {
    try FileSystem.read("\(folder)/\(name)")
  }

  /// The folders and files that hold questionnaires, those of the program first.
  package var questionnairePaths: [String] {
    ([folder + "/questionnaires"] + [ownQuestionnaires].compactMap(\.self)).flatMap { folder in
      FileSystem.names(in: folder).filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }
  }

  /// The questionnaire of this identity, or the later version to which its answers can be brought
  /// forward.
  ///
  /// A questionnaire lies in a folder called after its `id`, or after its `id` and version; the
  /// others are looked through where it does not.
  package func questionnaire(
    _ identity: Questionnaire.Identity
  ) throws(StorageError) -> Questionnaire {
    let paths = questionnairePaths
    var later: Questionnaire?
    let own = paths.filter { FileSystem.name(of: $0) == "\(identity.id)-\(identity.version)" }
    let likely = own + paths.filter { FileSystem.name(of: $0).hasPrefix(identity.id) }
    for path in likely + paths.filter({ !likely.contains($0) }) {
      do throws(StorageError) {
        let questionnaire = try QuestionnaireFile.read(path)
        if questionnaire.identity == identity { return questionnaire }
        if questionnaire.identity.id == identity.id,
          questionnaire.earlierNumbers[identity.version] != nil
        {
          later = questionnaire
        }
      } catch {
        // One that is damaged is passed over, unless it is the one that is asked for.
        if FileSystem.name(of: path) == identity.id { throw error }
      }
    }
    if let later { return later }
    throw .invalid([Fault([], .unknownQuestionnaire(identity))])
  }

  /// The folder or file of a questionnaire: the one called so, or else the last that has this for its
  /// `id` and is called after its version too.
  package func questionnairePath(named name: String) -> String? {
    let paths = questionnairePaths
    return paths.first { FileSystem.name(of: $0) == name }
      ?? paths.last { path in
        guard FileSystem.name(of: path).hasPrefix(name + "-") else { return false }
        // One that is damaged has no id.
        return (try? QuestionnaireFile.read(path))?.identity.id == name
      }
  }

  /// The edition whose questions say that they come from those of this one, where there is one.
  package func nextEdition(of identity: Questionnaire.Identity) -> Questionnaire? {
    for path in questionnairePaths {
      // One that is damaged is no next edition.
      guard let questionnaire = try? QuestionnaireFile.read(path) else { continue }
      if questionnaire.earlierEdition == identity { return questionnaire }
    }
    return nil
  }

  /// The version of the next edition, by the heads of the questionnaires that bear this one's `id`.
  ///
  /// Quick enough for each opening; one that has another name is found by ``nextEdition(of:)`` alone.
  package func nextVersion(of identity: Questionnaire.Identity) -> String? {
    for path in questionnairePaths where FileSystem.name(of: path).hasPrefix(identity.id) {
      guard let head = QuestionnaireFile.head(path), head.earlier == identity else { continue }
      return head.identity.version
    }
    return nil
  }

  /// Reads a questionnaire to see whether it is as it should be, beside the edition before it where
  /// that is there.
  ///
  /// - Throws: ``StorageError/invalid(_:)`` with everything that is wrong with it.
  package func check(_ path: String) throws(StorageError) {
    let questionnaire = try QuestionnaireFile.read(path)
    var faults = questionnaire.shortcomings()
    // An edition that this copy does not have, or that is damaged, can say nothing.
    if let edition = questionnaire.earlierEdition, let earlier = try? self.questionnaire(edition),
      earlier.identity == edition
    {
      faults += questionnaire.faults(comingFrom: earlier)
    }
    if !faults.isEmpty { throw .invalid(faults) }
  }

  /// The session that a template holds, under a new identifier.
  package func template(_ name: String, id: String) throws(StorageError) -> StoredSession {
    var stored = try SessionFile.read("\(folder)/templates/\(name).json", assets: self)
    stored.session = stored.session.with(id: id)
    return stored
  }
}
