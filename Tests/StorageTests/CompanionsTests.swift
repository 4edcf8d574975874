import Foundation
import Glibc
import Testing

@testable import Storage

@Suite struct CompanionsTests {
  /// Every companion that a program can make for a session, by the path that it makes it at.
  private func companions(of path: String) -> [String] {
    let companions = Companions(ofSession: path)
    return [
      companions.journal, companions.lock, companions.presence, companions.freeAside,
      companions.version(1), companions.version(3), companions.freeDamaged,
      companions.freeRescued(), Companions.temporary(beside: companions.target),
      Companions.temporary(beside: companions.journal),
      Companions.temporary(beside: companions.version(1)),
    ]
  }

  @Test(arguments: ["s.json", ".hidden.json", "جلسة القاهرة.json", "a b"])
  func eachIsKnownAgainByItsName(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: name)
    for companion in companions(of: "\(folder.path)/\(name)") {
      #expect(Companions.isCompanion(companion), "\(companion)")
    }
    for other in ["notes.txt", ".notes", "\(name).txt", ".\(name)", ".\(name).bak", "\(name).~9~"] {
      #expect(!Companions.isCompanion("\(folder.path)/\(other)"), "\(other)")
    }
  }

  @Test func theyAreTheSameThroughEveryLinkAndFromEveryFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "s.json")
    #expect(symlink("s.json", folder.path + "/link.json") == 0)
    let direct = Companions(ofSession: folder.path + "/s.json")
    for path in ["/link.json", "/./s.json", "//s.json", "/assets/../s.json"] {
      #expect(Companions(ofSession: folder.path + path) == direct, "\(path)")
    }
    #expect(symlink(".s.json.journal", folder.path + "/innocent.csv") == 0)
    try folder.write("x", to: ".s.json.journal")
    #expect(Companions.isCompanion(folder.path + "/innocent.csv"))
  }

  @Test func aJournalIsKnownWhereverItLies() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    var position = Journal.Position()
    _ = try folder.journal().append([.note("one")], at: &position)
    let elsewhere = folder.path + "/assets/out.csv"
    #expect(link(Companions(ofSession: folder.session).journal, elsewhere) == 0)
    #expect(Companions.isCompanion(elsewhere))
    #expect(!Companions.isCompanion(folder.session))
  }

  @Test func thoseThatAreThereAreListed() throws {
    let folder = try TemporaryFolder()
    let names = [
      ".s.json.journal.aside-2", "s.json.damaged-3", "s.json.rescued-1.json",
      ".s.json.0a1b2c3d.tmp",
    ]
    let others = ["other.json", ".other.json.journal", ".s.json..0a1b2c3d.tmp"]
    for name in names + ["s.json"] + others {
      try folder.write("{}", to: name)
    }
    let all = Companions.all(of: folder.path + "/s.json")
      .map { FileSystem.name(of: $0) }
    let fixed = [".s.json.journal", ".s.json.lock", ".s.json.here", "s.json.~1~", "s.json.~2~"]
    #expect(Set(all) == Set(names + fixed + ["s.json.~3~"]))
  }

  @Test func longNamesThatBeginAlikeShareNothingAndAllFit() throws {
    let folder = try TemporaryFolder()
    let start = String(repeating: "ع", count: 120)
    var seen: Set<String> = []
    for end in ["", "1", "2", "٣.json", "x.json"] {
      let path = "\(folder.path)/\(start)\(end)"
      try folder.write("{}", to: "\(start)\(end)")
      for companion in companions(of: path) {
        #expect(seen.insert(companion).inserted, "\(companion)")
        #expect(FileSystem.name(of: companion).utf8.count <= 255)
        #expect(Companions.isCompanion(companion))
      }
    }
  }

  @Test func aPlaceInAFolderOfPresenceIsOneThoughItsSessionIsGone() throws {
    let folder = try TemporaryFolder()
    try FileSystem.makeFolder(folder.path + "/.gone.json.here")
    for name in [".gone.json.here/1-x", ".gone.json.here/new", "gone.json.here/new"] {
      #expect(Companions.isCompanion("\(folder.path)/\(name)") == name.hasPrefix("."), "\(name)")
    }
  }
}
