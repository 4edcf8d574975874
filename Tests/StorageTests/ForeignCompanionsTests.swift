import Consultation
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Storage

/// What stands beside a session and is not the program's own: no file elsewhere is touched, nothing
/// is waited for, and an answer is kept or said not to be.
@Suite struct ForeignCompanionsTests {
  enum Thing: String, CaseIterable, Sendable {
    case link, linkToFolder, danglingLink, hardLink, pipe, device, socket, folder, anotherUsers

    /// Whether it can be made here; the others need root.
    var canBeMade: Bool { ![.device, .anotherUsers].contains(self) || getuid() == 0 }

    /// Puts it at a path; what it leads to is `victim`, or the folder `victims`.
    func make(at path: String, victim: String, victims: String) -> Bool {
      switch self {
      case .link: return symlink(victim, path) == 0
      case .linkToFolder: return symlink(victims, path) == 0
      case .danglingLink: return symlink(victims + "/nowhere", path) == 0
      case .hardLink: return Glibc.link(victim, path) == 0
      case .pipe: return mkfifo(path, 0o600) == 0
      case .device: return mknod(path, S_IFCHR | 0o600, makedev(1, 7)) == 0
      case .socket: return bindSocket(at: path)
      case .folder: return mkdir(path, 0o700) == 0
      case .anotherUsers:
        let descriptor = creat(path, 0o666)
        defer { close(descriptor) }
        return write(descriptor, "theirs", 6) == 6 && fchown(descriptor, 12345, 12345) == 0
      }
    }

    /// The name in it is relative, as an address has few bytes.
    private func bindSocket(at path: String) -> Bool {
      let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      let short = "/tmp/majlis-\(UUID().uuidString.prefix(8)).sock"
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8)) }
      let size = socklen_t(MemoryLayout<sockaddr_un>.size)
      let isBound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, size) == 0
        }
      }
      return isBound && rename(short, path) == 0
    }
  }

  static let companions = ["journal", "lock", "here", "~1~", "~3~"]

  private static func path(of companion: String, _ folder: TemporaryFolder) -> String {
    companion.hasPrefix("~")
      ? "\(folder.session).\(companion)" : "\(folder.path)/.session.json.\(companion)"
  }

  @Test(arguments: companions, Thing.allCases)
  func harmNothingElsewhereAndNobodyWaits(companion: String, thing: Thing) throws {
    guard thing.canBeMade else {
      print("foreign companions: \(thing.rawValue) needs root, and is left out")
      return
    }
    let (folder, _) = try TemporaryFolder.withSession()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("a thesis", to: "thesis")
    try elsewhere.write("mine", to: "1-\(UUID().uuidString)")
    let before = FileSystem.names(in: elsewhere.path)
    let path = Self.path(of: companion, folder)
    try #require(
      thing.make(at: path, victim: elsewhere.path + "/thesis", victims: elsewhere.path)
    )
    let what: Testing.Comment = "\(thing.rawValue) as \(companion)"
    let start = ContinuousClock.now
    let keeper = Keeper(
      path: folder.session,
      stored: try folder.stored(),
      assets: folder.assets,
      operations: .system,
      pace: Keeper.Pace(following: 10, folding: 3_600_000, retrying: 20),
    )
    keeper.tell(
      Presence(
        by: "a",
        role: .delegate,
        delegation: nil,
        question: nil,
        at: Timestamp(milliseconds: 1_686_825_727_000),
      )
    )
    keeper.keep(.note("one"))
    usleep(50_000)
    let failure = keeper.finish()
    #expect(ContinuousClock.now - start < .seconds(LongRuns.count(20, long: 2)), what)
    #expect(try elsewhere.text("thesis") == "a thesis", what)
    #expect(FileSystem.names(in: elsewhere.path) == before, what)
    #expect(FileSystem.stands(path) || companion == "journal" || companion == "here", what)
    let outcomes = keeper.outcomes()
    if companion == "lock" {
      #expect(failure == .notOwn(path), what)
      #expect(keeper.hasUnkept, what)
      #expect(try folder.text() == SessionCodingTests.smallSession, what)
      return
    }
    #expect(failure == nil, what)
    #expect(try folder.note() == "one", what)
    let asides = outcomes.compactMap { outcome in
      if case .setAside(let aside) = outcome { aside } else { nil }
    }
    guard companion == "journal" else {
      #expect(asides == [], what)
      return
    }
    #expect(asides.count == 1 && asides.first?.reason == .notOwn, what)
    #expect(asides.allSatisfy { FileSystem.stands($0.path) }, what)
  }

  @Test func whatIsInTheFolderOfPresenceAndIsNotTheProgramsOwnStays() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let here = folder.path + "/.session.json.here"
    try FileSystem.makeFolder(here)
    try folder.write("a thesis", to: "thesis")
    let names = ["thesis", "1-x", ".hidden", "\(getpid())"]
    for name in names { try folder.write("x", to: ".session.json.here/\(name)") }
    let pipe = "1-\(UUID().uuidString)"
    #expect(mkfifo("\(here)/\(pipe)", 0o600) == 0)
    let link = "2-\(UUID().uuidString)"
    #expect(symlink("../thesis", "\(here)/\(link)") == 0)
    let gone = "3-\(UUID().uuidString)"
    try folder.write("{}", to: ".session.json.here/\(gone)")
    var presence = PresenceFolder(forSession: folder.session)
    #expect(presence.others() == [])
    #expect(Set(FileSystem.names(in: here)) == Set(names + [pipe, link]))
    #expect(try folder.text("thesis") == "a thesis")
  }

  @Test func versionsThatAreLinksAreNotOffered() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    try folder.write(SessionCodingTests.smallSession, to: "other.json")
    #expect(symlink("other.json", folder.session + ".~1~") == 0)
    #expect(Backups.newestGood(of: folder.session, assets: folder.assets) == nil)
    var folding = Folding(path: folder.session, assets: folder.assets)
    _ = try folding.fold()
    #expect(
      try FileManager.default.destinationOfSymbolicLink(
        atPath: folder.session + ".~1~"
      ) == "other.json"
    )
    let good = try #require(Backups.newestGood(of: folder.session, assets: folder.assets))
    #expect(good.path == folder.session + ".~2~")
  }

  @Test func theJournalOfALongNameIsFoundWhereAnEarlierProgramKeptIt() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "ع", count: 110) + ".json"
    let path = "\(folder.path)/\(name)"
    try folder.write(SessionCodingTests.smallSession, to: name)
    let stored = try folder.stored(name)
    var position = Journal.Position()
    let journal = Journal(ofSession: path, id: "s1", questionnaire: stored.questionnaire)
    _ = try journal.append([.note("one")], at: &position)
    let companions = Companions(ofSession: path)
    let shared = try #require(companions.sharedJournal)
    #expect(rename(companions.journal, shared) == 0)
    #expect(try folder.stored(name).session.notes == ["one"])
    let keeper = Keeper(path: path, stored: try folder.stored(name), assets: folder.assets)
    keeper.keep(.note("two"))
    #expect(keeper.finish() == nil)
    #expect(try folder.stored(name).session.notes == ["one", "two"])
    #expect(try folder.text(name).contains("\"note\": \"two\""))
    #expect(!FileSystem.stands(shared))
  }
}

/// The number of a device, as the C library's macro makes it of its two parts.
private func makedev(_ major: UInt64, _ minor: UInt64) -> dev_t { dev_t(major << 8 | minor) }
