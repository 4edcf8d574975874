import Consultation
import Foundation
import Phrases
import Storage
import TestSupport

/// A bare repository, and machines that have a session of a fictitious workshop each: the
/// facilitator's with all delegations, and delegations' with their own files.
struct MachinesApart {
  let program: Program
  let questionnaire: Questionnaire
  private let assets = Assets(folder: Words.assetsFolder)

  /// `prepared` says what is in the facilitator's session before the others get their files.
  init(
    _ delegations: [(machine: String, code: DelegationCode)],
    prepared: (inout Session) throws -> Void = { _ in },
  ) throws {
    program = try Program()
    let workshop = try Assets.fictitiousWorkshop(id: "apart")
    questionnaire = workshop.questionnaire
    try git("init", "-q", "--bare", "remote.git")
    var session = workshop.session
    try prepared(&session)
    try makeMachine("f")
    try SessionFile.create(session, at: program.file("f/s.json"))
    for (machine, code) in delegations {
      try makeMachine(machine)
      try program.run("extract f/s.json --delegation \(code) -o \(machine)/s.json")
    }
  }

  private func makeMachine(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.file(name),
      withIntermediateDirectories: true,
    )
    try git("init", "-q", name)
    try git("-C", name, "remote", "add", "origin", program.file("remote.git"))
  }

  /// Runs git in the folder of all machines.
  @discardableResult
  func git(_ arguments: String..., input: String = "") throws -> String {
    try Program.run(
      "/usr/bin/env",
      ["git"] + arguments,
      input: input,
      environment: program.environment.merging([
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@example.org",
      ]) { $1 },
      folder: program.folder,
    ).output
  }

  func sync(_ machine: String, _ options: String = "") throws -> Program.Outcome {
    try program.run("sync \(machine)/s.json --language en \(options)")
  }

  func session(of machine: String) throws -> Session {
    try SessionFile.read(program.file("\(machine)/s.json"), assets: assets).session
  }

  /// Lets something be done on a machine while nobody has the session open there.
  func change(_ machine: String, _ changing: (Session) throws -> Session) throws {
    let path = program.file("\(machine)/s.json")
    var stored = try SessionFile.read(path, assets: assets)
    stored.session = try changing(stored.session)
    try Data(stored.text).write(to: URL(fileURLWithPath: path))
  }

  /// Takes the remote away, as where there is no network, or brings it back.
  func setRemote(isReached: Bool) throws {
    let (there, away) = (program.file("remote.git"), program.file("away.git"))
    try FileManager.default.moveItem(
      atPath: isReached ? away : there,
      toPath: isReached ? there : away,
    )
  }

  /// Puts a file under a ref of the remote, as anybody could who may write there.
  func plant(_ text: String, at branch: String, as file: String = "session.json") throws {
    let remote = program.file("remote.git")
    let blob = try git("-C", remote, "hash-object", "-w", "--stdin", input: text).trimmed
    let tree = try git("-C", remote, "mktree", input: "100644 blob \(blob)\t\(file)\n").trimmed
    let commit = try git("-C", remote, "commit-tree", "-m", "x", tree).trimmed
    try git("-C", remote, "update-ref", "refs/heads/\(branch)", commit)
  }

  /// Everything that is in any object of the remote.
  func everythingInTheRemote() throws -> String {
    try git("-C", program.file("remote.git"), "cat-file", "--batch-all-objects", "--batch")
  }

  func sharedState(of machine: String, codes: [DelegationCode]) throws -> SharedState {
    SharedState(of: try session(of: machine), in: questionnaire, codes: codes)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
