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
  private let networks: SeparateNetworks?

  /// `prepared` says what is in the facilitator's session before the others get their files; in
  /// networks of their own the machines find the repository by its address.
  init(
    _ delegations: [(machine: String, code: DelegationCode)],
    inNetworks: Bool = false,
    prepared: (inout Session) throws -> Void = { _ in },
  ) throws {
    program = try Program()
    networks =
      inNetworks
      ? try SeparateNetworks(["f"] + delegations.map(\.machine), serving: program.folder) : nil
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
    let remote = "remote.git"
    let address = networks?.address(of: remote, from: name) ?? program.file(remote)
    try git("-C", name, "remote", "add", "origin", address)
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
    let words = "sync \(machine)/s.json --language en \(options)".split(separator: " ")
      .map(String.init)
    guard let networks else { return try program.run(arguments: words) }
    return try Program.run(
      "/usr/bin/env",
      networks.command(in: machine) + [Program.path] + words,
      environment: program.environment,
      folder: program.folder,
    )
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

  /// Takes the remote away from some machines, as where there is no network, or brings it back;
  /// from all where they have no networks of their own.
  func setRemote(isReached: Bool, from machines: [String] = []) throws {
    if let networks {
      for machine in machines { try networks.join(machine, isReached: isReached) }
      return
    }
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
