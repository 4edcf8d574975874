import Consultation
import Foundation
import Glibc
import Testing

@testable import Storage

/// What a guest can name, and where it leads: nowhere but into the box of their seat.
@Suite struct HostingTests {
  @Test(arguments: [
    "", ".", "..", "../x", "../../x", "/etc/passwd", "a/b", "a\\b", ".hidden", "-rf", " a", "a ",
    "a.", "a\0b", "a\nb", "a\tb", "a\u{1B}[2Jb", "a\u{202E}b", "a\u{200B}b", "a:b", "a|b", "a;b",
    "a$b", "a`b", "a*b", "a\"b", "a'b", "~", "~/x", "%2e%2e", String(repeating: "a", count: 81),
    String(repeating: "\u{1F600}", count: 4),
  ])
  func refusesWhatIsNoPlainName(text: String) {
    #expect(BoxName(text) == nil, "\(text.debugDescription)")
    #expect(SeatRequest("get \(text)") == nil)
    #expect(SeatRequest("put \(text)") == nil)
  }

  @Test(arguments: ["profile-MAR.html", "الملف الوطني.md", "réponses (2).csv", "a_b+c,d.txt"])
  func takesAPlainNameInAnyScript(text: String) {
    #expect(BoxName(text)?.description == text)
    #expect(BoxName(text).map(SeatRequest.get) == SeatRequest("get \(text)"))
  }

  @Test(arguments: [
    "bash", "list ", " list", "list x", "LIST", "get", "get ", "get  a", "put", "scp -t x", "ls",
    "list; bash", "get a; bash", "get a\nbash", "internal-sftp", "/usr/lib/openssh/sftp-server", "",
  ])
  func takesNothingElseForARequest(text: String) {
    #expect(SeatRequest(text) == nil, "\(text)")
  }

  @Test func takesNoRequestForThePage() { #expect(SeatRequest(nil) == .page) }

  @Test(arguments: ["MAR-1", "MAR-99", "MAR-RBA-2", "facilitator-1", "presenter-1", "observer-3"])
  func writesASeatAsItIsRead(text: String) {
    #expect(RemoteSeat(text)?.description == text)
  }

  @Test(arguments: [
    "MAR", "MAR-0", "MAR-100", "MAR-01", "MAR-+1", "mar-1", "-1", "MAR--1", "../x-1", "nobody-1",
  ])
  func readsNothingElseAsASeat(text: String) { #expect(RemoteSeat(text) == nil) }

  // MARK: The box

  private func box(_ work: (SeatBox, String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "majlis-box-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(SeatBox(folder), folder)
  }

  @Test func keepsAFileWholeOrNotAtAll() throws {
    try box { box, folder in
      let name = try #require(BoxName("a.csv"))
      try box.write([1, 2], as: name, replacing: false)
      #expect(throws: StorageError.exists) { try box.write([3], as: name, replacing: false) }
      #expect(try box.read(name) == [1, 2])
      try box.write([3], as: name, replacing: true)
      #expect(try box.read(name) == [3])
      let large = [UInt8](repeating: 0, count: SeatBox.largestFile + 1)
      #expect(throws: StorageError.output(.boxIsFull)) {
        try box.write(large, as: name, replacing: true)
      }
      #expect(try box.read(name) == [3])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
    }
  }

  @Test func givesNothingOutThatALinkLeadsTo() throws {
    try box { box, folder in
      let (own, link) = try (#require(BoxName("own")), #require(BoxName("link")))
      try box.write([1], as: own, replacing: false)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link",
        withDestinationPath: "/etc/passwd",
      )
      #expect(throws: StorageError.noSuchFile) { try box.read(link) }
      // What is written goes into the box, in the link's place, and not to where it leads.
      try box.write([2], as: link, replacing: true)
      #expect(try box.read(link) == [2])
      #expect(Glibc.link(folder + "/own", folder + "/other") == 0)
      let other = try #require(BoxName("other"))
      #expect(throws: StorageError.noSuchFile) { try box.read(other) }
      #expect(try box.files().map(\.name.description) == ["link"])
    }
  }

  @Test func takesNoMoreFilesThanABoxHas() throws {
    try box { box, _ in
      for number in 1...SeatBox.mostFiles {
        try box.write([], as: try #require(BoxName("\(number)")), replacing: false)
      }
      let one = try #require(BoxName("one"))
      #expect(throws: StorageError.output(.boxIsFull)) {
        try box.write([], as: one, replacing: false)
      }
    }
  }

  // MARK: Who may come in

  @Test func forcesEachKeyToItsSeatWhateverThePathsHaveInThem() throws {
    var record = HostRecord(session: "/s.json", port: 2222, environment: [:])
    let text = "ssh-ed25519 " + String(repeating: "A", count: 68)
    let seat = RemoteSeat(.facilitator)
    let moment = Timestamp(milliseconds: 5)
    record.keys[seat] = HostRecord.Key(text, serial: "0123456789", invitedAt: moment)
    let keys = try record.authorizedKeys(program: "/a'b\"c", folder: "/d e")
    let command = #"exec '/a'\''b\"c' seat '/d e' facilitator-1 '0123456789'"#
    let line = "restrict,pty,command=\"\(command)\" \(text) facilitator-1\n"
    #expect(String(decoding: keys, as: UTF8.self) == line)
    #expect(throws: StorageError.notOwn("/a\nb")) {
      try record.authorizedKeys(program: "/a\nb", folder: "/d")
    }
    #expect(HostRecord(record.json) == record)
  }

  @Test(arguments: [
    "ssh-rsa AAAA", "ssh-ed25519 AA\nssh-ed25519 BB", "command=\"x\" ssh-ed25519 A",
  ])
  func takesNothingElseForAKey(text: String) {
    #expect(
      HostRecord.Key(text, serial: "0123456789", invitedAt: Timestamp(milliseconds: 0)) == nil
    )
  }
}
